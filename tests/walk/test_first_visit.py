"""Each page's address opened as a reader's and a server's very first thing, and the language of what it answers."""

import gzip
from collections.abc import Callable
from urllib.request import Request, urlopen

import pytest
from app_server import AppServer
from browser_screen import BrowserScreen
from reader_model import ADDRESSES

from i18n import LANGUAGES, words

t = words("sq")
HEADINGS = {
    "overview": t("overview.title"),
    "risk": t("indicator.school_attendance_9_11.label"),
    "services": t("services.title", cycle="2", low="1", high="3", all="13"),
    "survey": t("survey.title"),
    "county": t("county.title", area=t.area("AL-11", "of")),
    "meeting": t("meeting.title"),
    "data": t("nav.data"),
    "programme": t("programme.title"),
    "methods": t("methods.title"),
}


def heading(screen: BrowserScreen) -> str:
    return screen.page.get_by_role("heading").first.inner_text()


def opens(screen: BrowserScreen, stem: str) -> None:
    """Fails where the page's address, opened first, does not show that page."""
    screen.open(ADDRESSES[stem])
    seen = screen.state()
    assert (seen.path, seen.page, seen.faults) == (ADDRESSES[stem], ADDRESSES[stem], [])
    if stem == "risk":  # its heading is what the figures say, so look for the indicator itself
        assert seen.picks["indicator"] == HEADINGS[stem]
    else:
        assert heading(screen) == HEADINGS[stem]
    assert screen.page.title() == t("product.page_title", page=t(f"nav.{stem}"))


@pytest.mark.parametrize("stem", ADDRESSES)
def test_first_address_a_reader_opens_shows_its_page(screen: BrowserScreen, stem: str) -> None:
    opens(screen, stem)


def test_first_address_opened_on_a_server_shows_its_page(
    fresh_server: Callable[..., AppServer], open_screen: Callable[..., BrowserScreen]
) -> None:
    """An address below the first page's, before Streamlit has run the app that tells it the pages. What pages need
    imported they import themselves: tests/pages/test_pages_by_themselves.py."""
    opens(open_screen(fresh_server()), "risk")


@pytest.mark.parametrize("entry", ["server.py", "app.py"])
def test_both_entries_show_the_app(
    fresh_server: Callable[..., AppServer], open_screen: Callable[..., BrowserScreen], entry: str
) -> None:
    screen = open_screen(fresh_server(entry))
    screen.open("/")
    assert heading(screen) == HEADINGS["overview"]
    screen.go("/metodat")
    seen = screen.state()
    assert (seen.path, seen.page, seen.language, seen.faults) == ("/metodat", "/metodat", "sq", [])


@pytest.mark.parametrize(
    ("query", "language"), [("", "sq"), ("?lang=en", "en"), ("?lang=sq", "sq"), ("?lang=xx", "sq")]
)
@pytest.mark.parametrize("path", ["/", "/rreziku"])
@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate, br, zstd"])  # the second is what browsers say
def test_first_bytes_name_the_language(server: AppServer, encoding: str, path: str, query: str, language: str) -> None:
    asked = {"Accept": "text/html", "Accept-Encoding": encoding}
    for method in ("GET", "HEAD"):
        with urlopen(Request(server.url + path + query, headers=asked, method=method), timeout=10) as answer:
            assert answer.headers["content-language"] == language
            body = answer.read()
            if answer.headers["content-encoding"] == "gzip":
                body = gzip.decompress(body)
            assert method == "HEAD" or f'<html lang="{language}"'.encode() in body


def test_document_follows_the_language_switch(screen: BrowserScreen) -> None:
    screen.open("/metodat")
    for code in (*reversed(LANGUAGES), *reversed(LANGUAGES)):
        screen.pick("lang", words(code)("language.name"))
        assert screen.state().language == code
        assert heading(screen) == words(code)("methods.title")
