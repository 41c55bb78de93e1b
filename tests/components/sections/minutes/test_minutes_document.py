"""The document says what was decided and on which figures, in either language."""

import datetime
import json
from dataclasses import replace

import pytest

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.exhibits.model import Exhibit
from components.exhibits.opening import open_view
from components.exports.provenance.model import Provenance
from components.sections.minutes import figures as figures_module
from components.sections.minutes.document import document_of
from components.sections.minutes.drafts import draft
from components.sections.minutes.wording import moment_text
from data import Release
from i18n import LANGUAGES, words
from minutes import Entry, Meeting

MEETING = Meeting("Komiteti, Dibër", datetime.date(2025, 3, 4))


def exhibit_of(code: str) -> Exhibit:
    view = read_view(code, known_codes(store.whole_release()))
    assert view is not None
    exhibit = open_view(words("sq"), view)
    assert exhibit is not None
    return exhibit


def entry_on(code: str, decision: str = "Vendim", **other: object) -> Entry:
    base = draft(words("sq"), exhibit_of(code), MEETING, f"form {code} {decision}")
    told = {"decision": decision, "owner": "Drejtoria", "author": "Ana", **other}
    return replace(base, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["risk.school_attendance_15_17.gender~f", "risk.victims_identified", "survey.heard"])
def test_the_table_says_the_figures_as_the_card_does(atlas: Release, code: str, language: str) -> None:
    t, exhibit = words(language), exhibit_of(code)
    (section,) = document_of(t, atlas, MEETING, [entry_on(code)]).sections
    assert (section.title, section.caption, section.demonstration) == (
        exhibit.title,
        exhibit.caption,
        exhibit.is_demonstration,
    )
    place, value = (section.headings.index(t(f"minutes_column.{name}")) for name in ("area", "value"))
    if language == "sq":
        told = [(row[place], row[value]) for row in section.rows]
        assert told == list(zip(exhibit.rows["name"], exhibit.rows["text"], strict=True))
    assert len(section.rows) == len(exhibit.rows)
    assert any(exhibit.info.id in note for note in section.notes)


def test_a_comparison_says_whom_each_figure_is_of(atlas: Release) -> None:
    (section,) = document_of(
        words("sq"), atlas, MEETING, [entry_on("risk.school_attendance_15_17.compare~gender")]
    ).sections
    gender = section.headings.index("Gjinia")
    assert {row[gender] for row in section.rows} == {"Gra/vajza", "Burra/djem"}
    assert "Mosha" not in section.headings, "what is the same in every row is said by the filters"
    assert any("15–17 vjeç" in note for note in section.notes)


def test_decisions_beside_one_card_stand_under_it_in_their_order(atlas: Release) -> None:
    first, other = "risk.school_attendance_15_17.gender~f", "risk.victims_identified"
    entries = [entry_on(first, "A"), entry_on(other, "B"), entry_on(first, "C", beside="x", state="withdrawn")]
    document = document_of(words("sq"), atlas, MEETING, entries)
    assert [[decision.text for decision in section.decisions] for section in document.sections] == [["A", "C"], ["B"]]
    facts = dict(document.sections[0].decisions[1].facts)
    assert facts["Gjendja"] == "i tërhequr" and "Tekst i dytë" in facts["Shënim"] and facts["Afati"] == "pa afat"
    assert not document.is_demonstration


def test_hidden_figures_are_said_by_their_state(atlas: Release) -> None:
    entry = entry_on("risk.school_attendance_15_17.gender~f")
    told = json.loads(entry.provenance)
    for figure, status in zip(told["figures"], ("suppressed", "not_asked", "no_data"), strict=False):
        figure.update(status=status, value=None, value_low=None, value_upp=None, n=None)
    (section,) = document_of(words("sq"), atlas, MEETING, [replace(entry, provenance=resealed(told))]).sections
    value = section.headings.index("Vlera")
    assert [row[value] for row in section.rows[:3]] == ["E fshehur", "Nuk u pyet", "Nuk ka të dhëna"]
    assert all(cell for row in section.rows for cell in (row[value],))


def test_a_measure_that_the_release_no_longer_has_keeps_its_numbers(atlas: Release) -> None:
    entry = entry_on("risk.school_attendance_15_17.gender~f")
    told = json.loads(entry.provenance)
    for figure in told["figures"]:
        figure["indicator"] = "gone"
    (section,) = document_of(words("sq"), atlas, MEETING, [replace(entry, provenance=resealed(told))]).sections
    assert section.rows[2][section.headings.index("Vlera")] == "73,72"


@pytest.mark.parametrize("text", ["", "{}", "nonsense", '{"format": "harta-tqnj/9"}'])
def test_a_damaged_provenance_is_said_and_the_decision_stays(atlas: Release, text: str) -> None:
    entry = replace(entry_on("risk.victims_identified"), provenance=text)
    (section,) = document_of(words("sq"), atlas, MEETING, [entry]).sections
    assert section.rows == () and "nuk lexohen" in section.caption and section.decisions[0].text == "Vendim"


def test_a_made_up_card_is_withheld_where_only_published_figures_are_wanted(
    atlas: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = entry_on("survey.heard")
    assert entry.demonstration
    monkeypatch.setenv("HARTA_DEMONSTRATION", "off")
    assert figures_module.is_withheld(entry) and not figures_module.is_withheld(entry_on("risk.victims_identified"))
    document = document_of(words("sq"), atlas, MEETING, [entry])
    assert document.is_demonstration and document.sections[0].rows == ()
    assert entry.title not in str(document) and "heard" not in str(document)


def test_a_moment_is_told_in_the_time_of_albania() -> None:
    summer = datetime.datetime(2025, 7, 1, 22, 30, tzinfo=datetime.UTC)
    assert moment_text(words("sq"), summer) == "2 korrik 2025, 00:30"


def resealed(told: dict[str, object]) -> str:
    """A provenance with its checksum made anew."""
    fields = {key: value for key, value in told.items() if key not in ("format", "checksum")}
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Provenance(**lists).to_json()  # type: ignore[arg-type]
