"""Where a file comes from, written into it and read back from it."""
