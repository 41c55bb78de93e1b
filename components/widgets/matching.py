"""Search in small lists: every word of the query somewhere in the text, whatever its case and diacritics."""

import unicodedata
from typing import Final

LONGEST: Final = 200  # letters of a query that are looked at; setting marks in order takes ever longer in a longer one


def matches(query: str, text: str) -> bool:
    """Whether every word of the query stands in the text, letters compared without case and diacritics."""
    plain = plain_letters(text)
    return all(word in plain for word in plain_letters(query[:LONGEST]).split())


def plain_letters(text: str) -> str:
    """The text in lower case without diacritics."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
