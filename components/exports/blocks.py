"""Blocks of a framed picture: each comes back as markup and the height it takes up (0 for nothing)."""

from collections.abc import Sequence

from components.charts.fonts import text_width, wrapped
from components.charts.maps.patterns import pattern
from components.charts.palette import Palette
from components.charts.signs import BEYOND, HATCHED, HOLLOW, INTERVAL
from components.charts.svg import element, text

Block = tuple[str, float]
WEIGHTS = {"regular": 400, "semibold": 600, "italic": 400, "serif": 600}
ASCENT = 0.78  # of the size: from a line's top to its baseline

PILL_SIZE, PILL_HEIGHT, PILL_PAD = 16, 32, 14
LEGEND_SIZE, SWATCH = 16, 18
LINES = (HOLLOW, INTERVAL, BEYOND)


def lines_block(
    paragraphs: Sequence[str],
    *,
    x: float,
    y: float,
    width: float,
    size: float,
    face: str,
    fill: str,
    family: str | None = None,
    leading: float = 1.4,
) -> Block:
    """Paragraphs, each wrapped to the width."""
    step = size * leading
    lines = [line for words in paragraphs for line in wrapped(words, width, size, face)]
    drawn = [
        text(
            line,
            x,
            round(y + ASCENT * size + number * step, 1),
            font_size=size,
            fill=fill,
            font_weight=WEIGHTS[face],
            font_family=family,
        )
        for number, line in enumerate(lines)
    ]
    return "".join(drawn), step * len(lines)


def pills_block(pills: Sequence[str], *, x: float, y: float, width: float, palette: Palette) -> Block:
    """The filters in force as rounded labels, in as many rows as they need."""

    def pill(words: str, left: float, top: float, wide: float) -> str:
        outline = element(
            "rect",
            x=left + 0.5,
            y=top + 0.5,
            width=wide - 1,
            height=PILL_HEIGHT - 1,
            rx=PILL_HEIGHT / 2,
            fill="none",
            stroke=palette.muted,
            stroke_width=1,
        )
        return outline + text(words, left + PILL_PAD, top + 21.5, font_size=PILL_SIZE, fill=palette.ink)

    room = width - 2 * PILL_PAD
    pieces = [line for words in pills for line in wrapped(words, room, PILL_SIZE)]
    widths = [text_width(words, PILL_SIZE) + 2 * PILL_PAD for words in pieces]
    places, height = _flow(widths, width, row=PILL_HEIGHT, gap=10)
    drawn = [
        pill(words, x + left, y + top, wide) for words, wide, (left, top) in zip(pieces, widths, places, strict=True)
    ]
    return "".join(drawn), height


def legend_block(legend: Sequence[tuple[str, str]], *, x: float, y: float, width: float, palette: Palette) -> Block:
    """The states that are present, each with its sign and its word."""
    indent = SWATCH + 8
    # A wrapped word's later lines carry no sign of their own.
    pieces = [
        (status if number == 0 else "", line)
        for status, words in legend
        for number, line in enumerate(wrapped(words, width - indent, LEGEND_SIZE))
    ]
    widths = [indent + text_width(line, LEGEND_SIZE) for _, line in pieces]
    places, height = _flow(widths, width, row=24, gap=22)
    drawn = [
        _sign(status, x + left, y + top, palette)
        + text(line, x + left + indent, y + top + 16.5, font_size=LEGEND_SIZE, fill=palette.ink)
        for (status, line), (left, top) in zip(pieces, places, strict=True)
    ]
    return "".join(drawn), height


def _flow(widths: Sequence[float], room: float, *, row: float, gap: float) -> tuple[list[tuple[float, float]], float]:
    """Places of boxes set one after another in rows, and the height of all rows."""
    places: list[tuple[float, float]] = []
    left, top = 0.0, 0.0
    for wide in widths:
        if left and left + wide > room:
            left, top = 0.0, top + row + 8
        places.append((left, top))
        left += wide + gap
    return places, (top + row if places else 0.0)


def _sign(status: str, x: float, y: float, palette: Palette) -> str:
    """The sign as the picture has it: a dot, a whisker, an arrow, a plain field, or a pattern on a pale one."""
    if not status:
        return ""
    if status in LINES:
        return _line(status, x, y + 2 + SWATCH / 2, palette)
    place = {"x": x, "y": y + 2, "width": SWATCH, "height": SWATCH}
    field: dict[str, object] = {**place, "stroke": palette.muted, "stroke_width": 1}
    if status == "ok":
        return element("rect", fill=palette.ramp[2], **field)
    state = "unreliable" if status == HATCHED else status
    name = f"frame-{state}"
    return (
        element("defs", pattern(state, name=name, colour=palette.ink, scale=0.8))
        + element("rect", fill=palette.hidden, **field)
        + element("rect", fill=f"url(#{name})", **field)
    )


def _line(sign: str, x: float, y: float, palette: Palette) -> str:
    """A sign drawn in the accent's line: the hollow dot, the whisker, the arrow at the end of a scale."""
    line = {"fill": "none", "stroke": palette.accent, "stroke_width": 2}
    if sign == HOLLOW:
        return element("circle", cx=x + SWATCH / 2, cy=y, r=SWATCH / 3, **line)
    if sign == INTERVAL:
        return element("path", d=f"M{x:g} {y - 5:g}v10m0 -5h{SWATCH}m0 -5v10", **line)
    return element("path", d=f"M{x + 4:g} {y - 5.5:g}v11L{x + SWATCH - 4:g} {y:g}z", fill=palette.accent)
