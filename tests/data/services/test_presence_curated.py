"""The curated facts themselves: every cell is told, nothing is denied without a source, no shelter has a place."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from data.facts.sources import read_sources
from data.model.dimensions import FOCUS
from data.model.services import SHELTER, ServiceSources
from data.services.presence.cells import cell_states, changes_between_cycles
from data.services.presence.reading import read_services
from data.services.presence.table import presence_table

SOURCES = Path(__file__).parents[3] / "data" / "sources"


@pytest.fixture(scope="module")
def curated() -> ServiceSources:
    known, _ = read_sources(SOURCES / "sources.csv")
    programme = tomllib.loads((SOURCES / "programme" / "programme.toml").read_text(encoding="utf-8"))
    services, problems = read_services(
        SOURCES / "services", set(known), [*programme["primary"], *programme["secondary"]]
    )
    assert problems == []
    return services


@pytest.fixture(scope="module")
def table(curated: ServiceSources) -> pd.DataFrame:
    return presence_table(curated.facts, curated.services)


def test_every_service_has_a_state_in_every_county_and_cycle(curated: ServiceSources, table: pd.DataFrame) -> None:
    assert len(curated.services) == 14
    assert len(cell_states(table)) == 14 * len(FOCUS) * 2


def test_no_row_says_where_a_shelter_or_a_refuge_is(table: pd.DataFrame) -> None:
    hidden = table[table["service"].isin([SHELTER, "emergency_reception", "one_stop_centre"])]
    assert set(hidden["place"]) == {""}
    shelters = table[table["service"].eq(SHELTER)]
    assert set(shelters.loc[shelters["area"].isin(FOCUS), "state"]) == {"not_known"}
    assert set(shelters["provider"]) == {""}


def test_only_what_a_source_denies_is_denied(table: pd.DataFrame) -> None:
    denied = table[table["state"].eq("not_present")]
    assert denied[["service", "area", "cycle", "source"]].to_numpy().tolist() == [
        ["one_stop_centre", "AL-09", "2", "s093"],
        ["one_stop_centre", "AL-07", "2", "s093"],
    ]


def test_the_refuge_of_shkoder_is_said_not_to_be_a_trafficking_shelter(table: pd.DataFrame) -> None:
    rows = table[table["service"].eq("emergency_reception") & table["source"].ne("")]
    assert set(rows["area"]) == {"AL-10"}
    assert all("not_trafficking_shelter" in note.split() for note in rows["note"])


def test_the_line_reported_not_to_work_is_nowhere_present(table: pd.DataFrame) -> None:
    rows = table[table["service"].eq("helpline") & table["cycle"].isin(["1", "2"])]
    assert set(rows["state"]) == {"not_known"}
    assert all("reported_not_functioning" in note.split() for note in rows["note"])


def test_what_changed_between_the_cycles(table: pd.DataFrame) -> None:
    changes = changes_between_cycles(table)
    appeared = changes[changes["change"].eq("appeared")]
    assert appeared[["service", "area"]].to_numpy().tolist() == [
        ["community_centre", "AL-09"],
        ["one_stop_centre", "AL-10"],
    ]
    assert "closed" not in set(changes["change"])
    both = changes.loc[changes["change"].eq("attested_in_both"), "service"]
    assert set(both) == {"social_services", "regional_committee"}
