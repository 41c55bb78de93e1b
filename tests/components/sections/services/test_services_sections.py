"""What the services page says: the table of presence in words, silence never as absence, shelters never placed."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

import geo
from components import store
from components.address.known import PER
from components.charts.maps.county_map import county_map
from components.charts.rulers.ruler import ruler
from components.exhibits import services_gaps as gaps_module
from components.exhibits import services_matrix as matrix_module
from components.exhibits.services_gaps import gap_sentence, gap_sentences, shared_gaps
from components.exhibits.services_maps import reach_scale
from components.exhibits.services_matrix import matrix_frame, page_title, services_in_state
from components.exhibits.services_places import municipal, municipalities
from components.exhibits.services_rates import possible_rates, rate_rules, worded_rates
from components.exhibits.services_reached import reached_frame, reached_title
from components.exhibits.services_rows import people_reached_rows
from components.exhibits.services_words import linked_sources, where
from components.sections.services.facts import facts_of
from components.sections.services.need import need_sentences
from components.store import Memory
from data import FOCUS, Release, cell_states, directory, gaps
from data.model.frames import rows_of
from data.model.service_counts import COUNTS
from data.model.services import PRESENCE, SHELTER
from data.model.services_release import empty_services
from data.services.presence.table import presence_table
from i18n import LANGUAGES, Text, words

FACT = dict.fromkeys(PRESENCE, "") | {
    "area": "AL-09",
    "cycle": "2",
    "state": "present",
    "period": "2023",
    "source": "s060",
}


@pytest.fixture
def shown(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> Release:
    """The committed release as the one on the screen."""
    monkeypatch.setattr(store, "release", lambda: atlas)
    return atlas


def show(atlas: Release, monkeypatch: pytest.MonkeyPatch, presence: list[dict[str, str]]) -> None:
    """Another table of presence on the screen, under the same release's name: nothing may be remembered."""
    memory = Memory(most=100)
    monkeypatch.setattr(store, "memory", lambda: memory)
    services = replace(atlas.services, presence=pd.DataFrame(presence, columns=list(PRESENCE)))
    monkeypatch.setattr(store, "release", lambda: replace(atlas, services=services))


