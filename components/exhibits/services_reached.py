"""People reached in words: the rows of one breakdown, what they add up to say, and the chart of both cycles."""

import pandas as pd

from components.address.known import SERVICE_GROUPS
from components.charts.palette import LIGHT, Palette
from components.charts.plots.theme import Figure
from components.charts.services.people import people_bars
from components.exhibits.services_words import too_few
from components.wording.labels import status_text
from data import FOCUS, GENDERS
from data.model.dimensions import FOUR_COUNTIES
from data.model.service_counts import AGES, ALL, PART_OF_CYCLE, SERVICE_CYCLES
from i18n import Text

COLUMNS = {"service": "answer"}  # the column of an observation that holds a breakdown, where it has another name
TOTALS = {"answer": ALL, "area": FOUR_COUNTIES, "gender": ALL, "age": ALL}
ROWS = {
    "service": SERVICE_GROUPS,
    "area": (FOUR_COUNTIES, *FOCUS),
    "gender": GENDERS,
    "age": (ALL, *AGES),
}


def reached_frame(t: Text, people: pd.DataFrame, by: str, group: str) -> pd.DataFrame:
    """One row a row of the chart and cycle, in the order of the lists: `row` and the words of DESCRIBED are added.

    `people`: observations of people reached; `by`: what the rows are; `group`: the services that are counted.
    """
    column = COLUMNS.get(by, by)
    fixed = {**TOTALS, "answer": group}
    fixed.pop(column)
    chosen = people[(people[list(fixed)] == pd.Series(fixed)).all(axis=1) & people[column].isin(ROWS[by])]
    chosen = chosen.assign(row=chosen[column])
    chosen = chosen.sort_values("row", key=lambda codes: codes.map(ROWS[by].index), kind="stable", ignore_index=True)
    return chosen.assign(**reached_words(t, chosen, by))


def reached_words(t: Text, rows: pd.DataFrame, by: str) -> dict[str, list[str]]:
    """Each row in words, by column; a hidden count is its one mark."""
    names = [row_name(t, by, code) for code in rows["row"]]
    texts = [t.number(value) if pd.notna(value) else too_few(t) for value in rows["value"]]
    states = [status_text(row, t) for row in rows.itertuples()]
    cycles = [t(f"cycle.{code}.name") for code in rows["cycle"]]
    told = zip(names, cycles, texts, states, strict=True)
    return {
        "name": names,
        "text": texts,
        "interval_text": [""] * len(rows),
        "base_text": [""] * len(rows),
        "status_text": states,
        "period_text": [t.period(period) for period in rows["period"]],
        "spoken": [f"{name}, {cycle}: {text}. {state}" for name, cycle, text, state in told],
    }


def row_name(t: Text, by: str, code: str) -> str:
    """What a row is called."""
    names = {"service": lambda: t(f"service_group.{code}"), "area": lambda: t.area(code), "age": lambda: t.age(code)}
    return names[by]() if by in names else t(f"gender.{code}")


def reached_title(t: Text, people: pd.DataFrame, group: str) -> str:
    """The persons of all four counties in each cycle that the records cover."""
    totals = reached_frame(t, people, "area", group)
    texts = dict(zip(*totals.loc[totals["row"].eq(FOUR_COUNTIES), ["cycle", "text"]].to_numpy().T, strict=True))
    figures = [t("services.reached_in", figure=texts[code], cycle=code) for code in SERVICE_CYCLES if code in texts]
    return t("services.reached_title", group=t(f"service_group.{group}"), figures=t.join(figures))


def reached_sentences(t: Text, frame: pd.DataFrame, by: str) -> tuple[str, ...]:
    """What each cycle's rows say, a sentence a cycle; the total stands in the title."""
    parts = frame[frame["row"].ne(ROWS[by][0])]
    return tuple(
        t("services.reached_parts", cycle=cycle, figures="; ".join(rows["name"] + " " + rows["text"]))
        for cycle, rows in parts.groupby("cycle", sort=True)
    )


def reached_figure(t: Text, frame: pd.DataFrame, palette: Palette = LIGHT, *, narrow: bool = False) -> Figure:
    """The bars of both cycles, unmarked."""
    cycles = [(code, t(f"cycle.{code}.name")) for code in SERVICE_CYCLES]
    return people_bars(frame, cycles=cycles, separators=t.table["language.separators"], palette=palette, narrow=narrow)


def reading_rules(t: Text, frame: pd.DataFrame) -> tuple[str, ...]:
    """What has to be kept in mind when the counts are read."""
    rules = (t("services.rounded"), t("services.not_additive"), t("services.first_service"))
    partly = any(PART_OF_CYCLE in codes.split() for codes in frame["note"])
    return (*rules, t("services.part_of_cycle")) if partly else rules
