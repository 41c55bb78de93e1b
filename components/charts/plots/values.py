"""Where the printed values of a series and the names of its groups stand."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.palette import Palette
from components.charts.plots.moments import Group, Plan
from components.charts.plots.theme import SMALL, hover, records, safe

LINE_HEIGHT = 17


def value_labels(groups: Sequence[Group], plan: Plan, palette: Palette) -> list[dict[str, Any]]:
    """A label for every mark: beside, above or below it, upright where there is no room to lie flat."""
    labels = []
    for group in groups:
        for row in records(group.rows):
            hidden = pd.isna(row["value"])
            if plan.only_last(groups) and not hidden:
                continue
            below = not hidden and not plan.upright and _goes_below(groups, group, row, plan)
            labels.append(
                {
                    "text": f"<i>{safe(row['text'])}</i>" if hidden else safe(row["text"]),
                    "x": plan.place(row["period"]) + group.shift,
                    "y": plan.span[0] if hidden else _end(row, below=below, plan=plan),
                    "yanchor": "top" if below else "bottom",
                    "yshift": -8 if below else 8,
                    "showarrow": False,
                    "textangle": -90 if plan.upright and (not hidden or len(row["text"]) > 3) else 0,
                    "font": {
                        "size": SMALL,
                        "color": group.style.colour if plan.several else palette.muted if hidden else palette.ink,
                    },
                    "hovertext": hover(row["spoken"]),
                }
            )
    return labels


def end_labels(groups: Sequence[Group], plan: Plan) -> list[dict[str, Any]]:
    """The groups' names at the right end, level with their last figures but never on top of each other."""
    words = plan.end_words(groups)
    if not words:
        return []
    unit = plan.pixels_per_unit()
    levels = [
        plan.span[0] if pd.isna(value) else float(value) for value in (group.last_shown()["value"] for group in groups)
    ]
    spaced = spread([level * unit for level in levels], LINE_HEIGHT)
    return [
        {
            "text": f"<b>{safe(text)}</b>",
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": level,
            "yanchor": "middle",
            "yshift": pixels - level * unit,
            "showarrow": False,
            "align": "left",
            "font": {"color": group.style.colour},
        }
        for text, level, pixels, group in zip(words, levels, spaced, groups, strict=True)
    ]


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """The positions, moved as little as possible, so that neighbours are at least `gap` apart; same order."""
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    clusters: list[list[int]] = []
    for index in order:
        clusters.append([index])
        while len(clusters) > 1 and _too_close(clusters[-2], clusters[-1], positions, gap):
            clusters[-2:] = [clusters[-2] + clusters[-1]]
    moved = list(positions)
    for cluster in clusters:
        for step, index in enumerate(cluster):
            moved[index] = _bottom(cluster, positions, gap) + step * gap
    return moved


def _bottom(cluster: Sequence[int], positions: Sequence[float], gap: float) -> float:
    middle = sum(positions[index] for index in cluster) / len(cluster)
    return middle - gap * (len(cluster) - 1) / 2


def _too_close(lower: Sequence[int], upper: Sequence[int], positions: Sequence[float], gap: float) -> bool:
    return _bottom(lower, positions, gap) + gap * len(lower) > _bottom(upper, positions, gap)


def _end(row: dict[str, Any], *, below: bool, plan: Plan) -> float:
    """The end of the interval that the label stands at, or the figure itself; inside the axis either way."""
    bound = row["value_low"] if below else row["value_upp"]
    return min(max(row["value"] if pd.isna(bound) else bound, plan.span[0]), plan.span[1])


def _goes_below(groups: Sequence[Group], group: Group, row: dict[str, Any], plan: Plan) -> bool:
    """Below the mark for the lower of two close groups, and in the valleys of a line that runs alone."""
    if len(groups) > 2:
        return False
    if len(groups) == 2:
        other = groups[1] if group is groups[0] else groups[0]
        there = other.rows.loc[other.rows["period"] == row["period"], "value"].dropna()
        gap = row["value"] - there.iloc[0] if len(there) else float("inf")
        if abs(gap) * plan.pixels_per_unit() < 3 * LINE_HEIGHT or not plan.joined:
            return bool(gap < 0 or (gap == 0 and group is groups[1]))
    return plan.joined and _in_valley(group, row, plan)


def _in_valley(group: Group, row: dict[str, Any], plan: Plan) -> bool:
    place = plan.place(row["period"])
    beside = plan.periods[max(place - 1, 0) : place] + plan.periods[place + 1 : place + 2]
    neighbours = group.rows.loc[group.rows["period"].isin(beside), "value"].dropna()
    return not neighbours.empty and bool(row["value"] < neighbours.mean())
