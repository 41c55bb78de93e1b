"""The light pages: those of the committed release, and nothing in them that has to run or to be loaded."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from screen import Screen
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from components import store
from components.downloads.light import making, shelf
from components.serving import light_pages
from components.serving.page_language import PageLanguage
from data import FOCUS, Release
from i18n import LANGUAGES, words

LIGHT = 60_000  # bytes over the line
COUNTY_PAGES = [(county, language) for language in LANGUAGES for county in FOCUS]


class Tags(HTMLParser):
    """Every element with its attributes; what is open at the end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def committed(name: str) -> str:
    return (shelf.FOLDER / name).read_text(encoding="utf-8")


def test_the_shelf_holds_the_start_page_and_each_county_in_each_language() -> None:
    assert {path.name for path in shelf.FOLDER.iterdir()} == set(shelf.names())
    assert len(shelf.names()) == 1 + len(FOCUS) * len(LANGUAGES)


@pytest.mark.parametrize("name", shelf.names())
def test_every_page_is_of_the_committed_release(name: str, atlas: Release) -> None:
    page = committed(name)
    assert shelf.edition_of(page) == shelf.served_edition()
    assert atlas.info.id in shelf.served_edition()
    assert page.count(atlas.info.id) >= 2  # in its head, and for the reader


@pytest.mark.parametrize("name", shelf.names())
def test_no_page_runs_or_loads_anything(name: str) -> None:
    tags = Tags(committed(name)).found
    names = {tag for tag, _ in tags}
    assert not names & {"script", "link", "img", "image", "iframe", "object", "embed", "form", "base", "audio", "video"}
    assert not [attribute for _, own in tags for attribute in own if attribute.startswith("on")]
    assert not [
        own for tag, own in tags if tag != "a" and ("href" in own or "src" in own) and own.get("href", "#")[0] != "#"
    ]
    assert (
        "url(http" not in committed(name) and "@import" not in committed(name) and "@font-face" not in committed(name)
    )
    policy = next(own["content"] for tag, own in tags if own.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy and "script" not in policy


@pytest.mark.parametrize("name", shelf.names())
def test_every_page_is_light(name: str) -> None:
    assert len(gzip.compress(committed(name).encode("utf-8"), 5)) <= LIGHT / 2


@pytest.mark.parametrize(("county", "language"), COUNTY_PAGES)
def test_a_page_holds_the_countys_published_figure(county: str, language: str, atlas: Release) -> None:
    rows = atlas.rows_of("school_attendance_15_17")
    own = rows[rows["area"].eq(county) & rows["gender"].eq("f") & rows["value"].notna()].iloc[-1]
    text, t = re.sub(r"<[^>]+>", " ", committed(shelf.file_name(county, language))), words(language)
    assert t.number(own["value"], 1) in text
    assert t.area(county) in text


@pytest.mark.parametrize(("county", "language"), COUNTY_PAGES)
def test_made_up_figures_are_marked(county: str, language: str, atlas: Release) -> None:
    assert store.has_demonstration()
    page, t = committed(shelf.file_name(county, language)), words(language)
    assert t("brief.word.demonstration") in page and t("brief.word.demonstration_long") in page
    rows = re.findall(r'<tr class="made-up">.*?</tr>', page)
    assert rows and all(t("brief.word.made_up") in row for row in rows)


@pytest.mark.parametrize("name", shelf.names())
def test_every_way_leads_somewhere(name: str) -> None:
    page = committed(name)
    tags = Tags(page).found
    assert Tags(page).open == []
    anchors = {own["id"] for _, own in tags if "id" in own}
    for way in (own["href"] for tag, own in tags if tag == "a"):
        assert way.startswith(("https://", "http://", "../../../")) or way[1:] in anchors or way in shelf.names(), way


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_page_is_what_the_release_gives(language: str) -> None:
    # One county stands for the others; each differs by its code only, and all are made at once.
    county = FOCUS[2]
    assert making.snapshot(county, language) == committed(shelf.file_name(county, language)), "run `make snapshots`"


def test_the_committed_start_page_is_what_the_release_gives() -> None:
    assert making.start() == committed(shelf.START), "run `make snapshots`"


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=light_pages.ROUTES, middleware=[Middleware(PageLanguage)]))


def test_the_server_gives_a_page_as_html_in_its_own_language(client: TestClient) -> None:
    answer = client.get("/app/static/snapshots/AL-09-en.html", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text == committed("AL-09-en.html")


@pytest.mark.parametrize("name", ["AL-12-en.html", ".AL-09-en.html", "..%2Fwordmark.svg", "%2e%2e%2fwordmark.svg"])
def test_the_server_gives_nothing_else(client: TestClient, name: str) -> None:
    assert client.get(f"/app/static/snapshots/{name}").status_code == 404


def test_pages_of_another_release_are_not_given(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "served_edition", lambda: "2030-01-01-00000000 all")
    answer = client.get("/app/static/snapshots/AL-09-en.html")
    assert answer.status_code == 404
    assert answer.text.splitlines() == [words(language)("snapshot.none") for language in LANGUAGES]
    assert "AL-09" not in answer.text


def test_without_the_shelf_nothing_is_offered(tmp_path: Path) -> None:
    assert shelf.is_offered()
    assert not shelf.is_offered(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_the_shell_names_the_light_pages(language: str) -> None:
    said = light_pages.without_script(language)
    ways = [own["href"] for tag, own in Tags(said).found if tag == "a"]
    assert ways == [f"app/static/snapshots/{county}-{language}.html" for county in FOCUS]
    assert words(language)("snapshot.no_script") in said


def test_the_countys_page_leads_to_its_light_page() -> None:
    way, screen = 'href="app/static/snapshots/AL-09-sq.html"', Screen()
    for kind, is_there in (("all", True), ("published", False)):
        screen.follow("county", county="AL-09", kind=kind)
        written = [each.proto.body for each in screen.elements() if each.type == "html"]
        assert any(way in each for each in written) is is_there, kind
