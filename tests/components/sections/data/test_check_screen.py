"""A file dropped on the page: what the reader then sees, and what a hostile file cannot make them see."""

from collections.abc import Callable
from typing import Any

import pytest
from screen import Screen

from components.downloads.tables.table import table_of
from components.exports.provenance.model import Provenance, figures_of
from components.exports.tables.formats import FORMATS
from data import Release
from i18n import Text, words
from tests.components.exports.provenance.carriers import document, figure, pdf, png, provenance, workbook
from tests.components.exports.provenance.carriers import svg as svg_of

SQ, EN = words("sq"), words("en")
Visit = Callable[..., Screen]
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>[here](https://bad.example)"


def dropped(visit: Visit, content: bytes, name: str = "file.png", **codes: str) -> Screen:
    """The page after the file was dropped on it; the place is emptied first."""
    screen = visit("data", desk="check", **codes)
    screen.test.file_uploader[0].clear().run()
    screen.test.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert screen.faults() == []
    return screen


def heading(screen: Screen) -> str:
    """The finding under the place for the file."""
    return screen.headings(3)[0]


def page_html(screen: Screen) -> str:
    return "".join(str(each.proto.body) for each in screen.elements() if each.type == "html")


@pytest.fixture(scope="module")
def girls(atlas: Release) -> Provenance:
    """A file of the committed release."""
    rows = atlas.rows_of("school_attendance_15_17")
    rows = rows[rows["gender"].eq("f") & rows["period"].eq("2017/2018") & rows["age"].eq("15-17")]
    return provenance(release=atlas.info.id, figures=figures_of(rows), title="Vajzat në shkollë")


@pytest.mark.parametrize("carrier", [png, pdf, workbook], ids=["png", "pdf", "xlsx"])
def test_a_file_of_this_release_is_confirmed(visit: Visit, girls: Provenance, carrier: Callable[..., bytes]) -> None:
    screen = dropped(visit, carrier(girls))
    assert heading(screen) == SQ.plural("check.same", len(girls.figures))
    for said in (girls.release, "24 nëntor 2026", girls.title, *girls.filters, SQ("check.open_release")):
        assert screen.says(said)
    assert screen.says(SQ("check.limits")) and not screen.says(SQ("kind.demonstration"))


def test_what_changed_stands_in_a_table_in_both_languages(visit: Visit, girls: Provenance) -> None:
    moved = provenance(figures=({**girls.figures[0], "value": 12.5}, *girls.figures[1:]))
    for t in (SQ, EN):
        screen = dropped(visit, document(moved), "file.json", lang=t.language)
        assert heading(screen) == t.plural("check.changed", 1, of=str(len(girls.figures)))
        changed = page_html(screen).split("<table")[1]
        assert changed.count("<tr>") == 2
        assert t.figure(12.5, "percent", 1) in changed and t("check.verdict.moved") in changed
        assert screen.says(t("check.other_release", release=girls.release))


def test_the_link_reopens_the_view(visit: Visit, girls: Provenance) -> None:
    screen = dropped(visit, png(girls))
    (link,) = [each.proto for each in screen.elements() if each.type == "page_link" and each.proto.query_string]
    assert link.label == SQ("check.reopen")
    assert dict(pair.split("=") for pair in link.query_string.split("&")) == {
        "indicator": "school_attendance_15_17",
        "gender": "f",
        "lang": "sq",
    }


def test_demonstration_is_said_and_hidden_with_the_other_demonstration_figures(visit: Visit, atlas: Release) -> None:
    rows = atlas.survey.rows_of("heard")
    made_up = provenance(demonstration=True, figures=figures_of(rows[rows["kind"].eq("demonstration")].head(3)))
    assert len(made_up.figures) == 3
    shown = dropped(visit, png(made_up))
    assert heading(shown) == SQ.plural("check.same", 3) and shown.says(SQ("kind.demonstration"))
    hidden = dropped(visit, png(made_up), kind="published")
    assert heading(hidden) == SQ("check.hidden") and hidden.says(SQ("kind.demonstration"))
    assert "<table" not in page_html(hidden)


def test_an_edited_file_is_called_edited(visit: Visit, girls: Provenance) -> None:
    content = document(girls)
    value = f'"value": {girls.figures[0]["value"]}'.encode()
    assert content.count(value) == 1
    screen = dropped(visit, content.replace(value, b'"value": 12.5'), "file.json")
    assert heading(screen) == SQ("check.edited") and screen.says(SQ("check.edited_long"))
    assert "12,5" in page_html(screen).split("<table")[1]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"nothing", "unknown_kind"), (b"{}", "no_provenance"), (b"%PDF-1.7", "damaged")],
    ids=["unknown_kind", "no_provenance", "damaged"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(visit: Visit, content: bytes, reason: str) -> None:
    screen = dropped(visit, content)
    assert [each.value for each in screen.test.error] == [SQ(f"check.problem.{reason}")]


def test_text_of_a_file_is_never_markup(visit: Visit) -> None:
    texts: dict[str, Any] = dict.fromkeys(("release", "version", "language", "title", "caption"), MARKUP)
    hostile = provenance(**texts, filters=(MARKUP,), figures=(figure(area=MARKUP), figure(period=MARKUP)))
    screen = dropped(visit, document(hostile), "file.json")
    drawn = page_html(screen)
    assert "&lt;script&gt;" in drawn
    assert "<script>alert" not in drawn and "<img src=x" not in drawn
    beside = [each for each in screen.elements() if each.type != "html" and hasattr(each, "value")]
    assert all("bad.example" not in str(each.value) for each in beside if each.type != "file_uploader")


def test_a_long_table_is_cut_and_says_so(visit: Visit) -> None:
    many = provenance(figures=tuple(figure(period=str(year)) for year in range(1000, 1301)))
    screen = dropped(visit, document(many), "file.json")
    assert screen.says(SQ("check.cut", shown="200", of="301"))
    assert page_html(screen).split("<table")[1].count("<tr>") == 201


@pytest.mark.parametrize("t", [SQ, EN], ids=["sq", "en"])
def test_a_csv_is_compared_and_its_kind_is_named_in_words(visit: Visit, atlas: Release, t: Text) -> None:
    rows = atlas.rows_of("school_attendance_15_17").head(8).reset_index(drop=True)
    content = FORMATS["csv"].make(table_of(t, atlas, rows, title="T", caption="C", filters=()))
    screen = dropped(visit, content, "table.csv", lang=t.language)
    assert heading(screen).startswith(t("check.table_same.other").partition("{")[0])
    assert screen.says(t("check.kind.csv")) and screen.says(t("check.open_release"))
    falsified = content.replace(b"Tiran", b"Kavaj", 1)
    assert falsified != content
    accused = dropped(visit, falsified, "table.csv", lang=t.language)
    assert heading(accused).startswith("1 ") and "Kavaj" in page_html(accused)
    assert t("check.cell.area") in page_html(accused)


def test_a_picture_gets_no_clean_bill(visit: Visit, girls: Provenance) -> None:
    screen = dropped(visit, png(girls), lang="en")
    assert screen.says(EN("check.not_compared", what=EN("check.left.picture")))
    falsified = svg_of(girls)
    said = dropped(visit, falsified, "picture.svg", lang="en")
    assert said.says("do not stand in the text of the file")
