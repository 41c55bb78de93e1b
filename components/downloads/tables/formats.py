"""A table in every format: a row a format, with what it is good for; those that take long are prepared first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.downloads.buttons import offer_file
from components.downloads.keeping import kept_key
from components.downloads.long_work import Progress, offer_document
from components.downloads.tables.package import Pictures, package_of
from components.exports.tables.formats import FORMATS, Format
from components.exports.tables.model import Table
from components.widgets.notices import show_small
from i18n import Text

QUICK = 4000  # rows; of more, any file takes longer than a reader waits for a click
ZIP = "zip"
BUTTON = 150  # pixels: leaves room for the words beside it on a telephone
ENDINGS = {"csv_semicolon": "semicolon.csv"}  # two formats end in csv


@dataclass(frozen=True)
class Offered:
    """One table to take away. `make` reads no session; `stem` is the files' name, `query` all it depends on; `rows`
    how many it has. Where it is not long (one row a figure), `long` makes the same figures that way."""

    make: Callable[[], Table]
    stem: str
    query: tuple[str, ...]
    rows: int
    long: Callable[[], Table] | None = None


def offer_table(t: Text, offered: Offered, *, pictures: Pictures | None = None) -> None:
    """Every format of the table, the package of all of them (with the view's `pictures`) last."""
    for code, form in FORMATS.items():
        if code != ZIP:
            with format_row(t(f"file_about.{code}")):
                offer_format(t, offered, form)
    with format_row(t("file_about.package" if pictures else "file_about.zip")):
        offer_package(t, offered, pictures or {})


def format_row(about: str) -> DeltaGenerator:
    """The place of a format's button; what the format is good for stands beside it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        button = st.container(width=BUTTON)
        with st.container(width="stretch"):
            show_small([about])
    return button


def offer_format(t: Text, offered: Offered, form: Format) -> None:
    """The button of one format; of a long table the file is prepared first."""
    make = offered.long if form.needs_observations and offered.long else offered.make
    label, name = t(f"file_format.{form.code}"), f"{offered.stem}.{ENDINGS.get(form.code, form.extension)}"
    if offered.rows > QUICK:
        prepare = partial(write_slowly, t, form, make)
        offer_document(t, label, prepare, name=name, mime=form.mime, key=(*offered.query, form.code), width="stretch")
    else:
        written = partial(write, form, make)
        offer_file(label, written, name, form.mime, key=kept_key(t, *offered.query, form.code), width="stretch")


def write(form: Format, make: Callable[[], Table]) -> bytes:
    """The table in the format."""
    return form.make(make())


def write_slowly(t: Text, form: Format, make: Callable[[], Table], tell: Progress) -> bytes:
    """The table in the format, in two steps to tell of: its words, then the file."""
    tell(0.1, t("files.wording"))
    table = make()
    tell(0.4, t("files.writing"))
    return form.make(table)


def offer_package(t: Text, offered: Offered, pictures: Pictures) -> None:
    """Everything in one file, prepared step by step."""

    def make(tell: Progress) -> bytes:
        return package_of(t, offered.make(), pictures, tell)

    form = FORMATS[ZIP]
    name = f"{offered.stem}.{form.extension}"
    offer_document(
        t, t(f"file_format.{ZIP}"), make, name=name, mime=form.mime, key=(*offered.query, ZIP), width="stretch"
    )


def offer_facts(t: Text, offered: Offered, *, pictures: Pictures | None = None) -> None:
    """Every format but those made for figures, the package of all of them (with the view's `pictures`) last."""
    for code, form in FORMATS.items():
        if code != ZIP and not form.needs_observations:
            # A workbook of facts has no chart.
            with format_row(t("services.xlsx_about") if code == "xlsx" else t(f"file_about.{code}")):
                offer_format(t, offered, form)
    with format_row(t("file_about.package" if pictures else "file_about.zip")):
        offer_package(t, offered, pictures or {})
