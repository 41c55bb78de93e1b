"""The meeting: an agenda of up to six cards, and one card a screen in large type."""
