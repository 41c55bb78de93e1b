"""The owner's microdata: read from the file as it is, checked against its codebook, cleaned; never shown."""
