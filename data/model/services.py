"""Services: what kinds there are, who gives them, and the table that says where they are attested."""

from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from data.model.dimensions import COUNTRY, FOCUS

LEVELS = ("county", "municipal", "country")
PROVIDER_KINDS = ("state", "civil_society", "international", "not_stated")
STATES = ("present", "not_present", "not_known")
PRESENCE_AREAS = (*FOCUS, COUNTRY)
PROGRAMME_CYCLES = ("1", "2")
SHELTER = "specialised_shelter"  # never a place, and no provider beside a county: both would say where it stands

# What became of a service of a county between the two cycles. `closed` only where a source denies it for the second.
CHANGES = (
    "attested_in_both",
    "appeared",
    "ceased_to_be_attested",
    "closed",
    "not_known_in_one",
    "absent_in_both",
    "not_known",
)

# Column -> dtype of the release's table. Several providers, sources or notes stand in one cell, a space between.
PRESENCE: Final[dict[str, str]] = dict.fromkeys(
    ("service", "area", "cycle", "state", "provider", "place", "period", "source", "note"), "str"
)

# The municipalities of the four counties (LAU codes) and their county.
MUNICIPALITIES = {
    "AL221": "AL-11",
    "AL222": "AL-11",
    "AL223": "AL-11",
    "AL224": "AL-11",
    "AL225": "AL-11",
    "AL151": "AL-10",
    "AL152": "AL-10",
    "AL153": "AL-10",
    "AL154": "AL-10",
    "AL155": "AL-10",
    "AL111": "AL-09",
    "AL112": "AL-09",
    "AL113": "AL-09",
    "AL114": "AL-09",
    "AL131": "AL-07",
    "AL132": "AL-07",
    "AL133": "AL-07",
}


@dataclass(frozen=True)
class Service:
    """A kind of service: the outcomes of the programme it speaks to, the groups it is for, and its finest level."""

    code: str
    outcomes: tuple[int, ...]
    groups: tuple[str, ...]
    level: str


@dataclass(frozen=True)
class Provider:
    """Who gives a service; `source` is where the name was read."""

    code: str
    name: str
    kind: str
    source: str


@dataclass(frozen=True)
class ReferralEntry:
    """A published step, or an institution a source names in it; `period` is the time the source speaks of."""

    code: str
    period: str
    source: str


@dataclass(frozen=True)
class ServiceSources:
    """Everything the curated files of services say; `facts` has one row a fact, text as written."""

    services: dict[str, Service]
    providers: dict[str, Provider]
    facts: pd.DataFrame
    steps: tuple[ReferralEntry, ...] = field(default=())
    institutions: tuple[ReferralEntry, ...] = field(default=())

    @property
    def source_ids(self) -> set[str]:
        """The ids of every source cited."""
        referral = (each.source for each in (*self.steps, *self.institutions))
        givers = (each.source for each in self.providers.values())
        return {*" ".join(self.facts["source"]).split(), *givers, *referral}
