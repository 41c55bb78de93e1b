"""From survey estimates to the tables a reader may have: rounded, judged, complete, and hidden where they must be."""
