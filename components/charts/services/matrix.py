"""The matrix of services: which service is attested in which county, as one picture for wide and one for narrow."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

from components.charts.palette import LIGHT, Palette
from components.charts.services.signs import NOT_TOLD, SIZE, box, ink_of, sign
from components.charts.svg import element, picture, text
from data.model.frames import rows_of

WIDTH, NAMES = 920, 292  # pixels: the whole, and the column of names
NARROW, NARROW_NAMES = 340, 176
GAP, PAD = 6, 10
HEAD, CELL = 34, 44
NAME, NOTE, WORD, MARK = 14.5, 12, 14, 12  # type sizes
LETTERS = {"wide": (38, 46), "narrow": (25, 29)}  # of a line of the name, of its note

Cell = Mapping[str, Any]


def service_matrix(
    frame: pd.DataFrame,
    *,
    title: str,
    description: str,
    palette: Palette = LIGHT,
    narrow: bool = False,
    prefix: str = "matrix",
) -> str:
    """The SVG: a row a service and a column a county; `narrow`: one county below the other.

    `frame`: one row a service and county, in the order wanted, with service, name, note (a line under the name, may be
    ""), area, area_name, state (present, not_present, not_known, not_told), word, mark (a sign, then in words what
    became of it; may be "") and spoken (the whole cell in words, shown when pointed at). Cells `not_told` beside each
    other become one.
    ValueError: no rows, or a service without a cell for each county.
    """
    rows = rows_of(frame)
    areas = list(dict.fromkeys(row["area"] for row in rows))
    services = [list(cells) for _, cells in groupby(rows, key=lambda row: row["service"])]
    if not rows or any([cell["area"] for cell in cells] != areas for cells in services):
        raise ValueError("expected one row for every service and county, the counties in one order")
    drawn, height = _narrow(services, len(areas), palette) if narrow else _wide(services, title, palette)
    width = NARROW if narrow else WIDTH
    return picture(
        *drawn,
        prefix=prefix,
        role="table",
        title=title,
        description=description,
        box=(0, 0, width, height),
        size=(width, height),
    )


def _wide(services: Sequence[Sequence[Cell]], title: str, palette: Palette) -> tuple[list[str], float]:
    column = (WIDTH - NAMES) / len(services[0])
    heads = [
        text(cell["area_name"], NAMES + number * column + PAD, 22, role="columnheader", **_bold(palette))
        for number, cell in enumerate(services[0])
    ]
    # Over the names nothing is printed; for a screen reader the table's name stands there.
    corner = text("", 0, 0, role="columnheader", aria_label=title)
    drawn, y = [element("g", corner, *heads, role="row")], float(HEAD)
    for cells in services:
        names, height = _names(cells[0], "wide", palette)
        parts = [_rule(y, WIDTH, palette), element("g", *names, role="rowheader", transform=f"translate(0 {y:g})")]
        runs = [list(run) for _, run in groupby(enumerate(cells), key=lambda each: _run(*each))]
        for run in runs:
            place, cell = run[0]
            width = column * len(run) - GAP
            parts.append(_cell(cell, NAMES + place * column, y + (height - CELL) / 2, width, palette))
        drawn.append(element("g", *parts, role="row"))
        y += height
    return drawn, y + 2


def _narrow(services: Sequence[Sequence[Cell]], counties: int, palette: Palette) -> tuple[list[str], float]:
    drawn, y = [], 0.0
    for county in range(counties):
        name = text(
            services[0][county]["area_name"], 0, y + 26, role="columnheader", **_bold(palette) | {"font_size": 18}
        )
        drawn.append(element("g", name, role="row"))
        y += HEAD + 6
        for cells in services:
            names, height = _names(cells[0], "narrow", palette)
            parts = [
                _rule(y, NARROW, palette),
                element("g", *names, role="rowheader", transform=f"translate(0 {y:g})"),
                _cell(cells[county], NARROW_NAMES, y + (height - CELL) / 2, NARROW - NARROW_NAMES - 1, palette),
            ]
            drawn.append(element("g", *parts, role="row"))
            y += height
        y += 18
    return drawn, y


def _run(place: int, cell: Cell) -> object:
    """Cells of one run are drawn as one: those that are told for the whole country only; any other stands alone."""
    return NOT_TOLD if cell["state"] == NOT_TOLD else place


def _names(cell: Cell, view: str, palette: Palette) -> tuple[list[str], float]:
    """The service's name and note in lines from the row's top, and the height that the row needs."""
    letters, small = LETTERS[view]
    name, note = wrap(cell["name"], letters), wrap(cell["note"], small)
    tall = len(name) * NAME * 1.2 + len(note) * NOTE * 1.25
    height = max(CELL + 8.0, tall + 14)
    y, drawn = (height - tall) / 2, []
    for line in name:
        y += NAME * 1.2
        drawn.append(text(line, 0, y - 4, font_size=NAME, font_weight=600, fill=palette.ink))
    for line in note:
        y += NOTE * 1.25
        drawn.append(text(line, 0, y - 3, font_size=NOTE, fill=palette.muted))
    return drawn, height


def _cell(cell: Cell, x: float, y: float, width: float, palette: Palette) -> str:
    ink, middle = ink_of(cell["state"], palette), y + CELL / 2
    shift = 9 if cell["mark"] else 0
    words = [
        sign(cell["state"], x + PAD, middle - SIZE / 2 - shift, palette),
        text(cell["word"], x + PAD + SIZE + 7, middle + 5 - shift, font_size=WORD, font_weight=600, fill=ink),
    ]
    if cell["mark"]:
        # Its first word is a sign, which stands under the state's sign.
        small, _, became = cell["mark"].partition(" ")
        words.append(text(small, x + PAD + SIZE / 2, middle + 14, text_anchor="middle", font_size=MARK, fill=ink))
        words.append(text(became, x + PAD + SIZE + 7, middle + 14, font_size=MARK, fill=ink))
    told = element("title", escape(cell["spoken"]))
    ground = box(cell["state"], x, y, width, CELL, palette)
    return element("g", told, ground, *words, role="cell", aria_label=cell["spoken"])


def _rule(y: float, width: float, palette: Palette) -> str:
    return element("path", d=f"M0 {y:g}H{width:g}", stroke=palette.grid, aria_hidden="true")


def _bold(palette: Palette) -> dict[str, Any]:
    return {"font_size": 16, "font_weight": 600, "fill": palette.ink}
