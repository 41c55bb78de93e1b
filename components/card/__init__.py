"""The card: one query, five tabs. Every figure on every page is one of these."""

from components.card.show import show_card

__all__ = ["show_card"]
