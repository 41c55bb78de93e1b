"""Briefs as one PDF: tagged (PDF/UA-1), fonts embedded, two A4 pages a county."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

import typst

from components.charts.fonts import FONT_FOLDER
from components.charts.palette import LIGHT
from components.charts.services.signs import NOT_KNOWN, NOT_PRESENT, NOT_TOLD, PRESENT, chip
from components.charts.svg import FONT, element
from components.exports.brief.model import Brief
from components.exports.brief.together import provenance_together, title_together

TEMPLATE = Path(__file__).with_name("brief.typ").read_bytes()
STANDARD: Final = "ua-1"  # PDF/UA-1 (ISO 14289-1): accessible
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])
SIGN = 22


def brief_pdf(briefs: Sequence[Brief]) -> bytes:
    """The briefs one after another, in the first one's language; the same briefs are the same bytes."""
    inputs = {"data": json.dumps(brief_data(briefs), ensure_ascii=False)}
    compiler = typst.Compiler(TEMPLATE, font_paths=FONTS, sys_inputs=inputs)
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=[STANDARD]))


def brief_data(briefs: Sequence[Brief]) -> dict[str, object]:
    """What the template reads: the briefs as plain data, colours, signs."""
    first = briefs[0]
    return {
        "language": first.language,
        "title": title_together(briefs),
        "description": f"{first.words['release']}. {first.words['made']}. {first.words['fresh']}",
        "made": [first.made.year, first.made.month, first.made.day],
        "colours": {name: getattr(LIGHT, name) for name in ("ink", "muted", "accent", "grid")},
        "signs": {state: sign_svg(state) for state in (PRESENT, NOT_PRESENT, NOT_KNOWN, NOT_TOLD)},
        "provenance": provenance_together(briefs).to_json(),
        "briefs": [brief.as_data() for brief in briefs],
    }


def sign_svg(state: str) -> str:
    """The sign of a service's state as a picture of its own."""
    box = f"0 0 {SIGN} {SIGN}"
    drawn = chip(state, 1, 1, SIGN - 2, LIGHT)
    return element("svg", drawn, xmlns="http://www.w3.org/2000/svg", viewBox=box, font_family=FONT)
