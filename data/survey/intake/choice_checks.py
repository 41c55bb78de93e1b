"""Checks of questions with several choices: the joined text beside the 0/1 columns, and rows of nothing but 0."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.reading.cells import cell
from data.reading.findings import Finding
from data.reading.raw_table import RawTable
from data.survey.intake.choices import Joined, choice_flags, joined_text, made, split_words
from data.survey.intake.codebook_form import Codebook

AGREES = "a text of the choices that the 0/1 columns say too"
STATED = 'nothing_chosen = "answer" or "no_answer" in the codebook, as 0 everywhere beside an empty text can be either'


def joined_findings(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """Rows in which the joined text and the 0/1 columns of a question contradict each other."""
    for item in codebook.items:
        joined = joined_text(table, item)
        if joined is None:
            continue
        texts, chosen = joined.cells.loc[rows.index], made(table, rows, joined)
        none = chosen.map(len).eq(0)
        told = texts.ne("") & ~texts.isin(item.missing)
        wrong = (texts.eq("") & ~none) | (told & (none | _otherwise(texts, chosen, joined)))
        yield Finding(AGREES, joined.column, AGREES, texts[wrong], lambda text: f"{cell(text)} beside other columns")


def nothing_chosen(
    table: RawTable, rows: pd.DataFrame, codebook: Codebook, asked: Mapping[str, pd.Series]
) -> Iterator[Finding]:
    """Questions where nobody can tell who chose nothing from who was not asked, each at its first such row."""
    for item in codebook.items:
        joined = None if item.nothing_chosen else joined_text(table, item)
        if joined is None:
            continue
        zeros = pd.concat(list(choice_flags(table, rows, item).values()), axis=1).eq(0).any(axis=1)
        empty = joined.cells.loc[rows.index].eq("") & made(table, rows, joined).map(len).eq(0)
        where = rows.index[zeros & empty & asked[item.question.code]]
        said = pd.Series([f"nothing, in {len(where)} rows"] * min(len(where), 1), where[:1], dtype="str")
        code = item.question.code
        yield Finding(f"{STATED} ({code})", next(iter(item.columns.values())), STATED, said, str)


def _otherwise(texts: pd.Series, chosen: pd.Series, joined: Joined) -> pd.Series:
    """Whose text names other choices than the columns, by the choices' codes or by their labels.

    Nobody's where no text at all has a word of either: words of another language cannot be held against them.
    """
    said = texts.map(split_words)
    known = set(split_words(" ".join((*joined.labels, *joined.labels.values()))))
    if not any(known & set(words) for words in said):
        return pd.Series(False, texts.index)
    codes = chosen.map(lambda own: split_words(" ".join(own)))
    labels = chosen.map(lambda own: split_words(" ".join(joined.labels[choice] for choice in own)))
    return said.ne(codes) & said.ne(labels)
