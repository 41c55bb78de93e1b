from collections import Counter
from collections.abc import Iterator

import pytest
from demonstration_folder import FOLDER, codebooks

from data.model.questionnaire import BLOCKS, WAVES, Question, Words
from data.survey.intake.codebook_reading import read_codebook
from data.survey.intake.codebook_relations import comparability_problems

LONGEST_ANSWER = 60


def by_wave() -> dict[str, dict[str, Question]]:
    return {wave: {each.code: each for each in book.questions} for wave, book in codebooks().items()}


def words_of(question: Question) -> Iterator[Words]:
    asked = question.asked[0]
    yield from (question.label, asked.text, asked.universe, *(answer.words for answer in asked.answers))
    if question.comparability_reason:
        yield question.comparability_reason


@pytest.mark.parametrize("wave", WAVES)
def test_the_codebook_keeps_every_rule(wave: str) -> None:
    assert read_codebook(FOLDER / f"{wave}.toml")[1] == []


def test_the_second_wave_says_how_it_compares() -> None:
    assert comparability_problems(codebooks()["w1"], codebooks()["w2"]) == []


@pytest.mark.parametrize("wave", WAVES)
def test_every_text_stands_in_both_languages_and_is_translated(wave: str) -> None:
    book = codebooks()[wave]
    words = [book.wave.universe, book.wave.sampling, book.wave.weights]
    words += [each for question in book.questions for each in words_of(question)]
    assert all(set(each) == {"sq", "en"} and all(each.values()) for each in words)
    assert [each for each in words if each["sq"] == each["en"]] == []


@pytest.mark.parametrize("wave", WAVES)
def test_labels_and_answers_fit_a_chart(wave: str) -> None:
    for question in codebooks()[wave].questions:
        assert all(len(text) <= 45 for text in question.label.values()), question.code
        answers = [text for answer in question.asked[0].answers for text in answer.words.values()]
        assert max(map(len, answers)) <= LONGEST_ANSWER, question.code


@pytest.mark.parametrize("wave", WAVES)
def test_the_words_say_that_nobody_was_asked(wave: str) -> None:
    described = codebooks()[wave].wave
    assert described.kind == "demonstration"
    assert described.source == "demonstration"
    assert "Askush nuk u pyet" in described.universe["sq"]
    assert "Nobody was asked" in described.universe["en"]
    assert "Askush nuk u intervistua" in described.sampling["sq"]
    assert "Nobody was interviewed" in described.sampling["en"]
    assert "shpikura" in described.weights["sq"]
    assert "invented" in described.weights["en"]


@pytest.mark.parametrize("wave", WAVES)
def test_a_question_of_part_of_the_sample_says_whose_it_is(wave: str) -> None:
    book = codebooks()[wave]
    for item in book.items:
        own = item.question.asked[0].universe != book.wave.universe
        assert own == bool(item.asked_if), item.question.code


def test_every_block_has_questions_and_meaning_comes_first() -> None:
    questions = list(by_wave()["w1"].values())
    assert {each.block for each in questions} == set(BLOCKS)
    assert [BLOCKS.index(each.block) for each in questions] == sorted(BLOCKS.index(each.block) for each in questions)
    assert questions[0].code == "meaning"


def test_the_questionnaire_has_all_that_the_pages_must_show() -> None:
    first, second = by_wave().values()
    every = first | second
    assert Counter(each.kind for each in every.values()) == {"single": 17, "multi": 13, "scale": 13}
    assert set(first) - set(second) == {"first_step", "child_begging"}
    assert set(second) - set(first) == {"campaign_seen", "equal_help"}
    verdicts = {code: each.comparability for code, each in second.items() if each.comparability != "comparable"}
    assert verdicts == {"trend": "not_comparable", "report_where": "with_care", "online_hours": "with_care"}
    assert sum(each.sensitive for each in every.values()) == 5
    assert sum(bool(item.asked_if) for item in codebooks()["w1"].items) == 6
    assert all(len(each.answers) in (4, 5) for each in every.values() if each.kind == "scale")


def test_a_question_keeps_block_kind_label_and_sensitivity_between_the_waves() -> None:
    first, second = by_wave().values()
    for code in set(first) & set(second):
        one, other = first[code], second[code]
        assert (one.block, one.kind, one.label, one.sensitive, one.headline, one.higher_is) == (
            other.block,
            other.kind,
            other.label,
            other.sensitive,
            other.headline,
            other.higher_is,
        ), code


def test_a_comparable_question_was_asked_in_the_same_words() -> None:
    first, second = by_wave().values()
    for code in set(first) & set(second):
        same = first[code].asked[0].text == second[code].asked[0].text
        same &= first[code].asked[0].answers == second[code].asked[0].answers
        assert same == (second[code].comparability == "comparable"), code
