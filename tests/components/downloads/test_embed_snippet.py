"""The snippet that puts a card on another page: HTML that says what it is and opens what was seen."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.known import known_codes
from components.address.view import View, read_view
from components.downloads.embedding import embed_address, embed_snippet
from components.wording.survey import with_question
from data import Release
from i18n import LANGUAGES, words

VIEWS = (
    View("risk", "school_attendance_15_17", (("gender", "f"), ("period", "2017/2018"))),
    View("survey", "heard", (("compare", "period"), ("tab", "chart"))),
    View("services", "presence", (("cycle", "2"),)),
)


class Frame(HTMLParser):
    """The attributes of the frame in a page, and whatever else stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.page)
def test_the_snippet_is_one_frame_of_this_card(atlas: Release, view: View, language: str) -> None:
    t = words(language)
    if view.page == "survey":
        question = atlas.survey.questions[view.subject]
        t = with_question(t, question, question.headline)
    parsed = Frame()
    parsed.feed(embed_snippet(t, view, "https://atlas.example/harta"))
    ((tag, said),) = parsed.tags
    assert tag == "iframe"
    assert said["title"] and t("product.name") in said["title"]
    address = urlsplit(said["src"] or "")
    assert (address.scheme, address.netloc, address.path) == ("https", "atlas.example", "/harta/")
    query = {key: code[0] for key, code in parse_qs(address.query).items()}
    assert query["embed"] == "true"
    assert query["lang"] == language
    assert read_view(query["card"], known_codes(atlas)) == view


@given(site=st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_site_breaks_out_of_the_frame(site: str) -> None:
    parsed = Frame()
    parsed.feed(embed_snippet(words("sq"), VIEWS[0], site) + "<p>")
    assert [tag for tag, _ in parsed.tags] == ["iframe", "p"]


def test_the_address_is_that_of_streamlits_embedding() -> None:
    assert embed_address("https://a.b", VIEWS[2], "en") == (
        "https://a.b/?embed=true&card=services.presence.cycle~2&lang=en"
    )


def test_who_reads_published_figures_only_embeds_published_figures_only() -> None:
    assert embed_address("", VIEWS[0], "sq", "published").endswith("&lang=sq&kind=published")
