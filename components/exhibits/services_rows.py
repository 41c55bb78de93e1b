"""People reached by services as observations: what files and the data page read."""

import pandas as pd

from components import store
from data import CYCLES, Services
from data.model.frames import typed
from data.model.observations import DTYPES
from data.model.periods import parse_period
from data.model.service_counts import PEOPLE

CARRIED = ("area", "gender", "age", "cycle", "status", "reason", "kind", "source", "note")


def people_reached_rows(services: Services | None = None) -> pd.DataFrame:
    """Every published count of people reached, in the columns of an observation, in the order of the counts.

    `answer` is the group of services, `value` persons rounded to 5, `period` the part of the cycle that the records
    cover; counts are no sample, so there is no interval and no base. Without records there are no rows. `services` is
    the reader's release unless another is given.
    """
    services = store.release().services if services is None else services
    counts = services.counts
    periods = counts["cycle"].map(lambda cycle: period_in_cycle(services.period, cycle))
    told = counts.loc[:, list(CARRIED)].assign(
        indicator=PEOPLE,
        answer=counts["service"],
        population="all",
        period=periods,
        value=counts["value"],
        value_low=None,
        value_upp=None,
        value_se=None,
        n=None,
        deff=None,
        df=None,
        method="none",
    )
    return typed(told, DTYPES)


def period_in_cycle(recorded: str, cycle: str) -> str:
    """The months of the cycle that the records cover: `2022-10/2025-03`, or one alone."""
    records, span = parse_period(recorded), CYCLES[cycle]
    start = records.start if span.start is None else max(records.start, span.start)
    end = records.end if span.end is None else min(records.end, span.end)
    return "/".join(dict.fromkeys((f"{start:%Y-%m}", f"{end:%Y-%m}")))
