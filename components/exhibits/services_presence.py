"""The table of presence in words: one row a service, county, cycle and source, as files hold it."""

import pandas as pd

from components import store
from components.exhibits.services_words import citations, notes, provider_names
from data import FOCUS
from data.model.services import SHELTER
from i18n import Text

PRESENCE_COLUMNS = (
    "service", "service_name", "area", "area_name", "cycle", "cycle_name", "state", "state_name", "provider",
    "provider_name", "place", "place_name", "period", "period_text", "note", "note_name", "source", "citation",
    "release", "demonstration",
)  # fmt: skip


def presence_rows(t: Text, cycle: str = "") -> pd.DataFrame:
    """The rows of the release's table of presence, all or of one cycle, in the columns of PRESENCE_COLUMNS.

    Nothing in it is made up: `demonstration` is 0 throughout. A county's word for shelters is that it is not told.
    """
    release = store.release()
    rows = release.services.presence
    rows = rows[rows["cycle"].eq(cycle)] if cycle else rows
    states = zip(rows["service"], rows["area"], rows["state"], strict=True)
    worded = rows.assign(
        service_name=[t(f"service.{code}.name") for code in rows["service"]],
        area_name=[t.area(code) for code in rows["area"]],
        cycle_name=[t(f"cycle.{code}.name") for code in rows["cycle"]],
        state_name=[state_word(t, *row) for row in states],
        provider_name=[provider_names(t, codes) if codes else "" for codes in rows["provider"]],
        place_name=[t(f"municipality.{code}") if code else "" for code in rows["place"]],
        period_text=[t.period(period) if period else "" for period in rows["period"]],
        note_name=[notes(t, codes) for codes in rows["note"]],
        citation=[citations(t, codes) for codes in rows["source"]],
        release=release.info.id,
        demonstration=0,
    )
    return worded.loc[:, list(PRESENCE_COLUMNS)].reset_index(drop=True)


def state_word(t: Text, service: str, area: str, state: str) -> str:
    """The state as the matrix words it."""
    silent = service == SHELTER and area in FOCUS and state == "not_known"
    return t("services.not_told") if silent else t(f"service_state.{state}")


def presence_headings(t: Text) -> dict[str, str]:
    """What the columns are called."""
    return {column: t(f"service_column.{column}") for column in PRESENCE_COLUMNS}


def presence_meanings(t: Text) -> dict[str, str]:
    """What the columns hold."""
    return {column: t(f"service_column_meaning.{column}") for column in PRESENCE_COLUMNS}
