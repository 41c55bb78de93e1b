"""From a records codebook's TOML file to the codebook."""

from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem
from data.model.periods import parse_period
from data.model.service_counts import COUNTS_KEY
from data.reading.raw_table import text_of
from data.services.records.form import NOTHING, RECORDS, Known, RecordsCodebook
from data.services.records.rules import codebook_problems


def is_records_codebook(path: Path) -> bool:
    """Whether the file says of itself that it is a codebook of service records."""
    return path.is_file() and read_toml(path, path.name, []).get("records") == RECORDS


def read_records_codebook(path: Path) -> tuple[RecordsCodebook, list[Problem]]:
    """The codebook and everything wrong with its file; it is only fit for use when the list is empty."""
    if not path.is_file():
        return NOTHING, [Problem(path.name, 0, "", "a codebook", "no such file")]
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(path, path.name, problems)
    problems = problems or codebook_problems(path.name, content)
    return (NOTHING, problems) if problems else (_codebook(path.name, content), [])


def _codebook(file: str, content: dict[str, Any]) -> RecordsCodebook:
    return RecordsCodebook(
        file=file,
        form=content["form"],
        period=parse_period(content["period"]),
        source=content["source"],
        synthetic=content["synthetic"],
        vulnerable=tuple(content["vulnerable"]),
        roles=content["roles"],
        codes={
            role: {text_of(value): code for value, code in block.items()} for role, block in content["codes"].items()
        },
        known=tuple(
            Known({key: block[key] for key in COUNTS_KEY}, block["relation"], block["fact"])
            for block in content.get("known", [])
        ),
    )
