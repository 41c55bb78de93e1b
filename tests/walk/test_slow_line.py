"""Quick clicks on a slow line: answers to earlier choices arrive among later ones, and nothing dies or is lost.

The line is the test's own: it holds the server's answers back and lets them arrive when it says so.
"""

import pytest
from browser_screen import BrowserScreen
from playwright.sync_api import expect

from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17"
LABELS = {code: words("sq")(f"gender.{code}") for code in ("f", "m", "all")}


def click(screen: BrowserScreen, code: str) -> None:
    """Choose a gender, and wait until the server has answered; the answer is on the line."""
    with screen.server_run():
        screen.pick_box("gender").get_by_role("radio", name=LABELS[code], exact=True).click()


def shows(screen: BrowserScreen, code: str) -> None:
    """The pill that is chosen on the screen."""
    chosen = screen.pick_box("gender").get_by_role("radio", name=LABELS[code], exact=True)
    expect(chosen).to_have_attribute("aria-checked", "true")


@pytest.mark.parametrize("clicks", ["f m f all", "f m f all m f all m", "m f m all m", "f m f m f m f m f m f m f all"])
def test_the_last_of_quick_clicks_counts_and_the_page_lives(screen: BrowserScreen, clicks: str) -> None:
    screen.stand_between()
    screen.open(GIRLS)
    screen.hold()
    for code in clicks.split():
        click(screen, code)
    screen.release()
    last = clicks.split()[-1]
    shows(screen, last)
    seen = screen.state()
    assert seen.faults == []
    assert (seen.picks["gender"], seen.query.get("gender", "all")) == (LABELS[last], last)


def test_a_late_answer_does_not_turn_a_later_choice_back(screen: BrowserScreen) -> None:
    screen.stand_between()
    screen.open(GIRLS)
    screen.hold()
    click(screen, "m")
    of_the_first = len(screen.held or [])
    click(screen, "f")
    screen.release(of_the_first)
    screen.page.wait_for_timeout(500)  # what arrived is drawn
    shows(screen, "f")
    click(screen, "m")
    screen.release()
    shows(screen, "m")
    assert (screen.state().faults, screen.state().query["gender"]) == ([], "m")


def test_clicks_while_a_run_is_under_way_end_with_the_last(screen: BrowserScreen) -> None:
    """They reach the server folded into one, with the address as it was before the last of them."""
    screen.stand_between()
    screen.open(GIRLS)
    for _ in range(3):
        screen.hold()
        with screen.server_run():
            for code in ("f", "m", "f", "m", "f"):
                screen.pick_box("gender").get_by_role("radio", name=LABELS[code], exact=True).dispatch_event("click")
        screen.page.wait_for_timeout(1500)
        screen.release()
        shows(screen, "f")
        assert screen.state().query["gender"] == "f"
        with screen.run():
            screen.pick_box("gender").get_by_role("radio", name=LABELS["all"], exact=True).click()
