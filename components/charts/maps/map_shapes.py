"""The geometry a map needs, whoever supplies it; `geo.shapes()` does."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class CountyShape(Protocol):
    """What a county is drawn from: code, SVG path, the middle and size of the room for its label."""

    @property
    def id(self) -> str: ...
    @property
    def focus(self) -> bool: ...
    @property
    def path(self) -> str: ...
    @property
    def label(self) -> tuple[float, float]: ...
    @property
    def room(self) -> tuple[float, float]: ...


class ViewShape(Protocol):
    """A part of the map: left, top, width, height; and where the word for the land outside may stand."""

    @property
    def box(self) -> tuple[float, float, float, float]: ...
    @property
    def outside(self) -> tuple[float, float] | None: ...


class MapShapes(Protocol):
    """All counties, the neighbours' land as SVG path data, and the views by name."""

    @property
    def counties(self) -> Sequence[CountyShape]: ...
    @property
    def neighbours(self) -> str: ...
    @property
    def views(self) -> Mapping[str, ViewShape]: ...
