"""`datapackage.json`: the files of a package in the form of Frictionless Data (Data Package 1), for programs."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from components.exports.tables.model import Table

NAME: Final = "datapackage.json"
# One of the licences of opendefinition.org: other terms, with attribution.
_LICENCE: Final = "other-at"
_DIALECTS: Final = {
    ".semicolon.csv": {"delimiter": ";"},
    ".csv": {"delimiter": ","},
}
_DECIMALS: Final = {".semicolon.csv": ","}


def data_package(table: Table, files: Mapping[str, bytes]) -> bytes:
    """The description of the files by name: each a resource of its own name, tables of figures with their columns.

    The columns' types are those of the rows as they are written; an empty cell is a missing value.
    """
    told = table.provenance
    package = {
        "name": re.sub(r"[^a-z0-9._-]", "-", f"harta-tqnj-{told.release}".lower()),
        "title": table.marked_title,
        "description": table.caption,
        "created": f"{told.made}T00:00:00Z",
        "version": told.release,
        "homepage": told.address,
        "licenses": [{"name": _LICENCE, "title": table.licence}],
        "sources": [_source(source.citation, source.address) for source in table.sources],
        "resources": [_resource(table, name, content) for name, content in files.items()],
    }
    return json.dumps({key: each for key, each in package.items() if each}, ensure_ascii=False, indent=1).encode()


def _source(title: str, address: str) -> dict[str, str]:
    return {"title": title} | ({"path": address} if address else {})


def _resource(table: Table, name: str, content: bytes) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": name.lower(),
        "path": name,
        "format": name.rpartition(".")[2],
        "bytes": len(content),
        "hash": _hash(content),
    }
    ending = next((each for each in _DIALECTS if name.endswith(each)), None)
    if ending is None or "data" not in name or name.endswith(".sdmx.csv"):
        return resource | {"type": "file"}
    return resource | {
        "type": "table",
        "encoding": "utf-8-sig",
        "dialect": _DIALECTS[ending],
        "schema": {"fields": _fields(table, _DECIMALS.get(ending, ".")), "missingValues": [""]},
    }


def _hash(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _fields(table: Table, decimal: str) -> list[dict[str, Any]]:
    rows = table.written
    return [_field(table, str(name), rows[name], decimal) for name in rows.columns]


def _field(table: Table, name: str, cells: pd.Series, decimal: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "title": table.heading(name), "type": "string"}
    if table.meanings.get(name):
        field["description"] = table.meanings[name]
    if pd.api.types.is_integer_dtype(cells):
        field["type"] = "integer"
    elif pd.api.types.is_numeric_dtype(cells):
        field |= {"type": "number", "decimalChar": decimal}
    return field
