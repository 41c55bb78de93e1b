"""Services by county in words and as a picture: the page's finding, and the matrix with every cell worded."""

from typing import Any

import pandas as pd

from components import store
from components.charts.palette import Palette
from components.charts.services.matrix import service_matrix
from components.charts.services.signs import NOT_TOLD
from components.exhibits.services_words import provider_names, short_sources
from data import FOCUS, cell_states, changes_between_cycles
from data.model.frames import rows_of
from data.model.services import SHELTER
from i18n import Text


def page_title(t: Text, cycle: str) -> str:
    """How many services the sources attest in the counties, the fewest and the most; counted once for all readers."""
    return store.remembered(("services title", *store.edition(), t.language, cycle), lambda: count_services(t, cycle))


def count_services(t: Text, cycle: str) -> str:
    """The title, counted from the release."""
    attested = [len(codes) for codes in services_in_state(cycle, "present").values()]
    followed = len(store.release().services.catalogue) - 1  # shelters are told for the whole country only
    low, high = min(attested), max(attested)
    if low == high:
        return t("services.title_same", cycle=cycle, n=low, all=followed)
    return t("services.title", cycle=cycle, low=low, high=high, all=followed)


def services_in_state(cycle: str, state: str) -> dict[str, list[str]]:
    """County -> the services in that state in a cycle, without shelters."""
    cells = cell_states(store.release().services.presence)
    chosen = cells[cells["cycle"].eq(cycle) & cells["state"].eq(state) & cells["service"].ne(SHELTER)]
    return {area: chosen.loc[chosen["area"].eq(area), "service"].tolist() for area in FOCUS}


def matrix_svg(
    t: Text, frame: pd.DataFrame, cycle: str, *, palette: Palette, narrow: bool = False, prefix: str = "matrix"
) -> str:
    """The matrix of a cycle as a picture; `narrow`: for a telephone."""
    return service_matrix(
        frame,
        title=t("services.matrix_title", cycle=cycle),
        description=t("services.matrix_described"),
        palette=palette,
        narrow=narrow,
        prefix=prefix,
    )


def matrix_frame(t: Text, cycle: str) -> pd.DataFrame:
    """One row a service and county, worded for the chart; made once for all readers."""
    return store.remembered(("matrix", *store.edition(), t.language, cycle), lambda: worded_cells(t, cycle))


def worded_cells(t: Text, cycle: str) -> pd.DataFrame:
    """The rows of `matrix_frame`, from the release."""
    services = store.release().services
    states = {(r["service"], r["area"], r["cycle"]): r["state"] for r in rows_of(cell_states(services.presence))}
    changes = {(r["service"], r["area"]): r["change"] for r in rows_of(changes_between_cycles(services.presence))}
    facts = services.presence[services.presence["cycle"].eq(cycle) & services.presence["source"].ne("")]
    rows = []
    for code in services.catalogue:
        own = facts[facts["service"].eq(code)]
        silent = code == SHELTER and own[own["area"].isin(FOCUS)].empty
        national = own["area"].eq("AL") & own["state"].eq("present")
        for area in FOCUS:
            state = NOT_TOLD if silent else states[code, area, cycle]
            row = {
                "service": code,
                "name": t(f"service.{code}.name"),
                "note": t("services.whole_only") if silent else t("services.national") if national.any() else "",
                "area": area,
                "area_name": t.area(area),
                "state": state,
                "word": t("services.not_told") if silent else t(f"service_state.{state}"),
                "mark": "" if silent else mark(t, changes[code, area]),
            }
            rows.append(row | {"spoken": spoken(t, row, changes[code, area], own[own["area"].eq(area)])})
    return pd.DataFrame(rows)


def mark(t: Text, change: str) -> str:
    """A sign and two or three words for what became of a service; nothing where neither cycle is known."""
    return "" if change == "not_known" else t(f"service_mark.{change}")


def spoken(t: Text, row: dict[str, Any], change: str, facts: pd.DataFrame) -> str:
    """The whole cell: service, county, state, what became of it, and each fact with provider, time and source."""
    if row["state"] == NOT_TOLD:
        return f"{row['name']}: {row['word']}"
    said = [f"{row['name']}, {row['area_name']}: {row['word']}", t(f"service_change.{change}")]
    for fact in rows_of(facts):
        parts = (provider_names(t, fact["provider"]), t.period(fact["period"]), short_sources(t, fact["source"]))
        said.append(", ".join(parts))
    return ". ".join(said)
