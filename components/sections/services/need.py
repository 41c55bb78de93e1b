"""Whether the services reach those in need: said only where the need itself is known with its uncertainty."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components import store
from components.exhibits.services_words import citations, is_demonstration
from components.wording import markup
from data import FOCUS
from data.model.frames import rows_of
from data.model.service_counts import ALL
from i18n import Text


def need_said(t: Text, cycle: str) -> tuple[str, ...]:
    """A verdict for the counties, with why it is unknown, as pieces of HTML under their heading."""
    services = store.release().services
    counties = store.remembered(("need", *store.edition(), cycle), lambda: counties_in(services.coverage, cycle))
    is_known = any(row["verdict"] != "unknown" for row in counties)
    return (
        markup.heading(t("services.heading.need")),
        markup.demonstration(t) if is_known and is_demonstration(services) else "",
        markup.said(need_sentences(t, counties) if counties else [t("services.no_records")]),
        markup.small([t("services.need_rule")]),
    )


def counties_in(coverage: pd.DataFrame, cycle: str) -> list[dict[str, Any]]:
    """The four counties' rows of a cycle, all services together."""
    rows = coverage[coverage["service"].eq(ALL) & coverage["cycle"].eq(cycle)]
    return rows_of(rows[rows["area"].isin(FOCUS)])


def need_sentences(t: Text, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """A sentence a county that has a verdict; the others together, by the reason why they have none."""
    said = [known_sentence(t, row) for row in rows if row["verdict"] != "unknown"]
    for reason in dict.fromkeys(row["verdict_reason"] for row in rows if row["verdict"] == "unknown"):
        areas = [row["area"] for row in rows if row["verdict_reason"] == reason and row["verdict"] == "unknown"]
        said.append(t(f"coverage_unknown.{reason}", areas=t.areas(areas, "acc")))
    return said


def known_sentence(t: Text, row: Mapping[str, Any]) -> str:
    """The share of those in need who were reached, its bounds, and whether a gap is clear."""
    return t(
        f"coverage_verdict.{row['verdict']}",
        area=t.area(row["area"], "in"),
        coverage=t.figure(row["coverage"], "percent", 0),
        low=t.number(row["coverage_low"]),
        upp=t.figure(row["coverage_upp"], "percent", 0),
        year=row["need_year"],
        sources=citations(t, row["source"]),
    )
