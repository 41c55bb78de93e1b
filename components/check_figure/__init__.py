"""Check a figure: what a file taken away earlier says of itself, and whether its figures still stand."""

from components.check_figure.show import show_check

__all__ = ["show_check"]
