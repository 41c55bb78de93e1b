"""People reached, both cycles beside each other."""

import html

import pandas as pd
import streamlit as st

from components import store
from components.appearance import is_narrow, palette
from components.charts.demonstration import marked_figure
from components.charts.services.people import people_bars
from components.notices import show_demonstration, show_lines, show_small
from components.services.choices import SERVICE_GROUPS, choose_breakdown
from components.services.facts import show_table
from components.services.words import citations, is_demonstration, too_few
from data import FOCUS, GENDERS
from data.model.dimensions import FOUR_COUNTIES
from data.model.service_counts import AGES, ALL, CYCLES, PART_OF_CYCLE
from i18n import Text

TOTALS = {"service": ALL, "area": FOUR_COUNTIES, "gender": ALL, "age": ALL}
ROWS = {
    "service": SERVICE_GROUPS,
    "area": (FOUR_COUNTIES, *FOCUS),
    "gender": GENDERS,
    "age": (ALL, *AGES),
}


def show_reached(t: Text) -> None:
    """The choice of rows, the chart with its table, and how the figures may be read."""
    services = store.release().services
    if services.counts.empty:
        show_lines([t("services.no_records")])
        return
    by, group = choose_breakdown(t)
    frame = reached_frame(t, services.counts, by, group)
    made_up = is_demonstration(services)
    title = reached_title(t, services.counts, group)
    st.subheader(t("kind.demonstration_title", title=title) if made_up else title, anchor=False)
    st.caption(t("services.reached_caption", by=t(f"service_by.{by}"), period=t.period(services.period)))
    if made_up:
        show_demonstration(t)
    draw(t, frame, title, made_up=made_up)
    with st.expander(t("services.as_table")):
        show_counts(t, frame)
    said = [t("services.rounded"), t("services.not_additive"), t("services.first_service")]
    if frame["note"].eq(PART_OF_CYCLE).any():
        said.append(t("services.part_of_cycle"))
    sources = " ".join(dict.fromkeys(frame["source"]))
    show_small([*said, t("provenance.sources", sources=citations(t, sources))])


def reached_frame(t: Text, counts: pd.DataFrame, by: str, group: str) -> pd.DataFrame:
    """One row a row of the chart and cycle, in the order of the lists, worded."""
    fixed = {**TOTALS, "service": group}
    fixed.pop(by)
    chosen = counts[(counts[list(fixed)] == pd.Series(fixed)).all(axis=1) & counts[by].isin(ROWS[by])]
    chosen = chosen.assign(row=chosen[by], name=chosen[by].map(lambda code: row_name(t, by, code)))
    chosen = chosen.sort_values("row", key=lambda codes: codes.map(ROWS[by].index), kind="stable", ignore_index=True)
    words = [t.number(value) if pd.notna(value) else too_few(t) for value in chosen["value"]]
    cycles = chosen["cycle"].map(lambda code: t(f"cycle.{code}.name"))
    spoken = [f"{name}, {cycle}: {word}" for name, cycle, word in zip(chosen["name"], cycles, words, strict=True)]
    return chosen.assign(text=words, spoken=spoken)


def row_name(t: Text, by: str, code: str) -> str:
    """What a row is called."""
    names = {"service": lambda: t(f"service_group.{code}"), "area": lambda: t.area(code), "age": lambda: t.age(code)}
    return names[by]() if by in names else t(f"gender.{code}")


def reached_title(t: Text, counts: pd.DataFrame, group: str) -> str:
    """The persons of all four counties in each cycle that the records cover."""
    totals = reached_frame(t, counts, "area", group)
    texts = dict(zip(*totals.loc[totals["row"].eq(FOUR_COUNTIES), ["cycle", "text"]].to_numpy().T, strict=True))
    figures = [t("services.reached_in", figure=texts[code], cycle=code) for code in CYCLES if code in texts]
    return t("services.reached_title", group=t(f"service_group.{group}"), figures=t.join(figures))


def draw(t: Text, frame: pd.DataFrame, title: str, *, made_up: bool) -> None:
    """The bars, marked where they are made up, with their text for a screen reader."""
    cycles = [(code, t(f"cycle.{code}.name")) for code in CYCLES]
    separators = t.table["language.separators"]
    figure = people_bars(frame, cycles=cycles, separators=separators, palette=palette(), narrow=is_narrow())
    if made_up:
        figure = marked_figure(figure, t("kind.demonstration"), palette())
    st.plotly_chart(
        figure,
        theme=None,
        key="chart_reached",
        config={"displayModeBar": False, "locale": t.language},
        alt=t("chart.alt", title=title, figures=". ".join(frame["spoken"])),
    )


def show_counts(t: Text, frame: pd.DataFrame) -> None:
    """The chart's figures as a table: a row a row, a column a cycle."""
    texts = frame.pivot(index="row", columns="cycle", values="text").fillna("")
    names = dict(zip(frame["row"], frame["name"], strict=True))
    rows = [
        {"name": html.escape(name)} | {code: html.escape(str(texts.at[row, code])) for code in texts.columns}
        for row, name in names.items()
    ]
    headings = {"name": t("services.by")} | {code: t(f"cycle.{code}.name") for code in texts.columns}
    show_table(rows, headings)
