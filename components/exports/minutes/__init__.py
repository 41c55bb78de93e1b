"""Minutes of a meeting as files: a document to go on writing in, and one to keep."""
