"""Draw the map once: `python -m geo.build_map` writes boundaries/map.json, ready to be put into an SVG.

Boundaries are projected to UTM 34N, simplified together (a shared border is simplified once, so no gap or
overlap can appear) and scaled to map units of 400 m, y downwards. The same boundaries give the same bytes.
The seats of the municipalities are points of places.csv (GeoNames, CC BY 4.0), put into the same units.
"""

import json
from bisect import bisect_left
from pathlib import Path

import geopandas
import numpy
import pandas
import shapely
from shapely.geometry import Polygon, box

BOUNDARIES = Path(__file__).parent / "boundaries"
FOCUS = ("AL-07", "AL-09", "AL-10", "AL-11")
DEGREES = 4326  # WGS 84, as GeoNames has it
UTM_34N = 32634
METRES_PER_UNIT = 400
TOLERANCE = 700  # metres; coarser loses the peninsula of Shkodër, finer draws what no screen shows
SNAP = 0.0003  # degrees: the two files round the same border differently
GRID = 2  # units between the places tried for a label
LABEL_ASPECT = 2.0  # two short lines of text are about twice as wide as high
MARGIN = 24  # units of land or sea around what a view shows
FOUR_WIDTH = 400  # units: the four counties are tall and slim, a card is not


def build() -> str:
    """The text of map.json: counties (path, label point, room for a label), neighbours, seats, the two views."""
    degrees, around = _read("counties.geojson"), _read("neighbours.geojson")
    metres = _simplified(degrees, around)
    # The upper left corner of the simplified counties is where the drawing's units start.
    corner = metres[degrees.index].total_bounds
    land, seats = _in_units(metres, corner), _in_units(_seats(), corner)
    counties, neighbours = land[degrees.index].sort_index(), land[around.index]
    twelve = _grown(counties.total_bounds, MARGIN)
    four = _widened(_grown(counties.loc[list(FOCUS)].total_bounds, MARGIN), FOUR_WIDTH)
    surroundings = shapely.union_all([twelve, four])
    drawing = {
        "counties": [_county(code, polygon) for code, polygon in counties.items()],
        "neighbours": " ".join(_path(part) for part in neighbours.intersection(surroundings)),
        "seats": {code: [_tenth(seat.x), _tenth(seat.y)] for code, seat in seats.items()},
        "views": {
            "four": {"box": _view_box(four), "outside": _outside(counties.drop(list(FOCUS)), four)},
            "twelve": {"box": _view_box(twelve), "outside": None},
        },
    }
    return json.dumps(drawing, indent=1, sort_keys=True) + "\n"


def _read(name: str) -> geopandas.GeoSeries:
    return geopandas.read_file(BOUNDARIES / name).set_index("id").geometry


def _seats() -> geopandas.GeoSeries:
    """The seats by the code of their municipality, in metres."""
    places = pandas.read_csv(BOUNDARIES / "places.csv").set_index("lau")
    points = geopandas.points_from_xy(places["lon"], places["lat"])
    return geopandas.GeoSeries(points, index=places.index, crs=DEGREES).to_crs(UTM_34N)


def _simplified(counties: geopandas.GeoSeries, neighbours: geopandas.GeoSeries) -> geopandas.GeoSeries:
    snapped = neighbours.snap(counties.union_all(), SNAP)
    degrees = pandas.concat([counties, snapped])
    return geopandas.GeoSeries(degrees, crs=counties.crs).to_crs(UTM_34N).simplify_coverage(TOLERANCE)


def _in_units(metres: geopandas.GeoSeries, corner: tuple[float, float, float, float]) -> geopandas.GeoSeries:
    west, _, _, north = corner
    shrink = 1 / METRES_PER_UNIT
    return metres.affine_transform([shrink, 0, 0, -shrink, -west * shrink, north * shrink])


def _grown(bounds: tuple[float, float, float, float], margin: float) -> Polygon:
    left, top, right, bottom = bounds
    return box(left - margin, top - margin, right + margin, bottom + margin)


def _widened(view: Polygon, width: float) -> Polygon:
    left, top, right, bottom = view.bounds
    middle = (left + right) / 2
    return box(middle - width / 2, top, middle + width / 2, bottom)


def _view_box(view: Polygon) -> list[int]:
    left, top, right, bottom = view.bounds
    return [round(left), round(top), round(right - left), round(bottom - top)]


def _county(code: str, polygon: Polygon) -> dict[str, object]:
    label, room = _label(polygon)
    return {"id": code, "focus": code in FOCUS, "path": _path(polygon), "label": label, "room": room}


def _label(polygon: shapely.Geometry) -> tuple[list[float], list[float]]:
    """Centre and size of the label's room: the largest rectangle of its aspect that lies in the polygon.

    Sought over a grid, widest first; of several places the one farthest from the border wins.
    """
    inside = polygon.buffer(-0.1)  # clear of the border, whatever the rounding
    left, top, right, bottom = inside.bounds
    columns, lines = numpy.arange(left, right, GRID), numpy.arange(top, bottom, GRID)
    x, y = (axis.ravel() for axis in numpy.meshgrid(columns, lines))
    shapely.prepare(inside)

    def fits(width: float) -> numpy.ndarray:
        across, down = width / 2, width / LABEL_ASPECT / 2
        return shapely.contains_properly(inside, shapely.box(x - across, y - down, x + across, y + down))

    widths = numpy.arange(right - left, 0, -GRID)
    widest = bisect_left(widths, True, key=lambda width: bool(fits(width).any()))  # what fits also fits when smaller
    if widest == len(widths):
        raise ValueError("no room for a label in this polygon")
    width = widths[widest]
    clearance = shapely.distance(shapely.points(x, y), inside.boundary)
    best = numpy.where(fits(width), clearance, -1).argmax()
    return [_tenth(x[best]), _tenth(y[best])], [_tenth(width), _tenth(width / LABEL_ASPECT)]


def _tenth(value: float) -> float:
    return round(float(value), 1)


def _outside(context: geopandas.GeoSeries, view: Polygon) -> list[float]:
    """Where the land outside the focus counties has most room for a word in this view."""
    visible = context.intersection(view.buffer(-MARGIN / 2))
    parts = [_label(part) for part in visible.explode() if not part.is_empty]
    return max(parts, key=lambda part: part[1])[0]


def _path(land: shapely.Geometry) -> str:
    polygons = [part for part in shapely.get_parts(land) if isinstance(part, Polygon) and not part.is_empty]
    return "".join(_ring(ring) for polygon in polygons for ring in (polygon.exterior, *polygon.interiors))


def _ring(ring: shapely.LinearRing) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in ring.coords[:-1]]
    return "M" + "L".join(points) + "Z"


if __name__ == "__main__":
    (BOUNDARIES / "map.json").write_text(build(), encoding="utf-8")
