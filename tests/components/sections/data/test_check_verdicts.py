"""What is found out about a file and how it is put, in both languages."""

import dataclasses
from typing import Any

import pandas as pd
import pytest

from components.address.known import known_codes
from components.exports.provenance.model import Provenance, figures_of
from components.sections.data.check_figures import COLUMNS, SMALL, worded_figures
from components.sections.data.check_reopening import place_of
from components.sections.data.check_verdict import Verdict, rows_now, verdict_on
from components.sections.data.check_wording import headline, origin
from data import Release
from data.model.service_counts import PEOPLE
from data.model.services_release import empty_services
from i18n import LANGUAGES, Text, words
from tests.components.exports.provenance.carriers import figure, provenance

SQ = words("sq")


def taken(release: Release, rows: pd.DataFrame, **more: Any) -> Provenance:
    return provenance(**{"release": release.info.id, "figures": figures_of(rows)} | more)


def girls(release: Release) -> pd.DataFrame:
    rows = release.rows_of("school_attendance_15_17")
    asked = rows["gender"].eq("f") & rows["period"].eq("2017/2018") & rows["age"].eq("15-17")
    return rows[asked & rows["area"].isin(["AL-11", "AL-10", "AL-09", "AL-07"])]


def test_every_figure_of_the_release_is_found_again(atlas: Release) -> None:
    rows = rows_now(atlas)
    assert {PEOPLE, *atlas.catalogue, *atlas.survey.questions} >= set(rows["indicator"])
    assert PEOPLE in set(rows["indicator"])
    verdict = verdict_on(taken(atlas, rows), atlas)
    assert verdict.is_open_release and len(verdict.figures) == len(rows) and verdict.changed.empty


def test_a_release_without_any_figure_has_lost_them_all(atlas: Release) -> None:
    none = atlas.observations.head(0)
    survey = dataclasses.replace(atlas.survey, observations=none)
    empty = dataclasses.replace(atlas, observations=none, survey=survey, services=empty_services())
    assert verdict_on(taken(atlas, girls(atlas)), empty).changed["verdict"].tolist() == ["gone"] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_counts_what_changed(atlas: Release, language: str) -> None:
    t, same = words(language), figures_of(girls(atlas))
    one = ({**same[0], "value": 1.0}, *same[1:])
    said = {
        name: headline(t, verdict_on(provenance(figures=figures), atlas, edited=name == "edited"))
        for name, figures in {
            "same": same, "single": same[:1], "one": one, "all": tuple({**each, "n": 1} for each in same),
            "none": (), "edited": one,
        }.items()
    }  # fmt: skip
    expected = {
        "sq": {
            "same": "Të 4 shifrat e shënuara brenda skedarit mbeten siç ishin",
            "single": "Shifra e shënuar brenda skedarit mbetet siç ishte",
            "one": "1 nga 4 shifra të skedarit ka ndryshuar",
            "all": "4 nga 4 shifra të skedarit kanë ndryshuar",
            "none": "Skedari nuk mban shifra që mund të krahasohen",
            "edited": "Skedari është ndryshuar pasi u mor nga harta",
        },
        "en": {
            "same": "All 4 figures recorded inside the file stand as they did",
            "single": "The figure recorded inside the file stands as it did",
            "one": "1 of 4 figures in the file has changed",
            "all": "4 of 4 figures in the file have changed",
            "none": "The file holds no figures that can be compared",
            "edited": "The file was edited after it was taken from the atlas",
        },
    }
    assert said == expected[language]


def test_the_origin_names_the_release_of_the_file_and_the_open_one(atlas: Release) -> None:
    own = " ".join(origin(SQ, verdict_on(taken(atlas, girls(atlas)), atlas), atlas.info.id))
    assert "24 nëntor 2026" in own and "Shqip" in own and "Ky është botimi që po lexoni." in own
    other = origin(SQ, verdict_on(provenance(language="xx"), atlas), atlas.info.id)
    assert "2026-11-23-a41f" in other[0] and "gjuha: xx" in other[0]
    assert atlas.info.id in other[1] and "botim tjetër" in other[1]


def table(t: Text, release: Release, *figures: dict[str, Any]) -> pd.DataFrame:
    verdict: Verdict = verdict_on(provenance(figures=figures), release)
    return worded_figures(t, release, verdict.figures)


def test_a_moved_figure_shows_both_sides(atlas: Release) -> None:
    dibra = next(each for each in figures_of(girls(atlas)) if each["area"] == "AL-09")
    told = table(SQ, atlas, {**dibra, "value": 70.0}).iloc[0]
    assert set(told.index) == {*COLUMNS, *SMALL.values()}
    assert told["figure"] == "Ndjekja e shkollës, 15–17 vjeç"
    assert (told["area"], told["people"], told["period"]) == ("Dibër", "Gra/vajza · 15–17 vjeç", "2017–18")
    assert told["then"].startswith("70,0\u00a0%") and told["now"].startswith("73,7\u00a0%")
    assert told["now_details"] == "intervali 58,9–84,6 · n\u00a066" and told["verdict"] == "ka ndryshuar"


