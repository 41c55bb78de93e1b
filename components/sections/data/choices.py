"""The sidebar of the table builder: each choice offers only what the chosen measures have."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from components.address.selection import SETS, SHAPES
from components.sections.data.query import Query, first_choices, options_in
from components.sections.data.sets import group_name, measures_of, name_in_set, rows_of_measures
from components.widgets.choices import choose, keep_several, prime_several, recall_several
from components.widgets.unknown import miss
from data import Release
from i18n import Text

STYLE = Path(__file__).parent / "desk.css"
NARROWING = ("areas", "genders", "ages", "cycles")


def choose_query(t: Text, release: Release) -> tuple[Query, pd.DataFrame]:
    """What the reader asks for, and every row of the chosen measures."""
    with st.sidebar:
        st.html(STYLE)
        of_set = choose_set(t, release)
        measures = choose_measures(t, release, of_set)
        rows = rows_of_measures(release, of_set, measures)
        options, first = options_in(rows), first_choices(rows)
        names: dict[str, Callable[[str], str]] = {
            "areas": t.area,
            "genders": lambda code: t(f"gender.{code}"),
            "ages": t.age,
            "cycles": lambda code: t(f"cycle.{code}.short"),
        }
        chosen = {key: choose_several(t, key, options[key], first[key], names[key]) for key in NARROWING}
        shape = choose("shape", SHAPES, label=t("desk.shape"), name=lambda code: t(f"desk.shape_{code}"))
    kept = {key: tuple(codes) for key, codes in chosen.items()}
    return Query(of_set=of_set, measures=tuple(measures), shape=shape, **kept), rows


def choose_set(t: Text, release: Release) -> str:
    """A set that the release has figures of."""
    sets = [code for code in SETS if measures_of(release, code)]
    return choose(
        "set",
        sets,
        label=t("desk.set"),
        name=lambda code: t(f"desk.set_{code}"),
        lacking=[code for code in SETS if code not in sets],
        reason=t("desk.set_lacking"),
        outdated=("measures", *NARROWING),
    )


def choose_measures(t: Text, release: Release, of_set: str) -> list[str]:
    """One or several measures, found by any word of their group or name; at first the set's first. One that the set
    does not have is named on the page."""
    options = measures_of(release, of_set)
    miss("measures", options)
    st.multiselect(
        t(f"desk.measures_{of_set}"),
        options,
        format_func=lambda code: listed_name(t, release, of_set, code),
        placeholder=t("filter.placeholder"),
        key=prime_several("measures", options, options[:1]),
        on_change=keep_several,
        args=("measures",),
    )
    return recall_several("measures", options, options[:1])


def listed_name(t: Text, release: Release, of_set: str, code: str) -> str:
    """The measure after its theme or block, so that the list is grouped and either can be searched."""
    name, group = name_in_set(t, release, of_set, code), group_name(t, release, of_set, code)
    return t("desk.listed", group=group, name=name) if group else name


def choose_several(
    t: Text, key: str, options: Sequence[str], first: Sequence[str], name: Callable[[str], str]
) -> list[str]:
    """One or several of the options; choosing none brings the first choice back."""
    st.pills(
        t(f"desk.{key}"),
        options,
        selection_mode="multi",
        format_func=name,
        wrap=True,
        key=prime_several(key, options, first),
        on_change=keep_several,
        args=(key,),
    )
    return recall_several(key, options, first)
