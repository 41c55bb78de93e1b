"""The matrix on the page, and what its signs mean."""

import html

from components import store
from components.charts.palette import Palette
from components.charts.services.matrix import WIDTH
from components.charts.services.signs import chip
from components.exhibits.services_matrix import matrix_frame, matrix_svg
from components.widgets.board import show_board
from components.widgets.browser import palette
from components.wording import markup
from data.model.services import STATES
from i18n import Text

CHIP = 22


def show_matrix(t: Text, cycle: str) -> None:
    """The matrix, once for where its columns have room and once below each other, and its legend; drawn once for
    all readers."""
    ground = palette()
    key = ("matrix drawn", *store.edition(), t.language, cycle, ground)
    show_board(store.remembered(key, lambda: drawings(t, cycle, ground)), key="matrix")


def drawings(t: Text, cycle: str, ground: Palette) -> str:
    """Both drawings and the legend, as HTML."""
    frame = matrix_frame(t, cycle)
    wide, narrow = (
        matrix_svg(t, frame, cycle, palette=ground, narrow=name == "narrow", prefix=f"matrix-{name}")
        for name in ("wide", "narrow")
    )
    # The board holds other pictures narrower than a table of services needs.
    board = f"<style>.wide svg{{max-width:62rem}}</style>{markup.for_both_rooms(wide, narrow, room=WIDTH)}"
    return f"{board}{legend(t)}"


def legend(t: Text) -> str:
    """Every sign with its meaning, and how the marks of change are meant."""
    style = (
        "ul{list-style:none;margin:.8rem 0 .3rem;padding:0;display:grid;gap:.35rem;max-width:60rem;font-size:.88rem}"
        "li{display:flex;gap:.55rem;align-items:center}li svg{flex:none}"
    )
    items = "".join(legend_item(t, state) for state in STATES)
    return f"<style>{style}</style><ul>{items}</ul><small>{html.escape(t('services.marks'))}</small>"


def legend_item(t: Text, state: str) -> str:
    """One sign and what it means."""
    drawn = chip(state, 1, 1, CHIP - 2, palette())
    name, meaning = html.escape(t(f"service_state.{state}")), html.escape(t(f"service_state.long.{state}"))
    picture = f'<svg width="{CHIP}" height="{CHIP}" aria-hidden="true">{drawn}</svg>'
    return f"<li>{picture}<span><b>{name}.</b> {meaning}</span></li>"
