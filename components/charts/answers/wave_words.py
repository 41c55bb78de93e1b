"""What is said of the difference between two waves: points and interval, verdict, and what could be detected."""

from typing import Any

from components.charts.answers.layout import LINE
from components.charts.answers.notes import note_at
from components.charts.answers.told import Row
from components.charts.palette import Palette
from components.charts.plots.theme import SIZE, SMALL, hover, lines, rough_width, safe, small

WIDE_LETTERS, NARROW_LETTERS = 38, 48
PAD = 4  # pixels above the words, so that they do not touch the dots


def loud(change: Row) -> bool:
    """Whether the test found a difference: only then does the row speak up."""
    return change["verdict"] in ("higher", "lower")


def change_height(change: Row, *, narrow: bool) -> float:
    """Pixels that the words need from top to bottom; 0 where nothing is said."""
    later = _later(change, narrow=narrow)
    count = bool(_first(change)) + sum(1 + words.count("<br>") for words in later.values())
    return PAD + LINE * count if count else 0


def change_width(change: Row) -> float:
    """Pixels that the words need beside the dots."""
    later = [part for words in _later(change, narrow=False).values() for part in words.split("<br>")]
    return max([rough_width("  ".join(_first(change)), SIZE), *(rough_width(part, SMALL) for part in later)]) + 8


def change_note(change: Row, y: float, shift: float, palette: Palette, *, narrow: bool) -> dict[str, Any]:
    """The words as an annotation: `shift` pixels right of the plot level with `y`, or from `y` down where narrow."""
    note = note_at(
        _words(change, palette, narrow=narrow),
        y + (PAD if narrow else 0),
        shift=shift,
        colour=palette.ink if loud(change) else palette.muted,
        size=SIZE,
        hovered=hover(change["spoken"]),
    )
    return note | {"x": 0, "xshift": 0, "yanchor": "top", "bgcolor": palette.paper} if narrow else note


def _words(change: Row, palette: Palette, *, narrow: bool) -> str:
    """Points in bold where the test found a difference, their interval, the verdict, the detectable difference."""
    figure, *interval = [safe(words) for words in _first(change)] or [""]
    written = [f"<b>{figure}</b>" if loud(change) else figure, *(small(words, palette) for words in interval)]
    colours = {"verdict_text": palette.ink if loud(change) else palette.muted, "detectable_text": palette.muted}
    later = [
        f'<span style="font-size:{SMALL}px;color:{colours[part]}">{words}</span>'
        for part, words in _later(change, narrow=narrow).items()
    ]
    return "<br>".join([*(["\u00a0\u00a0".join(written)] if figure else []), *later])


def _first(change: Row) -> list[str]:
    return [words for words in (change["change_text"], change["interval_text"]) if words]


def _later(change: Row, *, narrow: bool) -> dict[str, str]:
    letters = NARROW_LETTERS if narrow else WIDE_LETTERS
    return {part: lines(change[part], letters) for part in ("verdict_text", "detectable_text") if change[part]}
