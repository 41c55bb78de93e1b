"""A choice on a page runs that page alone; what stands around it stays, and stays true."""

from browser_screen import BrowserScreen
from reader_model import RELEASE

from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"


def test_a_choice_runs_the_page_alone_and_a_switch_around_it_runs_everything(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    before = screen.alone
    screen.pick("gender", words("sq")("gender.m"))
    screen.pick("tab", words("sq")("tab.chart"))
    screen.pick("tab", words("sq")("tab.map"))
    screen.click_county("AL-09")
    assert screen.alone == before + 4
    screen.pick("lang", words("en")("language.name"))
    screen.pick("kind", "on")
    assert screen.alone == before + 4
    screen.pick("gender", words("en")("gender.f"))
    assert screen.alone == before + 5
    seen = screen.state()
    assert (seen.language, seen.picks["kind"], seen.faults) == ("en", "on", [])
    assert seen.query == {
        "indicator": "school_attendance_15_17",
        "gender": "f",
        "county": "AL-09",
        "lang": "en",
        "kind": "published",
    }


def test_the_copied_link_opens_what_was_chosen_last(screen: BrowserScreen) -> None:
    screen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    screen.open(GIRLS)
    screen.pick("gender", words("sq")("gender.m"))
    screen.pick("tab", words("sq")("tab.table"))
    shown = screen.state()
    screen.page.get_by_role("button", name=words("sq")("filter.copy_link"), exact=True).click()
    screen.page.get_by_role("button", name=words("sq")("filter.copied"), exact=True).wait_for()
    copied = screen.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(screen.url) and f"release={RELEASE.info.id}" in copied and "lang=sq" in copied
    screen.open("/")
    screen.open(copied.removeprefix(screen.url))
    assert screen.state() == shown
