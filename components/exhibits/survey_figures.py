"""The survey's figures: one answer over the groups compared, and all answers of the question."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.charts.answers.diverging import diverging_bars
from components.charts.answers.dots import answer_dots
from components.charts.answers.groups import group_brackets
from components.charts.answers.panels import answer_panels
from components.charts.answers.waves import wave_dots
from components.charts.palette import LIGHT, Palette
from components.charts.plots.theme import Figure
from components.exhibits.card import Card
from components.exhibits.card_charts import paired_figure, unit_title
from components.exhibits.comparison import Comparison
from components.exhibits.survey_answers import by_age, by_group, question_of
from components.exhibits.survey_waves import answers_in_waves, areas_in_waves, changes_of, wave_names
from data import FOCUS
from data.statistics.groups import groups_of
from i18n import Text


@dataclass(frozen=True)
class Look:
    """How figures are drawn; light and with room for labels at the left, if nothing else is said."""

    palette: Palette = LIGHT
    narrow: bool = False


def chosen_figure(t: Text, card: Card, comparison: Comparison | None, look: Look) -> Figure:
    """The chosen answer over counties, genders, ages or waves."""
    match card.selection.compare:
        case "age":
            return answer_dots(by_age(t, card), span=span_of(card), **drawn_as(t, card, look))
        case "period":
            rows = areas_in_waves(t, card)
            return wave_dots(
                rows,
                changes_of(t, card, rows),
                waves=wave_names(t, card),
                span=span_of(card),
                **drawn_as(t, card, look),
            )
        case "gender" if comparison:
            return paired_figure(t, comparison.first, comparison.second, look.palette)
    return counties_figure(t, card, look)


def counties_figure(t: Text, card: Card, look: Look) -> Figure:
    """The four counties in the order of their figures; those that cannot be told apart under one bracket."""
    rows = card.frame[card.frame["area"].isin(FOCUS)].sort_values("value", ascending=False, kind="stable")
    tested = [area for area in rows["area"] if area in card.finding.tested]
    return group_brackets(
        rows.assign(row=rows["area"], row_name=rows["name"]),
        groups=groups_of(tested, card.finding.pairs),
        group_text=t("survey.alike"),
        span=span_of(card),
        **drawn_as(t, card, look),
    )


def chosen_in_file(t: Text, card: Card, comparison: Comparison | None, palette: Palette = LIGHT) -> Figure | None:
    """The chosen answer as a file shows it; None where there is only one figure to show."""
    return chosen_figure(t, card, comparison, Look(palette)) if has_chosen_figure(card) else None


def has_chosen_figure(card: Card) -> bool:
    """Whether there is more than one figure of the chosen answer to show."""
    return card.selection.compare in ("age", "period") or card.has_counties


def answers_in_file(t: Text, card: Card, _comparison: Comparison | None, palette: Palette = LIGHT) -> Figure:
    """All answers as a file shows them."""
    return draw_answers(t, card, answer_rows(t, card), Look(palette))


SURVEY_FIGURES = {"chart": chosen_in_file, "answers": answers_in_file}


def answer_rows(t: Text, card: Card) -> pd.DataFrame:
    """All answers over what is compared, worded."""
    return answers_in_waves(t, card) if card.selection.compare == "period" else by_group(t, card.selection)


def draw_answers(t: Text, card: Card, rows: pd.DataFrame, look: Look) -> Figure:
    """A scale as diverging bars of the groups; other questions as dots, over the groups or waves compared."""
    selection, question = card.selection, question_of(card.selection)
    if selection.compare == "period":
        return wave_dots(
            rows, changes_of(t, card, rows), waves=wave_names(t, card), **drawn_as(t, card, look, share=True)
        )
    if question.kind == "scale":
        return scale_figure(t, rows, [answer.code for answer in question.answers], look)
    if selection.compare in ("gender", "age"):
        return answer_panels(rows, **drawn_as(t, card, look, share=True))
    return answer_dots(rows, **drawn_as(t, card, look, share=True))


def scale_figure(t: Text, rows: pd.DataFrame, points: list[str], look: Look) -> Figure:
    """One bar a group, the low points at the left, the high ones at the right, a middle point apart."""
    half, odd = divmod(len(points), 2)
    plain = [
        t.number(value) if pd.notna(value) else text for value, text in zip(rows["value"], rows["text"], strict=True)
    ]
    return diverging_bars(
        rows.assign(answer_name=rows["row_name"], row=rows["panel"], row_name=rows["panel_name"], text=plain),
        negative=points[:half],
        neutral=points[half] if odd else None,
        positive=points[half + odd :],
        separators=t("language.separators"),
        palette=look.palette,
        narrow=look.narrow,
    )


def drawn_as(t: Text, card: Card, look: Look, *, share: bool = False) -> dict[str, Any]:
    """What every chart of answers takes."""
    title = t("unit.percent.name") if share else unit_title(t, card)
    separators = t("language.separators")
    return {"unit_title": title, "separators": separators, "palette": look.palette, "narrow": look.narrow}


def span_of(card: Card) -> tuple[float, float]:
    """The ends of the measure's fixed scale."""
    scale = card.selection.indicator.scale
    return float(scale[0]), float(scale[-1])
