"""Text that no spreadsheet runs and no reader takes for something else: the guards of a file's cells."""

import re
from typing import Final

# What OWASP lists: = + - @ and their full-width forms, behind any blanks, invisible signs or quotes that a program may
# strip; tab, line ends and other control signs at the start; and the same behind a comma, semicolon, tab or line end
# inside the text, where a program that takes another separator than ours would begin a new cell.
_INVISIBLE = '\\s"\x00-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff'
_FORMULA = re.compile(f"(^|[,;\t\r\n])([{_INVISIBLE}]*)(?=[=+\\-@＝＋－＠])")
_PLACE = re.compile(r"!(?=\$?[A-Z])")
_CONTROL = re.compile("[\x00-\x1f\x7f]")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet might run the text, or a part of it, when it reads it from a text file."""
    return bool(_CONTROL.match(text) or _FORMULA.search(text))


def safe_title(text: str) -> str:
    """The text as the title of a chart: the writer of workbooks takes `Data!A1` for a place, this for words."""
    return _PLACE.sub("!\N{THIN SPACE}", text)


def safe_text(cell: object) -> object:
    """The cell; text that a spreadsheet might run gets an apostrophe before each such place. Numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    guarded = _FORMULA.sub(r"\1\2'", cell)
    return f"'{guarded}" if _CONTROL.match(guarded) else guarded


# What pandas, R, DuckDB or Polars take for missing, true or false when they are told nothing about a file.
_MISSING = ("None", "NA", "N/A", "n/a", "<NA>", "#N/A", "#N/A N/A", "#NA", "nan", "NaN", "-nan", "-NaN", "NULL", "null")
_MISSING_NUMBERS = ("-1.#IND", "-1.#QNAN", "1.#IND", "1.#QNAN")
_LOGICAL = ("t", "f", "true", "false")
_TRUTHS = (form(word) for word in _LOGICAL for form in (str, str.upper, str.title))
TAKEN: Final = frozenset((*_MISSING, *_MISSING_NUMBERS, *_TRUTHS))
_NUMBER = re.compile(r"(\d[\d.,]*(e[+-]?\d+)?|inf(inity)?)%?", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?")


def is_mistakable(text: str) -> bool:
    """Whether a reader's defaults take the text for true, false, missing, a number or a date."""
    return text in TAKEN or bool(_NUMBER.fullmatch(text) or _DATE.fullmatch(text))


def safe_word(text: str) -> str:
    """The word; one that a reader would take for something else in quotation marks, `“None”`."""
    return f"“{text}”" if is_mistakable(text) else text
