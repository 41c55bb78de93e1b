"""The card's files: made only when their button is clicked, without a rerun of the page."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from components import state, store
from components.card.comparison import Comparison, sources_of
from components.card.files import card_figure, chart_picture, file_name, indicator_rows, map_picture, view_rows
from components.card.model import Card
from components.charts.plots.theme import Figure
from components.exports.chart_svg import NoBrowser, find_browser
from components.exports.png import png_of
from components.notices import show_lines, show_small
from components.wording.provenance import citation
from i18n import Text

FigureMaker = Callable[[Text, Card, Comparison | None], Figure | None]
FIGURES: dict[str, FigureMaker] = {"chart": card_figure}


def show_download(
    t: Text, card: Card, comparison: Comparison | None, figures: Mapping[str, FigureMaker] = FIGURES
) -> None:
    """Data and pictures of this view, and how to cite them."""
    show_lines([t("download.lead")])
    st.subheader(t("download.data"), anchor=False)
    with st.container(horizontal=True):
        offer_file(t("download.view_csv"), partial(view_rows, t, card, comparison), file_name(card, "csv"), "text/csv")
        whole = file_name(card, "csv", whole=True)
        offer_file(t("download.indicator_csv"), partial(indicator_rows, t, card), whole, "text/csv")
    st.subheader(t("download.picture"), anchor=False)
    address = view_address(t)
    offer_map(t, card, comparison, address)
    offer_charts(t, card, comparison, address, figures)
    st.subheader(t("download.citation"), anchor=False)
    sources = "; ".join(citation(t, source) for source in sources_of(card, comparison))
    title = comparison.title if comparison else card.title
    show_lines([t("download.cite", title=title, sources=sources, release=store.release().info.id, address=address)])
    show_small([t("download.licence")])


def view_address(t: Text) -> str:
    """The full address of this view, every choice and the release in it; files are made when the page is gone."""
    return f"{st.context.url or ''}?{state.query(lang=t.language, release=store.release().info.id)}"


def offer_map(t: Text, card: Card, comparison: Comparison | None, address: str) -> None:
    """The map as PNG and SVG, or why there is none."""
    if card.has_counties:
        offer_picture(t, card, "map", partial(map_picture, t, card, comparison, address))
    else:
        show_small([t("download.no_map")])


def offer_charts(
    t: Text, card: Card, comparison: Comparison | None, address: str, figures: Mapping[str, FigureMaker]
) -> None:
    """Each chart as PNG and SVG, or why there is none."""
    try:
        find_browser()
    except NoBrowser:
        show_small([t("download.no_browser")])
        return
    for name, figure in figures.items():
        made = figure(t, card, comparison)
        if made is not None:
            offer_picture(t, card, name, partial(chart_picture, t, card, comparison, address, made))


def offer_picture(t: Text, card: Card, name: str, svg: Callable[[], str]) -> None:
    """Two buttons for one picture: PNG at twice its size, and SVG."""
    words = t(f"download.{name}")
    with st.container(horizontal=True):
        offer_file(t("download.png", picture=words), lambda: png_of(svg()), file_name(card, f"{name}.png"), "image/png")
        offer_file(t("download.svg", picture=words), svg, file_name(card, f"{name}.svg"), "image/svg+xml")


def offer_file(label: str, make: Callable[[], bytes | str], name: str, mime: str) -> None:
    """One button; the file is made on the click."""
    st.download_button(label, make, file_name=name, mime=mime, on_click="ignore", key=f"file_{name}")
