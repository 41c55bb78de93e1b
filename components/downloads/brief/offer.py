"""The brief on the county's page: one county or the four, to print or to open in a browser."""

from collections.abc import Callable, Sequence

import streamlit as st

from components import store
from components.downloads.brief.assemble import county_brief
from components.downloads.brief.contents import is_made_up
from components.downloads.long_work import Progress, offer_document
from components.downloads.names import file_stem
from components.exports.brief.html import brief_html
from components.exports.brief.model import Brief
from components.exports.brief.pdf import brief_pdf
from components.widgets.browser import is_narrow, site
from components.widgets.notices import show_lines, show_small
from data import FOCUS
from data.model.dimensions import FOUR_COUNTIES
from i18n import Text

# Format -> its type for browsers, and what makes it.
FORMATS: dict[str, tuple[str, Callable[[Sequence[Brief]], bytes]]] = {
    "pdf": ("application/pdf", brief_pdf),
    "html": ("text/html", lambda briefs: brief_html(briefs).encode("utf-8")),
}
WORDING = 0.8  # of the work: figures and maps; the rest is setting the file


def show_county_brief(t: Text, county: str) -> None:
    """What the brief holds, and a button for each scope and format."""
    st.header(t("brief.heading"), anchor=False)
    show_lines([t("brief.offer")])
    with st.container(horizontal=not is_narrow(), key="brief_files"):
        for area, counties in ((county, (county,)), (FOUR_COUNTIES, FOCUS)):
            for kind in FORMATS:
                offer_brief(t, area, counties, kind)
    show_small([t("brief.formats")])


def offer_brief(t: Text, area: str, counties: Sequence[str], kind: str) -> None:
    """One file: `area` names it, `counties` are in it."""
    address, (mime, set_out) = site(), FORMATS[kind]

    def make(progress: Progress) -> bytes:
        return set_out(worded_briefs(t, counties, address, progress))

    stem = file_stem("brief", [area, t.language], demonstration=is_made_up(), release=store.release().info.id)
    label = t("brief.button", area=t.area(area), format=kind.upper())
    offer_document(t, label, make, name=f"{stem}.{kind}", mime=mime, key=("brief", kind, address, area))


def worded_briefs(t: Text, counties: Sequence[str], address: str, progress: Progress) -> list[Brief]:
    """The counties' briefs, one after another."""
    briefs = []
    for number, county in enumerate(counties):
        progress(WORDING * number / len(counties), t("brief.step_county", area=t.area(county)))
        briefs.append(county_brief(t, county, address))
    progress(WORDING, t("brief.step_file"))
    return briefs
