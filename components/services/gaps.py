"""What is not known of a county's services, or not there, in words."""

from typing import Any

from components import store
from components.notices import show_lines, show_small
from data import gaps
from data.model.frames import rows_of
from i18n import Text


def show_gaps(t: Text, cycle: str) -> None:
    """What is not known or not there, a sentence a county and state, and that silence is not absence."""
    found = rows_of(gaps(store.release().services.presence, cycle))
    show_lines([gap_sentence(t, row, cycle) for row in found] or [t("services.no_gaps")])
    show_small([t("service_gap.silence"), t("service_gap.shelters")])


def gap_sentence(t: Text, row: dict[str, Any], cycle: str) -> str:
    """One county's gap: `në qarkun e Kukësit nuk njihet asnjë qendër komunitare`."""
    named = t.join([t(f"service.{code}.none") for code in row["services"]])
    return t(f"service_gap.{row['state']}", area=t.area(row["area"], "in"), services=named, cycle=cycle)