def test_a_difference_below_the_usual_decimals_is_shown(atlas: Release) -> None:
    dibra = next(each for each in figures_of(girls(atlas)) if each["area"] == "AL-09")
    told = table(SQ, atlas, {**dibra, "value": dibra["value"] + 0.004}).iloc[0]
    assert told["then"] != told["now"] and told["now"].startswith("73,7")


def test_a_hidden_figure_is_called_hidden_and_a_lost_one_missing(atlas: Release) -> None:
    rows = rows_now(atlas)
    hidden = figures_of(rows[rows["status"].eq("suppressed")].head(1))[0]
    same, was_shown = (table(SQ, atlas, each).iloc[0] for each in (hidden, {**hidden, "status": "ok", "value": 12.0}))
    assert (same["then"], same["now"], same["verdict"]) == ("E fshehur", "E fshehur", "e njëjtë")
    assert was_shown["then"].startswith("12") and was_shown["now"] == "E fshehur"
    lost = table(SQ, atlas, {**hidden, "period": "1999", "status": "unreliable", "value": 3.0}).iloc[0]
    assert lost["then"].startswith("(3") and lost["now"] == "mungon" and lost["period"] == "1999"


def test_people_reached_and_answers_have_their_names(atlas: Release) -> None:
    rows = rows_now(atlas)
    people = figures_of(rows[rows["indicator"].eq(PEOPLE) & rows["answer"].eq("support")].head(1))[0]
    heard = figures_of(rows[rows["indicator"].eq("heard") & rows["population"].eq("roma")].head(1))[0]
    told = table(SQ, atlas, people, heard)
    assert told["figure"][0] == "Persona të arritur nga shërbimet: Mbështetje"
    assert ":" in told["figure"][1] and "heard" not in told["figure"][1] and "rom" in told["people"][1].lower()


COLUMN_OF = {
    "indicator": "figure",
    "area": "area",
    "gender": "people",
    "age": "people",
    "population": "people",
    "period": "period",
}


@pytest.mark.parametrize("code", ["<b>x</b>", "{0}", "people_reached", "heard", "²/³", "2020-13", "9" * 5000, "a.b"])
def test_codes_nobody_knows_come_back_as_text(atlas: Release, code: str) -> None:
    told = table(SQ, atlas, *(figure(**{name: code}) for name in COLUMN_OF))
    assert told["now"].eq("mungon").all()
    named = SQ("people_reached.label") if code == PEOPLE else code
    assert named in told["figure"][0]
    assert all(code in told[column][row] for row, column in enumerate(COLUMN_OF.values()) if row)
    unknown = table(SQ, atlas, figure(indicator="heard", answer=code))
    assert code in unknown["figure"][0]


@pytest.mark.parametrize(
    ("view", "address", "page", "codes"),
    [
        ("risk.school_attendance_15_17.gender~f", "", "risk", {"indicator": "school_attendance_15_17", "gender": "f"}),
        ("survey.heard.tab~chart", "", "survey", {"question": "heard", "tab": "chart"}),
        ("services.people.by~gender", "", "services", {"part": "people", "by": "gender"}),
        (
            "",
            "https://h/b/te-dhenat?set=survey&measures=heard&areas=AL-09,AL-07&lang=sq&kind=x&onload=1",
            "data",
            {"set": "survey", "measures": "heard", "areas": "AL-09,AL-07"},
        ),
        ("", "https://h/qarku?county=AL-09&lang=sq", "county", {"county": "AL-09"}),
    ],
)
def test_the_way_back_has_only_known_codes(
    atlas: Release, view: str, address: str, page: str, codes: dict[str, str]
) -> None:
    place = place_of(provenance(view=view, address=address), known_codes(atlas))
    assert place is not None and (place.page, place.codes) == (page, codes)


@pytest.mark.parametrize(
    ("view", "address"),
    [
        ("risk.nothing", ""),
        ("risk.school_attendance_15_17.gender~<b>", ""),
        ("../app", ""),
        ("", "https://h/te-dhenat"),
        ("", "https://h/elsewhere?county=AL-09"),
        ("", "javascript:alert(1)"),
        ("", "http://[1"),
        ("", "https://h/qarku?" + "&".join(f"a{n}=1" for n in range(99))),
    ],
)
def test_what_the_release_does_not_know_has_no_way_back(atlas: Release, view: str, address: str) -> None:
    assert place_of(provenance(view=view, address=address), known_codes(atlas)) is None
