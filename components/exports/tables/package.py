"""A table and its pictures in one zip, with everything that must travel with them."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from components.exports.tables import data_package
from components.exports.tables import package_texts as texts
from components.exports.tables.bibtex import citation_bib
from components.exports.tables.csv_table import csv_of
from components.exports.tables.json_table import json_of
from components.exports.tables.model import Table
from components.exports.tables.parquet import parquet_of
from components.exports.tables.sdmx import sdmx_csv_of
from components.exports.tables.xlsx import xlsx_of

STEPS: Final = ("csv", "xlsx", "parquet", "json", "sdmx", "texts", "pictures")
MARK: Final = "DEMONSTRATION"

Member = tuple[str, bytes]


class _Data(NamedTuple):
    step: str
    ending: str
    word: str
    make: Callable[[Table], bytes]


_DATA: Final = (
    _Data("csv", "csv", "about_csv", partial(csv_of, dialect="comma")),
    _Data("csv", "semicolon.csv", "about_csv_semicolon", partial(csv_of, dialect="semicolon")),
    _Data("xlsx", "xlsx", "about_xlsx", xlsx_of),
    _Data("parquet", "parquet", "about_parquet", parquet_of),
    _Data("json", "json", "about_json", json_of),
    _Data("sdmx", "sdmx.csv", "about_sdmx", sdmx_csv_of),
)
_TEXTS: Final = {
    "codebook.csv": "about_codebook",
    "measures.csv": "about_measures",
    "sources.csv": "about_sources",
    "citation.txt": "about_citation",
    "citation.bib": "about_citation",
    "CITATION.cff": "about_citation",
    "LICENSE.txt": "about_licence",
    "provenance.json": "about_provenance",
    "datapackage.json": "about_datapackage",
}


def zip_of(
    table: Table, pictures: Mapping[str, bytes], made: date, tell: Callable[[str], None] = lambda step: None
) -> bytes:
    """The table in all formats, README, codebook, measures, sources, citation, licence, provenance, and the pictures by
    file name. Files of demonstration figures say so in their names. `tell` hears each of STEPS before it begins.
    Same table, pictures and day, same bytes; a table of another form than one row a figure has no SDMX file.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _members(table, pictures, tell):
            info = zipfile.ZipInfo(name, date_time=(made.year, made.month, made.day, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, content)
    return written.getvalue()


def _members(table: Table, pictures: Mapping[str, bytes], tell: Callable[[str], None]) -> Iterator[Member]:
    """Every member, README first; each is made when its turn comes."""
    data = [each for each in _DATA if each.step != "sdmx" or table.has_observations]
    mark = f"{MARK}_" if table.is_demonstration else ""
    names = {f"{mark}data.{each.ending}": each for each in data}
    listed = {name: table.words[each.word] for name, each in names.items()}
    listed |= {name: table.words[word] for name, word in _TEXTS.items()}
    listed |= {"pictures/": table.words["about_pictures"]} if pictures else {}
    yield "README.txt", texts.readme(table, listed).encode("utf-8")
    told, made = "", {}
    for name, each in names.items():
        if each.step != told:
            tell(told := each.step)
        made[name] = each.make(table)
        yield name, made[name]
    tell("texts")
    written = dict(_texts(table))
    yield from written.items()
    yield data_package.NAME, data_package.data_package(table, {**made, **written})
    tell("pictures")
    yield from ((f"pictures/{mark}{name}", pictures[name]) for name in sorted(pictures))


def _texts(table: Table) -> Iterator[Member]:
    yield "codebook.csv", texts.codebook_csv(table)
    yield "measures.csv", texts.measures_csv(table)
    yield "sources.csv", texts.sources_csv(table)
    yield "citation.txt", texts.citation_text(table).encode("utf-8")
    yield "citation.bib", citation_bib(table).encode("utf-8")
    yield "CITATION.cff", texts.citation_cff(table).encode("utf-8")
    yield "LICENSE.txt", texts.licence_text(table).encode("utf-8")
    yield "provenance.json", table.provenance.to_json().encode("utf-8")
