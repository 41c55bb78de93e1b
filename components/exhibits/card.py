"""The card's content, worked out once a run: one frame and the words around it, for all five tabs."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components import store
from components.address.selection import Selection
from components.exhibits.card_words import caption, note_codes, pills, title
from components.wording.demonstration import demonstrated
from components.wording.labels import worded
from components.wording.sentences import finding_sentences
from data import COUNTIES, FOCUS, Finding, Source, differences_for, finding, select, series
from data.model.catalogue import SURVEY
from data.model.observations import SHOWN, source_ids
from i18n import Text


@dataclass(frozen=True)
class Card:
    """One query. `frame`: its worded rows, one an area; `history`: the same measure over all its periods, worded.

    `key` names edition, language and selection: two cards of one key are the same.
    """

    key: tuple[Hashable, ...]
    selection: Selection
    frame: pd.DataFrame
    history: pd.DataFrame
    finding: Finding
    title: str
    sentences: tuple[str, ...]
    caption: str
    pills: tuple[str, ...]
    notes: tuple[str, ...]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the rows shown."""
        return cited(self.rows)

    @property
    def history_sources(self) -> tuple[Source, ...]:
        """The sources of the rows shown and of the same measure at its other periods."""
        return cited(pd.concat([self.rows, self.history[self.history["area"].isin((*FOCUS, *self.rows["area"]))]]))

    @cached_property
    def has_counties(self) -> bool:
        """Whether any of the four counties has a figure, shown or hidden: otherwise there is no map to draw."""
        counties = self.frame[self.frame["area"].isin(FOCUS)]
        told = counties["status"].isin((*SHOWN, "suppressed"))
        return self.selection.indicator.level == "county" and bool(told.any())

    @cached_property
    def is_demonstration(self) -> bool:
        """Whether any row shown is made up to demonstrate."""
        return bool(self.rows["kind"].eq("demonstration").any())

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows of the chosen view: four counties or twelve, and the whole; a national series over its periods."""
        if self.selection.indicator.level != "county":
            return self.history
        areas = (*(FOCUS if self.selection.view == "four" else COUNTIES), self.selection.indicator.whole)
        return self.frame[self.frame["area"].isin(areas)]


def make_card(t: Text, selection: Selection) -> Card:
    """Everything a card says about a selection, worked out once for all readers who choose the same."""
    key = (*store.edition(), t.language, selection)
    return store.remembered(("card", *key), lambda: work_out(t, selection, key))


def work_out(t: Text, selection: Selection, key: tuple[Hashable, ...]) -> Card:
    """The card, from the release."""
    indicator, filters, observations = selection.indicator, selection.filters, observations_of(selection)
    frame = worded(select(observations, indicator=indicator.code, filters=filters), indicator, t)
    found = finding(
        frame,
        differences_for(differences_of(selection), indicator=indicator.code, filters=filters),
        higher_is=indicator.higher_is,
        whole=indicator.whole,
    )
    history = worded(
        series(
            observations,
            indicator=indicator.code,
            gender=filters.gender,
            age=filters.age,
            areas=tuple(frame["area"]),
        ),
        indicator,
        t,
    )
    return Card(
        key=key,
        selection=selection,
        frame=frame,
        history=history,
        finding=found,
        title=title(t, selection, frame, history, found),
        sentences=()
        if selection.population != "all"
        else tuple(demonstrated(t, frame, finding_sentences(found, frame, indicator, t))),
        caption=caption(t, selection, frame),
        pills=pills(t, selection, frame),
        notes=note_codes(frame, selection),
    )


def cited(frame: pd.DataFrame) -> tuple[Source, ...]:
    """The sources of a frame's figures, each once, in the frame's order."""
    return tuple(store.release().sources[code] for code in source_ids(frame["source"]))


def observations_of(selection: Selection) -> pd.DataFrame:
    """Every observation of the selected measure: all its areas, genders, ages and periods."""
    release, code = store.release(), selection.indicator.code
    if selection.indicator.theme != SURVEY:
        return release.rows_of(code)
    rows = release.survey.rows_of(code)
    return rows[rows["answer"].eq(selection.answer) & rows["population"].eq(selection.population)]


def differences_of(selection: Selection) -> pd.DataFrame:
    """Every tested difference of the selected measure."""
    release, code = store.release(), selection.indicator.code
    if selection.indicator.theme != SURVEY:
        return release.differences_by_indicator[code]
    rows = release.survey.differences_of(code)
    return rows[rows["answer"].eq(selection.answer) & rows["population"].eq(selection.population)]


def whole_indicator(selection: Selection) -> pd.DataFrame:
    """Every observation of the indicator, or of the survey question with all its answers."""
    release, code = store.release(), selection.indicator.code
    return release.survey.rows_of(code) if selection.indicator.theme == SURVEY else release.rows_of(code)
