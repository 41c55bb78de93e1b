"""A provenance, and small files of every kind that carry it, written as the formats agreed."""

import io
import json
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow as pa
import pyarrow.parquet
import xlsxwriter

from components.exports.figure_pdf import pdf_of
from components.exports.picture import framed_svg
from components.exports.png import png_of
from components.exports.provenance.model import Provenance
from tests.components.exports.framed import FRAME, MAP

CHUNK = 400  # characters of a workbook's cell: small, so that there are several


def figure(area: str = "AL-09", value: float | None = 73.7, status: str = "ok", **more: Any) -> dict[str, Any]:
    """One figure of a provenance."""
    key = {
        "indicator": "school_attendance_15_17",
        "answer": "all",
        "area": area,
        "gender": "f",
        "age": "15-17",
        "population": "all",
        "period": "2017/2018",
    }
    return {**key, "value": value, "value_low": None, "value_upp": None, "n": 66, "status": status} | more


def provenance(**changed: Any) -> Provenance:
    """What a file says of itself, with Albanian letters, signs of markup and a hidden figure."""
    told: dict[str, Any] = {
        "release": "2026-11-23-a41f",
        "version": "0.2.0",
        "rules": {"hide": "1"},
        "view": "risk.school_attendance_15_17.gender~f",
        "address": "https://harta.example/rreziku?indicator=school_attendance_15_17&gender=f",
        "language": "sq",
        "made": "2026-11-24",
        "title": "Në Dibër më pak vajza <b>shkollohen</b> ]]> & </script> _x0041_",
        "caption": "Përqindja që ndjek shkollën",
        "filters": ("Vajza", "15–17 vjeç"),
        "method": "assumed_deff",
        "sources": ("gdl",),
        "licence": "Citoni burimin.",
        "demonstration": False,
        "figures": (figure(), figure("AL-07", None, "suppressed"), figure("AL-11", 92.4)),
    }
    return Provenance(**(told | changed))


def svg(told: Provenance) -> bytes:
    return framed_svg(MAP, **FRAME | {"metadata": {"provenance": told.to_json()}}).encode()


def png(told: Provenance) -> bytes:
    return png_of(svg(told).decode(), scale=0.1)


def pdf(told: Provenance) -> bytes:
    return pdf_of(svg(told).decode())


def workbook(told: Provenance) -> bytes:
    file = io.BytesIO()
    text = told.to_json()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Data").write_string(0, 0, "<b>")
        sheet = book.add_worksheet("provenance")
        sheet.very_hidden()
        for row, start in enumerate(range(0, len(text), CHUNK)):
            sheet.write_string(row, 0, text[start : start + CHUNK])
            sheet.write_string(row, 1, "not part of it")
    return file.getvalue()


def package(told: Provenance) -> bytes:
    return zipped({"README.txt": b"read me", "provenance.json": told.to_json().encode()})


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(told: Provenance) -> bytes:
    return json.dumps({"rows": [], "provenance": json.loads(told.to_json())}, ensure_ascii=False).encode()


def parquet(told: Provenance) -> bytes:
    file = io.BytesIO()
    table = pa.table({"value": [1.0]}).replace_schema_metadata({"provenance": told.to_json()})
    pyarrow.parquet.write_table(table, file)
    return file.getvalue()


def page(told: Provenance) -> bytes:
    text = told.to_json().replace("<", "\\u003c")
    script = f'<script type="application/json" id="provenance">{text}</script>'
    return f"<!DOCTYPE html><html><head>{script}</head><body>ë</body></html>".encode()


CARRIERS: dict[str, Callable[[Provenance], bytes]] = {
    "svg": svg,
    "png": png,
    "pdf": pdf,
    "xlsx": workbook,
    "zip": package,
    "json": document,
    "parquet": parquet,
    "html": page,
}
