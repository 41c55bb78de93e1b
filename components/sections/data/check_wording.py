"""What is said of a file. Codes that the release does not know come back as they are: they are text, never markup."""

import datetime
import re
from contextlib import suppress

from components.sections.data.check_cells import Cell
from components.sections.data.check_handed import Handed
from components.sections.data.check_verdict import Verdict
from data.model.periods import parse_period
from i18n import LANGUAGES, Text, words

# Of each kind of file that has a table, what stands around it.
AROUND = {"xlsx": "sheets", "zip": "members", "json": "description", "parquet": "description"}
CELL = ("figure", "area", "then", "now")  # of a cell that differs: row, column, what the file has, what is right
AGE = re.compile(r"all|[0-9]{1,3}(-[0-9]{1,3}|\+)")


def headline(t: Text, verdict: Verdict) -> str:
    """The finding: how many of the file's figures are not what they were."""
    count, changed = len(verdict.figures), len(verdict.changed)
    if verdict.edited:
        return t("check.edited")
    if verdict.wrong:
        return t.plural("check.cells", len(verdict.wrong), of=t.number(verdict.cells))
    if changed:
        return t.plural("check.changed", changed, of=t.number(count))
    if verdict.is_whole:
        return t.plural("check.table_same", verdict.cells)
    return t.plural("check.same", count) if count else t("check.no_figures")


def origin(t: Text, verdict: Verdict, opened: str) -> list[str]:
    """Release, day and language of the file, and whether its release is the opened one."""
    told = verdict.provenance
    if not told.made:
        said = t("check.origin_rows", release=told.release)
        return [said, t("check.open_release") if verdict.is_open_release else t("check.other_release", release=opened)]
    language = words(told.language)("language.name") if told.language in LANGUAGES else told.language
    day = t.date(datetime.date.fromisoformat(told.made))
    said = t("check.origin", release=told.release, version=told.version, date=day, language=language)
    return [said, t("check.open_release") if verdict.is_open_release else t("check.other_release", release=opened)]


def left_out(t: Text, handed: Handed, verdict: Verdict) -> list[str]:
    """What of the file was not compared with anything."""
    part = AROUND.get(handed.kind, "picture")
    told = [t(f"check.left.{part}")] if handed.kind != "csv" else []
    told += [t("check.left.table")] if None in verdict.compared else []
    return told + ([t("check.left.columns", names=", ".join(verdict.unknown))] if verdict.unknown else [])


def cell_words(cell: Cell) -> dict[str, str]:
    """A cell that differs: its row's codes, its column, what stands there and what is right."""
    return dict(zip(CELL, (" · ".join(cell.row), cell.column, cell.found, cell.right), strict=True))


def area_name(t: Text, code: str) -> str:
    """The area's name."""
    return t.area(code) if t.has(f"area.{code}.name") else code


def people_name(t: Text, gender: str, age: str, population: str) -> str:
    """Of whom the figure is: gender, age, and the population where it is not everybody."""
    said = [
        t(f"gender.{gender}") if t.has(f"gender.{gender}") else gender,
        t.age(age) if AGE.fullmatch(age) else age,
    ]
    if population != "all":
        said.append(t(f"population.{population}") if t.has(f"population.{population}") else population)
    return " · ".join(said)


def period_name(t: Text, code: str) -> str:
    """The reference period in words."""
    with suppress(ValueError):
        return t.period(parse_period(code).text)
    return code
