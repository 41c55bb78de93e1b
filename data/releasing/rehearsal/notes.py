"""The notes beside a release: who looked at which warnings, and why they are right."""

from pathlib import Path
from typing import Any, Final

from data.facts.catalogue import read_toml
from data.model.errors import Problem, SourceError
from data.releasing.rehearsal.model import CODES, WARNING, Note

KEYS: Final = ("code", "key", "who", "why")


def read_notes(path: Path) -> tuple[Note, ...]:
    """The `[[note]]` blocks of a file; SourceError with everything that is wrong with it."""
    if not path.is_file():
        raise SourceError([Problem(path.name, 0, "", "a file of notes", "none")])
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(path, path.name, problems)
    blocks = content.get("note", [])
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks) or set(content) - {"note"}:
        problems.append(Problem(path.name, 0, "", "[[note]] blocks and nothing else", ", ".join(content)))
        blocks = []
    for number, block in enumerate(blocks, start=1):
        problems += _problems(path.name, number, block)
    if problems:
        raise SourceError(problems)
    return tuple(Note(**block) for block in blocks)


def _problems(file: str, number: int, block: dict[str, Any]) -> list[Problem]:
    place = f"[[note]] {number}, "
    empty = [key for key in KEYS if not isinstance(block.get(key), str) or not block[key].strip()]
    found = [Problem(file, 0, f"{place}{key}", "a text", repr(block.get(key))) for key in empty]
    found += [Problem(file, 0, place + key, f"one of {', '.join(KEYS)}", key) for key in sorted(set(block) - set(KEYS))]
    warnings = [code for code, (level, _) in CODES.items() if level == WARNING and code != "note_unused"]
    if "code" not in empty and block["code"] not in warnings:
        expected = f"one of {', '.join(warnings)} (errors take no note)"
        found.append(Problem(file, 0, f"{place}code", expected, repr(block["code"])))
    return found
