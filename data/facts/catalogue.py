"""The catalogue files: one TOML file a theme, one block an indicator."""

import tomllib
from dataclasses import replace
from pathlib import Path

from data.model.catalogue import THEMES, Indicator
from data.model.catalogue_rules import block_problems
from data.model.errors import Problem, SourceError
from data.reading.encoding import decode


def read_catalogue(folder: Path) -> tuple[dict[str, Indicator], dict[str, str], list[Problem]]:
    """Indicators by code, in the order of files (as THEMES) and blocks; the theme of every code named,
    well-formed or not; and the problems."""
    indicators: dict[str, Indicator] = {}
    theme_of: dict[str, str] = {}
    problems = [
        Problem(f"catalogue/{path.name}", 0, "", f"a file named after one of {', '.join(THEMES)}", path.stem)
        for path in sorted(folder.glob("*.toml"))
        if path.stem not in THEMES
    ]
    for theme in THEMES:
        file = f"catalogue/{theme}.toml"
        for code, block in _read_blocks(folder / f"{theme}.toml", file, problems).items():
            if code in theme_of:
                problems.append(Problem(file, 0, f"[{code}]", "a code of its own", f"also {theme_of[code]}"))
                continue
            theme_of[code] = theme
            found = block_problems(file, code, block, theme)
            problems += found
            if not found:
                indicators[code] = Indicator.from_block(code, block)
    if not theme_of and not problems:
        problems.append(Problem("catalogue/", 0, "", "at least one indicator", "none"))
    return indicators, theme_of, problems


def read_toml(path: Path, file: str, problems: list[Problem]) -> dict[str, object]:
    """A TOML file's content; {} with a problem added where it cannot be read."""
    try:
        return tomllib.loads(decode(path.read_bytes(), file, "save it in UTF-8"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(file, 0, "", "a TOML file in UTF-8", str(error)))
    except SourceError as error:
        problems += [replace(each, expected="a TOML file in UTF-8") for each in error.problems]
    return {}


def _read_blocks(path: Path, file: str, problems: list[Problem]) -> dict[str, dict[str, object]]:
    if not path.exists():
        return {}
    blocks: dict[str, dict[str, object]] = {}
    for code, block in read_toml(path, file, problems).items():
        if isinstance(block, dict):
            blocks[code] = block
        else:
            problems.append(Problem(file, 0, code, f"a block [{code}]", repr(block)))
    return blocks
