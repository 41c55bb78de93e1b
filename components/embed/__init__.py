"""A card on other people's pages: the address that shows it alone, and the snippet that puts it there."""
