"""Colours as eyes and copiers see them: a mixture on a ground, another person's colour vision, lightness, distance."""

from collections.abc import Sequence
from math import dist

from components.charts.palette import Colour

# Complete dichromacy, as matrices of linear sRGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
# Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0. A grey copy keeps the luminance alone.
LUMINANCE = (0.2126, 0.7152, 0.0722)
VISIONS: dict[str, tuple[Sequence[float], ...]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey copy": (LUMINANCE, LUMINANCE, LUMINANCE),
}
# Linear sRGB to CIE XYZ, white of D65.
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)

Lab = tuple[float, float, float]


def mixed(colour: Colour, ground: Colour, opacity: float) -> Colour:
    """The colour laid over the ground, as a browser does it."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(opacity * over + (1 - opacity) * under):02X}" for over, under in pairs)


def seen(colour: Colour, vision: str) -> Lab:
    """The colour as that vision has it, in CIE L*a*b*."""
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    light = [min(1.0, max(0.0, _product(row, linear))) for row in VISIONS[vision]]
    x, y, z = (_cube_root(_product(row, light) / white) for row, white in zip(XYZ, WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def lightness(colour: Colour, vision: str) -> float:
    """L*: 0 is black, 100 white."""
    return seen(colour, vision)[0]


def distance(one: Colour, other: Colour, vision: str) -> float:
    """The colour difference (CIE 1976) under that vision: about 2 is just seen, 10 is seen at a glance."""
    return dist(seen(one, vision), seen(other, vision))


def _channels(colour: Colour) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _product(row: Sequence[float], column: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(row, column, strict=True))


def _cube_root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
