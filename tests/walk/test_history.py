"""The browser's Back and Forward: one entry a page, with the choices that were made on it."""

from urllib.parse import urlencode

import pytest
from browser_screen import BrowserScreen

from i18n import words

t = words("sq")


def test_one_back_returns_to_the_page_before(screen: BrowserScreen) -> None:
    screen.open("/")
    screen.go("/rreziku")
    screen.back()
    seen = screen.state()
    assert (seen.path, seen.page, seen.query, seen.faults) == ("/", "/", {}, [])


def test_back_and_forward_after_many_choices(screen: BrowserScreen) -> None:
    screen.open("/")
    entries = screen.page.evaluate("history.length")
    screen.go("/rreziku")
    screen.pick("indicator", t("indicator.school_attendance_15_17.label"))
    screen.pick("gender", t("gender.f"))
    screen.pick("view", t("view.twelve"))
    screen.pick("tab", t("tab.table"))
    risk = screen.state()
    assert risk.query == {
        "indicator": "school_attendance_15_17",
        "gender": "f",
        "view": "twelve",
        "tab": "table",
    }
    screen.go("/qarku")
    screen.pick("county", t.area("AL-07"))
    county = screen.state()
    assert county.query == risk.query | {"county": "AL-07"}
    assert screen.page.evaluate("history.length") == entries + 2
    screen.back()
    assert screen.state() == risk
    screen.back()
    assert screen.state().path == "/"
    screen.forward()
    assert screen.state() == risk
    screen.forward()
    assert screen.state() == county


def test_choice_after_back_stays_on_that_page(screen: BrowserScreen) -> None:
    screen.open("/rreziku")
    screen.pick("gender", t("gender.f"))
    screen.go("/metodat")
    screen.back()
    screen.pick("gender", t("gender.m"))
    chosen = screen.state()
    assert chosen.query == {"gender": "m"}
    assert chosen.picks["gender"] == t("gender.m")
    screen.go("/programi")
    assert screen.state().query == {"gender": "m"}
    screen.back()
    assert screen.state() == chosen


def test_back_after_a_reload(screen: BrowserScreen) -> None:
    screen.open("/rreziku")
    screen.pick("gender", t("gender.f"))
    before = screen.state()
    screen.go("/metodat")
    screen.reload()
    screen.back()
    assert screen.state() == before


def test_a_link_inside_the_app_changes_only_what_it_says(screen: BrowserScreen) -> None:
    screen.open("/?gender=m&view=twelve")
    with screen.run():
        screen.page.locator('[data-testid="stPageLink"] a[href*="indicator="]').first.click()
    arrived = screen.state()
    assert arrived.page == "/rreziku"
    assert arrived.faults == []
    assert arrived.query["indicator"]
    screen.back()
    assert screen.state().path == "/"


@pytest.mark.parametrize("opened", [{}, {"indicator": "school_attendance_9_11", "lang": "sq"}], ids=["bare", "link"])
def test_a_choice_on_a_slow_line_undoes_none_before_it(screen: BrowserScreen, opened: dict[str, str]) -> None:
    """The second choice leaves the browser with the old address, for the new one is still on its way."""
    screen.stand_between()
    screen.open(f"/rreziku?{urlencode(opened)}")
    before = screen.state().query
    screen.hold()
    for key, label in (("gender", t("gender.f")), ("view", t("view.twelve"))):
        with screen.server_run():
            screen.pick_box(key).get_by_role("radio", name=label, exact=True).click()
    screen.release()
    seen = screen.state()
    assert seen.query == before | {"gender": "f", "view": "twelve"}
    assert (seen.picks["gender"], seen.picks["view"]) == (t("gender.f"), t("view.twelve"))
