"""Services as a reader gets them: where they are attested, how many people they reach, and who gives them."""

from dataclasses import dataclass, replace

import pandas as pd

from data.model.frames import typed
from data.model.service_counts import ServiceTables, empty_tables
from data.model.services import PRESENCE, Provider, ReferralEntry, Service


@dataclass(frozen=True)
class Services:
    """Everything the release says of services; empty where its sources say nothing.

    `presence` has the columns of PRESENCE, `counts` those of COUNTS, `coverage` those of COVERAGE; `period` is the time
    that the records behind the counts cover; `referral` what is published of it.
    """

    catalogue: dict[str, Service]
    providers: dict[str, Provider]
    presence: pd.DataFrame
    counts: pd.DataFrame
    coverage: pd.DataFrame
    period: str
    referral: tuple[ReferralEntry, ...]

    @property
    def source_ids(self) -> set[str]:
        """Every source that anything here was read from."""
        tables = (self.presence, self.counts, self.coverage)
        cells = [*(cell for table in tables for cell in table["source"]), *self.coverage["young_source"]]
        cited = {id for cell in cells for id in cell.split()}
        givers = {each.source for each in self.providers.values()}
        return cited | givers | {each.source for each in self.referral}

    def without_demonstration(self) -> "Services":
        """The same without people reached, where those are made up."""
        kept = ServiceTables(self.counts, self.coverage, self.period).without_demonstration()
        return replace(self, counts=kept.counts, coverage=kept.coverage, period=kept.period)


def empty_services() -> Services:
    """The services of a release that has none."""
    none = empty_tables()
    presence = typed(pd.DataFrame(columns=list(PRESENCE)), PRESENCE)
    return Services({}, {}, presence, none.counts, none.coverage, none.period, ())
