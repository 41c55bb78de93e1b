"""A brief of one's own making: every state of a figure, texts that try to be markup, figures that nobody published."""

import datetime
from typing import Any

from components.exports.brief.model import WORDS, Brief
from components.exports.brief.parts import Block, Cited, Picture, Row, ServiceCell, ServiceRow, Services, Told
from tests.components.exports.framed import MAP
from tests.components.exports.provenance.carriers import provenance

HOSTILE = "<script>alert(1)</script> & \"ë\" 'ç' #let x = *y* _z_ $1$ [a] @b </title><img src=x onerror=alert(2)>"


def told(text: str = "73,7 %", area: str = "AL-09", **more: Any) -> Told:
    """A figure in words."""
    plain: dict[str, Any] = {
        "area": area,
        "text": text,
        "interval": "59–85 %",
        "base": "n 66",
        "period": "2017–18",
        "status": "ok",
        "state": "",
        "mark": "",
        "spoken": f"Dibër, {text}",
        "demonstration": False,
        "sources": (1,),
    }
    return Told(**plain | more)


def row(figure: Told, label: str = "Ndjekja e shkollës", code: str = "school-f") -> Row:
    """A measure with that figure of the county."""
    others = tuple(told(f"{percent},1 %", area) for percent, area in ((91, "AL-11"), (82, "AL-10"), (64, "AL-07")))
    return Row(
        code=code,
        label=label,
        told=figure,
        others=others,
        whole=told("88,5 %", "AL"),
        verdict="alike",
        verdict_text="Nuk dallohet",
        strip="",
        sources=(1,),
    )


HIDDEN = {"interval": "", "base": "", "status": "suppressed", "state": "E fshehur: tepër pak përgjigje"}
STATES = (
    row(told()),
    row(told("(41,9 %)", status="unreliable", state="E pasigurt", mark="e pasigurt"), code="unreliable-f"),
    row(told("pak përgjigje", **HIDDEN), code="hidden-f"),
    row(told("55,5 %", demonstration=True, state="Demonstruese"), code="made-up-f"),
)


def brief(county: str = "AL-09", **changed: Any) -> Brief:
    """The brief, any of its parts changed."""
    services = ServiceRow("Njësi e lëvizshme", "", (ServiceCell("present", "E pranishme", "Vatra", (1,)),) * 2)
    plain: dict[str, Any] = {
        "language": "sq",
        "county": county,
        "name": "Dibër",
        "title": "Qarku i Dibrës",
        "lead": "Çfarë dihet",
        "heads": ("Dibër", "Tiranë", "Shkodër", "Kukës", "Shqipëri", "Katër qarqet"),
        "map": Picture(MAP, "Harta e qarqeve", "Harta", (1,)),
        "headlines": STATES,
        "summary": ("Një fjali.",),
        "profile": (Block("Arsimi", STATES), Block("Puna", STATES[:1])),
        "services": Services(("Cikli 1", "Cikli 2"), (services,), ("Nuk dihet: nuk do të thotë se nuk ka.",)),
        "survey": Block("Anketa", STATES[3:]),
        "limits": ("Sa njerëz trafikohen nuk dihet.",),
        "sources": (Cited(1, "INSTAT, «Censi», 2023", "https://instat.example/censi"),),
        "release": "2026-11-24-e0e4599b",
        "made": datetime.date(2026, 11, 29),
        "fresh_until": datetime.date(2027, 5, 31),
        "address": f"https://harta.example/qarku?county={county}&lang=sq",
        "words": {name: f"fjala {name}" for name in WORDS},
        "provenance": provenance(),
    }
    return Brief(**plain | changed)


def hostile(county: str = "AL-09") -> Brief:
    """The brief with hostile text wherever a text comes from data, and an address that is none."""
    figure = told(HOSTILE, interval=HOSTILE, base=HOSTILE, period=HOSTILE, mark=HOSTILE, state=HOSTILE, spoken=HOSTILE)
    rows = (row(figure, HOSTILE),)
    cell = ServiceCell("present", HOSTILE, HOSTILE, (1,))
    return brief(
        county,
        name=HOSTILE,
        title=HOSTILE,
        lead=HOSTILE,
        headlines=rows,
        summary=(HOSTILE,),
        profile=(Block(HOSTILE, rows),),
        services=Services((HOSTILE, HOSTILE), (ServiceRow(HOSTILE, HOSTILE, (cell, cell)),), (HOSTILE,)),
        survey=Block(HOSTILE, rows, (HOSTILE,)),
        limits=(HOSTILE,),
        sources=(Cited(1, HOSTILE, "javascript:alert(3)"),),
        provenance=provenance(title=HOSTILE),
    )
