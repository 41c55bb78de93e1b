"""The services page's tables in every format: what is read back is what the release says; no session is asked."""

import io
import json
from collections.abc import Iterator
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.downloads.settled import settled
from components.exhibits.opening import services_exhibit
from components.exhibits.services_presence import PRESENCE_COLUMNS
from components.exhibits.services_rates import IN_FILES
from components.exports.codes import in_release
from components.exports.tables.formats import FORMATS
from components.exports.tables.model import Table
from components.sections.services.downloads import whole_people, whole_presence
from components.sections.services.taking import offered, stem_of
from data import Release
from data.model.services import SHELTER
from i18n import LANGUAGES, words

INHABITANTS = "services.people.by~area.cycle~1"  # as codes were before there was a choice
YOUNG = f"{INHABITANTS}.per~young"
ADDRESS = "https://example.org/sherbimet?part=people"


def gone() -> Release:
    raise AssertionError("a file is made when the page is gone: it may not ask which release is read")


@pytest.fixture(scope="module")
def tables(atlas: Release) -> Iterator[dict[tuple[str, str], Table]]:
    """(language, name) -> a table made after its page is gone."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        for language in LANGUAGES:
            t = words(language)
            patch.setattr(store, "release", lambda: atlas)
            offers = {"presence": whole_presence(t), "people": whole_people(t)}
            for code in ("services.presence.cycle~1", YOUNG, INHABITANTS):
                exhibit = services_exhibit(t, read_view(code, known_codes(atlas)))  # type: ignore[arg-type]
                assert exhibit is not None
                offers[code] = offered(t, settled(exhibit), stem_of(exhibit), ADDRESS)
            patch.setattr(store, "release", gone)
            made |= {(language, name): offer.make() for name, offer in offers.items()}
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_tables_hold_every_row(atlas: Release, tables: dict[tuple[str, str], Table], language: str) -> None:
    presence, people = tables[language, "presence"], tables[language, "people"]
    assert tuple(presence.rows.columns) == PRESENCE_COLUMNS
    codes = ["service", "area", "cycle", "state", "provider", "place", "period", "source", "note"]
    pd.testing.assert_frame_equal(presence.rows[codes], atlas.services.presence[codes].reset_index(drop=True))
    assert presence.rows["demonstration"].eq(0).all() and not presence.is_demonstration
    assert people.is_demonstration and people.rows["demonstration"].eq(1).all()
    assert len(people.rows) == len(atlas.services.counts) == len(people.provenance.figures)
    for table in (presence, people):
        assert set(table.headings) == set(table.meanings) == set(table.rows.columns)
        assert table.rows["release"].eq(atlas.info.id).all()
        assert {note.id for note in table.sources} == set(" ".join(table.rows["source"]).split())
    shelters = presence.rows[presence.rows["service"].eq(SHELTER)]
    assert shelters[["place", "place_name"]].eq("").all(axis=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_a_csv_and_a_package_give_the_table_back(
    tables: dict[tuple[str, str], Table], language: str
) -> None:
    table = tables[language, "services.presence.cycle~1"]
    read = pd.read_csv(io.BytesIO(FORMATS["csv"].make(table)), dtype=str, keep_default_na=False, comment="#")
    read = in_release(read.assign(period_text=read["period_text"].str.replace("\N{NO-BREAK SPACE}", " ")))
    spaced = table.rows["period_text"].str.replace("\N{NO-BREAK SPACE}", " ")
    expected = table.rows.assign(period_text=spaced).astype(str)
    assert read[list(PRESENCE_COLUMNS)].to_numpy().tolist() == expected.to_numpy().tolist()
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(table)), read_only=True)
    cells = {str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {table.title, *table.headings.values(), *table.rows["citation"]} - {""} <= cells
    with ZipFile(io.BytesIO(FORMATS["zip"].make(table))) as package:
        assert json.loads(package.read("provenance.json"))["view"] == "services.presence.cycle~1"
        assert not any("DEMONSTRATION" in name or "sdmx" in name for name in package.namelist())


@pytest.mark.parametrize(
    ("code", "columns", "of_young"),
    [
        (YOUNG, ("young", "per_10000_young", "per_10000_young_low", "per_10000_young_upp"), True),
        (INHABITANTS, ("per_10000",), False),
    ],
)
def test_what_the_map_shows_is_in_the_table(
    atlas: Release, tables: dict[tuple[str, str], Table], code: str, columns: tuple[str, ...], of_young: bool
) -> None:
    table = tables["sq", code]
    rates = atlas.services.coverage.query("service == 'all'").set_index(["area", "cycle"])
    read = pd.read_csv(io.BytesIO(FORMATS["csv"].make(table)), sep=None, engine="python", decimal=",", comment="#")
    read = in_release(read)
    assert len(read) == 10
    assert [column for column in IN_FILES if column in read and not column.endswith("_text")] == list(columns)
    for row in read.itertuples():
        assert [getattr(row, column) for column in columns] == [*rates.loc[(row.area, str(row.cycle)), list(columns)]]
    assert {"demonstration_services", "s111"} <= {note.id for note in table.sources}
    assert ("s030" in {note.id for note in table.sources}) == ("s030" in table.provenance.sources) == of_young
    assert set(table.headings) == set(table.meanings) == set(table.rows.columns)
    assert table.provenance.view.endswith("per~inhabitants") != of_young
    assert FORMATS["sdmx"].make(table)
    with ZipFile(io.BytesIO(FORMATS["zip"].make(table))) as package:
        assert all("DEMONSTRATION" in name for name in package.namelist() if "data." in name)


def test_names_say_the_choices_and_the_mark(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "release", lambda: atlas)
    known, id = known_codes(atlas), atlas.info.id
    stems = {}
    for code in ("services.presence.cycle~1", "services.people.by~area.county~AL-07.cycle~1"):
        exhibit = services_exhibit(words("sq"), read_view(code, known))  # type: ignore[arg-type]
        assert exhibit is not None
        stems[code] = stem_of(exhibit)
    assert list(stems.values()) == [
        f"harta-tqnj_services_cycle-1_{id}",
        f"harta-tqnj_people_reached_cycle-1_by-area_per-inhabitants_county-AL-07_DEMONSTRATION_{id}",
    ]
    assert whole_people(words("en")).stem == f"harta-tqnj_people_reached_DEMONSTRATION_{id}"
