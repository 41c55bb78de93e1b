"""Files that take longer than a reader waits for a click: prepared with progress, then kept."""

import logging
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.downloads.buttons import Width
from components.downloads.keeping import Key, keep_made, kept_key, made_before
from components.widgets.notices import show_small
from i18n import Text

Progress = Callable[[float, str], None]  # share done, 0 to 1, and the step in words
KEPT = 16_000_000  # bytes; a larger file is worth making again, not keeping
Make = Callable[[Progress], bytes]


def offer_document(
    t: Text, label: str, make: Make, *, name: str, mime: str, key: Key, width: Width = "content"
) -> None:
    """A button that prepares the file, the progress of it, and then the button `label` that delivers it.

    `make` runs in the reader's session. `key` names the query and the format; release, kind, language and day are put
    before it. A file that anybody has prepared is offered at once.
    """
    whole, place = kept_key(t, *key), st.empty()
    content = made_before(whole)
    if content is None:
        with place.container():  # as a bare element the pressed button would stay beside the progress
            asked = st.button(t("files.prepare", what=label), key=f"prepare_{name}", width=width)
        if not asked:
            return
        content = prepared(t, make, whole, place)
    if content is not None:
        place.download_button(
            label, content, file_name=name, mime=mime, on_click="ignore", key=f"file_{name}", width=width
        )


def prepared(t: Text, make: Make, key: Key, place: DeltaGenerator) -> bytes | None:
    """The file, made step by step before the reader's eyes and kept; None, and said so, where it failed."""
    bar = place.progress(0.0, text=t("files.preparing"))
    try:
        content = make(lambda share, step: advance(bar, share, step))
    except Exception:
        logging.getLogger(__name__).exception("file not prepared: %s", key)
        with place.container():
            show_small([t("files.failed")])
        return None
    return keep_made(key, lambda: content) if len(content) <= KEPT else content


def advance(bar: DeltaGenerator, share: float, step: str) -> None:
    """Show how much is done, and which step is next."""
    bar.progress(min(max(share, 0.0), 1.0), text=step)
