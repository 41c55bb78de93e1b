"""A county's brief as files: two printed pages, or one page for a browser without a server."""
