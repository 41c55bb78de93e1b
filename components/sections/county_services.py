"""Need beside reach: for each county where it does worse than another, and which services are attested there."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components import store
from components.charts.palette import Palette
from components.charts.services.beside import Side, beside_board
from components.exhibits.services_matrix import services_in_state
from components.exhibits.services_words import citations
from components.widgets.board import show_board
from components.widgets.browser import palette
from components.widgets.notices import show_small
from data import COUNTRY, FOCUS, Filters, Finding, Indicator, finding, select
from data.model.observations import source_ids
from data.model.service_counts import SERVICE_CYCLES
from data.model.services import SHELTER
from i18n import Text

# One measure or two of each theme that is told by county and has a better end: (indicator, gender).
RISKS = (
    ("school_attendance_15_17", "f"),
    ("in_education_18_20", "f"),
    ("adolescent_fertility", "f"),
    ("women_paid_work", "f"),
    ("wealth_below_50", "all"),
    ("human_development", "all"),
    ("net_internal_migration_rate", "all"),
)
RISK_STATES = ("worse", "alike", "untested", "no_data")


@dataclass(frozen=True)
class Risk:
    """One measure of risk at its newest period: what the test says, and the sources of its figures."""

    indicator: Indicator
    gender: str
    finding: Finding
    sources: str

    def worse_than(self, area: str) -> tuple[str, ...]:
        """The counties that do better than this one by more than chance explains."""
        pairs = self.finding.pairs if self.indicator.higher_is == "better" else [p[::-1] for p in self.finding.pairs]
        return tuple(better for worse, better in pairs if worse == area)

    def state(self, area: str) -> str:
        """`worse`, `alike` (tested, not worse than any), `untested` or `no_data`."""
        if area in dict(self.finding.missing):
            return "no_data"
        if self.worse_than(area):
            return "worse"
        return "alike" if area in self.finding.tested else "untested"


def show_need_and_reach(t: Text) -> None:
    """The four counties below each other: risk at the left, services at the right; no sum and no rank of either.

    Nothing where the release knows of no services.
    """
    if not store.release().services.catalogue:
        return
    cycle, ground = SERVICE_CYCLES[-1], palette()
    st.header(t("beside.title"), anchor=False)
    st.caption(t("beside.caption", cycle=cycle))
    key = ("beside", *store.edition(), t.language, ground)
    board, sources = store.remembered(key, lambda: need_and_reach(t, cycle, ground))
    show_board(board, key="beside")
    show_small([t("beside.read"), t("service_gap.silence"), t("provenance.sources", sources=sources)])


def need_and_reach(t: Text, cycle: str, ground: Palette) -> tuple[str, str]:
    """The board of the four counties, and the sources of both its sides."""
    risks = [newest_risk(code, gender) for code, gender in RISKS]
    rows = [(t.area(area), risk_side(t, risks, area), service_side(t, area, cycle)) for area in FOCUS]
    shown = {risk.state(area) for risk in risks for area in FOCUS}
    keys = {state: t(f"beside_risk.{state}") for state in RISK_STATES if state in shown}
    keys |= {state: t(f"service_state.{state}") for state in ("present", "not_present", "not_known")}
    heads = (t("beside.risk"), t("beside.services", cycle=cycle))
    presence = store.release().services.presence
    attested = presence[presence["cycle"].eq(cycle) & presence["area"].isin(FOCUS)]
    cited = " ".join(source_ids([*(risk.sources for risk in risks), *attested["source"]]))
    return beside_board(rows, heads=heads, keys=keys, palette=ground), citations(t, cited)


def newest_risk(code: str, gender: str) -> Risk:
    """The measure at the period that most counties have."""
    release = store.release()
    indicator, rows = release.catalogue[code], release.rows_of(code)
    filters = release.offers[code].settle(Filters(gender=gender))
    chosen = select(rows, indicator=code, filters=filters, areas=(*FOCUS, COUNTRY))
    sources = " ".join(chosen.loc[chosen["status"].ne("no_data"), "source"])
    found = finding(chosen, release.differences_by_indicator[code], higher_is=indicator.higher_is)
    return Risk(indicator, gender, found, sources)


def risk_side(t: Text, risks: Sequence[Risk], area: str) -> Side:
    """A sign for each measure, and in words those where the county does worse, with the counties that do better."""
    states = [risk.state(area) for risk in risks]
    names = [measure_name(t, risk) for risk in risks]
    worse = [
        t("beside.worse", measure=name, areas=t.areas(risk.worse_than(area)))
        for name, risk in zip(names, risks, strict=True)
        if risk.worse_than(area)
    ]
    signs = [(state, f"{name}: {t(f'beside_risk.{state}')}") for state, name in zip(states, names, strict=True)]
    tested = sum(state in ("worse", "alike") for state in states)
    said = f"{'; '.join(worse)}." if worse else t("beside.none_worse")
    return Side(signs, t("beside.worse_count", n=len(worse), all=tested), said)


def measure_name(t: Text, risk: Risk) -> str:
    """The measure's label, and whose figure it is where it is not everybody's."""
    label = t(f"indicator.{risk.indicator.code}.label")
    if risk.gender == "all":
        return label
    return t("beside.measure_of", label=label, gender=t(f"gender.{risk.gender}").lower())


def service_side(t: Text, area: str, cycle: str) -> Side:
    """A sign for each service, and in words those that a source attests."""
    states = {
        code: state
        for state in ("present", "not_present", "not_known")
        for code in services_in_state(cycle, state)[area]
    }
    codes = [code for code in store.release().services.catalogue if code != SHELTER]
    names = {code: t(f"service.{code}.name") for code in codes}
    signs = [(states[code], f"{names[code]}: {t(f'service_state.{states[code]}')}") for code in codes]
    present = [names[code] for code in codes if states[code] == "present"]
    said = "; ".join(present) + "." if present else t("beside.none_present")
    return Side(signs, t("beside.present_count", n=len(present), all=len(codes)), said)
