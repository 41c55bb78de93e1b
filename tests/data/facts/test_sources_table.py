"""The table of sources: one address a source, or none."""

from pathlib import Path

import pytest

from data.facts.sources import read_sources
from data.model.provenance import Source

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


def second_hand(folder: Path, *lines: str) -> tuple[dict[str, Source], list[str]]:
    (folder / "sources.csv").write_text(
        f"{HEADER}\ns001,Survey,Office,2018,\ns002,News,Paper,2019,\n", encoding="utf-8"
    )
    (folder / "second_hand.csv").write_text("\n".join(["id,cites,copy", *lines, ""]), encoding="utf-8")
    sources, problems = read_sources(folder / "sources.csv")
    return sources, [str(problem) for problem in problems]


def test_second_hand_sources_say_whom_they_cite(tmp_path: Path) -> None:
    sources, problems = second_hand(tmp_path, "s002,INSTAT,example.org")
    assert problems == []
    assert (sources["s002"].cites, sources["s002"].copy) == ("INSTAT", "example.org")
    assert (sources["s001"].cites, sources["s001"].copy) == ("", "")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("s009,INSTAT,",), "second_hand.csv, row 2, id: expected an id in sources.csv, found 's009'"),
        (("s001,INSTAT,", "s001,,web"), "second_hand.csv, row 3, id: expected an id of its own, found 's001' again"),
        (("s001,,",), "second_hand.csv, row 2, cites: expected whom it cites or where a copy was read, found neither"),
    ],
)
def test_a_wrong_row_of_second_hand_sources_is_named(tmp_path: Path, lines: tuple[str, ...], problem: str) -> None:
    assert second_hand(tmp_path, *lines)[1] == [problem]
