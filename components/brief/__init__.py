"""A county's brief: which content it has, and that content in words."""
