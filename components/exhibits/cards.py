"""The exhibit of a card: the same object that the card's tabs show."""

from collections.abc import Callable, Mapping
from functools import partial

from components import store
from components.address.known import DEFAULTS
from components.address.selection import Selection
from components.address.view import View, view_of
from components.charts.palette import LIGHT, Palette
from components.charts.plots.theme import Figure
from components.exhibits.card import Card
from components.exhibits.card_charts import dots_figure, paired_figure, series_figure, side_name
from components.exhibits.card_maps import NARROW_RULER, WIDE_RULER, map_svg, ruler_svg
from components.exhibits.comparison import Comparison, rows_of, rows_shown, sources_of
from components.exhibits.model import Drawing, Exhibit, Heading, Picture, Plot
from components.exhibits.survey_answers import question_of
from components.wording.provenance import interval_method, source_lines
from components.wording.survey import asked_text
from data.model.catalogue import SURVEY
from i18n import Text

FigureMaker = Callable[[Text, Card, Comparison | None, Palette], Figure | None]
AT_MOST_NOTES = 3
ANSWERS = "answers"  # the picture of all answers of a survey question


def card_figure(t: Text, card: Card, comparison: Comparison | None, palette: Palette = LIGHT) -> Figure | None:
    """The chart of a card, or of its comparison."""
    if comparison:
        return paired_figure(t, comparison.first, comparison.second, palette)
    return dots_figure(t, card, palette) if card.has_counties else series_figure(t, card, palette)


FIGURES: Mapping[str, FigureMaker] = {"chart": card_figure}


def exhibit_of_card(
    t: Text, card: Card, comparison: Comparison | None, tab: str = "map", figures: Mapping[str, FigureMaker] = FIGURES
) -> Exhibit:
    """The card with all its words; `figures` are its charts by name."""
    title, said, caption = card.title, card.sentences, card.caption
    if comparison:
        left, right = side_name(t, comparison.first), side_name(t, comparison.second)
        title, said = comparison.title, comparison.lines
        caption = f"{caption} · {t('comparison.sides', left=left, right=right)}"
    info, indicator = store.release().info, card.selection.indicator
    rows, sources = rows_shown(card, comparison), sources_of(card, comparison)
    return Exhibit(
        view=view_of_selection(card.selection, tab),
        info=info,
        title=title,
        caption=caption,
        pills=card.pills,
        sentences=said,
        limits=tuple(t(f"note.{code}") for code in card.notes[:AT_MOST_NOTES]),
        rows=rows_of(t, card, comparison),
        indicator=indicator,
        sources=sources,
        source_lines=tuple(source_lines(t, sources, indicator, info)),
        method=interval_method(indicator),
        pictures=pictures_of(t, card, comparison, figures),
        is_demonstration=bool(rows["kind"].eq("demonstration").any()),
        headings={ANSWERS: answers_heading(t, card)} if ANSWERS in figures else {},
    )


def answers_heading(t: Text, card: Card) -> Heading:
    """Above the chart of all answers stands the question: the card's own title is about one of them."""
    selection, question = card.selection, question_of(card.selection)
    shown = t(f"survey.all_answers.{selection.compare}")
    title = t("survey.answers_title", question=question.label[t.language], shown=shown)
    asked = asked_text(t, question, question.asked[-1])
    return Heading(
        title=t("kind.demonstration_title", title=title) if card.is_demonstration else title,
        caption=card.caption.replace(t(f"indicator.{question.code}.measure"), asked),
    )


def pictures_of(
    t: Text, card: Card, comparison: Comparison | None, figures: Mapping[str, FigureMaker]
) -> dict[str, Picture]:
    """Map with ruler where counties have figures, and every chart that there is something to draw for."""
    pictures: dict[str, Picture] = {}
    if card.has_counties:
        small = partial(map_drawing, t, card, comparison, ruler_width=NARROW_RULER)
        pictures["map"] = Drawing(partial(map_drawing, t, card, comparison), narrow=small)
    for name, make in figures.items():
        if make(t, card, comparison, LIGHT) is not None:
            pictures[name] = Plot(partial(make, t, card, comparison))
    return pictures


def map_drawing(
    t: Text, card: Card, comparison: Comparison | None, palette: Palette, *, ruler_width: int = WIDE_RULER
) -> list[tuple[str, float]]:
    """Map and ruler; two of each for a comparison."""
    if comparison is None:
        return [
            (map_svg(t, card, palette=palette, prefix="file-map"), 0.44),
            (ruler_svg(t, card, palette=palette, width=ruler_width, prefix="file-ruler"), 0.56),
        ]
    drawn = []
    for number, side in enumerate((comparison.first, comparison.second)):
        drawn.append((map_svg(t, side, palette=palette, prefix=f"file-map-{number}"), 0.27))
        drawn.append((ruler_svg(t, side, palette=palette, width=NARROW_RULER, prefix=f"file-ruler-{number}"), 0.23))
    return drawn


def view_of_selection(selection: Selection, tab: str = "map") -> View:
    """The selection as a view's codes."""
    filters, code = selection.filters, selection.indicator.code
    codes = {
        "gender": filters.gender,
        "age": filters.age,
        "view": selection.view,
        "compare": selection.compare,
        "county": selection.county,
        "tab": tab,
    }
    defaults = {**DEFAULTS, "gender": "all", "age": "all"}
    if selection.indicator.theme != SURVEY:
        return view_of("risk", code, codes | {"cycle": selection.cycle, "period": filters.period}, defaults)
    survey = store.release().survey
    waves = [survey.wave_of(asked) for asked in survey.questions[code].asked]
    wave = next(wave.code for wave in waves if wave.period == filters.period)
    more = {"answer": selection.answer, "wave": wave, "population": selection.population, "layer": selection.layer}
    return view_of("survey", code, codes | more, defaults)
