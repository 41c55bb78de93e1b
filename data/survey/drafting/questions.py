"""The questions a file seems to hold, drafted from its labels and values; and the columns that seem to be none."""

import re
from dataclasses import dataclass, field, replace

from data.reading.cells import is_error
from data.reading.plain import code_from, plain
from data.reading.raw_table import RawTable
from data.reading.select_multiple import choice_of, holds_several
from data.survey.drafting.answers import Answer, answer_code, split_answers
from data.survey.drafting.codes import Named, is_number, named_values
from data.survey.drafting.groups import group_words, missing_values, multi_groups
from data.survey.drafting.roles import without_number

MOST_LABELLED, MOST_UNLABELLED = 30, 12
_COVERED = 0.8  # share of the answers that the values named in a draft must reach
_DATE = re.compile(r"\d{4}-\d\d-\d\d\b.*")
_PERSON = {
    "name", "emri", "emer", "mbiemri", "mbiemer", "surname", "interviewer", "intervistuesi", "anketuesi", "enumerator",
    "supervizori", "supervisor", "username",
}  # fmt: skip
# Without value labels these are somebody's; with some, such a column is more likely a question about phones.
_CONTACT = {
    "phone", "telefon", "telefoni", "tel", "cel", "celular", "email", "adresa", "address", "gps", "latitude",
    "longitude", "device", "deviceid", "submitted", "fshati", "village",
}  # fmt: skip


@dataclass(frozen=True)
class DraftQuestion:
    """One drafted question. `column` is "" for several choices, whose answers each name their own column.

    `english` is its text in English where the file has one beside another.
    """

    code: str
    column: str
    text: str
    answers: list[Answer]
    missing: dict[str, str]
    notes: list[str] = field(default_factory=list)
    english: str = ""


def draft_questions(table: RawTable, taken: dict[str, str]) -> tuple[list[DraftQuestion], dict[str, str]]:
    """The questions in the file's order, and the other columns with why each is none; `taken` columns have a role."""
    skipped = dict(table.left_out)
    free = [column for column in map(str, table.values.columns) if column not in taken]
    grouped = multi_groups(table, free)
    group_of = {column: group for group, columns in grouped.items() for column in columns}
    questions: dict[str, DraftQuestion] = {}
    for column in free:
        key, codes = group_of.get(column, column), {question.code for question in questions.values()}
        if key in questions:
            continue
        code = code_from(choice_of(key)[1] or key, codes, "q")
        if column in group_of:
            questions[key] = _multi(table, key, grouped[key], code)
        elif why := _no_question(table, column):
            skipped[column] = why
        else:
            questions[key] = _single(table, column, code)
    return list(questions.values()), skipped


def _no_question(table: RawTable, column: str) -> str:
    """Why a column is not drafted as a question; "" where it is. Only counts are said, never a value."""
    filled = table.values.loc[table.values[column] != "", column]
    labelled = column in table.value_labels
    words = set(plain(column.split("/")[-1]).split())
    if words & _PERSON or (words & _CONTACT and not labelled):
        return "seems to identify a person or a place"
    if filled.empty:
        return "no value in any row"
    if not labelled and holds_several(filled):
        return "seems to hold several choices in one cell: give each choice a column of 0 and 1"
    different = filled.nunique()
    if not labelled and filled.str.fullmatch(_DATE).all():
        return "dates"
    if different > (MOST_LABELLED if labelled else MOST_UNLABELLED):
        return f"{different} different values" + ("" if filled.map(is_number).all() else ": free text or an identifier")
    if not labelled and different == 1:
        return "the same value in every row"
    if named_values(table, column).covered < _COVERED:
        return "most values stand in too few rows to be named, and have no label"
    return ""


def _single(table: RawTable, column: str, code: str) -> DraftQuestion:
    named = named_values(table, column)
    answers, missing = split_answers(named, table.missing.get(column, ()))
    words = table.english_values.get(column, {})
    answers = [replace(answer, english=words.get(answer.where, "")) for answer in answers]
    text, english = (without_number(labels.get(column, "")) for labels in (table.labels, table.english))
    return DraftQuestion(code, column, text, answers, missing, _notes(table, column, named), english)


def _multi(table: RawTable, group: str, columns: tuple[str, ...], code: str) -> DraftQuestion:
    text, words = group_words(table, group, columns)
    answers: list[Answer] = []
    for column, said in zip(columns, words, strict=True):
        fallback = f"a{plain(column.removeprefix(group)).replace(' ', '_')}"
        note = "" if said else "the file has no label"
        english = table.english.get(column, "")
        answers.append(Answer(answer_code(said, fallback, answers), column, said, note, english))
    notes = ["0/1 columns taken for the choices of one question; check that they are not questions of their own"]
    notes += [*_routing(table, group), *(note for column in columns for note in _errors(table, column))]
    english = without_number(table.english.get(group, ""))
    return DraftQuestion(code, "", without_number(text), answers, missing_values(table, columns), notes, english)


def _notes(table: RawTable, column: str, named: Named) -> list[str]:
    known = [*_routing(table, column), *_errors(table, column)]
    if not named.unnamed:
        return known
    rare = f"{named.unnamed} more value(s) without a label, each in fewer than 5 rows, are not named here"
    return [*known, f"{rare}: add them as answers or as missing"]


def _errors(table: RawTable, column: str) -> list[str]:
    count = int(table.values[column].map(is_error).sum())
    return (
        [f"{count} cell(s) of {column} in error, such as #N/A: put them right, the import refuses them"]
        if count
        else []
    )


def _routing(table: RawTable, name: str) -> list[str]:
    return [f"the form asks it only where {table.routing[name]}"] if name in table.routing else []
