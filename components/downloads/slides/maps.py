"""Pictures for slides: maps as large as they go, marked and with their provenance inside the file."""

import re

from components.charts.classes import class_colours
from components.charts.demonstration import marked_svg
from components.charts.palette import LIGHT
from components.downloads.slides.charts import sides_of
from components.exhibits.model import Drawing, Exhibit
from components.exports.png import png_of
from components.exports.slides.model import MapKey, Picture
from i18n import Text

MAP = "map"
SCALE = 3.0  # pixels of the PNG to one of the drawing: sharp on a large screen
SHORT_UNIT = 2  # letters: `%` stands beside a number of the key, `lekë në muaj` does not


def maps_of(t: Text, exhibit: Exhibit, address: str) -> tuple[Picture, ...]:
    """The upright drawings of the map; of a comparison two, each with its side's name. The rulers beside them are
    left out: the native chart shows the same figures."""
    svgs, sides = upright(exhibit), sides_of(exhibit.rows)
    labels = sides if len(sides) == len(svgs) else [""] * len(svgs)
    return tuple(picture(t, exhibit, svg, address, label) for svg, label in zip(svgs, labels, strict=True))


def upright(exhibit: Exhibit) -> list[str]:
    """The drawings that slides take of the map: those without its rulers."""
    drawing = exhibit.pictures.get(MAP)
    return [svg for svg, _ in drawing.draw(LIGHT) if shape_of(svg) < 1] if isinstance(drawing, Drawing) else []


def wide_pictures(t: Text, exhibit: Exhibit, address: str) -> tuple[Picture, ...]:
    """Our drawings that are no map, such as the matrix of services. Plotly's figures become native charts instead."""
    drawn = [each for name, each in exhibit.pictures.items() if name != MAP and isinstance(each, Drawing)]
    return tuple(picture(t, exhibit, svg, address) for drawing in drawn for svg, _ in drawing.draw(LIGHT))


def picture(t: Text, exhibit: Exhibit, svg: str, address: str, label: str = "") -> Picture:
    """One drawing as PNG."""
    shown = marked_svg(svg, t("kind.demonstration"), LIGHT) if exhibit.is_demonstration else svg
    inside = {"provenance": exhibit.provenance(t, address).to_json()}
    return Picture(
        png=png_of(shown, scale=SCALE, metadata=inside),
        described=described(exhibit, label),
        shape=shape_of(svg),
        label=label,
    )


def described(exhibit: Exhibit, label: str) -> str:
    """The picture in words, for who does not see it: title and every figure shown."""
    rows = exhibit.rows
    if "spoken" not in rows:
        return f"{exhibit.title}. {exhibit.caption}"
    shown = rows[rows["side"].eq(label)] if label else rows
    return ". ".join(part for part in (exhibit.title, label, *shown["spoken"]) if part)


def key_of(t: Text, exhibit: Exhibit) -> MapKey | None:
    """The classes of an indicator's map; None where the map shows something else than the figures."""
    indicator = exhibit.indicator
    if indicator is None or not indicator.scale or exhibit.view.choice("layer") == "sure":
        return None
    whole = all(float(tick).is_integer() for tick in indicator.scale)
    decimals = 0 if whole else min(indicator.decimals, 2)
    ticks = [t.number(tick, decimals) for tick in indicator.scale]
    last = t.figure(indicator.scale[-1], indicator.unit, decimals)
    if len(last) <= len(ticks[-1]) + SHORT_UNIT:
        ticks[-1] = last
    return MapKey(class_colours(LIGHT, indicator.higher_is), tuple(ticks))


def shape_of(svg: str) -> float:
    """Width to height of an SVG, by its viewBox."""
    found = re.search(r'viewBox="([^"]*)"', svg)
    assert found is not None
    _, _, width, height = (float(number) for number in found.group(1).split())
    return width / height
