"""The figures everybody quotes, as the map and its ruler show them: girls of 15 to 17 attending school."""

import re

import pytest
from browser_screen import BrowserScreen
from playwright.sync_api import expect

from data import COUNTIES, FOCUS

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
DIBER, KUKES, SHKODER = "AL-09", "AL-07", "AL-10"


@pytest.mark.parametrize(
    ("more", "diber", "kukes"), [("", "73,7\u00a0%", "(74,6\u00a0%)"), ("&lang=en", "73.7%", "(74.6%)")]
)
def test_map_prints_figures(screen: BrowserScreen, more: str, diber: str, kukes: str) -> None:
    screen.open(GIRLS + more)
    expect(screen.county(DIBER).get_by_text(diber, exact=True)).to_be_visible()
    expect(screen.county(KUKES).get_by_text(kukes, exact=True)).to_be_visible()
    ruler = screen.page.locator(".beside svg text")
    expect(ruler.filter(has_text=re.compile(r"^n.66$"), visible=True)).to_be_visible()
    expect(ruler.filter(has_text=diber, visible=True)).to_be_visible()


def test_only_the_unreliable_counties_are_hatched(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    for area in FOCUS:
        expect(screen.county(area)).to_be_visible()
        fills = screen.county(area).locator("use").evaluate_all("uses => uses.map((use) => use.getAttribute('fill'))")
        patterns = [fill for fill in fills if fill and fill.startswith("url(#")]
        assert len(patterns) == (area in (KUKES, SHKODER)), f"{area}: {fills}"
        for fill in patterns:  # what the fill names is there, and is a pattern
            named = screen.page.locator(f".map pattern[id='{fill[5:-1]}'] path")
            assert named.count() == 1


def test_twelve_counties_are_painted(screen: BrowserScreen) -> None:
    screen.open(f"{GIRLS}&view=twelve")
    painted = screen.page.locator(".map [data-area]")
    expect(painted).to_have_count(len(COUNTIES))
    boxes = painted.evaluate_all(
        """groups => groups.map((group) => {
          const ground = group.querySelector('use')
          const { width, height } = ground.getBoundingClientRect()
          return [group.dataset.area, width, height, getComputedStyle(ground).fill]
        })"""
    )
    assert sorted(area for area, *_ in boxes) == list(COUNTIES)
    assert all(width > 10 and height > 10 and fill != "none" for _, width, height, fill in boxes), boxes


def test_four_counties_and_their_surroundings(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    expect(screen.page.locator(".map [data-area]")).to_have_count(len(FOCUS))
    for area in FOCUS:
        box = screen.county(area).bounding_box()
        assert box and box["width"] > 30 and box["height"] > 30


def test_reload_and_language_keep_what_the_address_chose(screen: BrowserScreen) -> None:
    query = {
        "indicator": "school_attendance_15_17",
        "gender": "f",
        "period": "2008/2009",
        "view": "twelve",
        "county": DIBER,
        "lang": "en",
    }
    screen.open("/rreziku?" + "&".join(f"{key}={code.replace('/', '%2F')}" for key, code in query.items()))
    opened = screen.state()
    assert opened.query == query
    assert opened.picks["period"] == "2008–09"
    assert opened.picks["gender"] == "Women/girls"
    screen.reload()
    assert screen.state() == opened
    screen.pick("lang", "Shqip")
    albanian = screen.state()
    assert albanian.query == {key: code for key, code in query.items() if key != "lang"}
    assert albanian.picks["gender"] == "Gra/vajza"
    assert albanian.picks["view"] == "Dymbëdhjetë qarqet"
    screen.pick("lang", "English")
    assert screen.state() == opened
    expect(screen.county(DIBER)).to_have_attribute("aria-pressed", "true")
