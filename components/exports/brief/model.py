"""A county's brief: everything its two pages say, in one language, ready to be set. No markup but the SVGs."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any, Final

from components.exports.brief.parts import Block, Cited, Picture, Row, Services
from components.exports.provenance.model import Provenance

# What the pages say besides the county's own content: the names under which `Brief.words` has it.
WORDS: Final = (
    "product",
    "kind",
    "headlines",
    "profile",
    "profile_read",
    "services",
    "survey",
    "limits",
    "sources",
    "measure",
    "scale",
    "verdict",
    "service",
    "page",
    "demonstration",
    "demonstration_long",
    "holds_demonstration",
    "made_up",
    "release",
    "made",
    "fresh",
    "stale",
    "licence",
    "boundaries",
    "contents",
    "attached",
)


@dataclass(frozen=True)
class Brief:
    """One county's brief. `made` and `fresh_until` are dates; `summary` says in few sentences what
    the rows say; `address` is where a newer brief may be found."""

    language: str
    county: str
    name: str
    title: str
    lead: str
    heads: tuple[str, ...]
    map: Picture
    headlines: tuple[Row, ...]
    summary: tuple[str, ...]
    profile: tuple[Block, ...]
    services: Services
    survey: Block
    limits: tuple[str, ...]
    sources: tuple[Cited, ...]
    release: str
    made: datetime.date
    fresh_until: datetime.date
    address: str
    words: Mapping[str, str]
    provenance: Provenance

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row with figures, in the order of the pages."""
        return (*self.headlines, *(row for block in self.profile for row in block.rows), *self.survey.rows)

    @property
    def demonstration(self) -> bool:
        """Whether any figure is made up."""
        return any(row.demonstration for row in self.rows)

    def as_data(self) -> dict[str, Any]:
        """The brief as plain lists and texts, dates in ISO form, every row with its `demonstration`; no provenance."""
        data = asdict(self) | {"made": self.made.isoformat(), "fresh_until": self.fresh_until.isoformat()}
        del data["provenance"]
        blocks = [block["rows"] for block in (*data["profile"], data["survey"])]
        for plain, row in zip([*data["headlines"], *chain.from_iterable(blocks)], self.rows, strict=True):
            plain["demonstration"] = row.demonstration
        return data
