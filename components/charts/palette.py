"""The colours of maps and charts on light and on dark ground, and the arithmetic that keeps text readable."""

from dataclasses import dataclass

Colour = str  # "#RRGGBB"
Ramp = tuple[Colour, Colour, Colour, Colour]


@dataclass(frozen=True)
class Palette:
    """Named colours of one ground. Ramps run from pale to dark on both grounds, so that a screen and a
    print of the same figure agree: darker is worse (risk ramp) or more (neutral ramp)."""

    paper: Colour
    ink: Colour
    muted: Colour  # second-rank text
    land: Colour  # counties outside the view's subject; lighter than every class
    neighbour: Colour
    line: Colour  # borders between counties
    outline: Colour  # the fine edge of the programme's counties
    grid: Colour
    hidden: Colour  # ground of a county whose figure is not shown
    accent: Colour
    reference: Colour  # the country's value
    focus: Colour  # keyboard focus
    ramp: Ramp
    neutral_ramp: Ramp


LIGHT = Palette(
    paper="#FBFAF7",
    ink="#1C2730",
    muted="#525E67",
    land="#F6F4EF",
    neighbour="#F1EFEA",
    line="#FFFFFF",
    outline="#3E5365",
    grid="#DDDAD2",
    hidden="#F7F5F0",
    accent="#12436D",
    reference="#801650",
    focus="#F2A900",
    ramp=("#CFE2F2", "#7FB0DA", "#2C6CA6", "#12436D"),
    neutral_ramp=("#DCE7DA", "#A5C3A8", "#4D7A5B", "#24493A"),
)

DARK = Palette(
    paper="#14191E",
    ink="#EDF1F4",
    muted="#A9B5BE",
    land="#252C32",
    neighbour="#1D2329",
    line="#14191E",
    outline="#C9D3DB",
    grid="#333D45",
    hidden="#20272D",
    accent="#8FC1EC",
    reference="#F08CBF",
    focus="#FFC531",
    ramp=("#DCEBF8", "#8DBDE6", "#3676B1", "#1F5A93"),
    neutral_ramp=("#DFEBDD", "#A3C7A8", "#4A7D5C", "#2F6148"),
)

_BLACK, _WHITE = "#10181F", "#FFFFFF"


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: Colour) -> Colour:
    """Near-black or white, whichever stands out more on this ground."""
    return max((_BLACK, _WHITE), key=lambda ink: contrast(ink, ground))


def _luminance(colour: Colour) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
