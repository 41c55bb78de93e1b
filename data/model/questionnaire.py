"""The survey's waves and questions: what was asked, of whom and how, in both languages."""

from dataclasses import dataclass, field

Words = dict[str, str]  # language -> text

WAVES = ("w1", "w2")
BLOCKS = (
    "meaning",
    "forms",
    "seriousness",
    "reporting",
    "channels",
    "migration",
    "online",
    "attitudes",
    "practices",
)
QUESTION_KINDS = ("single", "multi", "scale")
MODES = ("face_to_face", "telephone", "web", "mixed")
MEAN = "mean"  # the answer code under which the mean score of a scale stands


@dataclass(frozen=True)
class Wave:
    """One round of the survey. `kind` says what its figures are: `computed` from microdata, or `demonstration`."""

    code: str
    period: str
    kind: str
    mode: str
    ages: tuple[int, int]
    age_groups: tuple[str, ...]
    universe: Words
    sampling: Words
    weights: Words
    source: str
    revisited: bool
    persons: int
    psus: int
    strata: int


@dataclass(frozen=True)
class Answer:
    """One answer; a net (`net_of` not empty) counts whoever gave any of the answers it names."""

    code: str
    words: Words
    net_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """How one wave asked a question. `kind` as the wave's, or `published` for figures that a source prints.

    `asked_if`: question -> answers; asked was whoever gave one of them to each question named. Empty: everybody.
    """

    wave: str
    kind: str
    text: Words
    universe: Words
    answers: tuple[Answer, ...]
    asked_if: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question over the waves; `asked` oldest wave first, `comparability` between its waves.

    `headline` is the answer (or net, or MEAN) that a map shows at first; `higher_is` judges that one. The answers of
    a scale stand from its lowest to its highest point. `sensitive` shares are given in whole per cent.
    """

    code: str
    block: str
    kind: str
    label: Words
    headline: str
    higher_is: str
    sensitive: bool
    comparability: str
    comparability_reason: Words
    asked: tuple[Asked, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer any wave offered, in the latest wave's words, without nets."""
        return tuple(each for each in self._latest() if not each.net_of)

    @property
    def nets(self) -> tuple[Answer, ...]:
        """Every net any wave has, in the latest wave's words."""
        return tuple(each for each in self._latest() if each.net_of)

    @property
    def answer_codes(self) -> tuple[str, ...]:
        """Everything the question can be asked for: answers, nets, and the mean of a scale."""
        codes = tuple(each.code for each in (*self.answers, *self.nets))
        return (*codes, MEAN) if self.kind == "scale" else codes

    def asked_in(self, wave: str) -> Asked | None:
        """How the wave asked it; None where it did not."""
        return next((each for each in self.asked if each.wave == wave), None)

    def _latest(self) -> tuple[Answer, ...]:
        latest: dict[str, Answer] = {}
        for asked in reversed(self.asked):
            for answer in asked.answers:
                latest.setdefault(answer.code, answer)
        return tuple(latest.values())
