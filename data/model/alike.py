"""Whether two waves asked alike: what speaks against calling their answers simply comparable."""

import unicodedata
from collections.abc import Iterator

from data.model.questionnaire import Answer, Asked, Question, Wave, Words

LANGUAGES = ("sq", "en")


def waves_differ(earlier: Wave, later: Wave) -> Iterator[str]:
    """Each thing about the waves as a whole that was otherwise, in words: how persons were asked, of what ages, and
    whom the sample stands for."""
    if earlier.mode != later.mode:
        yield f"mode was {earlier.mode} and is {later.mode}"
    if earlier.ages != later.ages:
        before, now = ("{}-{}".format(*wave.ages) for wave in (earlier, later))
        yield f"ages were {before} and are {now}"
    if not _same(earlier.universe, later.universe):
        yield "the universe has other words"


def asked_differs(earlier: Question, later: Question) -> Iterator[str]:
    """Each thing about the question itself that was otherwise, in words: its universe, answers, nets, and their order.

    Both have one `asked`. Another English translation of the same Albanian words is nothing, but words that another
    answer had before are.
    """
    before, now = earlier.asked[0], later.asked[0]
    old, new = ({answer.code: answer for answer in asked.answers} for asked in (before, now))
    for code in [code for code in new if code in old]:
        others = [answer for answer in before.answers if answer.code != code]
        if not _same(old[code].words, new[code].words) or _taken_over(old[code], new[code], others):
            yield f"{code} was {old[code].words['sq']!r} and is {new[code].words['sq']!r}"
        if set(old[code].net_of) != set(new[code].net_of):
            yield f"{code} puts other answers together"
    if later.kind == "scale" and _steps(before) != _steps(now):
        yield "the steps of the scale have another order"


def reworded(earlier: Question, later: Question) -> Iterator[str]:
    """What was only worded otherwise, and speaks for a look: the question's text, English words of an answer."""
    before, now = earlier.asked[0], later.asked[0]
    for language in LANGUAGES:
        if _plain(before.text[language]) != _plain(now.text[language]):
            yield f"the text was {before.text[language]!r} and is {now.text[language]!r}"
    old = {answer.code: answer for answer in before.answers}
    for answer in now.answers:
        if answer.code in old and _plain(old[answer.code].words["en"]) != _plain(answer.words["en"]):
            yield f"{answer.code} was {old[answer.code].words['en']!r} and is {answer.words['en']!r}"


def _same(before: Words, now: Words) -> bool:
    return _plain(before["sq"]) == _plain(now["sq"])


def _plain(text: str) -> str:
    """The text without what changes no meaning: case, spaces, a mark at its end."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(" .?!:;")


def _taken_over(before: Answer, now: Answer, others: list[Answer]) -> bool:
    """Whether it is called, in either language, what another answer was called and it itself was not."""
    return any(
        _plain(now.words[each]) != _plain(before.words[each])
        and _plain(now.words[each]) in {_plain(other.words[each]) for other in others}
        for each in LANGUAGES
    )


def _steps(asked: Asked) -> list[str]:
    return [answer.code for answer in asked.answers if not answer.net_of]
