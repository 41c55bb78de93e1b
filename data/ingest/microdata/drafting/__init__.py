"""The parts of a codebook that can be guessed from a file."""
