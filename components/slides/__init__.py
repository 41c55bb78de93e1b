"""Slides: which exhibits go into a deck, in which words, and the button that prepares it."""

from components.slides.offer import offer_deck, show_county_deck

__all__ = ["offer_deck", "show_county_deck"]
