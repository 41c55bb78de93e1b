"""Minutes on the screen: beside a card, and all of a meeting; who may write them, and how they are taken away."""

from components.minutes.show import show_all_minutes, show_minutes

__all__ = ["show_all_minutes", "show_minutes"]
