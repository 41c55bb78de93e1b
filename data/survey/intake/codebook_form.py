"""The codebook: what a wave asked, and where and how its file holds the answers."""

from dataclasses import dataclass

from data.model.questionnaire import Question, Wave

ROLES = ("id", "weight", "stratum", "psu", "county", "gender", "age")
OPTIONAL_ROLES = ("ethnicity", "wave", "population_psus", "synthetic")


@dataclass(frozen=True)
class Item:
    """A question and its place in the file.

    `column` and `values` (raw value -> answer code) belong to single choices and scales, `columns` (answer code ->
    column of 0 and 1) to multiple choices; the other is empty. `missing` are raw values that are no answer. Asked was
    whoever gave, to every question in `asked_if`, one of the answers named there. `compared` says that the codebook
    itself states the comparability. `nothing_chosen` says what a multiple choice with 0 everywhere is: an `answer`,
    `no_answer`, or "" where the codebook does not say.
    """

    question: Question
    column: str
    columns: dict[str, str]
    values: dict[str, str]
    missing: tuple[str, ...]
    asked_if: dict[str, tuple[str, ...]]
    compared: bool
    nothing_chosen: str = ""


@dataclass(frozen=True)
class Codebook:
    """One wave's codebook; `wave` counts nobody before a file is read.

    `roles` names the column of each role, `codes` says per coded role what each raw value stands for. `nest` says that
    PSUs are numbered anew in each stratum: only stratum and number together name a PSU.
    """

    file: str
    wave: Wave
    single_psu: str
    synthetic: bool
    roles: dict[str, str]
    codes: dict[str, dict[str, str]]
    items: tuple[Item, ...]
    nest: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the codebook names, once."""
        answers = (column for item in self.items for column in (item.column, *item.columns.values()) if column)
        return tuple(dict.fromkeys((*self.roles.values(), *answers)))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order of the codebook."""
        return tuple(item.question for item in self.items)
