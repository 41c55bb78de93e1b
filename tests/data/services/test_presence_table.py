"""The table of presence: which cycle a fact speaks of, silence is never a denial, changes and gaps."""

from dataclasses import asdict

import pandas as pd
import pytest

from data.model.dimensions import FOCUS
from data.model.services import PRESENCE, Provider, Service
from data.services.presence.cells import cell_states, changes_between_cycles, gaps
from data.services.presence.providers import directory
from data.services.presence.table import cycles_of, presence_table

SERVICES = {
    code: Service(code, (2,), ("at_risk",), level)
    for code, level in (("centre", "municipal"), ("specialised_shelter", "county"), ("line", "country"))
}
COLUMNS = ["service", "area", "place", "start", "end", "state", "provider", "source", "note"]


def facts(*rows: str) -> pd.DataFrame:
    return pd.DataFrame([row.split(",") for row in rows], columns=COLUMNS)


def table(*rows: str) -> pd.DataFrame:
    return presence_table(facts(*rows), SERVICES)


def cell(frame: pd.DataFrame, service: str, area: str, cycle: str) -> list[dict[str, str]]:
    chosen = frame[frame["service"].eq(service) & frame["area"].eq(area) & frame["cycle"].eq(cycle)]
    return [{str(key): value for key, value in row.items()} for row in chosen.to_dict("records")]


@pytest.mark.parametrize(
    ("start", "end", "sure", "possible"),
    [
        ("2023-11", "2023-11", ["2"], []),
        ("2019-12", "2022-09", ["1"], []),
        ("2020", "2022", ["1"], ["2"]),  # somewhere in 2022: perhaps after September
        ("2018", "2019", ["0"], ["1"]),  # somewhere in 2019: perhaps December
        ("2022", "2022", ["1"], ["2"]),  # one year: the cycle of its middle
        ("2022-05", "2023", ["1", "2"], []),
        ("2022", "2022-12", ["2"], ["1"]),
        ("2022", "2022-05", ["1"], []),
        ("2015-09", "2015-09", ["0"], []),
    ],
)
def test_a_span_speaks_of_the_cycles_it_surely_touches(
    start: str, end: str, sure: list[str], possible: list[str]
) -> None:
    assert cycles_of(start, end) == (sure, possible)


def test_silence_is_not_known_in_every_cell_and_never_a_denial() -> None:
    silent = table("centre,AL-09,AL111,2023-11,2023-11,present,tdh,s001,opened")
    assert list(silent.columns) == list(PRESENCE)
    told = silent[silent["source"].ne("")]
    assert told[["area", "cycle", "state", "place", "period"]].to_numpy().tolist() == [
        ["AL-09", "2", "present", "AL111", "2023-11"]
    ]
    rest = silent[silent["source"].eq("")]
    assert len(rest) == len(SERVICES) * len(FOCUS) * 2 - 1
    assert set(rest["state"]) == {"not_known"}
    assert rest[["provider", "place", "period", "note"]].eq("").all(axis=None)


def test_what_only_may_reach_into_a_cycle_is_not_known_with_its_source() -> None:
    frame = table("centre,AL-09,,2020,2022,present,vatra,s001,")
    assert [row["state"] for row in cell(frame, "centre", "AL-09", "1")] == ["present"]
    (second,) = cell(frame, "centre", "AL-09", "2")
    assert (second["state"], second["source"], second["note"]) == ("not_known", "s001", "year_only")


def test_what_may_reach_gives_way_to_what_surely_does() -> None:
    frame = table("centre,AL-09,,2020,2022,present,vatra,s001,", "centre,AL-09,,2023-01,2024-04,present,tdh,s002,")
    assert [row["source"] for row in cell(frame, "centre", "AL-09", "2")] == ["s002"]


def test_a_denial_of_one_month_stays_in_its_cycle() -> None:
    frame = table("centre,AL-07,,2022-12,2022-12,not_present,,s001,only_two")
    assert [row["state"] for row in cell(frame, "centre", "AL-07", "1")] == ["not_known"]
    assert [row["state"] for row in cell(frame, "centre", "AL-07", "2")] == ["not_present"]


def test_a_year_that_two_cycles_share_says_so() -> None:
    frame = table("centre,AL-07,,2022,2022,present,,s001,")
    assert [row["note"] for row in cell(frame, "centre", "AL-07", "1")] == ["year_only"]


def test_old_facts_stand_in_cycle_0_alone() -> None:
    frame = table("centre,AL-10,AL154,2005,2005,present,,s001,old_data")
    assert [row["period"] for row in cell(frame, "centre", "AL-10", "0")] == ["2005"]
    assert set(frame.loc[frame["cycle"].ne("0"), "state"]) == {"not_known"}


