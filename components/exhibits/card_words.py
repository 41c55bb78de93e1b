"""The words around a card's figures: title, caption, filters in force, notes."""

import pandas as pd

from components.address.selection import Selection
from components.wording.titles import finding_title, output_title, series_title
from data import COUNTIES, COUNTRY, FOCUS, Finding, country_series
from i18n import Text


def title(t: Text, selection: Selection, frame: pd.DataFrame, history: pd.DataFrame, found: Finding) -> str:
    """The finding in one sentence, by the level that the indicator is published for."""
    indicator = selection.indicator
    if indicator.level == "county":
        if selection.population == "roma":
            label = t(f"indicator.{indicator.code}.label")
            said = t("finding.roma.title", label=label, value=frame["text"].iloc[0])
        else:
            said = finding_title(found, frame, indicator, selection.filters.gender, t)
        return t("kind.demonstration_title", title=said) if frame["kind"].eq("demonstration").any() else said
    if indicator.level == "country":
        return series_title(frame, country_series(history[history["area"] == COUNTRY]), indicator, t)
    return output_title(frame, indicator, t)


def caption(t: Text, selection: Selection, frame: pd.DataFrame) -> str:
    """Measure · universe · place · reference period · base."""
    code, level = selection.indicator.code, selection.indicator.level
    if selection.indicator.is_count:
        base = t("card.base_count")
    else:
        base = t("card.base_shown") if frame["base_text"].ne("").any() else t("card.base_none")
    place = t(f"view.{selection.view}" if level == "county" else f"level.{level}")
    if selection.population != "all":
        place = t(f"population.{selection.population}")
    parts = (t(f"indicator.{code}.measure"), t(f"indicator.{code}.universe"), place, t.period(selection.filters.period))
    return " · ".join((*parts, base))


def pills(t: Text, selection: Selection, frame: pd.DataFrame) -> tuple[str, ...]:
    """The filters in force, as words, and that figures are made up where they are."""
    filters = selection.filters
    genders = [] if selection.compare == "gender" else [t(f"gender.{filters.gender}")]
    shown = [*genders, t.age(filters.age), t(f"cycle.{selection.cycle}.name")]
    shown.append(t("card.period", period=t.period(filters.period)))
    if selection.population != "all":
        shown.append(t(f"population.{selection.population}"))
    elif selection.indicator.level == "county":
        shown.append(t(f"view.{selection.view}"))
    if selection.compare != "none":
        shown.append(t(f"compare.{selection.compare}"))
    if frame["kind"].eq("demonstration").any():
        shown.append(t("kind.demonstration"))
    return tuple(shown)


def note_codes(frame: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    """The codes of the notes that belong to these figures: those of the four counties and wider areas first, then the
    indicator's own."""
    told = frame[frame["area"].isin(FOCUS) | ~frame["area"].isin(COUNTIES)]
    rows = (code for notes in told["note"] for code in notes.split())
    return tuple(dict.fromkeys((*rows, *selection.indicator.notes)))
