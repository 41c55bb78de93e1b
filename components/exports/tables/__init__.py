"""One table of figures in every format that analysts ask for."""