def test_a_national_count_never_becomes_a_county() -> None:
    frame = table("specialised_shelter,AL,,2021,2021,present,,s001,")
    assert [row["state"] for row in cell(frame, "specialised_shelter", "AL", "1")] == ["present"]
    assert set(frame.loc[frame["area"].isin(FOCUS), "state"]) == {"not_known"}


def test_a_national_service_stands_at_every_county() -> None:
    frame = table("line,AL,,2021,2021,present,,s001,")
    for area in FOCUS:
        assert [(row["state"], row["note"]) for row in cell(frame, "line", area, "1")] == [("present", "nationwide")]


def test_the_facts_stay_as_they_were() -> None:
    given = facts("line,AL,,2021,2021,present,,s001,")
    before = given.copy()
    presence_table(given, SERVICES)
    pd.testing.assert_frame_equal(given, before)


def test_one_source_that_found_it_is_enough() -> None:
    frame = table(
        "centre,AL-09,,2023-01,2023-01,not_present,,s001,denied", "centre,AL-09,,2023-11,2023-11,present,,s002,"
    )
    states = cell_states(frame).set_index(["service", "area", "cycle"])
    assert states.loc[("centre", "AL-09", "2")].tolist() == ["present", 2]
    assert states.loc[("centre", "AL-07", "2")].tolist() == ["not_known", 0]
    assert len(states) == len(SERVICES) * len(FOCUS) * 2


FIRST = "centre,AL-09,,2021-01,2021-01,{},,s001,{}"
SECOND = "centre,AL-09,,2023-01,2023-01,{},,s002,{}"


@pytest.mark.parametrize(
    ("rows", "change"),
    [
        ([FIRST.format("present", ""), SECOND.format("present", "")], "attested_in_both"),
        ([SECOND.format("present", "opened")], "appeared"),
        ([FIRST.format("not_present", "x"), SECOND.format("present", "")], "appeared"),
        ([SECOND.format("present", "")], "not_known_in_one"),
        (["centre,AL-09,,2022,2023,present,,s001,opened"], "not_known_in_one"),  # perhaps before October 2022
        ([SECOND.format("not_present", "x")], "not_known_in_one"),
        ([FIRST.format("not_present", "x")], "not_known_in_one"),
        ([FIRST.format("present", "")], "ceased_to_be_attested"),
        ([FIRST.format("present", ""), SECOND.format("not_present", "x")], "closed"),
        ([FIRST.format("not_present", "x"), SECOND.format("not_present", "x")], "absent_in_both"),
        ([FIRST.format("present", "opened"), SECOND.format("present", "opened")], "attested_in_both"),
        (["centre,AL-07,,2021,2021,present,,s001,"], "not_known"),
    ],
)
def test_a_change_says_no_more_than_the_sources(rows: list[str], change: str) -> None:
    changes = changes_between_cycles(table(*rows)).set_index(["service", "area"])
    assert changes.loc[("centre", "AL-09"), "change"] == change


def test_gaps_keep_denial_and_silence_apart_and_leave_out_shelters_and_national_lines() -> None:
    found = gaps(
        table(
            "centre,AL-07,,2022-12,2022-12,not_present,,s001,only_two",
            "centre,AL-10,,2023-01,2023-01,present,,s001,",
            "line,AL,,2023-01,2023-01,not_known,,s001,unclear",
        ),
        "2",
    )
    assert found.to_numpy().tolist() == [
        ["AL-11", "not_known", ("centre",)],
        ["AL-09", "not_known", ("centre",)],
        ["AL-07", "not_present", ("centre",)],
    ]


def test_the_directory_lists_who_gives_what_where() -> None:
    givers = {code: Provider(code, code.title(), "state", "s001") for code in ("unicef", "tdh", "line_office")}
    rows = directory(
        facts(
            "centre,AL-07,,2020,2022,present,tdh,s001,",
            "centre,AL-10,,2020,2022,present,tdh,s001,",
            "centre,AL-09,AL111,2023-11,2023-11,present,tdh unicef,s002,",
            "centre,AL-09,,2019-12,2025-03,not_known,tdh,s002,undated",
            "centre,AL-11,,2023-01,2023-01,not_present,tdh,s002,denied",
            "centre,AL-11,,2023-01,2023-01,present,,s002,",
            "line,AL,,2022,2022,not_known,line_office,s002,broken",
        ),
        SERVICES,
        givers,
    )
    assert rows[["provider", "areas", "state", "period"]].to_numpy().tolist() == [
        ["unicef", ("AL-09",), "present", "2023-11"],
        ["tdh", ("AL-10", "AL-07"), "present", "2020/2022"],
        ["tdh", ("AL-09",), "present", "2023-11"],
        ["line_office", ("AL",), "not_known", "2022"],
    ]
    assert set(rows["groups"]) == {asdict(SERVICES["centre"])["groups"]}
