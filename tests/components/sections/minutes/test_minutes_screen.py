"""Minutes as members of a committee meet them: writing, reading, changing, and what stands in the way."""

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from minutes_page import MinutesPage
from sqlalchemy import update
from streamlit.runtime.secrets import Secrets

from components.exports.provenance.model import Provenance
from components.sections.minutes import standing as standing_module
from minutes import Entry
from minutes.tables import schemas

Opening = Callable[..., MinutesPage]
TODAY = datetime.date.today()
HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[kliko](javascript:alert(1)) **x** <https://example.org>",
    '=HYPERLINK("http://example.org";"x")',
    "\u200fעברית dhe 𝔘 🏔️ ë ç",
    "'; drop table minutes_entry; --",
]
OIDC = {"auth": {"redirect_uri": "http://localhost/oauth2callback", "client_id": "x"}}


def write(page: MinutesPage, text: str = "Të verifikohet në terren.", **fields: object) -> MinutesPage:
    told = {"title": "Komiteti, Dibër", "decision": text, "owner": "Drejtoria", "author": "Ana Ç."} | fields
    for name, value in told.items():
        if page.has(f"_{name}"):
            page.fill(f"_{name}", value)
    return page.click("_save")


def only(page: MinutesPage) -> Entry:
    (entry,) = page.store.entries()
    return entry


