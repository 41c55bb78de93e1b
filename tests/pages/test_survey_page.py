"""The Survey page: every question and tab, made-up figures marked everywhere, what a sample cannot say, the search."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from screen import RELEASE, Screen

from components import store
from components.exhibits.survey_waves import wave_name
from components.sections.survey.finder import searched
from data import FOCUS, open_release
from data.model.frames import rows_of
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
SURVEY = open_release(RELEASE).survey
MADE_UP = [code for code, each in SURVEY.questions.items() if each.asked[-1].kind == "demonstration"]
PUBLISHED = [code for code, each in SURVEY.questions.items() if each.asked[-1].kind == "published"]
IN_ENGLISH_TOO = (*PUBLISHED, "consent", "report_where", "migrate_intent", "online_offer", "first_step")
TABS = ("map", "chart", "table", "download", "about")
GAP = "\N{NO-BREAK SPACE}"


def header(screen: Screen) -> str:
    return screen.headings(2)[1]  # under the question


def pill_options(screen: Screen, key: str) -> list[str]:
    return list(screen.widget(key).options)


@pytest.mark.parametrize(
    ("code", "language"), [*((code, "sq") for code in SURVEY.questions), *((code, "en") for code in IN_ENGLISH_TOO)]
)
def test_every_question_opens_with_a_short_title(visit: Visit, code: str, language: str) -> None:
    screen = visit("survey", question=code, tab="chart", lang=language)
    assert screen.faults() == []
    assert screen.says(SURVEY.questions[code].asked[-1].text[language])
    assert len(header(screen).split()) <= 15, header(screen)
    assert not any("{" in text for text in screen.texts() if not text.startswith(("<", ".", "@")))


@pytest.mark.parametrize("compare", ["none", "gender", "age", "period"])
@pytest.mark.parametrize("code", ["meaning", "forms_known", "consent"])
def test_every_kind_of_question_and_comparison_opens_in_every_tab(visit: Visit, code: str, compare: str) -> None:
    """Comparisons on the map, on the chart, and each kind of question in another one of the other tabs."""
    others = {"meaning": "table", "forms_known": "download", "consent": "about"}
    for tab in TABS if compare == "none" else ("map", "chart", others[code]):
        screen = visit("survey", question=code, compare=compare, tab=tab, lang="en")
        assert screen.faults() == [], tab
        assert screen.says(words("en")("kind.demonstration_long")), tab
        assert screen.widget("compare").value == compare


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_figures_are_marked_in_words_maps_and_charts(visit: Visit, language: str) -> None:
    mark = words(language)("kind.demonstration")
    for tab in ("map", "chart"):
        screen = visit("survey", question="heard", tab=tab, lang=language)
        assert header(screen).startswith(words(language)("kind.demonstration_title", title=""))
        assert screen.says(words(language)("kind.demonstration_long"))
        assert [text for text in screen.texts() if text.startswith(words(language)("kind.demonstration_said", text=""))]
        if tab == "map":
            svg = screen.maps()
            assert svg and all('class="demonstration"' in each and mark in each for each in svg)
    charts = screen.test.get("plotly_chart")
    specs = [json.loads(each.proto.spec) for each in charts]
    assert len(specs) == 2
    for spec in specs:
        assert any(mark in note["text"] for note in spec["layout"]["annotations"])


def test_the_published_figures_stand_as_printed_and_unmarked(visit: Visit) -> None:
    t = words("sq")
    screen = visit("survey", question=PUBLISHED[0], tab="chart")
    spoken = " ".join(str(each.proto.alt) for each in screen.test.get("plotly_chart"))
    for figure in ("47", "22", "10"):
        assert f"{figure}{GAP}%" in spoken
    assert f"n{GAP}1537" in spoken
    assert not screen.says(t("kind.demonstration_long")) and not screen.says(t("kind.demonstration"))
    assert screen.says(t("note.base_not_stated"))


def test_published_only_leaves_no_made_up_figure_anywhere(visit: Visit) -> None:
    t = words("sq")
    for stem, codes in (("survey", {"question": "heard"}), ("overview", {}), ("county", {"county": FOCUS[0]})):
        screen = visit(stem, kind="published", **codes)
        assert screen.faults() == []
        assert screen.widget("kind").value is True
        said = screen.texts()
        assert not any(t("kind.demonstration") in text or t("kind.demonstration_short") in text for text in said)
    screen = visit("survey", kind="published", question="heard")
    assert [
        SURVEY.questions[code].label["sq"] in label for code in PUBLISHED for label in pill_options(screen, "question")
    ]
    assert len(pill_options(screen, "question")) == len(PUBLISHED)


def test_the_switch_is_kept_from_page_to_page() -> None:
    screen = Screen().follow("survey", question="heard")
    screen.widget("kind").set_value(True)
    screen.test.run()
    assert screen.address()["kind"] == "published"
    screen.turn_to("risk").turn_to("survey")
    assert screen.widget("kind").value is True
    screen.widget("kind").set_value(False)
    screen.test.run()
    assert "kind" not in screen.address() and screen.widget("question").value == "heard"


@pytest.fixture
def without_demonstration(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server whose operator switched made-up figures off."""
    monkeypatch.setenv("HARTA_DEMONSTRATION", "off")
    for door in (store.whole_release, store.published_release):
        door.clear()
    yield
    for door in (store.whole_release, store.published_release):
        door.clear()


