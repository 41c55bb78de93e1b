"""What is worth knowing about a file that is good enough to be taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.reading.raw_table import RawTable
from data.survey.intake.choices import choice_flags
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.two_genders import OTHER

HIGHEST_NON_RESPONSE = 0.10
HIGHEST_WEIGHT_CV = 1.0


@dataclass(frozen=True)
class Notice:
    """One thing to know: the file (and sheet), the column, and the words."""

    place: str
    column: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}, {self.column}: {self.text}" if self.column else f"{self.place}: {self.text}"


def left_out_notices(table: RawTable, codebook: Codebook) -> Iterator[Notice]:
    """Rows of other waves, value by value."""
    column = codebook.roles.get("wave", "")
    if column not in table.values:
        return
    codes = codebook.codes["wave"]
    for value, count in table.values[column].value_counts().sort_index().items():
        if codes.get(str(value)) != codebook.wave.code:
            meaning = codes.get(str(value), "not listed in the codebook")
            yield Notice(table.place, column, f"{count} rows left out, their value is {value!r} ({meaning})")


def two_gender_notices(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Notice]:
    """How many persons of another or no gender were drawn into f or m."""
    column = codebook.roles["gender"]
    count = int(rows[column].map(codebook.codes["gender"]).eq(OTHER).sum())
    if count:
        yield Notice(
            table.place, column, f"{count} persons of another or no gender: each is drawn, privately, into f or m"
        )


def routing_notices(
    table: RawTable, codebook: Codebook, given: Mapping[str, pd.Series], asked: Mapping[str, pd.Series]
) -> Iterator[Notice]:
    """Answers of persons who were not asked; `given` and `asked` are masks by question."""
    for item in codebook.items:
        code = item.question.code
        count = int((given[code] & ~asked[code]).sum())
        if count:
            text = f"{count} answers of persons who were not asked ({code}); they are not counted"
            yield Notice(table.place, item.column or next(iter(item.columns.values())), text)


def non_response_notices(
    table: RawTable, codebook: Codebook, given: Mapping[str, pd.Series], asked: Mapping[str, pd.Series]
) -> Iterator[Notice]:
    """Questions that more than a tenth of those asked left without an answer."""
    for item in codebook.items:
        code = item.question.code
        of, without = int(asked[code].sum()), int((asked[code] & ~given[code]).sum())
        if without > HIGHEST_NON_RESPONSE * of:
            text = f"{100 * without / of:.1f} % of the {of} asked gave no answer ({code})"
            yield Notice(table.place, item.column or next(iter(item.columns.values())), text)


def tick_notices(table: RawTable, codebook: Codebook, asked: Mapping[str, pd.Series]) -> Iterator[Notice]:
    """Questions with several choices that hold words as ticks and no word for no: who ticked nothing looks like who
    was not asked."""
    for item in codebook.items:
        columns = list(item.columns.values())
        if not columns:
            continue
        code = item.question.code
        rows = table.values.loc[asked[code].index[asked[code]], columns]
        empty = int(rows.isin([""]).all(axis=1).sum())
        if (
            empty
            and not rows.isin(["1"]).any(axis=None)
            and not any(marks.eq(0).any() for marks in choice_flags(table, rows, item).values())
        ):
            text = (
                f"the columns hold ticks and no 0 ({code}); the {empty} who ticked nothing count as without an answer"
            )
            yield Notice(table.place, columns[0], text)


def translation_notices(codebook: Codebook) -> Iterator[Notice]:
    """Questions whose words stand in both languages as the draft left them: in the file's own."""
    for question in codebook.questions:
        asked = question.asked[0]
        pairs = {"label": [question.label], "text": [asked.text], "answers": [answer.words for answer in asked.answers]}
        alike = [key for key, words in pairs.items() if all(each["sq"] == each["en"] for each in words)]
        if alike:
            text = f"{', '.join(alike)} alike in both languages; was a translation forgotten?"
            yield Notice(codebook.file, f"[[question]] {question.code}", text)


def weight_notices(table: RawTable, codebook: Codebook, weights: pd.Series) -> Iterator[Notice]:
    """Weights so uneven that they cost more than half of the sample (Kish: 1 + cv^2)."""
    cv = float(weights.std(ddof=0) / weights.mean())
    if cv > HIGHEST_WEIGHT_CV:
        text = f"weights vary very much: coefficient of variation {cv:.2f}, above {HIGHEST_WEIGHT_CV:g}"
        yield Notice(table.place, codebook.roles["weight"], text)
