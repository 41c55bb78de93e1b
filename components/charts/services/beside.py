"""Need beside reach: a row a county, at the left its signs of risk, at the right its signs of services."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.charts.palette import Palette
from components.charts.services.signs import chip
from components.charts.svg import element, picture, text

CHIP, STEP = 22, 26
STYLE = """<style>
.beside { display: grid; grid-template-columns: minmax(6rem, 1fr) 4fr 5fr; gap: 0 1.6rem; }
.beside > * { padding: .6rem 0; border-top: 1px solid var(--st-border-color); }
.beside > .head { border: 0; font-weight: 600; font-size: .92rem; padding: 0 0 .3rem; align-self: end; }
.beside h3 { font-size: 1.1rem; font-weight: 600; margin: 0; }
.beside p { margin: .25rem 0 0; font-size: .9rem; line-height: 1.4; }
.beside svg { display: block; max-width: 100%; height: auto; }
.beside .part { display: none; }
.keys { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; }
.keys { margin: .6rem 0 0; padding: 0; font-size: .85rem; }
.keys li { display: flex; gap: .4rem; align-items: center; }
@container (max-width: 820px) {
  .beside { grid-template-columns: 1fr; }
  .beside > .head { display: none; }
  .beside .part { display: block; font-weight: 600; }
  .beside > div { border: 0; padding-top: 0; }
}
</style>"""


@dataclass(frozen=True)
class Side:
    """One side of a county's row: (state, words) of each sign, the count, and what is said in words."""

    signs: Sequence[tuple[str, str]]
    count: str
    said: str


def beside_board(
    rows: Sequence[tuple[str, Side, Side]],
    *,
    heads: tuple[str, str],
    keys: Mapping[str, str],
    palette: Palette,
) -> str:
    """The HTML of the board: county, its risks, its services; then what each sign of `keys` means.

    On a narrow screen the two sides stand below each other, each under its head. ValueError: no rows.
    """
    if not rows:
        raise ValueError("expected at least one county")
    body = "".join(
        f"<h3>{html.escape(name)}</h3>"
        + "".join(
            _side(side, head, f"beside-{number}-{place}", name, palette)
            for place, (side, head) in enumerate(zip(sides, heads, strict=True))
        )
        for number, (name, *sides) in enumerate(rows)
    )
    top = "".join(f'<span class="head">{html.escape(head)}</span>' for head in ("", *heads))
    legend = "".join(
        f'<li><svg width="{CHIP}" height="{CHIP}" aria-hidden="true">{mark(state, 0, palette)}</svg>'
        f"<span>{html.escape(words)}</span></li>"
        for state, words in keys.items()
    )
    return f'{STYLE}<div class="beside">{top}{body}</div><ul class="keys">{legend}</ul>'


def mark(state: str, x: float, palette: Palette) -> str:
    """The sign of a state of risk or of a service."""
    if state not in ("worse", "alike", "untested", "no_data"):
        return chip(state, x + 1, 1, CHIP - 2, palette)
    worse = state == "worse"
    edge = palette.reference if worse else palette.muted
    ground = element(
        "rect",
        x=x + 1,
        y=1,
        width=CHIP - 2,
        height=CHIP - 2,
        rx=3,
        fill=palette.reference if worse else palette.paper,
        stroke=edge,
        stroke_dasharray="2 3" if state in ("untested", "no_data") else None,
    )
    if worse:
        return ground + element("path", d=f"M{x + 6:g} 8h10l-5 8z", fill=palette.paper)
    letter = {"alike": "=", "untested": "·", "no_data": ""}[state]
    place = {"text_anchor": "middle", "font_size": 15, "font_weight": 600, "fill": palette.muted}
    return ground + text(letter, x + CHIP / 2, 16, **place)


def _side(side: Side, head: str, prefix: str, county: str, palette: Palette) -> str:
    signs = [
        element("g", element("title", html.escape(words)), mark(state, number * STEP, palette))
        for number, (state, words) in enumerate(side.signs)
    ]
    width = len(signs) * STEP
    strip = picture(
        *signs,
        prefix=prefix,
        role="img",
        title=f"{county}: {side.count}",
        description="; ".join(words for _, words in side.signs),
        box=(0, 0, width, CHIP),
        size=(width, CHIP),
    )
    said = f"<p><strong>{html.escape(side.count)}</strong> {html.escape(side.said)}</p>"
    return f'<div><span class="part">{html.escape(head)}</span>{strip}{said}</div>'
