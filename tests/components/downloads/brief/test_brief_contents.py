"""What a county's brief says: figures of the sources, each with its source, and only what may be said."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from components import store
from components.downloads.brief import contents
from components.downloads.brief.assemble import county_brief
from components.downloads.brief.contents import HEADLINES, PROFILE, QUESTIONS, is_made_up
from components.exports.brief.model import WORDS, Brief
from components.exports.brief.parts import Row, Told
from data import FOCUS, open_release
from data.model.services import SHELTER
from data.model.services_release import empty_services
from data.model.survey import empty_survey
from i18n import LANGUAGES, words
from tests.components.downloads.brief.real_briefs import EVERY, SITE, brief, published
from tests.screen import RELEASE

FACTS = Path(__file__).parents[4] / "data" / "sources" / "facts"


def told_figures(row: Row) -> tuple[Told, ...]:
    return (row.told, *row.others, row.whole)


def row_of(told: Brief, code: str) -> Row:
    (found,) = [row for row in told.rows if row.code == code]
    return found


def number(text: str) -> float:
    """The number in a figure's words."""
    found = re.search(r"−?\d[\d.,]*", text)
    assert found, text
    return float(found[0].replace("−", "-").replace(",", "."))


def facts() -> Iterator[dict[str, str]]:
    for path in sorted(FACTS.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            yield from csv.DictReader(file)


@pytest.mark.parametrize(
    ("code", "period", "age"),
    [
        ("school_attendance_15_17-f", "2017/2018", "15-17"),
        ("school_attendance_15_17-m", "2017/2018", "15-17"),
        ("stunting-all", "2017/2018", "0-4"),
    ],
)
def test_figures_and_bases_are_those_of_the_source_files(code: str, period: str, age: str) -> None:
    indicator, _, gender = code.rpartition("-")
    wanted = {"indicator": indicator, "gender": gender, "period": period, "age": age}
    source = {fact["area"]: fact for fact in facts() if wanted.items() <= fact.items()}
    for told in told_figures(row_of(brief("AL-09", "sq"), code)):
        assert number(told.text) == pytest.approx(float(source[told.area]["value"]), abs=0.0501)
        assert number(told.base) == float(source[told.area]["n"])


@pytest.mark.parametrize(("county", "language"), EVERY)
def test_every_figure_has_a_source_of_the_list_and_every_source_is_cited(county: str, language: str) -> None:
    told = brief(county, language)
    listed = [source.number for source in told.sources]
    assert listed == list(range(1, len(listed) + 1))
    cited = set(told.map.sources)
    for row in told.rows:
        assert row.sources, row.code
        cited |= set(row.sources)
        for figure in told_figures(row):
            assert set(figure.sources) <= set(row.sources)
            assert figure.period
            assert figure.sources or not any(sign.isdigit() for sign in figure.text)
            assert bool(figure.state) == (figure.status != "ok" or figure.demonstration or figure.mark != "")
    for service in told.services.rows:
        for cell in service.cells:
            cited |= set(cell.sources)
            assert cell.sources or cell.state not in ("present", "not_present")
    assert cited == set(listed)


@pytest.mark.parametrize("county", FOCUS)
def test_both_languages_say_the_same_figures(county: str) -> None:
    albanian, english = brief(county, "sq"), brief(county, "en")
    for one, other in zip(albanian.rows, english.rows, strict=True):
        assert (one.code, one.verdict, one.sources) == (other.code, other.verdict, other.sources)
        for figure, same in zip(told_figures(one), told_figures(other), strict=True):
            assert (figure.area, figure.status, figure.demonstration) == (same.area, same.status, same.demonstration)
            assert re.sub(r"\D", "", figure.text + figure.interval) == re.sub(r"\D", "", same.text + same.interval)
    assert albanian.provenance.figures == english.provenance.figures
    assert set(albanian.words) == set(WORDS) and all(albanian.words.values())


def test_every_county_has_all_measures_and_the_others_beside_it() -> None:
    for county, language in EVERY:
        told = brief(county, language)
        assert len(told.headlines) == len(HEADLINES)
        assert sum(len(block.rows) for block in told.profile) == len(PROFILE)
        assert len(told.survey.rows) == len(QUESTIONS)
        for row in told.rows:
            assert row.told.area == county
            assert [figure.area for figure in row.others] == [area for area in FOCUS if area != county]


def test_albanian_names_are_inflected() -> None:
    told = brief("AL-09", "sq")
    assert told.title == "Qarku i Dibrës"
    assert "për Dibrën" in told.lead and told.provenance.caption == told.lead
    assert any("në qarkun e Dibrës" in sentence for sentence in told.summary)


def test_a_verdict_is_what_the_test_found_and_no_rank() -> None:
    dibra, tirana = brief("AL-09", "en"), brief("AL-11", "en")
    girls = row_of(dibra, "school_attendance_15_17-f")
    assert (girls.verdict, girls.verdict_text) == ("worse", "Worse than in Tirana and Shkodër")
    assert row_of(tirana, "school_attendance_15_17-f").verdict == "better"
    assert row_of(dibra, "school_attendance_15_17-m").verdict == "alike"
    assert row_of(dibra, "emigrated_share-all").verdict == "no_data"
    assert row_of(dibra, "adolescent_fertility-f").verdict == "untested"


def test_the_limits_name_what_is_alike_unreliable_missing_and_made_up() -> None:
    told = brief("AL-09", "en")
    limits = " ".join(told.limits)
    for row in (*told.headlines, *(row for block in told.profile for row in block.rows)):
        named = [sentence for sentence in told.limits if row.label in sentence]
        expected = (row.verdict == "alike") + (row.told.status != "ok") + row.corrected + row.fragile
        assert len(named) == expected, row.label
    girls = row_of(told, "school_attendance_15_17-f")
    assert (girls.corrected, girls.fragile) == (False, True)
    assert "Were the design effect 2 instead of the assumed 1.5" in limits
    assert "nobody was asked" in limits and "neither that they exist nor that they are missing" in limits


def test_no_provider_is_told_of_a_shelter_and_silence_is_not_absence() -> None:
    for county, language in EVERY:
        t, told = words(language), brief(county, language)
        (shelter,) = [row for row in told.services.rows if row.name == t(f"service.{SHELTER}.name")]
        assert not any(cell.who or cell.sources for cell in shelter.cells)
        assert {cell.state for row in told.services.rows for cell in row.cells} >= {"present", "not_known"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_published_only_holds_nothing_made_up(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    assert is_made_up() and brief("AL-07", language).demonstration
    without = open_release(RELEASE, demonstration=False)  # as HARTA_DEMONSTRATION=off opens it
    monkeypatch.setattr(store, "release", lambda: without)
    assert not is_made_up()
    told = published(language)
    assert not told.demonstration and not told.provenance.demonstration
    assert "demonstration" not in told.provenance.sources
    assert [row.code for row in told.survey.rows] == ["meaning_published-all"]
    assert words(language)("brief.limit.no_survey", area=words(language).area("AL-07", "acc")) in told.limits


def test_a_release_without_services_and_survey_says_so_under_their_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = replace(store.published_release(), services=empty_services(), survey=empty_survey())
    monkeypatch.setattr(store, "release", lambda: bare)
    t, told = words("sq"), county_brief(words("sq"), "AL-10", SITE)
    assert told.services.rows == told.survey.rows == ()
    assert told.services.notes == (t("brief.limit.no_services"),) and told.services.notes[0] in told.limits
    assert told.survey.notes == (t("brief.limit.no_survey", area="Shkodrën"),) and told.survey.notes[0] in told.limits
    assert not any("shërbime" in sentence for sentence in told.summary)


def test_a_hidden_figure_is_told_as_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    release = store.release()
    rows = release.observations.copy()
    hidden = rows["indicator"].eq("stunting") & rows["area"].eq("AL-09")
    rows.loc[hidden, ["value", "value_low", "value_upp", "value_se"]] = float("nan")
    rows.loc[hidden, ["status", "reason"]] = ["suppressed", "too_few_answers"]
    differences = release.differences[release.differences["indicator"].ne("stunting")]
    changed = replace(release, observations=rows, differences=differences)
    monkeypatch.setattr(store, "release", lambda: changed)
    monkeypatch.setattr(store, "edition", lambda: ("hidden", "all"))
    monkeypatch.setattr(contents, "PROFILE", (("stunting", "all"),))
    told = county_brief(words("sq"), "AL-09", SITE)
    row = row_of(told, "stunting-all")
    assert (row.told.text, row.told.status, row.strip, row.told.interval) == ("pak përgjigje", "suppressed", "", "")
    assert row.told.state.startswith("E fshehur")
    assert any(row.label in sentence for sentence in told.limits if sentence.startswith("Pa shifër"))