@pytest.mark.usefixtures("without_demonstration")
def test_an_operator_can_switch_demonstration_off_for_good() -> None:
    screen = Screen().follow("survey", question="heard")
    assert screen.faults() == []
    assert not screen.has_widget("kind")
    assert screen.widget("question").value == PUBLISHED[0]
    assert not screen.says(words("sq")("kind.demonstration"))


def test_a_changed_question_is_not_compared(visit: Visit) -> None:
    t = words("sq")
    screen = visit("survey", question="trend", compare="period", tab="about")
    assert t("survey_compare.period") not in pill_options(screen, "compare")
    assert screen.says(t("survey.compare_lacking"))
    assert screen.says(t("passport.not_comparable"))
    assert screen.says(SURVEY.questions["trend"].comparability_reason["sq"])


def test_the_passport_sets_the_waves_side_by_side(visit: Visit) -> None:
    screen = visit("survey", question="report_where", tab="about", lang="en")
    for asked in SURVEY.questions["report_where"].asked:
        wave = SURVEY.wave_of(asked)
        assert screen.says(asked.text["en"]) and screen.says(words("en").number(wave.persons))
        assert screen.says(wave.weights["en"])
        cell = f'<td data-heading="{wave_name(words("en"), wave)}">{words("en").number(wave.persons)}</td>'
        assert any(cell in piece for piece in screen.markup()), "on a telephone the cell names its wave"
    assert screen.says(words("en")("passport.with_care"))


def test_roma_results_stand_alone(visit: Visit) -> None:
    t = words("sq")
    screen = visit("survey", question="heard", population="roma", gender="f", age="15-17")
    assert screen.says(t("survey.roma_context")) and screen.says(t("survey.no_map.roma"))
    assert not screen.maps() and not screen.has_widget("gender") and not screen.has_widget("age")
    assert not any(t.area(area) in header(screen) for area in FOCUS)


def test_three_breakdowns_at_once_get_a_sentence_instead_of_a_map(visit: Visit) -> None:
    screen = visit("survey", question="heard", gender="f", age="15-17")
    assert not screen.maps()
    assert screen.says(words("sq")("survey.no_map.too_deep"))


def test_what_cannot_be_seen_follows_every_choice(visit: Visit) -> None:
    said = {}
    for codes in ({}, {"gender": "f"}, {"gender": "f", "age": "15-17"}):
        screen = visit("survey", question="heard", answer="yes", **codes)
        said[str(codes)] = next(text for text in screen.captions() if text.startswith("Me këtë zgjedhje"))
    assert len(set(said.values())) == 3
    once = next(code for code in MADE_UP if len(SURVEY.questions[code].asked) == 1)
    assert visit("survey", question=once).says(words("sq")("power.none"))


def test_the_finder_reads_both_languages_and_no_diacritics(visit: Visit) -> None:
    screen = visit("survey", question="heard")
    before = pill_options(screen, "question")
    found = [code for code in SURVEY.questions if "forced labour" in searched(SURVEY.questions[code]).casefold()]
    assert 1 <= len(found) < len(SURVEY.questions)
    for query in ("punë e detyruar", "PUNE E DETYRUAR", "forced labour"):
        search(screen, query)
        labels = pill_options(screen, "question")
        assert len(labels) < len(SURVEY.questions), query
        assert all(SURVEY.questions[code].label["sq"] in labels for code in found), query
    search(screen, "xyzxyz")
    assert screen.says(words("sq")("survey.none_found"))
    assert screen.widget("question").value == "heard"
    search(screen, "")
    assert pill_options(screen, "question") == before


def search(screen: Screen, query: str) -> None:
    """Write into the finder."""
    next(each for each in screen.test.text_input if each.key == "survey_query").set_value(query)
    screen.test.run()


def test_the_map_says_the_figures_of_the_release(visit: Visit) -> None:
    t = words("sq")
    rows = SURVEY.rows_of("heard")
    newest = max(rows["period"])
    rows = rows[rows["answer"].eq("yes") & rows["period"].eq(newest) & rows["population"].eq("all")]
    rows = rows[rows["gender"].eq("m") & rows["age"].eq("all") & rows["area"].isin(FOCUS)]
    svg = " ".join(visit("survey", question="heard", answer="yes", gender="m").maps())
    for row in rows_of(rows):
        assert t.figure(row["value"], "percent", 1) in svg


def test_the_layer_how_sure_shows_half_widths(visit: Visit) -> None:
    svg = " ".join(visit("survey", question="meaning", layer="sure").maps())
    assert len(re.findall(r"±", svg)) >= 4


def test_unknown_codes_fall_back_quietly(visit: Visit) -> None:
    screen = visit("survey", question="nothing", answer="none of it", wave="w9", population="x", layer="x", compare="x")
    assert screen.faults() == []
    assert screen.address() == {}
    assert screen.widget("question").value == next(iter(SURVEY.questions))


def test_a_link_says_question_answer_wave_and_comparison(visit: Visit) -> None:
    codes = {"question": "forms_known", "answer": "begging", "wave": "w1", "gender": "f", "tab": "table"}
    screen = visit("survey", **codes)
    assert screen.address() == codes
    assert (screen.widget("answer").value, screen.widget("wave").value) == ("begging", "w1")


def test_another_question_forgets_the_answer() -> None:
    screen = Screen().follow("survey", question="forms_known", answer="begging")
    screen.choose("question", "forms_here")
    assert "answer" not in screen.address()