@pytest.mark.parametrize("cycle", ["1", "2"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_says_what_the_table_says(shown: Release, language: str, cycle: str) -> None:
    t = words(language)
    frame = matrix_frame(t, cycle)
    assert list(dict.fromkeys(frame["service"])) == list(shown.services.catalogue)
    states = {
        (row["service"], row["area"], row["cycle"]): row["state"]
        for row in rows_of(cell_states(shown.services.presence))
    }
    for row in rows_of(frame):
        state = states[row["service"], row["area"], cycle]
        if row["service"] == SHELTER:
            assert row["state"] == "not_told"
            continue
        assert row["state"] == state
        assert row["word"] == t(f"service_state.{state}")
        assert row["word"] in row["spoken"]
        assert (row["word"] == t("service_state.not_present")) == (state == "not_present")


def test_a_cell_tells_provider_time_and_source(shown: Release) -> None:
    frame = matrix_frame(words("sq"), "2")
    cell = frame[frame["service"].eq("community_centre") & frame["area"].eq("AL-09")].iloc[0]
    for part in ("Bashkia Bulqizë", "nëntor 2023", "2023", "Nisi në ciklin 2"):
        assert part in cell["spoken"]


def test_a_national_fact_is_a_note_and_fills_no_county(shown: Release) -> None:
    frame = matrix_frame(words("sq"), "1")
    own = frame[frame["service"].eq("economic_reintegration")]
    assert own["note"].eq(words("sq")("services.national")).all()
    assert own["state"].eq("not_known").all()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cycle", ["1", "2"])
def test_the_title_counts_what_is_attested(shown: Release, language: str, cycle: str) -> None:
    title = page_title(words(language), cycle)
    counts = [len(codes) for codes in services_in_state(cycle, "present").values()]
    numbers = [int(word) for word in title.replace(",", "").split() if word.isdigit()]
    assert numbers == [int(cycle), *([min(counts), max(counts)] if min(counts) < max(counts) else [min(counts)]), 13]
    assert len(title.split()) <= 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_of_equal_counties_names_one_number(
    atlas: Release, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    show(atlas, monkeypatch, [FACT | {"service": "legal_aid", "area": area} for area in FOCUS])
    title = page_title(words(language), "2")
    assert [word for word in title.replace(",", "").split() if word.isdigit()] == ["2", "1", "13"]
    assert len(title.split()) <= 15


def test_a_gap_names_the_county_inflected_and_every_service(shown: Release) -> None:
    t = words("sq")
    found = rows_of(gaps(shown.services.presence, "2"))
    said = [gap_sentence(t, row, "2") for row in found]
    kukes = next(
        text for text, row in zip(said, found, strict=True) if row["area"] == "AL-07" and row["state"] == "not_known"
    )
    assert kukes.startswith("Në burimet e lexuara për ciklin 2, në qarkun e Kukësit nuk njihet asnjë njësi e lëvizshme")
    for row, text in zip(found, said, strict=True):
        assert all(t(f"service.{code}.none") in text for code in row["services"])
        assert ("nuk njihet" in text) == (row["state"] == "not_known")


@pytest.mark.parametrize("cycle", ["1", "2"])
def test_gaps_told_together_are_the_gaps_told_by_county(shown: Release, cycle: str) -> None:
    t = words("sq")
    told = {
        (row["state"], area, t(f"service.{service}.none"))
        for row in rows_of(gaps(shown.services.presence, cycle))
        for service in row["services"]
        for area in [row["area"]]
    }
    together = shared_gaps(t, cycle)
    assert len(together) < len(gap_sentences(t, cycle))
    everywhere = t.area("AL-4C", "in")
    for state, area, service in told:
        marks = ("nuk njihet" in text if state == "not_known" else "nuk gjendej" in text for text in together)
        named = [
            text
            for text, fits in zip(together, marks, strict=True)
            if fits and service in text and (t.area(area, "of") in text or everywhere in text)
        ]
        assert len(named) == 1, (state, area, service)
    mentions = sum(text.count(t(f"service.{code}.none")) for text in together for code in shown.services.catalogue)
    assert mentions < len(told)


def test_a_shelter_or_an_emergency_reception_is_never_placed(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = {"place": "AL112"}
    codes = (SHELTER, "emergency_reception", "community_centre")
    show(atlas, monkeypatch, [FACT | placed | {"service": code} for code in codes])
    assert municipal("2") == {area: ({"AL112": ["community_centre"]} if area == "AL-09" else {}) for area in FOCUS}
    assert municipal("1") == {area: {} for area in FOCUS}


def test_only_what_is_present_is_placed(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = FACT | {"service": "community_centre", "place": "AL112"}
    show(atlas, monkeypatch, [unknown | {"state": "not_known"}, unknown | {"state": "not_present"}])
    assert not any(municipal("2").values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_municipality_is_one_symbol_with_its_services_in_words(
    atlas: Release, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    codes = ("community_centre", "social_services", "social_services", SHELTER)
    show(atlas, monkeypatch, [FACT | {"service": code, "place": "AL111"} for code in codes])
    t = words(language)
    (told,) = municipalities(t, "2")
    assert (told.code, told.name, told.count) == ("AL111", "Bulqizë", 2)
    for code in codes[:2]:
        assert t(f"service.{code}.name").lower() in told.spoken
    assert t(f"service.{SHELTER}.name").lower() not in told.spoken
    assert municipalities(t, "1") == []


@pytest.mark.parametrize("cycle", ["1", "2"])
def test_every_municipality_told_has_a_seat_on_the_map(shown: Release, cycle: str) -> None:
    told = municipalities(words("sq"), cycle)
    assert told
    assert {each.code for each in told} <= set(geo.shapes().seats)


def test_the_table_of_presence_gives_back_its_facts(shown: Release) -> None:
    """The directory of the release is the directory of the curated facts."""
    services = shown.services
    back = directory(facts_of(services.presence), services.catalogue, services.providers)
    assert len(back) > 15
    again = presence_table(facts_of(services.presence), services.catalogue)
    firm = ["service", "area", "cycle", "provider", "place", "period", "source"]
    kept = services.presence[services.presence["state"].eq("present")][firm].drop_duplicates()
    anew = again[again["state"].eq("present")][firm].drop_duplicates()
    assert sorted(map(tuple, kept.to_numpy())) == sorted(map(tuple, anew.to_numpy()))


def need(area: str, verdict: str, reason: str = "", figures: dict[str, float] | None = None) -> dict[str, Any]:
    return {
        "area": area,
        "verdict": verdict,
        "verdict_reason": reason,
        "need_year": "2021",
        "source": "s060",
        **(figures or {}),
    }


KNOWN = {"coverage": 29.4, "coverage_low": 19.8, "coverage_upp": 43.1}


def test_an_unknown_need_is_said_once_for_its_counties(shown: Release) -> None:
    t = words("sq")
    rows = [need(area, "unknown", "no_denominator") for area in FOCUS[:3]] + [
        need(FOCUS[3], "unknown", "too_few_people")
    ]
    said = need_sentences(t, rows)
    assert said == [
        t("coverage_unknown.no_denominator", areas="Tiranën, Shkodrën dhe Dibrën"),
        t("coverage_unknown.too_few_people", areas="Kukësin"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_need_tells_coverage_bounds_year_and_source(shown: Release, language: str) -> None:
    t: Text = words(language)
    clear, doubtful = need_sentences(
        t, [need("AL-09", "clear", figures=KNOWN), need("AL-10", "not_clear", figures=KNOWN)]
    )
    for said, area in ((clear, "AL-09"), (doubtful, "AL-10")):
        assert t.area(area, "in") in said
        assert all(part in said for part in ("29", "20", "43", "2021"))
    assert clear.split(t.area("AL-09", "in"))[0] != doubtful.split(t.area("AL-10", "in"))[0]


def counted(*rows: tuple[str, str, str, str, str, int | None]) -> pd.DataFrame:
    """Counts as observations of people reached."""
    frame = pd.DataFrame(rows, columns=["service", "area", "gender", "age", "cycle", "value"])
    hidden = frame["value"].isna()
    status = hidden.map({True: "suppressed", False: "ok"})
    reason = hidden.map({True: "too_few_people", False: ""})
    frame = frame.assign(status=status, reason=reason, kind="computed", source="s060", note="")
    services = replace(empty_services(), counts=frame[list(COUNTS)].astype(COUNTS), period="2019-12/2025-03")
    return people_reached_rows(services)


COUNTED = counted(
    ("all", "AL-4C", "all", "all", "1", 100),
    ("all", "AL-4C", "all", "all", "2", 120),
    ("all", "AL-4C", "all", "25+", "2", None),
    ("all", "AL-4C", "all", "0-17", "2", 85),
    ("all", "AL-4C", "f", "0-17", "2", 40),
    ("support", "AL-4C", "all", "0-17", "2", 15),
    ("support", "AL-4C", "all", "all", "2", None),
    ("all", "AL-09", "all", "all", "2", 30),
)


def test_rows_of_one_breakdown_hold_everything_else_at_its_total() -> None:
    t = words("sq")
    before = COUNTED.copy(deep=True)
    ages = reached_frame(t, COUNTED, "age", "all")
    assert ages[["row", "cycle", "text"]].to_numpy().tolist() == [
        ["all", "1", "100"], ["all", "2", "120"], ["0-17", "2", "85"], ["25+", "2", "pak persona"]
    ]  # fmt: skip
    assert reached_frame(t, COUNTED, "age", "support")["text"].tolist() == ["pak persona", "15"]
    assert reached_frame(t, COUNTED, "area", "all")["row"].tolist() == ["AL-4C", "AL-4C", "AL-09"]
    assert reached_frame(t, COUNTED, "service", "all")["row"].tolist() == ["all", "all", "support"]
    pd.testing.assert_frame_equal(COUNTED, before)


def test_the_title_of_people_reached_never_adds_cycles() -> None:
    title = reached_title(words("en"), COUNTED, "all")
    assert "100 persons in cycle\u00a01" in title and "120 persons in cycle\u00a02" in title
    assert "220" not in title
    assert "cycle\u00a01" not in reached_title(words("en"), COUNTED, "support")


def test_a_municipality_stands_with_its_county() -> None:
    assert where(words("sq"), ("AL-09",), "AL111") == "Bulqizë (Dibër)"
    assert where(words("en"), ("AL-11", "AL-07"), "") == "Tirana and Kukës"


def test_sources_are_links_to_their_own_pages(shown: Release) -> None:
    source = shown.sources["s060"]
    link = linked_sources(words("sq"), "s060")
    assert link.startswith("<a ") and f"{source.publisher}, {source.year}" in link
    assert "noreferrer" in link


NO_RATE = dict.fromkeys(("per_10000", "per_10000_young", "per_10000_young_low", "per_10000_young_upp"))


def rates(**changed: Any) -> pd.DataFrame:
    row = {"service": "all", "cycle": "1", "reached": 130, "status": "ok", "reason": "", "population": 107178}
    young = {
        "young": 32314,
        "young_low": 27309,
        "young_upp": 37802,
        "young_period": "2017/2018",
        "young_source": "s030",
    }
    young |= {"per_10000_young": 40.2, "per_10000_young_low": 34.4, "per_10000_young_upp": 47.6}
    plain = row | young | {"base": "2023", "per_10000": 12.1, "source": "s060"}
    rows = [plain | {"area": area} for area in (*FOCUS, "AL-4C")]
    rows[2] |= changed
    return pd.DataFrame(rows)


def test_rates_are_told_for_the_four_counties() -> None:
    frame = worded_rates(words("sq"), rates(), "inhabitants")
    assert frame["area"].tolist() == list(FOCUS)
    assert frame["spoken"].iloc[2] == "Dibër: 12,1 për 10\u00a0000 banorë, 130 persona"
    assert frame["people_text"].iloc[2] == "107\u00a0178"
    assert frame[["value_low", "value_upp"]].isna().all(axis=None) and set(frame["interval_text"]) == {""}
    assert set(frame["source"]) == {"s060"} and len(rate_rules(words("sq"), frame, "inhabitants")) == 1


def test_rates_of_young_people_are_told_with_their_interval_and_both_sources() -> None:
    t = words("en")
    frame = worded_rates(t, rates(), "young")
    row = frame.iloc[2]
    assert row["spoken"] == "Dibër: 40.2 per 10,000 young people (95%: 34.4–47.6), 130 persons"
    assert (row["text"], row["interval_text"]) == ("40.2", "34.4–47.6")
    assert (row["people_text"], row["people_interval_text"]) == ("32,314", "27,309–37,802")
    assert row["source"] == "s060 s030"
    base, ratio, line = rate_rules(t, frame, "young")
    assert "2023" in base and "2017" in base and ratio.startswith("A ratio, not a share") and "95%" in line
    drawn = ruler(
        frame,
        scale=reach_scale(frame, "young"),
        higher_is="neutral",
        decimals=1,
        tick_texts=list("abcde"),
        title="t",
        description="d",
    )
    assert "34.4–47.6" in drawn
    assert reach_scale(frame.assign(value_upp=150.2), "young")[-1] == 151


def test_a_release_from_before_the_young_offers_inhabitants_only() -> None:
    assert possible_rates(rates()) == ("young", "inhabitants")
    assert possible_rates(rates().assign(young=None)) == ("inhabitants",)


@pytest.mark.parametrize(
    ("changed", "status", "mark"),
    [
        ({"reached": None, **NO_RATE, "status": "suppressed"}, "suppressed", "pak persona"),
        ({"population": None, "young": None, "young_period": "", **NO_RATE}, "no_data", "pa të dhëna"),
    ],
)
@pytest.mark.parametrize("per", PER)
def test_a_rate_that_cannot_be_told_is_a_word_on_map_and_ruler(
    changed: dict[str, Any], status: str, mark: str, per: str
) -> None:
    frame = worded_rates(words("sq"), rates(**changed), per)
    assert frame["status"].tolist() == ["ok", "ok", status, "ok"]
    assert frame["text"].iloc[2] == mark and frame["interval_text"].iloc[2] == ""
    assert frame["spoken"].iloc[2] == f"Dibër: {mark}"
    scale = reach_scale(frame, per)
    svg = county_map(
        frame,
        shapes=geo.shapes(),
        scale=scale,
        higher_is="neutral",
        decimals=1,
        title="t",
        description="d",
        outside_text="o",
    )
    drawn = ruler(
        frame,
        scale=scale,
        higher_is="neutral",
        decimals=1,
        tick_texts=list("abcde"),
        title="t",
        description="d",
        prefix="r",
    )
    assert mark in f"{svg} {drawn}" or all(word in svg for word in mark.split())
    assert "nan" not in svg + drawn


def test_matrix_and_gaps_are_made_once_a_language_and_a_cycle(shown: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, made = Memory(most=100), []
    monkeypatch.setattr(store, "memory", lambda: memory)
    for module, name in ((matrix_module, "worded_cells"), (gaps_module, "gaps")):
        make = getattr(module, name)
        counted = lambda *given, name=name, make=make: (made.append(name), make(*given))[1]  # noqa: E731
        monkeypatch.setattr(module, name, counted)
    for _ in range(3):
        frames = [matrix_frame(words(language), cycle) for language in LANGUAGES for cycle in ("1", "2")]
        told = [gap_sentences(words(language), "2") + shared_gaps(words(language), "2") for language in LANGUAGES]
    assert (made.count("worded_cells"), made.count("gaps")) == (4, 1)
    assert len({frame.to_csv() for frame in frames}) == 4
    assert told[0] != told[1]
