"""The table of hostile input in the docs: each row names tests that exist and the number that they throw."""

import re
from pathlib import Path

from throwing import COUNTS, PATHS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/hostile-input.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|\n ").split("|")]
    for line in PAGE.split("\n## ")[0].splitlines()
    if line.startswith("| ") and "::" in line
]


def test_each_row_says_what_its_test_throws() -> None:
    assert {row[0].lower(): int(row[2].replace(",", "")) for row in ROWS} == COUNTS
    assert [row for row in ROWS if len(row) != 5 or not all(row)] == []


def test_ten_thousand_are_thrown_and_the_page_says_how_many() -> None:
    total = sum(COUNTS.values())
    assert total >= 10_000 and f"{total:,} inputs" in PAGE
    assert f"{len(PATHS)} paths" in PAGE


def test_each_row_names_tests_that_exist_and_throw_at_its_surface() -> None:
    for row in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[-1])
        assert named, row[0]
        sources = [(ROOT / file).read_text(encoding="utf-8") for file, _ in named]
        assert all(f"def {function}(" in source for source, (_, function) in zip(sources, named, strict=True)), row[0]
        assert any(f'"{row[0].lower()}"' in source for source in sources), row[0]


def test_each_fault_of_a_stewards_file_names_tests_that_exist() -> None:
    (section,) = (part for part in PAGE.split("\n## ") if part.startswith("Files that could be read in two ways"))
    for row in [line for line in section.splitlines() if line.startswith("| ")][2:]:
        last = row.rstrip("| ").rpartition("|")[2]
        file, found = "", re.findall(r"`([\w/.]*?\.py)?(?:::(\w+))?`", last)
        assert found, row
        for named, function in found:
            file = named or file
            place = ROOT / (file if "/" in file else f"tests/data/survey/intake/{file}")
            assert f"def {function}(" in place.read_text(encoding="utf-8") if function else place.is_file(), row
