"""The texts of a package: README, how to cite it in three forms, licence, and its small tables as CSV."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Final

import pandas as pd

from components.exports.csv import view_csv
from components.exports.tables.model import Table
from components.exports.tables.words import ABOUT, COLUMN, MEASURE, SOURCE
from components.exports.tables.workbook.text_sheets import about, column_notes

_APART: Final = ("citation", "licence")  # have sections of their own in the README


def readme(table: Table, files: Mapping[str, str]) -> str:
    """What the package holds (`files`: name and meaning), how it was made, the states, how to cite it."""
    words = table.words
    told = [(words[key], text) for key, text in zip(ABOUT, about(table), strict=True) if text and key not in _APART]
    sections = [
        [table.warning] if table.warning else [],
        [words["product"], "=" * len(words["product"])],
        [words["readme_query"], *(f"- {label}: {text}" for label, text in told)],
        [words["readme_files"], *(f"- {name}: {meaning}" for name, meaning in files.items())],
        [words["readme_states"], *(f"- {code} ({name}): {meaning}" for code, name, meaning in table.states)],
        [words["readme_hidden"]],
        [words["readme_codes"]],
        [words["readme_cite"], table.citation],
        [words["readme_licence"], table.licence],
        [words["readme_check"]],
    ]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def licence_text(table: Table) -> str:
    """The licence, and the publishers whose figures these are."""
    return "\n".join([table.licence, "", *(source.citation for source in table.sources)]) + "\n"


def citation_text(table: Table) -> str:
    """The citation, ready to copy; the warning first where figures are made up."""
    return "\n".join(line for line in (table.warning, table.citation) if line) + "\n"


def citation_cff(table: Table) -> str:
    """The citation in the Citation File Format 1.2.0 (YAML; every value is quoted as JSON, which YAML reads)."""
    told = table.provenance
    values = {
        "cff-version": "1.2.0",
        "message": table.citation,
        "type": "dataset",
        "title": table.marked_title,
        "version": told.release,
        "date-released": told.release[:10],
        "url": told.address,
        "abstract": table.caption,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join([*lines, "authors:", f"  - name: {json.dumps(table.words['product'], ensure_ascii=False)}"]) + "\n"


def codebook_csv(table: Table) -> bytes:
    """Every column: name, heading, meaning."""
    return _listed(table, COLUMN, column_notes(table))


def measures_csv(table: Table) -> bytes:
    """Every measure, as on the workbook's sheet of measures."""
    return _listed(table, MEASURE, [astuple(measure) for measure in table.measures])


def sources_csv(table: Table) -> bytes:
    """Every source as it is cited, with its address."""
    return _listed(table, SOURCE, [source.listed for source in table.sources])


def _listed(table: Table, keys: Sequence[str], rows: Sequence[tuple]) -> bytes:
    return view_csv(pd.DataFrame(rows, columns=list(keys)), columns={key: table.words[key] for key in keys})
