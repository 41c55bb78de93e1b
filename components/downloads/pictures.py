"""An exhibit's pictures as files: PNG, SVG and PDF of each."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.downloads.buttons import offer_file
from components.downloads.framed import framed_picture
from components.downloads.keeping import Key, keep_made, kept_key
from components.exhibits.model import Drawing, Exhibit
from components.exports.chart_svg import NoBrowser, find_browser
from components.exports.figure_pdf import pdf_of
from components.exports.png import png_of
from components.exports.svg_fonts import with_typefaces
from components.widgets.notices import show_small
from i18n import Text

Framed = Callable[[], bytes]  # the SVG with its frame, UTF-8
KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def offer_pictures(t: Text, exhibit: Exhibit, *, stem: str, address: str) -> None:
    """A row of buttons a picture, one a format, or why it cannot be had. `exhibit` is settled."""
    for name in exhibit.pictures:
        if not can_be_drawn(exhibit, name):
            show_small([t("download.no_browser")])
            continue
        words = t(f"download.{name}")
        with st.container(horizontal=True, gap="small"):
            for kind, mime in KINDS.items():
                key = picture_key(t, exhibit, name, kind, address)
                make = partial(picture_file, framed_once(t, exhibit, name, address), kind)
                offer_file(t(f"download.{kind}", picture=words), make, f"{stem}.{name}.{kind}", mime, key=key)
    show_small([t("files.about_pictures")])


def picture_key(t: Text, exhibit: Exhibit, name: str, kind: str, address: str) -> Key:
    """What one picture's file depends on."""
    return kept_key(t, exhibit.view.code, address, name, kind)


def framed_once(t: Text, exhibit: Exhibit, name: str, address: str) -> Framed:
    """The picture in its frame, drawn once for all its formats; `exhibit` is settled."""
    key = picture_key(t, exhibit, name, "framed", address)
    return partial(keep_made, key, partial(framed_picture, t, exhibit, name, address))


def picture_file(framed: Framed, kind: str) -> bytes:
    """The framed picture in one format."""
    svg = framed()
    if kind == "svg":
        return with_typefaces(svg.decode("utf-8")).encode("utf-8")
    return png_of(svg.decode("utf-8")) if kind == "png" else pdf_of(svg.decode("utf-8"))


def picture_makers(t: Text, exhibit: Exhibit, address: str) -> dict[str, Framed]:
    """File name -> what makes it, for every picture of a settled exhibit in every format."""
    return {
        f"{name}.{kind}": partial(picture_file, framed_once(t, exhibit, name, address), kind)
        for name in exhibit.pictures
        if can_be_drawn(exhibit, name)
        for kind in KINDS
    }


def can_be_drawn(exhibit: Exhibit, name: str) -> bool:
    """Whether this machine can draw the picture: charts need a browser."""
    if isinstance(exhibit.pictures[name], Drawing):
        return True
    try:
        find_browser()
    except NoBrowser:
        return False
    return True
