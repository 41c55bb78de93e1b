"""The picture people take away: map or chart with everything that makes it citable, inside one SVG."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from components.charts.demonstration import mark_layer
from components.charts.palette import LIGHT, Palette
from components.charts.svg import FONT, element
from components.exports.blocks import legend_block, lines_block, pills_block
from components.exports.nesting import SVG, side_by_side

EDGE = 48  # margin on all sides
WATERMARK = 38  # type size of the mark
SERIF_FONT = "'Source Serif 4','Source Serif Pro','Source Serif',serif"


def framed_svg(
    pictures: str | Sequence[tuple[str, float]],
    *,
    product: str,
    title: str,
    caption: str,
    pills: Sequence[str],
    legend: Sequence[tuple[str, str]] = (),
    notes: Sequence[str] = (),
    source_lines: Sequence[str] = (),
    watermark: str | None = None,
    palette: Palette = LIGHT,
    width: int = 1200,
    metadata: Mapping[str, str] | None = None,
    language: str = "sq",
) -> str:
    """A standalone SVG: product, title, caption, filters, picture(s), legend of states, notes, sources.

    `pictures` is one SVG or several beside each other, each with its share of the width. `legend` holds the states
    present as (status, word). `source_lines` say source, period, base, method, release, date, address, licence.
    Every line is wrapped to the width by the typefaces' own measures; the height follows; text stays text.
    `metadata` goes into `<metadata>` as JSON, `product` also into `data-product`. `watermark` (demonstration figures)
    runs hatched across everything and stands above the title and among the sources.
    ValueError: no picture, shares that add up to more than 1.
    """
    page = _Page(width, palette)
    marks = [watermark] if watermark else []
    page.lines([product], size=17, face="semibold", fill=palette.accent, after=18)
    page.lines(marks, size=22, face="semibold", fill=palette.reference, after=12)
    page.lines([title], size=34, face="serif", after=14, family=SERIF_FONT, leading=1.22)
    page.lines([caption], size=19, fill=palette.muted, after=18)
    page.add(pills_block(pills, x=EDGE, y=page.y, width=page.room, palette=palette), after=26)
    page.add(side_by_side(pictures, x=EDGE, y=page.y, width=page.room), after=22)
    page.add(legend_block(legend, x=EDGE, y=page.y, width=page.room, palette=palette), after=18)
    page.lines(notes, size=18, after=18)
    page.rule()
    page.lines(marks, size=17, face="semibold", fill=palette.reference, after=4)
    page.lines(source_lines, size=15, fill=palette.muted, after=0)
    return page.svg(product, title, ". ".join([*marks, caption]), metadata or {}, language, watermark or "")


@dataclass
class _Page:
    """A page filled from top to bottom; `y` is where the next block starts."""

    width: int
    palette: Palette
    y: float = EDGE
    _parts: list[str] = field(default_factory=list)

    @property
    def room(self) -> float:
        return self.width - 2 * EDGE

    def add(self, block: tuple[str, float], after: float) -> None:
        markup, height = block
        if height:
            self._parts.append(markup)
            self.y += height + after

    def lines(
        self,
        paragraphs: Sequence[str],
        *,
        size: float,
        after: float,
        face: str = "regular",
        fill: str | None = None,
        family: str | None = None,
        leading: float = 1.4,
    ) -> None:
        block = lines_block(
            paragraphs,
            x=EDGE,
            y=self.y,
            width=self.room,
            size=size,
            face=face,
            fill=fill or self.palette.ink,
            family=family,
            leading=leading,
        )
        self.add(block, after)

    def rule(self) -> None:
        self._parts.append(
            element(
                "path",
                d=f"M{EDGE} {self.y:.1f}H{self.width - EDGE}",
                stroke=self.palette.grid,
                stroke_width=1,
            )
        )
        self.y += 14

    def svg(
        self, product: str, title: str, caption: str, metadata: Mapping[str, str], language: str, watermark: str
    ) -> str:
        height = round(self.y + EDGE)
        # A CDATA section ends at "]]>": written with an escape, JSON reads it back the same.
        provenance = json.dumps(dict(metadata), ensure_ascii=False).replace("]]>", "]]\\u003e")
        return element(
            "svg",
            element("title", escape(title), id="frame-title"),
            element("desc", escape(caption), id="frame-description"),
            element("metadata", f"<![CDATA[{provenance}]]>"),
            element("rect", width=self.width, height=height, fill=self.palette.paper),
            *self._parts,
            mark_layer(watermark, (0, 0, self.width, height), size=WATERMARK, palette=self.palette),
            xmlns=SVG,
            width=self.width,
            height=height,
            viewBox=f"0 0 {self.width} {height}",
            role="img",
            aria_labelledby="frame-title",
            aria_describedby="frame-description",
            lang=language,
            data_product=product,
            font_family=FONT,
        )
