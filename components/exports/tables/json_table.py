"""A table as one JSON document, its metadata before its rows."""

import json
from dataclasses import asdict

import pandas as pd

from components.exports.tables.model import Table


def json_of(table: Table) -> bytes:
    """`{provenance, title, caption, filters, warning, measures, sources, states, citation, licence, columns, rows}` as
    UTF-8; `columns` in order with name, heading, meaning and type; an empty figure is null."""
    told = {
        "provenance": json.loads(table.provenance.to_json()),
        "title": table.title,
        "caption": table.caption,
        "filters": table.filters,
        "warning": table.warning,
        "measures": [asdict(measure) for measure in table.measures],
        "sources": [asdict(source) for source in table.sources],
        "states": [{"code": code, "name": name, "meaning": meaning} for code, name, meaning in table.states],
        "citation": table.citation,
        "licence": table.licence,
        "columns": [_column(table, str(name)) for name in table.written.columns],
        "rows": [
            {name: _plain(cell) for name, cell in row.items()}
            for row in table.written.astype(object).to_dict("records")
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8")


def _column(table: Table, name: str) -> dict[str, str]:
    numbers = pd.api.types.is_numeric_dtype(table.written[name])
    return {
        "name": name,
        "heading": table.heading(name),
        "meaning": table.meanings.get(name, ""),
        "type": "number" if numbers else "string",
    }


def _plain(cell: object) -> object:
    if pd.isna(cell):  # type: ignore[call-overload]
        return None
    return cell.item() if hasattr(cell, "item") else cell