class Tags(HTMLParser):
    """The elements and attributes of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_where_minutes_are_off_and_nothing_is_kept_there_is_nothing(
    opened: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("HARTA_MINUTES")
    for section in ("card", "all"):
        assert opened(section=section).texts() == []
    assert list(tmp_path.iterdir()) == [], "reading makes no store"


@pytest.mark.parametrize(("said", "is_on"), [("on", True), ("", False), ("off", False), ("ON", False), ("1", False)])
def test_only_the_word_on_opens_the_minutes(monkeypatch: pytest.MonkeyPatch, said: str, is_on: bool) -> None:
    monkeypatch.setenv("HARTA_MINUTES", said)
    found = standing_module.standing()
    assert found.is_on is is_on and found.may_write is is_on


def test_a_decision_is_kept_with_figure_filters_and_release(opened: Opening) -> None:
    page = opened()
    page.fill("_due", TODAY + datetime.timedelta(days=14))
    write(page, "Të verifikohet\nnë terren.")
    assert page.says("Vendimi u ruajt.")
    entry = only(page)
    assert (entry.meeting.title, entry.meeting.date) == ("Komiteti, Dibër", TODAY)
    assert (entry.decision, entry.owner, entry.author) == ("Të verifikohet\nnë terren.", "Drejtoria", "Ana Ç.")
    assert (entry.due, entry.signed_in) == (TODAY + datetime.timedelta(days=14), False)
    told = json.loads(entry.provenance)
    assert told["release"] == entry.release and told["title"] == entry.title
    assert "Gra/vajza" in told["filters"]
    figures = {figure["area"]: figure for figure in told["figures"]}
    assert figures["AL-09"]["value"] == 73.72 and figures["AL-07"]["status"] == "unreliable"
    for text in (entry.meeting.title, entry.decision, "Drejtoria", "Ana Ç. (emër i paverifikuar)", entry.release):
        assert page.says(text)


def test_after_a_save_the_form_is_empty_and_keeps_the_meeting_and_the_name(opened: Opening) -> None:
    page = write(opened())
    assert [page.field(name).value for name in ("_decision", "_owner", "_due")] == ["", "", None]
    assert page.field("_author").value == "Ana Ç."
    assert not page.has("_date"), "the meeting is chosen, not typed again"
    write(page, "I dyti")
    first, second = page.store.entries()
    assert first.meeting == second.meeting and first.id != second.id
    colleague = opened()
    assert not colleague.has("_date") and colleague.says("I dyti"), "who joins the meeting of today finds it"
    colleague.field("minutes_meeting").select_index(1)
    colleague.run()
    write(colleague, "I treti", title="Tjetër")
    assert {entry.meeting.title for entry in page.store.entries()} == {"Komiteti, Dibër", "Tjetër"}


def test_another_card_has_another_form_and_its_own_decisions(opened: Opening) -> None:
    write(opened(), "Për vajzat")
    other = opened(card="risk.victims_identified")
    assert not other.says("Për vajzat")
    write(other, "Për viktimat")
    assert {entry.decision: entry.view.split(".")[1] for entry in other.store.entries()} == {
        "Për vajzat": "school_attendance_15_17",
        "Për viktimat": "victims_identified",
    }
    everything = opened(section="all")
    assert everything.says("Për vajzat") and everything.says("Për viktimat")


def test_map_and_chart_of_one_query_are_one_card(opened: Opening) -> None:
    write(opened())
    assert opened(card="risk.school_attendance_15_17.gender~f.tab~chart").says("Të verifikohet në terren.")


def test_what_is_wrong_is_told_and_the_text_stays(opened: Opening) -> None:
    page = opened()
    page.fill("_due", TODAY - datetime.timedelta(days=1))
    write(page, owner="  ")
    assert page.says("«Përgjegjësi» nuk mund të mbetet bosh.")
    assert page.says("«Afati» bie para ditës së takimit.")
    assert page.field("_decision").value == "Të verifikohet në terren."
    assert page.store.entries() == ()
    page.fill("_due", None)
    write(page)
    assert only(page).owner == "Drejtoria"


def test_what_people_wrote_is_shown_as_text(opened: Opening) -> None:
    first, *others = HOSTILE
    page = write(opened(), first, owner=first, author=first, title=first)
    for number, text in enumerate(others):
        entry = replace(only_of(page, first), id=f"id{number}", decision=text, owner=text, author=text)
        page.store.add(entry)
    for section in ("card", "all"):
        page = opened(section=section)
        shown = Tags(page.html())
        assert shown.names <= {"div", "p", "strong", "bdi"}
        assert {name for name, _ in shown.attributes} <= {"class", "dir", "style"}
        assert [text for text in HOSTILE if shown.text.count(text) < 3] == []
        read = [str(each.value) for each in page.elements() if each.type in ("markdown", "caption", "success", "error")]
        assert not [text for text in HOSTILE if text in "".join(read)]


def only_of(page: MinutesPage, decision: str) -> Entry:
    return next(entry for entry in page.store.entries() if entry.decision == decision)


def test_a_change_is_kept_and_says_so(opened: Opening) -> None:
    page = write(opened())
    page.click(f"change_{only(page).id}")
    assert page.field("_1_decision").value == "Të verifikohet në terren."
    page.fill("_1_decision", "U verifikua.").fill("_1_state", "done").click("_1_save")
    assert page.says("Vendimi u ruajt.") and page.says("i kryer") and not page.says("Të verifikohet në terren.")
    assert not page.has("_1_decision"), "the form is closed"
    assert [entry.decision for entry in page.store.history(only(page).id)] == [
        "Të verifikohet në terren.",
        "U verifikua.",
    ]


def test_two_people_changing_at_once_lose_nothing_and_the_second_is_told(opened: Opening) -> None:
    write(opened())
    ana, bledi = opened(section="all"), opened()
    for page in (ana, bledi):
        page.click(f"change_{only(page).id}")
    ana.fill("_1_decision", "Teksti i Anës").fill("_1_author", "Ana").click("_1_save")
    bledi.fill("_1_decision", "Teksti i Bledit").fill("_1_author", "Bledi").click("_1_save")
    assert bledi.says("Ndërkohë dikush tjetër e kishte ndryshuar këtë vendim.")
    assert bledi.says("Teksti i Anës") and bledi.says("Teksti i Bledit")
    assert bledi.says("Tekst i dytë i të njëjtit vendim")
    assert [entry.decision for entry in ana.store.entries()] == ["Teksti i Anës", "Teksti i Bledit"]


def test_a_change_given_up_changes_nothing(opened: Opening) -> None:
    page = write(opened())
    page.click(f"change_{only(page).id}")
    page.fill("_1_decision", "Tjetër").click("_1_cancel")
    assert not page.has("_1_decision") and only(page).decision == "Të verifikohet në terren."


def test_where_minutes_are_off_what_is_kept_can_still_be_read_and_taken(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(opened())
    monkeypatch.delenv("HARTA_MINUTES")
    for section in ("card", "all"):
        page = opened(section=section)
        assert page.says("Të verifikohet në terren.") and page.says("mbyllur për shkrim")
        assert not page.has("_save") and not page.has(f"change_{only(page).id}")
    assert len([each for each in opened(section="all").elements() if each.type == "download_button"]) == 2


def test_a_store_that_is_down_is_a_sentence_and_what_was_typed_outlasts_it(
    opened: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    down, up = str(tmp_path / "file" / "minutes.sqlite"), str(tmp_path / "minutes.sqlite")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    page = opened()
    monkeypatch.setenv("HARTA_MINUTES_FILE", down)
    assert [each.value for each in opened(section="all").test.error] == [
        "Procesverbali nuk arrihet për çastin. Provoni sërish pas pak ose njoftoni administratorin e serverit."
    ]
    write(page)
    assert page.says("Asgjë nuk u ruajt") and not page.says("Vendimi u ruajt.")
    assert page.run().field("_decision").value == "Të verifikohet në terren."
    monkeypatch.setenv("HARTA_MINUTES_FILE", up)
    page.click("_save")
    page.click(f"change_{only(page).id}")
    monkeypatch.setenv("HARTA_MINUTES_FILE", down)
    page.fill("_1_decision", "U verifikua.").click("_1_save")
    assert page.says("Asgjë nuk u ruajt")
    monkeypatch.setenv("HARTA_MINUTES_FILE", up)
    page.run().click("_1_save")
    assert [entry.decision for entry in page.store.history(only(page).id)] == [
        "Të verifikohet në terren.",
        "U verifikua.",
    ]


def test_a_store_of_a_later_software_is_a_sentence(opened: Opening) -> None:
    page = write(opened())
    with page.store.engine.begin() as connection:
        connection.execute(update(schemas).values(version=99))
    assert opened(lang="en").says("The minutes were kept by a later version of this software.")


def test_where_one_signs_in_only_members_write(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = opened(secrets=OIDC)
    assert not stranger.has("_save") and stranger.has("_sign_in") and stranger.says("anëtarët që identifikohen")
    who = {"iss": "https://in.komiteti.example", "sub": "7"}
    claims = who | {"name": "Ana Çela", "email": "ana@komiteti.example", "email_verified": True}
    monkeypatch.setattr(standing_module, "signed_in_claims", lambda: claims)
    member = opened(secrets=OIDC)
    assert not member.has("_author") and member.says("Ana Çela") and member.has("_sign_out")
    write(member)
    assert (only(member).author, only(member).signed_in) == ("Ana Çela", True)
    assert only(member).member == "https://in.komiteti.example|7", "a name may change, and two may share it"
    assert member.says("Ana Çela (me identifikim)")
    monkeypatch.setenv("HARTA_MINUTES_MEMBERS", "@tjeter.example")
    refused = opened(secrets=OIDC)
    assert (
        not refused.has("_save")
        and refused.says("nuk jeni ndër anëtarët")
        and refused.says("Të verifikohet në terren.")
    )
    write(member, "Pas heqjes së të drejtës")
    assert len(member.store.entries()) == 1, "the right is asked for at the save, not only when the form was drawn"


@pytest.mark.parametrize(("text", "members", "may"), [("", "", True), ("[auth", "", False), ("", "@k.al", False)])
def test_a_sign_in_that_does_not_work_lets_nobody_write(
    opened: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, members: str, may: bool
) -> None:
    secrets = tmp_path / "secrets.toml"
    if text:
        secrets.write_text(text, encoding="utf-8")
    monkeypatch.setattr(standing_module.st, "secrets", Secrets())
    monkeypatch.setattr(standing_module.st, "get_option", lambda name: [str(secrets)])
    monkeypatch.setattr("streamlit.config.get_option", lambda name: [str(secrets)])
    monkeypatch.setenv("HARTA_MINUTES_MEMBERS", members)
    assert standing_module.standing().may_write is may


def test_where_nobody_can_sign_in_the_page_says_why_nobody_writes(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARTA_MINUTES_MEMBERS", "ana@komiteti.example")
    page = opened()
    assert not page.has("_save") and not page.has("_sign_in")
    assert page.says("Identifikimi në këtë server nuk është i rregulluar")


@pytest.mark.parametrize(
    ("told", "members", "may"),
    [
        ({}, "", False),
        ({"sub": "1"}, "", True),
        ({}, "ana@k.al", False),
        ({"email": "Ana@K.al", "email_verified": True}, " ana@k.al ,b@k.al", True),
        ({"email": "ana@k.al", "email_verified": "true"}, "@K.al", True),
        ({"email": "ana@k.al.evil.example", "email_verified": True}, "@k.al", False),
        ({"email": "ana@evilk.al", "email_verified": True}, "@k.al", False),
        ({"email": "ana@k.al"}, "ana@k.al", False),
        ({"email": "ana@k.al", "email_verified": None}, "@k.al", False),
        ({"email": "ana@k.al", "email_verified": 1.5}, "ana@k.al", False),
        ({"email": "ana@k.al", "email_verified": "yes"}, "ana@k.al", False),
        ({"iss": "https://in.k.al", "sub": "A7"}, "b@k.al, https://in.k.al|A7", True),
        ({"iss": "https://in.k.al", "sub": "a7"}, "https://in.k.al|A7", False),
        ({"iss": "https://evil.example", "sub": "A7"}, "https://in.k.al|A7", False),
        ({"sub": "https://in.k.al|A7"}, "https://in.k.al|A7", False),
        ({"iss": "https://in.k.al", "sub": "A7"}, "|", False),
        ({"email": "ana@k.al", "email_verified": False}, "ana@k.al", False),
        ({"email": "ana@k.al", "email_verified": "false"}, "ana@k.al", False),
        ({"name": "ana@k.al"}, "ana@k.al", False),
        ({"email": ""}, "@", False),
    ],
)
def test_members_are_whom_the_operator_names(told: dict[str, object], members: str, may: bool) -> None:
    assert standing_module.is_member(told, members) is may


def test_who_wants_published_figures_only_sees_no_made_up_card(opened: Opening) -> None:
    page = write(opened(card="survey.heard.gender~f"), "Për anketën")
    entry = only(page)
    assert entry.demonstration and opened(section="all").says(entry.title)
    strict = opened(section="all", kind="published")
    assert strict.says("Për anketën") and strict.says("Kartë me shifra demonstruese") and not strict.says(entry.title)


def test_beside_the_card_stands_whether_its_figures_have_changed(opened: Opening) -> None:
    page = write(opened())
    entry = only(page)
    assert not page.says("Që atëherë"), "the release is the same"
    changed = entry.provenance.replace("73.72", "70.0")
    for number, provenance in enumerate((entry.provenance, changed)):
        told = json.loads(provenance)
        page.store.add(replace(entry, id=f"id{number}", release="older", provenance=resealed(told)))
    page.run()
    assert page.says("Shifrat janë po ato edhe në botimin e sotëm.")
    assert page.says("Që atëherë ka ndryshuar 1 shifër.")


def resealed(told: dict[str, object]) -> str:
    """A provenance with its checksum made anew."""
    fields = {key: value for key, value in told.items() if key not in ("format", "checksum")}
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Provenance(**lists).to_json()  # type: ignore[arg-type]
