"""The programme's cycles on a line of months."""

from collections.abc import Mapping, Sequence

from components.charts.palette import Palette
from components.charts.svg import element, picture, text

WIDTH, HEIGHT = 760, 84
TOP, THICK = 34, 18
FIRST, LAST = 2017 * 12, 2025 * 12 + 6


def cycles_timeline(
    cycles: Sequence[Mapping[str, str]],
    *,
    names: Mapping[str, str],
    spans: Mapping[str, str],
    before: str,
    title: str,
    palette: Palette,
) -> str:
    """The SVG: a bar a cycle with its name and dates, a pale bar for the time before. Each cycle has `code` and, as
    ISO months, `start` and `end`; `names` and `spans` are keyed by code."""
    start = month_number(cycles[0]["start"])
    parts = [*bar(FIRST, start, palette.land, before, "", palette)]
    for cycle, colour in zip(cycles, (palette.ramp[2], palette.ramp[3]), strict=True):
        code, left, right = cycle["code"], month_number(cycle["start"]), month_number(cycle["end"]) + 1
        parts += bar(left, right, colour, names[code], spans[code], palette)
    return picture(
        *parts,
        prefix="cycles",
        role="img",
        title=title,
        description="; ".join(f"{names[code]}: {spans[code]}" for code in names),
        box=(0, 0, WIDTH, HEIGHT),
        size=(WIDTH, HEIGHT),
    )


def month_number(month: str) -> int:
    """Months since year 0 of an ISO month."""
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def across(month: int) -> float:
    """Where on the line a month begins."""
    return WIDTH * (month - FIRST) / (LAST - FIRST)


def bar(left: int, right: int, colour: str, name: str, span: str, palette: Palette) -> list[str]:
    """One stretch of time with its name above and its dates below."""
    x = across(left)
    return [
        element("rect", x=x, y=TOP, width=across(right) - x - 3, height=THICK, fill=colour),
        text(name, x, TOP - 9, fill=palette.ink, font_size=15, font_weight=600),
        text(span, x, TOP + THICK + 18, fill=palette.muted, font_size=13),
    ]
