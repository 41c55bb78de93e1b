"""How each kind of file becomes a raw table."""
