"""Readers with other displays: twice the size, a telephone, less motion, more contrast, own colours, paper."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from app_server import AppServer
from browser_screen import BrowserScreen
from playwright.sync_api import Browser
from reader_model import ADDRESSES, TABS

from components.charts.palette import DARK, LIGHT, Palette, contrast
from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
PAGES = [*ADDRESSES.values(), *(f"{GIRLS}&tab={tab}" for tab in TABS), "/anketa?tab=table", "/te-dhenat?desk=check"]
DESK, ZOOMED, PHONE = {"width": 1366, "height": 800}, {"width": 683, "height": 384}, {"width": 390, "height": 844}
Ground = Literal["light", "dark"]
t = words("sq")
TOO_WIDE = """() => [document.documentElement, document.body, document.querySelector('[data-testid="stMain"]')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.localName)"""
# Words that their own box cuts: not those for screen readers only, and not where a reader can scroll to the rest.
CUT = """() => [...document.querySelectorAll('[data-testid="stMain"] *, [data-testid="stHeader"] *')].filter((each) => {
  const style = getComputedStyle(each)
  const words = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  return words && each.clientWidth > 1 && ['hidden', 'clip'].includes(style.overflowX)
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 4)
}).map((each) => each.textContent.trim())"""
MOVING = """() => [...document.querySelectorAll('*')].filter((each) => {
  const style = getComputedStyle(each)
  const longest = (times) => Math.max(...times.split(',').map(parseFloat))
  const animated = style.animationName !== 'none' && longest(style.animationDuration) > 0.01
  return animated || longest(style.transitionDuration) > 0.01
}).length"""
COUNTIES = """() => [...document.querySelectorAll('.map [role="button"]')].map((each) => [
    getComputedStyle(each.querySelector('use')).fill, getComputedStyle(each.querySelector('text')).fill])"""


@pytest.fixture(scope="module")
def tab(browser: Browser, server: AppServer) -> Iterator[BrowserScreen]:
    """One tab for all tests of this file; each sets what it needs of window and system."""
    context = browser.new_context(viewport=DESK, locale="sq-AL", color_scheme="light", reduced_motion="reduce")
    yield BrowserScreen(context.new_page(), server.url)
    context.close()


@pytest.fixture
def card(tab: BrowserScreen) -> BrowserScreen:
    """The tab at a desk, showing a card with its map."""
    tab.page.set_viewport_size(DESK)
    tab.page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce", forced_colors="none")
    tab.open(GIRLS)
    return tab


def colour(computed: str) -> str:
    """`rgb(1, 2, 3)` as #010203."""
    return "#" + "".join(f"{int(channel):02X}" for channel in re.findall(r"\d+", computed)[:3])


def test_in_a_narrow_window_nothing_is_cut_and_nothing_scrolls_sideways(tab: BrowserScreen) -> None:
    """Half of a desk's width is what a magnification of 200 % leaves."""
    faults = {}
    for address in PAGES:
        tab.page.set_viewport_size(ZOOMED)
        tab.open(address)
        faults[address, "zoomed"] = tab.page.evaluate(TOO_WIDE) + tab.page.evaluate(CUT)
        tab.page.set_viewport_size(PHONE)
        tab.settle()
        faults[address, "phone"] = tab.page.evaluate(TOO_WIDE) + tab.page.evaluate(CUT)
    assert {place: found for place, found in faults.items() if found} == {}


def test_nothing_moves_for_readers_who_asked_for_that(card: BrowserScreen) -> None:
    assert card.page.evaluate(MOVING) == 0
    card.pick_box("indicator").get_by_role("combobox").click()
    card.page.get_by_role("option").first.wait_for()
    card.page.keyboard.press("Escape")
    card.page.emulate_media(reduced_motion="no-preference")
    assert card.page.evaluate(MOVING) > 0


@pytest.mark.parametrize(("ground", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_under_forced_colours_pictures_keep_theirs(card: BrowserScreen, ground: Ground, palette: Palette) -> None:
    card.page.emulate_media(forced_colors="active", color_scheme=ground)
    card.open(GIRLS)
    card.page.locator('.map [role="button"]').first.wait_for()
    counties = card.page.evaluate(COUNTIES)
    assert {colour(fill) for fill, _ in counties} == {palette.ramp[0], palette.ramp[2]}
    assert all(contrast(colour(fill), colour(label)) >= 4.5 for fill, label in counties)
    switch = card.pick_box("kind").locator("label > div:not([data-testid])")
    assert switch.evaluate("each => getComputedStyle(each).borderTopStyle") == "solid"


def test_more_contrast_fades_nothing(card: BrowserScreen) -> None:
    fading = "all => [...new Set(all.map((each) => getComputedStyle(each).opacity))].sort()"
    said = card.page.locator(".small, .caption")
    assert said.evaluate_all(fading) == ["0.85"]
    card.page.emulate_media(contrast="more")
    card.settle()
    assert said.evaluate_all(fading) == ["1"]
    card.page.emulate_media(contrast="no-preference")


def test_paper_has_the_card_with_its_filters_and_no_menu(card: BrowserScreen, tmp_path: Path) -> None:
    printed = tmp_path / "card.pdf"
    card.page.emulate_media(media="print")
    card.page.pdf(path=printed, format="A4")
    told = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True).stdout
    said = " ".join(told.split())
    for kept in (t("gender.f"), t.age("15-17"), t.period("2017/2018"), "73,7", t("frame.disclaimer")):
        assert kept in said, kept
    for gone in (t("nav.methods"), t("filter.theme"), t("frame.exit"), t("tab.download")):
        assert gone not in said, gone
