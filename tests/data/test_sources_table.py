"""The table of sources: one address a source, or none."""

from pathlib import Path

import pytest

from data.ingest.sources import read_sources

HEADER = "id,title,publisher,year,address"


def problems_of(folder: Path, address: str) -> list[str]:
    path = folder / "sources.csv"
    path.write_text(f"{HEADER}\ns001,Survey,Office,2018,{address}\n", encoding="utf-8")
    return [str(problem) for problem in read_sources(path)[1]]


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", ""])
def test_an_address_or_none_is_taken(tmp_path: Path, address: str) -> None:
    assert problems_of(tmp_path, address) == []


@pytest.mark.parametrize(
    "address", ["example.org", "https://example.org (copy: https://example.com)", "see the report"]
)
def test_anything_else_is_named_with_its_row(tmp_path: Path, address: str) -> None:
    (problem,) = problems_of(tmp_path, address)
    assert "sources.csv, row 2, address" in problem
    assert address in problem
