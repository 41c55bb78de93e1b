"""SVGs inside another: ids that never clash, viewBoxes that scale."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
GAP = 32  # between pictures beside each other
POINTERS = ("href", f"{{{XLINK}}}href", "aria-labelledby", "aria-describedby")

ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


def natural_size(svg: str) -> tuple[float, float]:
    """Width and height in its own units: the viewBox's, else the attributes'; ValueError without either."""
    return _box(ElementTree.fromstring(svg))[2:]


def nested(svg: str, *, x: float, y: float, width: float, prefix: str) -> tuple[str, float]:
    """The picture as an inner <svg> at this place and width, ids prefixed, and the height it takes up."""
    root = ElementTree.fromstring(svg)
    box = _box(root)
    height = width * box[3] / box[2]
    _rename(root, prefix)
    root.set("viewBox", " ".join(f"{number:g}" for number in box))
    for name, number in (("x", x), ("y", y), ("width", width), ("height", height)):
        root.set(name, f"{number:g}")
    root.attrib.pop("style", None)
    return ElementTree.tostring(root, encoding="unicode"), height


def side_by_side(pictures: str | Sequence[tuple[str, float]], *, x: float, y: float, width: float) -> tuple[str, float]:
    """The pictures in a row, tops level, each with its share of the width, and the height of the tallest.

    ValueError: no picture, shares that add up to more than 1.
    """
    row = [(pictures, 1.0)] if isinstance(pictures, str) else list(pictures)
    if not row:
        raise ValueError("a framed picture needs a picture")
    if sum(share for _, share in row) > 1.0001:
        raise ValueError("the pictures' shares of the width add up to more than 1")
    room = width - GAP * (len(row) - 1)
    placed = []
    for number, (svg, share) in enumerate(row, start=1):
        placed.append(nested(svg, x=x, y=y, width=room * share, prefix=f"f{number}-"))
        x += room * share + GAP
    return "".join(markup for markup, _ in placed), max(height for _, height in placed)


def _box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError(f"expected an svg element, found {root.tag}")
    if found := root.get("viewBox"):
        left, top, width, height = (float(number) for number in re.split(r"[\s,]+", found.strip()))
        return left, top, width, height
    if not (root.get("width") and root.get("height")):
        raise ValueError("an svg without viewBox needs width and height")
    width, height = (float(root.attrib[side].removesuffix("px")) for side in ("width", "height"))
    return 0.0, 0.0, width, height


def _rename(root: ElementTree.Element, prefix: str) -> None:
    own = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    for element in root.iter():
        for name, value in element.attrib.items():
            element.set(name, _renamed(name, value, own, prefix))
        if element.tag == f"{{{SVG}}}style" and element.text:
            element.text = re.sub(
                r"#([A-Za-z][\w-]*)",
                lambda found: f"#{prefix if found[1] in own else ''}{found[1]}",
                element.text,
            )


def _renamed(name: str, value: str, own: set[str], prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name in POINTERS:
        return " ".join(_pointed(part, own, prefix) for part in value.split(" "))
    return re.sub(
        r"url\((['\"]?)#([^'\")]+)\1\)",
        lambda found: f"url(#{prefix if found[2] in own else ''}{found[2]})",
        value,
    )


def _pointed(part: str, own: set[str], prefix: str) -> str:
    mark, code = ("#", part[1:]) if part.startswith("#") else ("", part)
    return f"{mark}{prefix}{code}" if code in own else part
