"""The table of faults in the docs: each row names a test that exists, and the words that the app says."""

import re
from pathlib import Path

from i18n import LANGUAGES, words

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|\n ").split("|")]
    for line in (ROOT / "docs/faults.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and "::" in line
]


def test_there_are_rows_and_each_has_every_cell() -> None:
    assert len(ROWS) >= 15
    assert [row for row in ROWS if len(row) != 5 or not all(row)] == []


def test_each_row_names_tests_that_exist() -> None:
    named = [name for row in ROWS for name in re.findall(r"`(tests/[\w/]+\.py::\w+)`", row[-1])]
    assert len(named) >= len(ROWS)
    missing = []
    for name in named:
        file, _, function = name.partition("::")
        if not (ROOT / file).is_file() or f"def {function}(" not in (ROOT / file).read_text(encoding="utf-8"):
            missing.append(name)
    assert missing == []


def test_each_row_names_sentences_that_the_app_has() -> None:
    keys = {row[0]: re.findall(r"`([a-z_]+\.[a-z_.]+)`", row[1]) for row in ROWS}
    assert [fault for fault, said in keys.items() if not said] == []
    unknown = {key for said in keys.values() for key in said for each in LANGUAGES if not words(each).has(key)}
    assert unknown == set()
