"""The buttons on the county's page: each prepares its file before the reader's eyes and then hands it out."""

import io
from collections.abc import Callable, Iterator

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from components import store
from components.downloads.brief import offer
from components.downloads.keeping import kept_key, made_before
from components.exports.brief.model import Brief
from data import FOCUS
from i18n import LANGUAGES, words
from tests.components.downloads.brief.real_briefs import brief
from tests.screen import Screen


@pytest.fixture(autouse=True)
def nothing_made_before() -> Iterator[None]:
    store.kept.clear()
    yield
    store.kept.clear()


def county_page(language: str) -> None:
    from components import state
    from components.downloads.brief.offer import show_county_brief
    from i18n import words

    state.begin({})
    show_county_brief(words(language), "AL-07")


def offered(test: AppTest) -> dict[str, str]:
    """Label -> key of every button that hands out a file."""
    return {each.proto.label: each.proto.id for each in test.get("download_button")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_countys_page_offers_the_brief(visit: Callable[..., Screen], language: str) -> None:
    page, t = visit("county", county="AL-09", lang=language), words(language)
    assert page.faults() == [] and page.says(t("brief.heading")) and page.says(t("brief.offer"))
    labels = [button.label for button in page.test.button]
    for area in ("AL-09", "AL-4C"):
        for kind in ("pdf", "html"):
            assert t("files.prepare", what=t("brief.button", area=t.area(area), format=kind.upper())) in labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_is_prepared_once_and_then_offered_to_everybody(language: str) -> None:
    t = words(language)
    label = t("brief.button", area=t.area("AL-07"), format="PDF")
    page = AppTest.from_function(county_page, args=(language,), default_timeout=60).run()
    assert not page.exception and len(page.button) == 4 and offered(page) == {}
    (wanted,) = [button for button in page.button if button.label == t("files.prepare", what=label)]
    wanted.click().run()
    assert not page.exception
    (told,) = offered(page)
    assert told == label and len(page.button) == 3
    name = f"harta-tqnj_brief_AL-07_{language}_DEMONSTRATION_{store.release().info.id}.pdf"
    assert name in offered(page)[label]
    content = made_before(kept_key(t, "brief", "pdf", "", "AL-07"))
    assert content is not None and len(PdfReader(io.BytesIO(content)).pages) == 2
    again = AppTest.from_function(county_page, args=(language,), default_timeout=60).run()
    assert list(offered(again)) == [label], "whoever asks for the same need not wait"


def test_the_four_show_their_progress_county_by_county(monkeypatch: pytest.MonkeyPatch) -> None:
    t, steps = words("sq"), []

    def made(_: object, county: str, site: str) -> Brief:
        assert site == "https://harta.example"
        return brief(county, "sq")

    monkeypatch.setattr(offer, "county_brief", made)
    address = "https://harta.example"
    briefs = offer.worded_briefs(t, FOCUS, address, lambda share, step: steps.append((share, step)))
    assert [each.county for each in briefs] == list(FOCUS)
    shares = [share for share, _ in steps]
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] < 1 and len(set(shares)) == len(FOCUS) + 1
    assert [t.area(county) in step for county, (_, step) in zip(FOCUS, steps, strict=False)] == [True] * len(FOCUS)
