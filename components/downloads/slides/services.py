"""A county's services as a table of a deck: what a source attests in each cycle, and of what nothing is known."""

import pandas as pd

from components import store
from components.downloads.brief.service_rows import attested_counts, own_cells
from components.downloads.slides.sources import full_citations, short_source
from components.exhibits.services_words import provider_names, sources_named
from components.exports.slides.model import TableSlide
from data.model.frames import rows_of
from data.model.service_counts import SERVICE_CYCLES
from data.model.services import SHELTER
from i18n import Text


def services_table(t: Text, county: str, site: str) -> TableSlide | None:
    """Every kind of service in both cycles; None where the release knows of no services."""
    release = store.release()
    if not release.services.catalogue:
        return None
    cycles = [own_cells(t, county, cycle) for cycle in SERVICE_CYCLES]
    facts = told_facts(county)
    sources = sources_named(facts["source"])
    title = t("slides.services_title", area=t.area(county, "in"), **attested_counts(county))
    address = f"{site}/sherbimet?lang={t.language}&release={release.info.id}"
    limits = (t("service_gap.silence"), t("service_gap.shelters"))
    rows = tuple(
        (row["name"], *(cycle.loc[cycle["service"].eq(row["service"]), "word"].item() for cycle in cycles))
        for row in rows_of(cycles[-1])
    )
    headings = (t("slides.service"), *(t(f"cycle.{cycle}.name") for cycle in SERVICE_CYCLES))
    return TableSlide(
        title=title,
        caption=t("slides.services_caption"),
        headings=headings,
        rows=rows,
        short_source=short_source(t, sources, release.info.id),
        notes=(
            title,
            *limits,
            t("slides.figures"),
            *(fact_said(t, fact) for fact in rows_of(facts)),
            t("slides.sources"),
            *full_citations(t, sources),
            t("slides.release", release=release.info.id),
            t("slides.address", address=address),
        ),
        citations=full_citations(t, sources),
        described=". ".join(f"{', '.join(headings)}: {'; '.join(row)}" for row in rows),
    )


def told_facts(county: str) -> pd.DataFrame:
    """The facts about the county that a source tells."""
    presence = store.release().services.presence
    return presence[presence["area"].eq(county) & presence["source"].ne("")]


def fact_said(t: Text, fact: dict[str, str]) -> str:
    """Service, cycle, state, provider and period; of a shelter no provider: it would say where it stands."""
    parts = [
        t(f"service.{fact['service']}.name"),
        t(f"cycle.{fact['cycle']}.name"),
        t(f"service_state.{fact['state']}"),
    ]
    if fact["provider"] and fact["service"] != SHELTER:
        parts.append(provider_names(t, fact["provider"]))
    return ", ".join((*parts, t.period(fact["period"])))
