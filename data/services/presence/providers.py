"""Who gives which service where, as the facts name them."""

from typing import Any

import pandas as pd

from data.model.dimensions import area_order
from data.model.services import Provider, Service

COLUMNS = [
    "provider", "name", "kind", "service", "outcomes", "groups", "areas", "place", "state", "period", "source", "note",
]  # fmt: skip
SAME = ["provider", "service", "state", "place", "start", "end", "source", "note"]


def directory(facts: pd.DataFrame, services: dict[str, Service], providers: dict[str, Provider]) -> pd.DataFrame:
    """One row a provider and thing it is said to give: the columns of `COLUMNS`, ordered as the lists of codes.

    `areas` holds every county (or the country) of which a source says the same; `outcomes` and `groups` are the
    service's; `period` is the span that is attested, never open; `note` says what is not settled. `state` is `present`,
    or `not_known` where that is all that a source leaves of it. Denials are not listed.
    """
    each = facts.assign(provider=facts["provider"].str.split(" ")).explode("provider")
    each = each[each["provider"].ne("") & each["state"].ne("not_present")]
    pair = each["provider"] + " " + each["service"]
    each = each[each["state"].eq("present") | ~pair.isin(pair[each["state"].eq("present")])]
    rows: list[dict[str, Any]] = []
    for group, same in each.groupby(SAME, sort=False):
        told = dict(zip(SAME, map(str, group), strict=True))
        service, provider = services[told["service"]], providers[told["provider"]]
        rows.append(
            {
                **told,
                "name": provider.name,
                "kind": provider.kind,
                "outcomes": service.outcomes,
                "groups": service.groups,
                "areas": tuple(sorted(same["area"], key=area_order)),
                "period": told["start"] if told["start"] == told["end"] else f"{told['start']}/{told['end']}",
            }
        )
    givers, kinds = list(providers), list(services)
    rows.sort(key=lambda row: (givers.index(row["provider"]), kinds.index(row["service"]), row["start"]))
    return pd.DataFrame(rows, columns=COLUMNS)
