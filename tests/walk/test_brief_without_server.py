"""A county's brief opened from a disk: whole without a server, without a script, on a telephone, and when it is old."""

import datetime
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from components.downloads.brief.assemble import county_brief
from components.exports.brief.html import brief_html
from components.exports.brief.model import Brief
from i18n import words

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def told() -> Brief:
    return county_brief(words("sq"), "AL-09", "https://harta.example")


@pytest.fixture(scope="module")
def file(told: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(brief_html([told]), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    """Opens the file in a tab; when the test ends it must have asked for nothing and complained of nothing."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def open_file(width: int = 1366, day: datetime.date | None = None, **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="sq-AL", **more)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        if day:
            page.clock.set_fixed_time(datetime.datetime.combine(day, datetime.time(12)))
        page.goto(file.as_uri())
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    assert complaints == []


@pytest.mark.parametrize("width", [1366, 390])
def test_it_opens_whole_from_the_disk_at_any_width(opened: Opened, told: Brief, width: int) -> None:
    page = opened(width)
    assert page.title().endswith(told.title) and page.locator("html").get_attribute("lang") == "sq"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    cut = page.evaluate(
        """[...document.querySelectorAll("td, th, .headline, figure, li")]
        .filter(each => each.scrollWidth > each.clientWidth + 1 && !each.closest("caption, thead"))
        .map(each => each.textContent)"""
    )
    assert cut == []
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert set(page.evaluate("[...document.fonts].map(face => face.status)")) <= {"loaded", "unloaded"}
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") >= 3
    for row in told.rows:
        assert page.get_by_text(row.label).first.is_visible()


def test_after_its_day_it_says_at_the_top_that_it_is_old(opened: Opened, told: Brief) -> None:
    assert not opened(day=told.fresh_until).locator("#stale").is_visible()
    old = opened(day=told.fresh_until + datetime.timedelta(days=1)).locator("#stale")
    assert old.is_visible() and old.inner_text() == told.words["stale"]


def test_without_a_script_everything_and_the_day_can_be_read(opened: Opened, told: Brief) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator(".fresh").inner_text() == told.words["fresh"]
    assert page.locator("table").count() == 3 and not page.locator("#stale").is_visible()


def test_it_prints_on_few_pages_in_light_colours(opened: Opened) -> None:
    page = opened(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert 2 <= len(printed.pages) <= 5
