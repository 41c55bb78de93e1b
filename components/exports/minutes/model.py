"""The minutes of one meeting: everything the document says, in one language, ready to be set. All of it plain text."""

import datetime
from dataclasses import dataclass
from typing import Final

# What the document says besides its content: the names under which `MinutesDocument.words` has it.
WORDS: Final = (
    "product",
    "kind",
    "decision",
    "figures",
    "page",
    "of",
    "demonstration",
    "demonstration_long",
    "chair",
    "keeper",
)


@dataclass(frozen=True)
class Decision:
    """What was decided, and facts about it as (label, text): owner, due date, state, who wrote it and when."""

    text: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CardSection:
    """One card and what was decided beside it. `rows` are the worded figures under `headings`, () where there are none;
    `notes` stand below them: filters, release, address."""

    title: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    demonstration: bool
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class MinutesDocument:
    """`locale` is the language with its country (`sq-AL`); `lead` says how the document is to be read; `words` has the
    names in WORDS."""

    language: str
    locale: str
    title: str
    date: str
    lead: tuple[str, ...]
    sections: tuple[CardSection, ...]
    made: datetime.date
    words: dict[str, str]

    @property
    def is_demonstration(self) -> bool:
        """Whether any card shows made-up figures."""
        return any(section.demonstration for section in self.sections)
