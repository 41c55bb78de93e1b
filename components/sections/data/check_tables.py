"""The tables of a file, each under the codes of its columns, beside the same table made again from the open release."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from components.downloads.tables.table import table_of
from components.exhibits.services_presence import presence_headings, presence_rows
from components.exports.codes import in_file, in_release
from components.exports.provenance.model import FIGURE, Provenance
from components.exports.tables.columns import COLUMNS, safe_words
from components.exports.tables.csv_table import with_decimal_commas
from components.exports.tables.reading import Found
from components.exports.tables.sdmx import sdmx_rows
from components.exports.tables.sdmx_names import NAMES, from_sdmx
from components.sections.data.check_now import rows_now
from components.sections.data.wide import CODES, PARTS, wide_of
from data import Release
from data.model.dimensions import AREAS
from data.model.observations import KEY
from i18n import LANGUAGES, Text, words

WITHIN = tuple(column for column in KEY if column != "area")
FACT = ("service", "area", "cycle", "provider", "place", "period", "source")
Codes = Mapping[str, str]  # heading -> code of the column


@dataclass(frozen=True)
class Beside:
    """A table of the file and what it should be: `found` and `right` have the columns of `key`, in the same codes, one
    row of `right` each; `decimal`: the decimal mark of numbers in the text of `found`."""

    found: pd.DataFrame
    right: pd.DataFrame
    key: tuple[str, ...]
    decimal: str


def beside(release: Release, table: Found, language: str) -> Beside | None:
    """The table beside the one that the release makes of the same keys; None where it is no table of the atlas."""
    found = table.rows.rename(columns=headings_of(table.rows.columns))
    t = words(language if language in LANGUAGES else language_of(found))
    named = set(found.columns)
    key: tuple[str, ...]
    if set(NAMES.values()) <= named:
        right = sdmx_again(release, from_sdmx(found), set(found["SOURCE_CITATION"]))
        return Beside(found, right, tuple(NAMES[column] for column in KEY), table.decimal)
    if set(KEY) <= named:
        key, asked = KEY, in_release(found.loc[:, list(KEY)].astype(str))
        right = table_of(t, release, asked_rows(release, asked, KEY), title="", caption="", filters=()).written
    elif set(CODES) <= named:
        key, asked = CODES, in_release(found.loc[:, list(CODES)].astype(str))
        rows = asked_rows(release, asked, WITHIN)
        rows = rows[rows["area"].isin(named)]
        long = table_of(t, release, rows, title="", caption="", filters=())
        right = wide_of(t, long).written if len(rows) else found.iloc[:0]
    elif set(FACT) <= named:
        key, right = FACT, safe_words(in_file(presence_rows(t)))
    else:
        return None
    right = with_decimal_commas(right, t.language) if table.decimal == "," else right
    # Files taken away before genders had words are read in their own codes.
    return Beside(in_file(in_release(as_text(found, key))), right, key, table.decimal)


def beside_record(told: Provenance, table: Found) -> Beside | None:
    """The table beside the figures that the file itself has recorded; None where it has not one row a figure."""
    found = table.rows.rename(columns=headings_of(table.rows.columns))
    if not set(FIGURE) <= set(found.columns):
        return None
    right = pd.DataFrame([dict(each) for each in told.figures], columns=list(FIGURE))
    numbers = dict.fromkeys(("value", "value_low", "value_upp", "n"), "float64")
    return Beside(in_file(in_release(as_text(found, KEY))), in_file(right.astype(numbers)), KEY, table.decimal)


def asked_rows(release: Release, asked: pd.DataFrame, key: tuple[str, ...]) -> pd.DataFrame:
    """The observations of the release under these keys, each once."""
    wanted = asked.loc[:, list(key)].drop_duplicates()
    return rows_now(release).merge(wanted, on=list(key), how="inner")


def sdmx_again(release: Release, asked: pd.DataFrame, cited: set[str]) -> pd.DataFrame:
    """The rows as SDMX-CSV writes them, in the language of the citations (all else in it are codes)."""
    rows = asked_rows(release, asked, KEY)
    made = [sdmx_rows(table_of(t, release, rows, title="", caption="", filters=())) for t in map(words, LANGUAGES)]
    return max(made, key=lambda each: len(cited & set(each["SOURCE_CITATION"])))


def as_text(found: pd.DataFrame, key: tuple[str, ...]) -> pd.DataFrame:
    """The rows with the codes of their key as text."""
    codes = {column for column in (*key, "method", "cycle") if column in found}
    return found.assign(**{column: found[column].astype(str) for column in codes})


def headings_of(columns: Iterable[str]) -> dict[str, str]:
    """The code of each heading that a workbook of either language has; codes, and what nobody knows, as they are.

    Tables of facts and of figures call other columns alike: the headings are those of the kind that knows more of them.
    """
    named = [str(column) for column in columns]
    kinds = [kind for t in map(words, LANGUAGES) for kind in (figure_headings(t), fact_headings(t))]
    known = max(kinds, key=lambda kind: sum(name in kind for name in named))
    codes = {name: known.get(name, name) for name in named}
    return codes if len(set(codes.values())) == len(codes) else {name: name for name in named}


def figure_headings(t: Text) -> dict[str, str]:
    """What workbooks of figures call their columns, long and wide."""
    wide = {t(f"desk.wide{part}", area=t.area(area)): f"{area}{part}" for area in AREAS for part in PARTS}
    return wide | {t(f"file_heading.{code}"): code for code in COLUMNS}


def fact_headings(t: Text) -> dict[str, str]:
    """What workbooks of facts about services call their columns."""
    return {heading: code for code, heading in presence_headings(t).items()}


def language_of(found: pd.DataFrame) -> str:
    """The language whose words for the rows' genders or services the table has."""
    named = (("gender", "gender.{}"), ("service", "service.{}.name"))
    column, section = next((each for each in named if {each[0], f"{each[0]}_name"} <= set(found.columns)), ("", ""))
    if not column:
        return LANGUAGES[0]
    codes = in_release(found[[column]].astype(str))[column]
    told = list(zip(codes, found[f"{column}_name"], strict=True))
    alike = {
        t.language: sum(t.table.get(section.format(code)) == word for code, word in told) for t in map(words, LANGUAGES)
    }
    return max(alike, key=lambda language: alike[language])
