"""Which type size lets words fit a box, and how many lines they take."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.exports.slides.arial import POINTS, width_of

LEADING = 1.2
BETWEEN = 0.45  # lines between two paragraphs
SAFE = 0.98  # of a line: programs round the widths of letters


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def below(self, height: float) -> "Box":
        """What is left under its first `height` inches."""
        return Box(self.left, self.top + height, self.width, self.height - height)


def lines_of(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The words in lines that fit `width` inches at `size` points; a longer word is broken between letters."""
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer, width, size, bold):
            line = longer
            continue
        lines += [line] if line else []
        line = word
        while not fits(line, width, size, bold) and len(line) > 1:
            end = next(end for end in range(len(line) - 1, 0, -1) if end == 1 or fits(line[:end], width, size, bold))
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line] if line else lines


def fits(words: str, width: float, size: float, bold: bool) -> bool:
    """Whether the words fit one line."""
    return width_of(words, size, bold=bold) <= width * SAFE


def height_of(paragraphs: Sequence[str], width: float, size: float, *, bold: bool = False) -> float:
    """The height of paragraphs in inches, with the space between them."""
    lines = sum(len(lines_of(paragraph, width, size, bold=bold)) for paragraph in paragraphs)
    return (lines * LEADING + max(len(paragraphs) - 1, 0) * BETWEEN) * size / POINTS


def fitting_size(paragraphs: Sequence[str], box: Box, sizes: Sequence[float]) -> float | None:
    """The first of the sizes at which the paragraphs fit the box; None where none does."""
    return next((size for size in sizes if height_of(paragraphs, box.width, size) <= box.height), None)


def size_for_lines(words: str, width: float, sizes: Sequence[float], at_most: int) -> float:
    """The first of the sizes at which the words, in bold, take at most so many lines; the last where none does."""
    return next((size for size in sizes if len(lines_of(words, width, size, bold=True)) <= at_most), sizes[-1])


def pages_of(paragraphs: Sequence[str], box: Box, size: float) -> list[list[str]]:
    """The paragraphs on as many pages as they need, at least one paragraph a page."""
    pages: list[list[str]] = [[]]
    for paragraph in paragraphs:
        if pages[-1] and height_of([*pages[-1], paragraph], box.width, size) > box.height:
            pages.append([])
        pages[-1].append(paragraph)
    return pages
