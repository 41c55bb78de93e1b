"""What is not known of a county's services, or not there, in words."""

from typing import Any

from components import store
from data import FOCUS, gaps
from data.model.dimensions import FOUR_COUNTIES
from data.model.frames import rows_of
from i18n import Text


def gap_sentences(t: Text, cycle: str) -> list[str]:
    """A sentence a county and state, or that there is no gap."""
    return [gap_sentence(t, row, cycle) for row in gaps_in(cycle)] or [t("services.no_gaps")]


def gaps_in(cycle: str) -> list[dict[str, Any]]:
    """The gaps of a cycle, a row a county and state; looked for once for all readers."""
    return store.remembered(
        ("gaps", *store.edition(), cycle), lambda: rows_of(gaps(store.release().services.presence, cycle))
    )


def gap_sentence(t: Text, row: dict[str, Any], cycle: str) -> str:
    """One county's gap: `në qarkun e Kukësit nuk njihet asnjë qendër komunitare`."""
    return shared_sentence(t, row["state"], (row["area"],), row["services"], cycle)


def shared_gaps(t: Text, cycle: str) -> list[str]:
    """The same gaps with the services that are missing in the same counties told together: shorter."""
    counties: dict[tuple[str, str], list[str]] = {}
    for row in gaps_in(cycle):
        for service in row["services"]:
            counties.setdefault((row["state"], service), []).append(row["area"])
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (state, service), areas in counties.items():
        together.setdefault((state, tuple(areas)), []).append(service)
    widest = sorted(together, key=lambda group: -len(group[1]))
    return [shared_sentence(t, state, areas, together[state, areas], cycle) for state, areas in widest] or [
        t("services.no_gaps")
    ]


def shared_sentence(t: Text, state: str, areas: tuple[str, ...], services: list[str], cycle: str) -> str:
    """One state of some services in some counties."""
    where = t.area(FOUR_COUNTIES, "in") if set(areas) == set(FOCUS) else t.areas(areas, "in")
    named = t.join([t(f"service.{code}.none") for code in services])
    return t(f"service_gap.{state}", area=where, services=named, cycle=cycle)
