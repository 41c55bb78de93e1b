"""A table and its sources as BibTeX, as BibTeX and Biber read it: institutions as authors, titles' capitals kept."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from components.exports.tables.model import SourceNote, Table

_LATEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_PROTECTED: Final = ("author", "title")  # an institution is no person with a first name; a title's capitals are meant
_YEARS = re.compile(r"\d{4}")
_DIGITS: Final = 8  # of a key


def citation_bib(table: Table) -> str:
    """The table, under a key of its view and release, and each of its sources under its code."""
    told = table.provenance
    own = {
        "author": table.words["product"],
        "title": table.marked_title,
        "year": told.release[:4],
        "version": told.release,
        "url": told.address,
        "urldate": told.made,
    }
    return "\n".join([_entry(_key_of(table), own), *(_entry(source.id, _parts(source)) for source in table.sources)])


def _parts(source: SourceNote) -> dict[str, str]:
    return {
        "author": source.publisher,
        "title": source.title or source.citation,
        "year": "--".join(_YEARS.findall(source.year)),
        "url": source.address,
    }


def _key_of(table: Table) -> str:
    """`harta-tqnj-RELEASE-xxxxxxxx`: another view, another table or another language has another key."""
    told = table.provenance
    query = "\n".join((told.view, told.address, told.language, table.title, *table.filters))
    return f"harta-tqnj-{told.release}-{hashlib.sha256(query.encode()).hexdigest()[:_DIGITS]}"


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {{{_value(text, name)}}}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{re.sub(r'[^A-Za-z0-9.-]', '-', key)},", *lines, "}", ""])


def _value(text: str, name: str) -> str:
    """Text as TeX takes it; an address only without the braces that would end its field."""
    if name == "url":
        return text.replace("{", "%7B").replace("}", "%7D")
    if name == "year":
        return text
    escaped = "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))
    return f"{{{escaped}}}" if name in _PROTECTED else escaped
