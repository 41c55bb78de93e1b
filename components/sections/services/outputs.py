"""What the programme itself has published of its work, figure by figure."""

import html
from collections.abc import Mapping
from typing import Any

from components import state, store
from components.exhibits.services_words import linked_sources
from components.widgets.tables import show_table, two_lines
from data.model.frames import rows_of
from data.model.observations import SHOWN
from i18n import Text

FIELDS = ("indicator", "value", "where", "source")


def show_outputs(t: Text) -> None:
    """Every published figure of the programme's own, with what to keep in mind, its place, period and source."""
    release = store.release()
    own = [code for code, indicator in release.catalogue.items() if indicator.theme == "programme"]
    told = release.observations["indicator"].isin(own) & release.observations["status"].isin(SHOWN)
    rows = [output_row(t, row) for row in rows_of(release.observations[told])]
    show_table(rows, {field: t(f"output_field.{field}") for field in FIELDS})


def output_row(t: Text, row: Mapping[str, Any]) -> dict[str, str]:
    """One published figure as cells of HTML; its name is the way to its card."""
    indicator = store.release().catalogue[row["indicator"]]
    address = f"rreziku?{state.link(indicator=indicator.code, lang=t.language)}"
    label = html.escape(t(f"indicator.{indicator.code}.label"))
    age = "" if row["age"] == "all" else f" · {html.escape(t.age(row['age']))}"
    said = [t(f"note.{code}") for code in row["note"].split()]
    if indicator.sensitive_count:
        said.insert(0, t("services.identified"))
    return {
        "indicator": f'<a href="{html.escape(address)}" target="_self">{label}</a>{age}{two_lines("", " ".join(said))}',
        "value": html.escape(t.figure(row["value"], indicator.unit, indicator.decimals)),
        "where": two_lines(t.area(row["area"]), t.period(row["period"])),
        "source": linked_sources(t, row["source"]),
    }
