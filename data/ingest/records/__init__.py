"""Records of services: who was reached by what, read with their codebook and counted; no record leaves this place."""
