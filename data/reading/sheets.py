"""Which sheet of a workbook holds the answers; where that is not sure, every sheet that could is named."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from data.model.errors import Problem, SourceError
from data.reading.raw_table import text_of
from data.reading.xlsform import Form

Rows = Sequence[tuple[int, Sequence[Any]]]


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet that are not empty, each with its number, and whether a person sees the sheet."""

    name: str
    rows: Rows
    visible: bool

    @property
    def header(self) -> set[str]:
        """What stands in its first row."""
        return {text_of(cell) for cell in self.rows[0][1]} - {""}

    @property
    def is_table(self) -> bool:
        """Whether it has rows of more than one column, as answers do and a page of remarks does not."""
        return len(self.rows) > 1 and len(self.header) > 1


@dataclass(frozen=True)
class Wanted:
    """What is looked for: the sheet of a name where one is given, else that with these columns."""

    sheet: str = ""
    columns: Collection[str] = ()


def choose(file: str, sheets: Sequence[Sheet], form: Form, wanted: Wanted) -> Sheet:
    """The sheet of answers among those that can be seen and are no part of a form; SourceError where none is sure."""
    named = {sheet.name: sheet for sheet in sheets}
    if wanted.sheet:
        if wanted.sheet not in named or not named[wanted.sheet].rows:
            raise _refusal(file, f"a sheet {wanted.sheet!r} with rows", f"the sheets {', '.join(named)}")
        return named[wanted.sheet]
    shown = [sheet for sheet in sheets if sheet.rows and sheet.visible and sheet.name not in form.sheets]
    own = [sheet for sheet in shown if not form.sheets or form.asks(sheet.header)]
    if not own:
        raise _refusal(file, "a sheet of answers", _none_found(sheets, shown, form))
    possible = [sheet for sheet in own if sheet.is_table] or own
    chosen = possible if len(possible) == 1 else _with_columns(possible, wanted.columns)
    if len(chosen) != 1:
        expected = "one sheet of answers (name it by --sheet, or hide the others)"
        raise _refusal(file, expected, f"{len(possible)}: {', '.join(sheet.name for sheet in possible)}")
    return chosen[0]


def told(chosen: Sheet, sheets: Sequence[Sheet], form: Form) -> str:
    """The sheet that was taken, and what became of the others."""
    why = {True: "", False: " (hidden)"}
    others = [
        f"{each.name} (form)" if each.name in form.sheets else f"{each.name}{why[each.visible]}"
        for each in sheets
        if each is not chosen
    ]
    return f"sheet {chosen.name}" + (f", not {', '.join(others)}" if others else "")


def _with_columns(sheets: Sequence[Sheet], columns: Collection[str]) -> list[Sheet]:
    """The sheets that have all columns; where none has, those that have any."""
    whole = [sheet for sheet in sheets if columns and set(columns) <= sheet.header]
    return whole or [sheet for sheet in sheets if set(columns) & sheet.header]


def _none_found(sheets: Sequence[Sheet], shown: Sequence[Sheet], form: Form) -> str:
    hidden = [sheet.name for sheet in sheets if sheet.rows and not sheet.visible and sheet.name not in form.sheets]
    found = []
    if form.sheets:
        found.append(f"only the form's sheets ({', '.join(form.sheets)})")
        found += [f"sheets without its questions ({', '.join(sheet.name for sheet in shown)})"] if shown else []
    found += [f"hidden sheets ({', '.join(hidden)})"] if hidden else []
    return " and ".join(found) or "an empty workbook"


def _refusal(file: str, expected: str, found: str) -> SourceError:
    return SourceError([Problem(file, 0, "", expected, found)])
