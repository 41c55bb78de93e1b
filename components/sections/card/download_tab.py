"""The card's files: pictures of the view, its data or all of the measure's, and how to cite them."""

from collections.abc import Mapping

import streamlit as st

from components import store
from components.downloads.embedding import show_embed_snippet
from components.downloads.pictures import offer_pictures, picture_makers
from components.downloads.settled import settled
from components.downloads.tables.formats import offer_table
from components.downloads.tables.of_card import exhibit_address, view_data, view_stem, whole_data
from components.downloads.tables.table import citation_of, show_citation
from components.exhibits.card import Card
from components.exhibits.cards import FIGURES, FigureMaker, exhibit_of_card
from components.exhibits.comparison import Comparison
from components.exhibits.model import Exhibit
from components.widgets.notices import show_lines, show_small
from i18n import Text

SCOPES = ("view", "whole")


def show_download(
    t: Text, card: Card, comparison: Comparison | None, figures: Mapping[str, FigureMaker] = FIGURES
) -> None:
    """Pictures, data, citation, and the card for a page of the reader's own."""
    exhibit = settled(exhibit_of_card(t, card, comparison, figures=figures))
    address = exhibit_address(t, exhibit)
    show_lines([t("download.lead")])
    st.subheader(t("download.picture"), anchor=False)
    if "map" not in exhibit.pictures:
        show_small([t("download.no_map")])
    offer_pictures(t, exhibit, stem=view_stem(card), address=address)
    st.subheader(t("download.data"), anchor=False)
    offer_data(t, card, exhibit)
    release = store.release()
    show_citation(t, citation_of(t, release, title=exhibit.title, sources=exhibit.sources, address=address))
    st.subheader(t("download.embed"), anchor=False)
    show_embed_snippet(t, exhibit.view)


def offer_data(t: Text, card: Card, exhibit: Exhibit) -> None:
    """This view or the whole measure, in every format; the package of the view has its pictures too."""
    data = {"view": view_data(t, card, exhibit), "whole": whole_data(t, card, exhibit)}
    scope = st.segmented_control(
        t("download.scope"),
        SCOPES,
        format_func=lambda code: t.plural(f"download.{code}_rows", data[code].rows),
        default=SCOPES[0],
        required=True,
        label_visibility="collapsed",
        wrap=True,
        key="download_scope",
    )
    pictures = picture_makers(t, exhibit, exhibit_address(t, exhibit)) if scope == "view" else {}
    offer_table(t, data[scope], pictures=pictures)
