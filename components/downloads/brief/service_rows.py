"""Services in one county: what sources attest in each cycle, and of what nothing is known."""

import pandas as pd

from components import store
from components.charts.services.signs import PRESENT
from components.downloads.brief.contents import Numbering
from components.exhibits.services_matrix import matrix_frame, services_in_state
from components.exhibits.services_words import provider_names
from components.exports.brief.parts import ServiceCell, ServiceRow, Services
from data.model.frames import rows_of
from data.model.observations import source_ids
from data.model.service_counts import SERVICE_CYCLES
from data.model.services import SHELTER
from i18n import Text


def county_services(t: Text, county: str, numbering: Numbering) -> Services:
    """Every kind of service in both cycles; no rows where the release knows of no services."""
    if not store.release().services.catalogue:
        return Services((), (), (t("brief.limit.no_services"),))
    heads = tuple(t(f"cycle.{cycle}.name") for cycle in SERVICE_CYCLES)
    notes = (t("brief.not_known"), t("service_gap.shelters"))
    return Services(heads, service_rows(t, county, numbering), notes)


def attested(t: Text, county: str) -> tuple[str, ...]:
    """How many services a source attests in each cycle; nothing where the release knows of none."""
    if not store.release().services.catalogue:
        return ()
    return (t("brief.attested", area=t.area(county, "in"), **attested_counts(county)),)


def attested_counts(county: str) -> dict[str, int]:
    """How many services a source attests in the `first` and the `second` cycle, of `all` that are told by county."""
    first, second = (len(services_in_state(cycle, "present")[county]) for cycle in SERVICE_CYCLES)
    return {"first": first, "second": second, "all": len(set(store.release().services.catalogue) - {SHELTER})}


def service_rows(t: Text, county: str, numbering: Numbering) -> tuple[ServiceRow, ...]:
    """One row a service, one cell a cycle."""
    frames = {cycle: own_cells(t, county, cycle) for cycle in SERVICE_CYCLES}
    cells = {cycle: cycle_cells(t, county, cycle, frames[cycle], numbering) for cycle in SERVICE_CYCLES}
    latest = frames[SERVICE_CYCLES[-1]]
    return tuple(
        ServiceRow(row["name"], row["note"], tuple(cells[cycle][row["service"]] for cycle in SERVICE_CYCLES))
        for row in rows_of(latest)
    )


def own_cells(t: Text, county: str, cycle: str) -> pd.DataFrame:
    """The county's column of the matrix of services."""
    frame = matrix_frame(t, cycle)
    return frame[frame["area"].eq(county)]


def cycle_cells(t: Text, county: str, cycle: str, frame: pd.DataFrame, numbering: Numbering) -> dict[str, ServiceCell]:
    """Service -> its cell after the matrix's `frame`, with the providers and sources of the facts that say so."""
    presence = store.release().services.presence
    facts = presence[presence["area"].eq(county) & presence["cycle"].eq(cycle) & presence["source"].ne("")]
    told = {}
    for row in rows_of(frame):
        own = facts[facts["service"].eq(row["service"]) & facts["state"].eq(row["state"])]
        named = row["state"] == PRESENT and row["service"] != SHELTER  # a provider would say where a shelter stands
        providers = " ".join(source_ids(own["provider"])) if named else ""
        who = provider_names(t, providers) if providers else ""
        told[row["service"]] = ServiceCell(row["state"], row["word"], who, numbering.of(*own["source"]))
    return told
