"""Which values of a question are answers and which say that there is none."""

import re
from dataclasses import dataclass

from data.reading.plain import code_from, plain
from data.survey.drafting.codes import Named, is_number

_DONT_KNOW = re.compile(
    r"\b(nuk e di\w*|s e di|s di|nuk di|nuk jam i sigurt|don t know|dont know|do not know|not sure|dk)\b"
)
# Of a whole label, or of a part of it: "I would refuse the offer" is an answer.
_REFUSAL = re.compile(
    r"refu[zs]\w*( (te|to) (pergjigj\w*|answer))?|(nuk|s) (deshiron|do) te pergjigj\w*|(nuk|s) (ka )?pergjigj\w*"
    r"|pa pergjigje|no (answer|response)|prefer not to (say|answer)|preferoj te mos (them|pergjigj\w*)|not stated"
    r"|mungon|missing|not applicable|nuk aplikohet|nuk zbatohet|not asked|nuk u pyet|n ?[ar]"
)
_PARTS = re.compile(r"[/,;()]| ose | or ")
_COMMON = {f"{sign}{start}{last}" for sign in ("", "-") for start in ("9", "99") for last in "789"}
_RESERVED = {"mean", "all"}  # these stand for something else beside the answers of a question


@dataclass(frozen=True)
class Answer:
    """An answer as drafted: `where` is its raw value, or the column of a 0/1 answer; `note` what to look at.

    `english` are its words in English where the file has them beside others.
    """

    code: str
    where: str
    words: str
    note: str = ""
    english: str = ""


def split_answers(named: Named, declared: tuple[str, ...]) -> tuple[list[Answer], dict[str, str]]:
    """The answers in order, and the missing values with what speaks for each; `declared` are the file's missing values.

    What the file declares missing is missing. Of the others only refusals and blanks are: a "don't know" that the
    file counts stays an answer, with a note.
    """
    answers: list[Answer] = []
    missing: dict[str, str] = {}
    for value, label in named.labels.items():
        words = label or ("" if is_number(value) or value.startswith(".") else value)
        unsure = bool(_DONT_KNOW.search(plain(words)))
        refused = any(_REFUSAL.fullmatch(plain(part)) for part in (words, *_PARTS.split(words)))
        if value in declared:
            missing[value] = f"{words}, as the file declares" if words else "declared missing in the file"
        elif unsure:
            answers.append(_answer(value, words, _note_on_dont_know(refused), answers))
        elif refused:
            missing[value] = words
        elif not words and (value in _COMMON or value.startswith(".")):
            missing[value] = "no label, but a common code for no answer: check"
        else:
            answers.append(_answer(value, words, "" if words else "the file has no label", answers))
    return answers, missing


def answer_code(words: str, fallback: str, others: list[Answer]) -> str:
    """A code for an answer that none of the others has."""
    return code_from(words, {answer.code for answer in others} | _RESERVED, fallback)


def _answer(value: str, words: str, note: str, others: list[Answer]) -> Answer:
    fallback = f"a{plain(value).replace(' ', '_')}"
    return Answer(answer_code(words, fallback, others), value, words, note)


def _note_on_dont_know(refused: bool) -> str:
    notes = ["kept as an answer; move it to missing if it should leave the base"]
    return "; ".join([*notes, "refusals share this code"] if refused else notes)
