"""The sidebar's filters: each offers only what the chosen indicator has."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.address.selection import COMPARISONS, VIEWS, Compare, Selection, comparisons_for
from components.widgets.choices import choose, choose_from_list, choose_view
from components.widgets.unknown import miss
from data import CYCLES, FOCUS, GENDERS, Filters, Indicator, Offer, Release, cycle_of
from i18n import LANGUAGES, Text, words


def active_text() -> Text:
    """The words of the language in force."""
    return words(state.recall("lang", LANGUAGES))


def choose_language() -> None:
    """The switch between the languages; every language names itself."""
    choose_view(
        "lang", LANGUAGES, label=active_text()("language.label"), name=lambda code: words(code)("language.name")
    )


def choose_indicator(t: Text, catalogue: Sequence[Indicator]) -> Indicator:
    """The chosen indicator, found by its theme first."""
    by_code = {indicator.code: indicator for indicator in catalogue}
    current = by_code[state.recall("indicator", list(by_code))]
    themes = list(dict.fromkeys(indicator.theme for indicator in catalogue))
    first_of = {theme: next(code for code, i in by_code.items() if i.theme == theme) for theme in themes}
    with st.sidebar:
        st.selectbox(
            t("filter.theme"),
            themes,
            format_func=lambda theme: t(f"theme.{theme}"),
            placeholder=t("filter.placeholder"),
            key=state.place("theme", current.theme),
            on_change=state.keep_first,
            args=("theme", "indicator", first_of, "period"),
        )
        code = choose_from_list(
            "indicator",
            [code for code, indicator in by_code.items() if indicator.theme == current.theme],
            label=t("filter.indicator"),
            name=lambda code: t(f"indicator.{code}.label"),
            placeholder=t("filter.placeholder"),
            outdated=("period",),
        )
    return by_code[code]


def choose_selection(t: Text, release: Release, indicator: Indicator) -> Selection:
    """The gender, age, cycle, period, places and comparison chosen among what the indicator has."""
    offer = release.offers[indicator.code]
    view, compare = VIEWS[0], COMPARISONS[0]
    with st.sidebar:
        gender = choose_gender(t, offer)
        age = choose_age(t, offer, gender)
        cycle = choose_cycle(t, offer, gender, age)
        filters = Filters(gender=gender, age=age, period=choose_period(t, offer, gender, age, cycle))
        if indicator.level == "county":
            view = choose("view", VIEWS, label=t("filter.view"), name=lambda code: t(f"view.{code}"))
            compare = choose_comparison(t, comparisons_for(offer, indicator, filters))
    return Selection(indicator, filters, cycle, view, compare, state.choice("county", FOCUS))


def choose_gender(t: Text, offer: Offer) -> str:
    """A gender that the indicator has."""
    genders = offer.genders_for()
    return choose(
        "gender",
        genders,
        label=t("filter.gender"),
        name=lambda code: t(f"gender.{code}"),
        lacking=[code for code in GENDERS if code not in genders],
        reason=t("filter.gender_lacking"),
        outdated=("period",),
    )


def choose_age(t: Text, offer: Offer, gender: str) -> str:
    """An age group that the indicator has for the gender."""
    ages = offer.ages_for(gender)
    return choose(
        "age",
        ages,
        label=t("filter.age"),
        name=t.age,
        lacking=[code for code in offer.ages if code not in ages],
        reason=t("filter.age_lacking"),
        outdated=("period",),
    )


def choose_cycle(t: Text, offer: Offer, gender: str, age: str) -> str:
    """A cycle that figures fall into; at first the one of the period that most of the four counties have."""
    cycles = offer.cycles_for(gender, age)
    return choose(
        "cycle",
        cycles,
        label=t("filter.cycle"),
        name=lambda code: t(f"cycle.{code}.short"),
        default=cycle_of(offer.default_period(gender, age)),
        lacking=[code for code in CYCLES if code not in cycles],
        reason=t("filter.cycle_lacking"),
        outdated=("period",),
    )


def choose_period(t: Text, offer: Offer, gender: str, age: str, cycle: str) -> str:
    """A reference period of the cycle, where it has several."""
    periods, first = offer.periods_for(gender, age, cycle), offer.default_period(gender, age, cycle)
    if len(periods) == 1:
        miss("period", periods)
        return first
    return choose_from_list(
        "period",
        [first, *(code for code in periods if code != first)],
        label=t("filter.period"),
        name=t.period,
        placeholder=t("filter.placeholder"),
    )


def choose_comparison(t: Text, possible: Sequence[Compare]) -> Compare:
    """A comparison that the selection allows."""
    return choose(
        "compare",
        possible,
        label=t("filter.compare"),
        name=lambda code: t(f"compare.{code}"),
        lacking=[code for code in COMPARISONS if code not in possible],
        reason=t("filter.compare_lacking"),
    )


def choose_county(t: Text) -> str:
    """The county a profile is about."""
    with st.sidebar:
        return choose("county", FOCUS, label=t("filter.county"), name=t.area)
