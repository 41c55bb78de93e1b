"""What of a question may be set beside an earlier wave: the steward's verdict, and what the answers forbid."""

from data.model.questionnaire import MEAN, Asked, Question

BARRED = "not_comparable"


def comparability_of(question: Question, answer: str) -> str:
    """The question's word; `not_comparable` for a net of other answers than before and a mean over another scale."""
    words = {_meaning(asked, answer) for asked in question.asked}
    return question.comparability if len(words) == 1 else BARRED


def pattern_comparability(question: Question) -> str:
    """The question's word for its whole pattern; `not_comparable` where the waves offered other answers."""
    return question.comparability if len({_plain(asked) for asked in question.asked}) == 1 else BARRED


def _meaning(asked: Asked, answer: str) -> tuple[str, ...]:
    if answer == MEAN:
        return _plain(asked)
    members = next((each.net_of for each in asked.answers if each.code == answer), ())
    return tuple(sorted(members))


def _plain(asked: Asked) -> tuple[str, ...]:
    return tuple(each.code for each in asked.answers if not each.net_of)
