"""A card's figures as a row of the brief: the county, the other three, the whole, the strip, the verdict."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components import store
from components.address.selection import Selection
from components.charts.palette import LIGHT
from components.charts.strip import strip
from components.downloads.brief.contents import Numbering
from components.downloads.brief.verdicts import verdict_of
from components.exhibits.card import Card
from components.exports.brief.parts import Row, Told
from components.wording.survey import answer_name
from data import FOCUS
from data.model.catalogue import SURVEY
from data.model.frames import by_area
from data.model.observations import SHOWN
from i18n import Text


def card_rows(t: Text, cards: Iterable[Card], county: str, numbering: Numbering) -> tuple[Row, ...]:
    """A row a card, in the cards' order."""
    return tuple(card_row(t, card, county, numbering) for card in cards)


def card_row(t: Text, card: Card, county: str, numbering: Numbering) -> Row:
    """The row of one card; its figures are those that the card shows."""
    rows, selection = by_area(card.frame), card.selection
    areas = (county, *others_of(county), selection.indicator.whole)
    told = {area: told_of(t, rows[area], numbering) for area in areas}
    verdict, words = verdict_of(t, card, county)
    return Row(
        code=code_of(card),
        label=measure_label(t, card),
        told=told[county],
        others=tuple(told[area] for area in others_of(county)),
        whole=told[selection.indicator.whole],
        verdict=verdict,
        verdict_text=words,
        strip=county_strip(t, card, rows, county),
        sources=numbering.of(*(rows[area]["source"] for area in areas)),
        corrected=any(county in pair for pair in card.finding.corrected),
        fragile=any(county in pair for pair in card.finding.fragile),
    )


def told_of(t: Text, row: Mapping[str, Any], numbering: Numbering) -> Told:
    """One worded observation as the brief prints it."""
    plain = row["status"] == "ok" and row["kind"] == "published"
    return Told(
        area=row["area"],
        text=row["text"],
        interval=row["interval_text"],
        base=row["base_text"],
        period=row["period_text"],
        status=row["status"],
        state="" if plain else row["status_text"],
        mark=mark_of(t, row),
        spoken=row["spoken"],
        demonstration=row["kind"] == "demonstration",
        sources=numbering.of(row["source"]),
    )


def mark_of(t: Text, row: Mapping[str, Any]) -> str:
    """What stands beside the figure in two or three words: unreliable, computed by us; '' for others."""
    marks = [t("state.unreliable.name")] if row["status"] == "unreliable" else []
    if row["kind"] == "computed" and row["status"] in SHOWN:
        marks.append(t("kind.computed_short"))
    return ", ".join(marks).lower()


def code_of(card: Card) -> str:
    """What tells the row from others of the brief: measure and gender."""
    return f"{card.selection.indicator.code}-{card.selection.filters.gender}"


def measure_label(t: Text, card: Card) -> str:
    """The measure's label, and whose figure it is where the measure has figures of several genders."""
    indicator, gender = card.selection.indicator, card.selection.filters.gender
    if indicator.theme == SURVEY:
        return question_label(t, card.selection)
    label = t(f"indicator.{indicator.code}.label")
    if gender == "all" or len(indicator.genders) == 1:
        return label
    return t("beside.measure_of", label=label, gender=t(f"gender.{gender}").lower())


def question_label(t: Text, selection: Selection) -> str:
    """What the question is about, and the answer that is counted."""
    question = store.release().survey.questions[selection.indicator.code]
    return t(
        "survey.label",
        question=question.label[t.language],
        answer=answer_name(t, question, selection.answer),
    )


def others_of(county: str) -> tuple[str, ...]:
    """The other three counties of the programme."""
    return tuple(area for area in FOCUS if area != county)


def county_strip(t: Text, card: Card, rows: Mapping[str, Mapping[str, Any]], county: str) -> str:
    """The four figures on the measure's fixed scale; '' where the county has none to show."""
    indicator = card.selection.indicator
    if pd.isna(rows[county]["value"]) or not indicator.scale:
        return ""
    whole = rows[indicator.whole]["value"]
    return strip(
        [dict(rows[area]) for area in FOCUS],
        chosen=county,
        scale=indicator.scale,
        higher_is=indicator.higher_is,
        reference=None if pd.isna(whole) else float(whole),
        palette=LIGHT,
        title=measure_label(t, card),
        description=". ".join(rows[area]["spoken"] for area in (county, indicator.whole)),
        prefix=f"strip-{county}-{code_of(card)}",
    )
