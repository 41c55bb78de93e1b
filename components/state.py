"""What the reader has chosen, as codes: the only module that names Streamlit's session state or the page's address.

A session keeps one record of choices. It starts from the address, every widget writes into it, and after each run the
address shows it again. So a choice survives a change of page or language and a reload, and a copied link says what its
sender chose. A page that cannot use a choice (an indicator without gender) leaves it in the record for the next one.
"""

from collections.abc import Container, Mapping, MutableMapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

import streamlit as st

from components.address.asked import LONGEST, NotTaken, read_asked
from components.address.history import AddressHistory, is_part_alone, page_now, returned

Code = TypeVar("Code", bound=str)
RECORD = "chosen"
HISTORY = "addresses"
NOT_TAKEN = "not_taken"
COLLECTED = ("agenda",)  # over many pages: neither a link inside the app nor the browser's Back takes from it
STANDING = ("kind",)  # a link inside the app that says nothing of it leaves it as it is


def begin(known: Mapping[str, Container[str]]) -> None:
    """Open the record from the address whenever that says something new: in a new session, after a link, after the
    browser's Back. Codes not `known` go; `not_taken` says which."""
    written = {key: code for key, code in st.query_params.items() if len(code) <= LONGEST}
    history = st.session_state.get(HISTORY, AddressHistory())
    record = st.session_state.get(RECORD, {})
    if RECORD not in st.session_state or returned() or history.is_news(written, page_now(), record):
        st.session_state[HISTORY] = history.then(written, page_now(), record)
        asked, st.session_state[NOT_TAKEN] = read_asked(dict(st.query_params), known)
        standing = {} if returned() else told(STANDING)
        st.session_state[RECORD] = standing | asked | told(COLLECTED)


def not_taken() -> tuple[NotTaken, ...]:
    """What the address said that is not known here and that nothing was chosen for since."""
    left: tuple[NotTaken, ...] = st.session_state.get(NOT_TAKEN, ())
    return left


def told(keys: Sequence[str]) -> dict[str, str]:
    """What the record says under these keys, as far as it does."""
    return {key: noted(key) for key in keys if noted(key)}


def recall(key: str, options: Sequence[Code], default: Code | None = None) -> Code:
    """The chosen code where it is among `options`, otherwise `default`, otherwise the first of them."""
    return next((code for code in options if code == noted(key)), default or options[0])


def choice(key: str, options: Sequence[str]) -> str:
    """The chosen code where it is among `options`, otherwise ''."""
    return recall(key, ("", *options))


def prime(key: str, options: Sequence[str], default: str | None = None) -> str:
    """The widget's key, with the recalled code put under it before the widget is drawn."""
    return place(key, recall(key, options, default))


def place(key: str, code: object) -> str:
    """The widget's key, with `code` put under it before the widget is drawn; in a run of a part of the page only where
    the widget does not say it already: on a slow line the order to show it would turn back what the reader has chosen
    since. After a change of language, a run of everything, a list would keep its old label without that order."""
    widget = f"pick_{key}"
    if not is_part_alone() or widget not in st.session_state or st.session_state[widget] != code:
        st.session_state[widget] = code
    return widget


def noted(key: str) -> str:
    """What the record says under a key, '' where it says nothing."""
    return str(st.session_state.get(RECORD, {}).get(key, ""))


def forget(*keys: str) -> None:
    """Take choices out of the record."""
    for key in keys:
        st.session_state[RECORD].pop(key, None)


def keep(key: str, *outdated: str) -> None:
    """A widget's on_change: its code goes into the record, and choices that hung on the old one leave it."""
    code = st.session_state[f"pick_{key}"]
    if code is not None:
        record(key, code, *outdated)


def prime_switch(key: str, options: Sequence[str]) -> str:
    """A switch's key, with whether the second of the two options is chosen put under it before it is drawn."""
    return place(key, recall(key, options) == options[1])


def keep_switch(key: str, options: Sequence[str]) -> None:
    """A switch's on_change: the second option where it is on, the first where it is off."""
    record(key, options[int(st.session_state[f"pick_{key}"])])


def keep_first(key: str, other: str, first_of: Mapping[str, str], *outdated: str) -> None:
    """The on_change of a widget that only narrows another's list: the other's choice becomes the first of the list."""
    record(other, first_of[st.session_state[f"pick_{key}"]], *outdated)


def keep_clicked(key: str, widget: str) -> None:
    """The map's on_choose: the clicked county goes into the record; the county already chosen, or Escape, leaves it."""
    code = st.session_state[widget].chosen
    if code and code != st.session_state[RECORD].get(key):
        record(key, code)
    else:
        forget(key)


def reported(widget: str, name: str) -> str:
    """What a component last said under a name; '' where it has said nothing."""
    return str(getattr(st.session_state.get(widget), name, None) or "")


def record(key: str, code: str, *outdated: str) -> None:
    """Put a code into the record, and take the outdated keys out of it."""
    st.session_state[RECORD][key] = code
    st.session_state[NOT_TAKEN] = tuple(each for each in not_taken() if each.key != key)
    forget(*outdated)


def publish(defaults: Mapping[str, str]) -> None:
    """Show the record in the address; a choice equal to its default stays out."""
    shown = {key: code for key, code in st.session_state[RECORD].items() if defaults.get(key) != code}
    history = st.session_state.get(HISTORY, AddressHistory())
    if dict(st.query_params) != shown or history.shown[-1:] != (shown,):  # the browser may be about to show another
        st.query_params.from_dict(shown)
    st.session_state[HISTORY] = history.then(shown, page_now(), st.session_state[RECORD])


def link(**codes: str) -> str:
    """The query part of a link that says exactly these codes."""
    return urlencode(sorted(codes.items()))


def session() -> MutableMapping[Any, Any]:
    """The session's own values, for what is no choice: what the fields of a form hold."""
    return st.session_state
