"""The picture of all answers stands under its question, not under the title of one answer."""

import pytest

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.downloads.framed import framed_picture
from components.exhibits.model import Exhibit
from components.exhibits.opening import open_view
from i18n import LANGUAGES, words


def exhibit(language: str, code: str) -> Exhibit:
    view = read_view(code, known_codes(store.release()))
    assert view is not None
    found = open_view(words(language), view)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("compare", ["none", "gender", "age"])
def test_all_answers_have_a_heading_of_their_own(language: str, compare: str) -> None:
    t = words(language)
    told = exhibit(language, "survey.heard" if compare == "none" else f"survey.heard.compare~{compare}")
    question = store.release().survey.questions["heard"]
    heading = told.heading("answers")
    assert question.label[language] in heading.title and t(f"survey.all_answers.{compare}") in heading.title
    assert told.is_demonstration and heading.title.startswith(t("kind.demonstration_title", title="")[:10])
    assert heading.caption.startswith(question.asked[-1].text[language]) and heading.sentences == ()
    for name in ("map", "chart"):
        assert (told.heading(name).title, told.heading(name).caption) == (told.title, told.caption)


def test_the_picture_says_so() -> None:
    told = exhibit("en", "survey.heard")
    svg = framed_picture(words("en"), told, "answers", "https://h.example")
    shown = svg[svg.index("</metadata>") :] if "</metadata>" in svg else svg
    assert "cannot be told apart" in told.title and "cannot be told apart" not in shown


def test_a_card_of_an_indicator_has_one_heading() -> None:
    assert exhibit("en", "risk.school_attendance_15_17").headings == {}
