"""Addresses that are none are told so: by status, in the address's language, without Streamlit's shell."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from components.address.pages import PAGES
from components.widgets.ways_out import SAFE_PLACE
from i18n import LANGUAGES, words
from tests.walk.app_server import start_server

INVENTED = [
    "/rreziku/x",
    "/risk",
    "/overview",
    "/te-dhenat.csv",
    "/robots.txt",
    "/sitemap.xml",
    "/api",
    "/api/v1/figures",
]
INVENTED += [
    "/index.html",
    "/index.htm",
    "/.well-known/security.txt",
    "/wp-login.php",
    "/nothing/",
    "/Rreziku",
    "/%72reziku2",
]
INVENTED += [
    "/static/js/none.js",
    "/static/",
    "/app",
    "/app/static/none.png",
    "/media/none.png",
    "/data/release/x.parquet",
]
INVENTED += [
    "/app/static/snapshots/none.html",
    "/rreziku.json",
    "/en/rreziku",
    "/rreziku%2Fx",
    "/favicon.ico",
    "/x?embed=true",
]
THERE = ["/healthz", "/_stcore/health", "/app/static/icon.svg", "/favicon.png", "/_stcore/host-config"]
WAYS = [{}, {"Accept": "text/html"}, {"Accept-Encoding": "gzip"}, {"Range": "bytes=0-9"}, {"If-None-Match": "*"}]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    running = start_server(tmp_path_factory.mktemp("nothing") / "log")
    yield urlsplit(running.url).netloc
    running.stop()


def asked(host: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(host, timeout=20)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.mark.parametrize("path", INVENTED)
def test_an_invented_address_is_not_found(host: str, path: str) -> None:
    for way in WAYS:
        status, told, body = asked(host, path, **way)
        assert status == 404, (way, status)
        assert b'id="root"' not in body
        assert "content-security-policy" in told
        status, told, body = asked(host, path, "HEAD", **way)
        assert (status, body) == (404, b""), way


@pytest.mark.parametrize("language", [*LANGUAGES, ""])
def test_the_sentence_is_in_the_addresss_language_and_leads_to_the_pages(host: str, language: str) -> None:
    status, told, body = asked(host, f"/api?lang={language}")
    t = words(language or LANGUAGES[0])
    text = body.decode()
    assert (status, told["cache-control"], told["content-language"]) == (404, "no-store", t.language)
    assert (
        f'<html lang="{t.language}"' in text
        and text.count("<h1>") == 1
        and t("refused.nothing_here") in text.replace("&#x27;", "'")
    )
    assert re.findall(r'href="/([^"?]*)', text) == list(PAGES.values())
    assert "<script" not in text


def test_every_page_and_every_file_is_there_as_before(host: str) -> None:
    for address in PAGES.values():
        for way in WAYS[:2]:
            status, _, body = asked(host, f"/{address}", **way)
            assert (status, b'id="root"' in body) == (200, True), address
        assert asked(host, f"/{address}", "HEAD")[0] == 200
    assert [path for path in THERE if asked(host, path)[0] != 200] == []
    shell = asked(host, "/")[2].decode()
    linked = re.findall(r'(?:href|src)="\.(/static/[^"]+|/app/static/[^"]+)"', shell)
    assert len(linked) > 10
    assert [path for path in linked if asked(host, path)[0] != 200] == []
    status, told, _ = asked(host, "/rreziku/?gender=f")
    assert (status, told["location"]) == (301, "/rreziku?gender=f")


def test_the_address_of_the_quick_exit_leads_away_each_time(host: str) -> None:
    status, told, _ = asked(host, "/dil")
    assert (status, told["location"], told["cache-control"]) == (303, SAFE_PLACE, "no-store")
