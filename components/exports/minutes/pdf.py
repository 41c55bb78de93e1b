"""Minutes as PDF: tagged (PDF/UA-1), fonts embedded, the same content as the word processor's document."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from components.charts.fonts import FONT_FOLDER
from components.charts.palette import LIGHT
from components.exports.minutes.letters import settable
from components.exports.minutes.model import MinutesDocument

TEMPLATE = Path(__file__).with_name("minutes.typ").read_bytes()
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])


def pdf_of(minutes: MinutesDocument) -> bytes:
    """The minutes as PDF, A4. Texts reach the page as text: nothing in them is read as a command."""
    language, _, region = minutes.locale.partition("-")
    told: dict[str, Any] = {
        **asdict(minutes),
        "language": language,
        "region": region,
        "made": [minutes.made.year, minutes.made.month, minutes.made.day],
        "demonstration": minutes.is_demonstration,
        "colours": {"ink": LIGHT.ink, "muted": LIGHT.muted, "accent": LIGHT.accent, "line": LIGHT.grid},
    }
    compiler = typst.Compiler(TEMPLATE, font_paths=FONTS, sys_inputs={"minutes": json.dumps(all_settable(told))})
    # PDF/UA-1 (ISO 14289-1): accessible.
    made = compiler.compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def all_settable(told: Any) -> Any:
    """The same, every text in it of letters that the typeface has."""
    if isinstance(told, str):
        return settable(told)
    if isinstance(told, dict):
        return {key: all_settable(each) for key, each in told.items()}
    return [all_settable(each) for each in told] if isinstance(told, list | tuple) else told
