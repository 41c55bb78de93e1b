"""Files to take away: tables in words, pictures, their names, and the buttons that deliver them."""
