"""Where the counties are: outlines ready to draw, by ISO 3166-2 code. Names live in i18n."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

ATTRIBUTION = ("natural_earth", "boundaries")  # codes of the lines to print with every map

_MAP = Path(__file__).parent / "boundaries" / "map.json"


@dataclass(frozen=True)
class County:
    """One county in map units (400 m, y downwards): SVG path data, and the room there is around `label`."""

    id: str
    focus: bool
    path: str
    label: tuple[float, float]
    room: tuple[float, float]


@dataclass(frozen=True)
class View:
    """A part of the map: left, top, width, height; and where to say that the other counties are outside."""

    box: tuple[float, float, float, float]
    outside: tuple[float, float] | None


@dataclass(frozen=True)
class Shapes:
    """Everything a map of the counties is drawn from."""

    counties: tuple[County, ...]
    neighbours: str
    views: Mapping[str, View]
    seats: Mapping[str, tuple[float, float]]  # of the four counties' municipalities, by LAU code


@functools.cache
def shapes() -> Shapes:
    """The twelve counties by code, the neighbours' land, the views `four` and `twelve`, the municipal seats."""
    drawing = json.loads(_MAP.read_text(encoding="utf-8"))
    return Shapes(
        counties=tuple(_county(row) for row in drawing["counties"]),
        neighbours=drawing["neighbours"],
        views=MappingProxyType({name: _view(row) for name, row in drawing["views"].items()}),
        seats=MappingProxyType({code: (x, y) for code, (x, y) in drawing["seats"].items()}),
    )


def _county(row: dict[str, Any]) -> County:
    return County(row["id"], row["focus"], row["path"], tuple(row["label"]), tuple(row["room"]))


def _view(row: dict[str, Any]) -> View:
    return View(tuple(row["box"]), tuple(row["outside"]) if row["outside"] else None)
