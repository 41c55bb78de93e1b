"""The bars of a scale: stacked from the middle line outwards, in colours that a grey copy keeps apart."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.charts.answers.scale import Scale, Shares, whole
from components.charts.palette import Colour, Palette, readable_on
from components.charts.plots.theme import SMALL, hover, rough_width, safe

THICKNESS = 26  # pixels
LEAST_TYPE = 12  # smaller shares are left out by Plotly, never shrunk
NARROW_KEY, WIDE_KEY = 330, 620  # pixels of a line of the key
# On light and on dark paper: the left side's colour, how much of its side's colour the answer next to the middle has,
# how much of the muted colour the neutral one. With less they would not stand out from the paper three to one.
WARM = {"light": "#8F3D0B", "dark": "#F5A66B"}
PALEST = {"light": 0.62, "dark": 0.5}
NEUTRAL = {"light": 0.68, "dark": 0.5}


def answer_colours(scale: Scale, palette: Palette) -> dict[str, Colour]:
    """Answer to colour: warm to the left, the accent to the right, the strongest answers strongest; neutral grey.

    Neighbours differ in lightness and the two sides by place, so that a grey copy can still be read."""
    ground = "light" if readable_on(palette.paper) != "#FFFFFF" else "dark"
    palest = PALEST[ground]
    sides = ((tuple(reversed(scale.negative)), WARM[ground]), (scale.positive, palette.accent))
    colours = {
        code: _mixed(colour, palette.paper, palest + (1 - palest) * (place / max(1, len(answers) - 1)))
        for answers, colour in sides
        for place, code in enumerate(answers)
    }
    # A side of one answer is that side's strongest.
    alone = {answers[0]: colour for answers, colour in sides if len(answers) == 1}
    return colours | alone | dict.fromkeys(scale.middle, _mixed(palette.muted, palette.paper, NEUTRAL[ground]))


def bar_traces(
    groups: Mapping[str, Shares],
    scale: Scale,
    colours: Mapping[str, Colour],
    marks: Mapping[str, float],
    palette: Palette,
) -> list[go.Bar]:
    """One trace an answer over the groups that are shown whole, at the heights of `marks`; a second one hatches
    the unreliable shares (in one trace the ground would be tiled with the hatching, and show its seams)."""
    drawn = whole(groups)
    traces = []
    for code in scale.answers if drawn else ():
        bar = _trace(code, drawn, scale, colours[code], marks, palette)
        doubtful = {group: shares for group, shares in drawn.items() if shares[code]["status"] == "unreliable"}
        if doubtful:
            bar.text = ["" if group in doubtful else words for group, words in zip(drawn, bar.text, strict=True)]
            hatched = _trace(code, doubtful, scale, colours[code], marks, palette)
            traces += [bar, hatched.update(marker=_hatching(readable_on(colours[code])))]
        else:
            traces.append(bar)
    return traces


def key_lines(scale: Scale, names: Mapping[str, str], colours: Mapping[str, Colour], *, narrow: bool) -> list[str]:
    """The answers' names with their colours, in the order of the bars, as lines of markup."""
    room = NARROW_KEY if narrow else WIDE_KEY
    filled: list[list[str]] = [[]]
    taken = 0.0
    for code in scale.answers:
        width = rough_width(f"■ {names[code]}    ", SMALL + 1)
        if filled[-1] and taken + width > room:
            filled.append([])
            taken = 0.0
        filled[-1].append(f'<span style="color:{colours[code]}">■</span>\u00a0{safe(names[code])}')
        taken += width
    return ["\u00a0\u00a0\u00a0 ".join(line) for line in filled]


def _mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """So much of the colour on this ground."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02X}" for over, under in pairs)


def _trace(
    code: str,
    groups: Mapping[str, Shares],
    scale: Scale,
    colour: Colour,
    marks: Mapping[str, float],
    palette: Palette,
) -> go.Bar:
    rows = [shares[code] for shares in groups.values()]
    return go.Bar(
        orientation="h",
        y=[marks[group] for group in groups],
        x=[row["value"] for row in rows],
        base=[_start(code, shares, scale) for shares in groups.values()],
        width=THICKNESS,
        xaxis="x2" if code == scale.neutral else "x",
        marker={"color": colour, "line": {"color": palette.paper, "width": 1}},
        text=[safe(row["text"]) for row in rows],
        # Beside the neutral answer there is room for a share that does not fit into its bar.
        textposition="auto" if code == scale.neutral else "inside",
        insidetextanchor="middle",
        cliponaxis=False,
        textangle=0,
        insidetextfont={"color": readable_on(colour), "size": SMALL + 1},
        outsidetextfont={"color": palette.ink, "size": SMALL + 1},
        customdata=[row["row"] for row in rows],
        hovertext=[hover(row["spoken"]) for row in rows],
        hoverinfo="text",
        name=code,
    )


def _hatching(ink: Colour) -> dict[str, Any]:
    lines = {"shape": "/", "fillmode": "replace", "bgcolor": "rgba(0,0,0,0)", "fgcolor": ink}
    return {"color": "rgba(0,0,0,0)", "pattern": lines | {"fgopacity": 0.4, "size": 7, "solidity": 0.14}}


def _start(code: str, shares: Shares, scale: Scale) -> float:
    """Where an answer's segment starts: outwards from the middle line, the neutral answer from its own."""
    if code == scale.neutral:
        return 0.0
    if code in scale.positive:
        inner = scale.positive[: scale.positive.index(code)]
        return float(sum(shares[other]["value"] for other in inner))
    outer = scale.negative[scale.negative.index(code) :]
    return -float(sum(shares[other]["value"] for other in outer))
