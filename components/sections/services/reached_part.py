"""People reached on the page, both cycles beside each other."""

import html
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import store
from components.address.services import MAPPED, people_view
from components.charts.demonstration import marked_figure
from components.charts.plots.theme import Figure
from components.exhibits.services_reached import reached_figure, reached_frame, reached_title, reading_rules
from components.exhibits.services_rows import people_reached_rows
from components.exhibits.services_words import citations, is_demonstration
from components.sections.services.choices import choose_breakdown
from components.sections.services.taking import show_taking
from components.widgets.browser import is_narrow, palette
from components.widgets.notices import show_small, show_together
from components.widgets.tables import table
from components.wording import markup
from i18n import Text


def show_reached(t: Text, below: Sequence[str]) -> None:
    """The choice of rows, the chart with its table, how the figures may be read, and the HTML that stands below."""
    services = store.release().services
    if services.counts.empty:
        show_together(markup.said([t("services.no_records")]), *below)
        return
    by, group = choose_breakdown(t)
    frame, title = reached(t, by, group)
    made_up = is_demonstration(services)
    caption = t("services.reached_caption", by=t(f"service_by.{by}"), period=t.period(services.period))
    show_together(
        markup.heading(t("kind.demonstration_title", title=title) if made_up else title, rank=3),
        markup.caption(caption),
        markup.demonstration(t) if made_up else "",
    )
    draw(t, frame, title, (by, group), made_up=made_up)
    if (by, group) == MAPPED:
        show_small([t("services.taken_above")])
    else:
        show_taking(t, people_view(by, group))
    sources = " ".join(dict.fromkeys(frame["source"]))
    said = [*reading_rules(t, frame), t("provenance.sources", sources=citations(t, sources))]
    show_together(
        markup.folded(t("services.as_table"), counts_table(t, frame, (by, group))), markup.small(said), *below
    )


def reached(t: Text, by: str, group: str) -> tuple[pd.DataFrame, str]:
    """The rows of the chart and the title over them, worked out once for all readers who choose the same."""

    def worked_out() -> tuple[pd.DataFrame, str]:
        people = people_reached_rows()
        return reached_frame(t, people, by, group), reached_title(t, people, group)

    return store.remembered(("reached", *store.edition(), t.language, by, group), worked_out)


def draw(t: Text, frame: pd.DataFrame, title: str, chosen: tuple[str, str], *, made_up: bool) -> None:
    """The bars, marked where they are made up, with their text for a screen reader; drawn once for all readers."""
    ground, narrow = palette(), is_narrow()

    def drawn() -> Figure:
        figure = reached_figure(t, frame, ground, narrow=narrow)
        return marked_figure(figure, t("kind.demonstration"), ground) if made_up else figure

    st.plotly_chart(
        store.remembered(("reached chart", *store.edition(), t.language, *chosen, ground, narrow), drawn),
        theme=None,
        key=store.of_release("chart_reached"),
        config={"displayModeBar": False, "locale": t.language},
        alt=t("chart.alt", title=title, figures=". ".join(frame["spoken"])),
    )


def counts_table(t: Text, frame: pd.DataFrame, chosen: tuple[str, str]) -> str:
    """The chart's figures as a table: a row a row, a column a cycle."""
    key = ("reached table", *store.edition(), t.language, *chosen)
    rows = store.remembered(key, lambda: counted(frame))
    return table(
        rows, {"name": t("services.by")} | {code: t(f"cycle.{code}.name") for code in rows[0] if code != "name"}
    )


def counted(frame: pd.DataFrame) -> list[dict[str, str]]:
    """The cells of that table, as HTML."""
    texts = frame.pivot(index="row", columns="cycle", values="text").fillna("")
    names = dict(zip(frame["row"], frame["name"], strict=True))
    return [
        {"name": html.escape(name)} | {code: html.escape(str(texts.at[row, code])) for code in texts.columns}
        for row, name in names.items()
    ]
