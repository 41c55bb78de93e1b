"""The cached doors to what never changes while the server runs; the only module that names Streamlit's caches."""

import os
from collections import OrderedDict
from collections.abc import Callable, Container, Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

import streamlit as st

import geo
from components import state
from components.address import known
from components.address.selection import KINDS
from components.opening import Opening
from data import Release, open_release

Made = TypeVar("Made")
OPENING = Opening()
FOLDER = Path(__file__).parent.parent / "data" / "release"


class Memory:
    """Values under keys; of more than `most` the one that nobody asked for longest is forgotten."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: Hashable, make: Callable[[], object]) -> object:
        """What is kept under the key, otherwise what `make` makes. Two that ask at once may both make it; both then
        get the first."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            kept = self._kept.setdefault(key, made)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return kept

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._kept)


@dataclass
class Around:
    """What was seen last around this process: the id of the whole release that stands at the place now ('' while none
    was seen), and the state of the store of minutes ('' before the first look). `components.serving.watch` looks."""

    standing: str = ""
    minutes: str = ""


AROUND = Around()


def release() -> Release:
    """The release that the reader looks at: all of it, or only what is published. Read-only: every caller shares it."""
    return published_release() if state.recall("kind", KINDS) == "published" else whole_release()


@st.cache_resource(show_spinner=False)
def whole_release() -> Release:
    """The one protected release, checked on opening; raises ReleaseError, and ReleaseAwaited where it takes too long.

    `HARTA_RELEASE` names another folder, or object storage (`s3://bucket/release`); `HARTA_DEMONSTRATION=off` keeps
    demonstration rows from being loaded at all.
    """
    place = os.environ.get("HARTA_RELEASE", FOLDER)
    demonstration = os.environ.get("HARTA_DEMONSTRATION", "on") != "off"
    return OPENING.opened(lambda: open_release(place, demonstration=demonstration))


@st.cache_resource(show_spinner=False)
def published_release() -> Release:
    """The release without its demonstration figures."""
    return whole_release().without_demonstration()


def has_demonstration() -> bool:
    """Whether anything in the release is made up to demonstrate."""
    whole, published = whole_release(), published_release()
    made_up = len(published.survey.observations) < len(whole.survey.observations)
    return made_up or len(published.services.counts) < len(whole.services.counts)


def edition() -> tuple[str, str]:
    """Which release the reader looks at: its id, and `published` where only that is left."""
    return whole_release().info.id, "published" if release() is published_release() else "all"


def of_release(key: str) -> str:
    """The key of a picture. The browser draws pictures a moment after words: with another release a new picture takes
    the old one's place, so that none stands under the other's name, not even for that moment."""
    return f"{key}_{whole_release().info.id}"


@st.cache_resource(show_spinner=False)
def known_codes() -> Mapping[str, Container[str]]:
    """The codes that an address may carry, on the release in force."""
    return known.known_codes(whole_release())


def remembered(key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
    """What `make` makes, kept under a key that names what, edition and choices; all get the same, nobody changes it."""
    return cast(Made, memory().recall(key, make))


@st.cache_resource(show_spinner=False)
def memory() -> Memory:
    """What is kept for all readers. Streamlit's own cache would pickle and hash each key anew, at every look."""
    return Memory(most=2000)


@st.cache_data(show_spinner=False, max_entries=64)
def kept(key: tuple[str, ...], _make: Callable[[], Made]) -> Made:
    """What `_make` makes, kept under a key of release, query, language and kind; made once if two ask at once."""
    return _make()


@st.cache_resource(show_spinner=False)
def shapes() -> geo.Shapes:
    """The counties' outlines, ready to draw."""
    return geo.shapes()
