"""Where hatching and repeated words go: diagonals cut at a box, and places along a slant."""

from math import ceil, cos, hypot, radians, sin

from components.charts.fonts import text_width

Box = tuple[float, float, float, float]  # left, top, width, height
Place = tuple[float, float]

SLANT = -24  # degrees
LOW = 3  # type sizes: a lower box has its words level
ROW, GAP = 5.2, 2.4  # type sizes between rows of words and between words


def hatch(box: Box, step: float, *, upwards: bool = False) -> str:
    """Path data of the diagonals from lower left to upper right, cut at the box; `upwards`: y counts up."""
    left, top, width, height = box
    sign = -1 if upwards else 1
    drawn = []
    for number in range(1, ceil((width + height) / step)):
        along = number * step  # from the upper left corner along the edge to where the diagonal meets it
        x0, y0 = max(0.0, along - height), min(along, height)
        x1, y1 = min(along, width), max(0.0, along - width)
        drawn.append(f"M{left + x0:.0f} {sign * (top + y0):.0f}L{left + x1:.0f} {sign * (top + y1):.0f}")
    return "".join(drawn)


def places(words: str, box: Box, size: float) -> list[Place]:
    """Middles of the words, row by row along the slant, every second row moved by half a step."""
    left, top, width, height = box
    if is_level(box, size):
        step, row, slant = text_width(words, size, "semibold") + GAP * size, height, 0.0
    else:
        step, row, slant = text_width(words, size, "semibold") + GAP * size, ROW * size, radians(SLANT)
    reach = hypot(width, height) / 2
    rows, columns = ceil(reach / row), ceil(reach / step)
    found = []
    for number in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            along, across = (column + number % 2 / 2) * step, number * row
            x = left + width / 2 + along * cos(slant) - across * sin(slant)
            y = top + height / 2 + along * sin(slant) + across * cos(slant)
            if abs(x - left - width / 2) < (width + step) / 2 and abs(y - top - height / 2) < (height + row) / 2:
                found.append((round(x, 1), round(y, 1)))
    return found


def is_level(box: Box, size: float) -> bool:
    """Whether the box is too low for slanting words."""
    return box[3] < LOW * size
