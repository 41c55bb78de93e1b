"""People reached: two cycles' counts beside each other in every row, as bars from zero, never a line."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import LIGHT, Palette
from components.charts.plots.theme import SMALL, base_layout, hover, records, rough_width, safe
from data.model.frames import rows_of

ROW, BAR = 66, 0.34  # pixels of a row; of a row, one bar
ABOVE = 22
PALE = 0.4  # opacity of a bar inside its edge
NARROW_LETTERS, WIDE_LETTERS = 16, 34
STEPS = (5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


def people_bars(
    frame: pd.DataFrame,
    *,
    cycles: Sequence[tuple[str, str]],
    separators: str,
    palette: Palette = LIGHT,
    narrow: bool = False,
) -> go.Figure:
    """Two bars a row: the first of `cycles` (code, name) above and pale, the second below and full.

    `frame`: one row a `row` and cycle, with row, name, cycle, value, text and spoken; the figure stands at the end of
    its bar, and where there is none its mark stands at the axis, without a bar. A cycle without rows draws nothing.
    ValueError: no rows, or a row twice in a cycle.
    """
    if frame.empty or frame.duplicated(["row", "cycle"]).any():
        raise ValueError("expected at least one row, and each once in a cycle")
    names = dict(zip(frame["row"], frame["name"], strict=True))
    heights = {row: float(number) for number, row in enumerate(names)}
    end = float(frame["value"].astype("float64").fillna(0).max()) or 10.0
    letters = NARROW_LETTERS if narrow else WIDE_LETTERS
    broken = ["<br>".join(safe(line) for line in wrap(name, letters)) for name in names.values()]
    figure = go.Figure(layout=base_layout(palette, separators, height=ABOVE + 40 + ROW * len(names)))
    left = 14 + max(rough_width(line) for name in names.values() for line in wrap(name, letters))
    figure.update_layout(margin={"l": left, "r": 16, "t": ABOVE, "b": 30}, barmode="overlay")
    figure.layout.yaxis = _rows_axis(list(heights.values()), broken)
    figure.layout.xaxis = _value_axis(end, palette)
    for (code, name), below, style in zip(cycles, (False, True), _styles(palette), strict=True):
        rows = frame[frame["cycle"].eq(code)]
        if not rows.empty:
            places = [heights[row] + (BAR / 2 + 0.02) * (1 if below else -1) for row in rows["row"]]
            figure.add_trace(_bars(rows, places, name, style))
            for place, row in zip(places, records(rows), strict=True):
                figure.add_annotation(_figure(row, place, name, palette))
    return figure


def _styles(palette: Palette) -> tuple[dict[str, Any], dict[str, Any]]:
    """The earlier cycle pale, the later full: apart in a grey copy too, and under the mark of made-up figures."""
    full = {"color": palette.accent, "line": {"color": palette.accent, "width": 1.5}}
    red, green, blue = (int(palette.accent[start : start + 2], 16) for start in (1, 3, 5))
    return full | {"color": f"rgba({red},{green},{blue},{PALE})"}, full


def _bars(rows: pd.DataFrame, places: Sequence[float], name: str, marker: Mapping[str, Any]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[None if pd.isna(value) else float(value) for value in rows["value"]],
        y=list(places),
        width=BAR,
        marker=dict(marker),
        hovertext=[hover(row["spoken"]) for row in rows_of(rows)],
        hoverinfo="text",
        name=name,
    )


def _figure(row: Mapping[str, Any], place: float, cycle: str, palette: Palette) -> dict[str, Any]:
    """The figure and its cycle at the bar's end; without a figure the mark at the axis."""
    shown = pd.notna(row["value"])
    words = f"<b>{safe(row['text'])}</b>" if shown else f"<i>{safe(row['text'])}</i>"
    small = f'<span style="font-size:{SMALL}px;color:{palette.muted}">{safe(cycle)}</span>'
    return {
        "text": f"{words} {small}",
        "x": float(row["value"]) if shown else 0.0,
        "y": place,
        "xanchor": "left",
        "xshift": 5,
        "showarrow": False,
        "font": {"color": palette.ink},
        "hovertext": hover(row["spoken"]),
    }


def _rows_axis(heights: Sequence[float], names: Sequence[str]) -> dict[str, Any]:
    return {
        "range": (len(heights) - 0.5, -0.5),
        "tickvals": list(heights),
        "ticktext": list(names),
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
    }


def _value_axis(end: float, palette: Palette) -> dict[str, Any]:
    step = next((step for step in STEPS if end / step <= 6), STEPS[-1])
    # A quarter more than the longest bar: its figure and cycle stand behind it.
    return {
        "range": (0, end * 1.35),
        "tickvals": [number * step for number in range(int(end // step) + 1)],
        "tickformat": ",.0f" if end >= 10_000 else ".0f",
        "tickfont": {"size": SMALL, "color": palette.muted},
        "gridcolor": palette.grid,
        "zeroline": True,
        "zerolinecolor": palette.muted,
        "fixedrange": True,
        "ticks": "",
    }
