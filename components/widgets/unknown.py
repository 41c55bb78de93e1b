"""What an address names that is not known here: said over the page, so that nothing takes its place in silence."""

from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from components import state
from components.address.asked import NotTaken, shown_code
from components.address.history import page_now
from components.address.view import AT_MOST
from components.wording import markup
from i18n import Text

MISSED, LEFT_ON = "missed", "left_on"


@contextmanager
def unknown_named(t: Text, left: Sequence[NotTaken] = ()) -> Iterator[None]:
    """A place over what is drawn inside, which names what the address has `left` over and what `miss` notes meanwhile;
    it takes no room where there is nothing to name."""
    place, around = st.container(), state.session().get(MISSED)
    missed: dict[str, NotTaken] = {}
    state.session()[MISSED] = missed
    yield
    state.session()[MISSED] = around
    with place:
        show_unknown(t, [*left, *missed.values()])


def left_over() -> tuple[NotTaken, ...]:
    """What the address said that is not known, on the page that it was opened on."""
    left, session = state.not_taken(), state.session()
    if left and session.get(LEFT_ON, ((), ""))[0] is not left:
        session[LEFT_ON] = (left, page_now())
    return left if left and session[LEFT_ON][1] == page_now() else ()


def miss(key: str, options: Container[str]) -> None:
    """Note the chosen codes of a key that a page would have to pass over, as its subject does not offer them."""
    lacking = tuple(code for code in state.noted(key).split(",") if code and code not in options)
    if lacking and (missed := state.session().get(MISSED)) is not None:
        missed[key] = NotTaken(key, tuple(shown_code(code) for code in lacking))


def show_unknown(t: Text, left: Sequence[NotTaken]) -> None:
    """The lines, read out politely; nothing where nothing is left."""
    if lines := unknown_lines(t, left):
        st.html(f'<div class="notes unknown" role="status">{markup.said(lines)}</div>')


def show_not_offered(t: Text, left: Sequence[NotTaken]) -> None:
    """That a card was saved with choices that its subject does not have in this release."""
    if left:
        named = "; ".join(named_codes(t, each) for each in left)
        st.html(f'<div class="notes unknown">{markup.said([t("asked.not_offered", what=named)])}</div>')


def unknown_lines(t: Text, left: Sequence[NotTaken]) -> list[str]:
    """A sentence that names what is not known, and one where an agenda is too long."""
    named = [named_codes(t, each) for each in left if each.codes]
    lines = [t("asked.unknown", what="; ".join(named))] if named else []
    return lines + [t.plural("asked.beyond", each.beyond, most=AT_MOST) for each in left if each.beyond]


def named_codes(t: Text, left: NotTaken) -> str:
    """`indicator “retired_one”`."""
    codes = ", ".join(t("asked.code", code=code) for code in left.codes)
    return t("asked.named", what=t(f"asked_for.{left.key}"), codes=codes)
