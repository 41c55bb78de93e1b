"""The card: one query, five tabs. Every figure on every page is one of these."""
