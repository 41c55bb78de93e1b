"""The card's content, worked out once a run: one frame and the words around it, for all five tabs."""

from dataclasses import dataclass

import pandas as pd

from components import store
from components.selection import Selection
from components.wording.labels import worded
from components.wording.sentences import finding_sentences, finding_title, output_title, series_title
from data import COUNTIES, COUNTRY, FOCUS, Finding, Source, country_series, differences_for, finding, select, series
from data.model.observations import source_ids
from i18n import Text


@dataclass(frozen=True)
class Card:
    """One query. `frame`: its worded rows, one an area; `history`: the same measure over all its periods, worded."""

    selection: Selection
    frame: pd.DataFrame
    history: pd.DataFrame
    finding: Finding
    title: str
    sentences: tuple[str, ...]
    caption: str
    pills: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the rows shown."""
        return cited(self.rows)

    @property
    def history_sources(self) -> tuple[Source, ...]:
        """The sources of the rows shown and of the same measure at its other periods."""
        return cited(pd.concat([self.rows, self.history[self.history["area"].isin((*FOCUS, *self.rows["area"]))]]))

    @property
    def has_counties(self) -> bool:
        """Whether any of the four counties has a figure, shown or hidden: otherwise there is no map to draw."""
        counties = self.frame[self.frame["area"].isin(FOCUS)]
        return self.selection.indicator.level == "county" and bool(counties["status"].ne("no_data").any())

    @property
    def rows(self) -> pd.DataFrame:
        """The rows of the chosen view: four counties or twelve, and the country; a national series over its periods."""
        if self.selection.indicator.level != "county":
            return self.history
        areas = (*(FOCUS if self.selection.view == "four" else COUNTIES), COUNTRY)
        return self.frame[self.frame["area"].isin(areas)]


def make_card(t: Text, selection: Selection) -> Card:
    """Everything a card says about a selection."""
    release, indicator, filters = store.release(), selection.indicator, selection.filters
    frame = worded(select(release.rows_of(indicator.code), indicator=indicator.code, filters=filters), indicator, t)
    found = finding(
        frame,
        differences_for(release.differences, indicator=indicator.code, filters=filters),
        higher_is=indicator.higher_is,
    )
    history = worded(
        series(
            release.rows_of(indicator.code),
            indicator=indicator.code,
            gender=filters.gender,
            age=filters.age,
            areas=tuple(frame["area"]),
        ),
        indicator,
        t,
    )
    return Card(
        selection=selection,
        frame=frame,
        history=history,
        finding=found,
        title=title(t, selection, frame, history, found),
        sentences=tuple(finding_sentences(found, frame, indicator, t)),
        caption=caption(t, selection, frame),
        pills=pills(t, selection),
        notes=note_codes(frame, selection),
    )


def title(t: Text, selection: Selection, frame: pd.DataFrame, history: pd.DataFrame, found: Finding) -> str:
    """The finding in one sentence, by the level that the indicator is published for."""
    indicator = selection.indicator
    if indicator.level == "county":
        return finding_title(found, frame, indicator, selection.filters.gender, t)
    if indicator.level == "country":
        return series_title(frame, country_series(history[history["area"] == COUNTRY]), indicator, t)
    return output_title(frame, indicator, t)


def cited(frame: pd.DataFrame) -> tuple[Source, ...]:
    """The sources of a frame's figures, each once, in the frame's order."""
    return tuple(store.release().sources[code] for code in source_ids(frame["source"]))


def caption(t: Text, selection: Selection, frame: pd.DataFrame) -> str:
    """Measure · universe · place · reference period · base."""
    code, level = selection.indicator.code, selection.indicator.level
    if selection.indicator.is_count:
        base = t("card.base_count")
    else:
        base = t("card.base_shown") if frame["n"].notna().any() else t("card.base_none")
    place = t(f"view.{selection.view}" if level == "county" else f"level.{level}")
    parts = (t(f"indicator.{code}.measure"), t(f"indicator.{code}.universe"), place, t.period(selection.filters.period))
    return " · ".join((*parts, base))


def pills(t: Text, selection: Selection) -> tuple[str, ...]:
    """The filters in force, as words."""
    filters = selection.filters
    genders = [] if selection.compare == "gender" else [t(f"gender.{filters.gender}")]
    shown = [*genders, t.age(filters.age), t(f"cycle.{selection.cycle}.name")]
    shown.append(t("card.period", period=t.period(filters.period)))
    if selection.indicator.level == "county":
        shown.append(t(f"view.{selection.view}"))
    if selection.compare != "none":
        shown.append(t(f"compare.{selection.compare}"))
    return tuple(shown)


def note_codes(frame: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    """The codes of the notes that belong to these figures: those of the four counties and wider areas first, then the
    indicator's own."""
    told = frame[frame["area"].isin(FOCUS) | ~frame["area"].isin(COUNTIES)]
    rows = (code for notes in told["note"] for code in notes.split())
    return tuple(dict.fromkeys((*rows, *selection.indicator.notes)))
