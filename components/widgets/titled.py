"""Whether a page has its first heading yet: where a fault cuts it short, the fault's sentence is to know."""

from components import state

KEY = "titled"


def begin() -> None:
    """A page begins without."""
    state.session()[KEY] = False


def note() -> None:
    """The heading was drawn."""
    state.session()[KEY] = True


def is_titled() -> bool:
    """Whether it was, on this page."""
    return bool(state.session().get(KEY))
