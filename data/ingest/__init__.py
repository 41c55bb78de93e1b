"""From the files under `sources/` to checked values; every problem is collected before anything stops."""
