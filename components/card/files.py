"""What the Download tab hands out: the card's rows and pictures with everything that must travel with them."""

import datetime
from collections.abc import Sequence

import pandas as pd

from components import store
from components.card.comparison import Comparison, rows_shown, sources_of
from components.card.map_pictures import map_svg, ruler_svg
from components.card.model import Card
from components.card.pictures import dots_figure, paired_figure, series_figure, side_name
from components.card.rows import whole_indicator
from components.card.table_tab import rows_of
from components.charts.plots.theme import Figure
from components.exports.chart_svg import figure_svg
from components.exports.csv import view_csv
from components.exports.picture import framed_svg
from components.legend import states_present
from components.wording.provenance import citation, source_lines
from i18n import Text

WORDED = ("name", "status_text")


def file_name(card: Card, ending: str, *, whole: bool = False) -> str:
    """`harta-tqnj_INDICATOR_GENDER_AGE_PERIOD_RELEASE.csv`: the filters stand in the name."""
    selection, filters = card.selection, card.selection.filters
    parts = [selection.indicator.code]
    if not whole:
        parts += [filters.gender, filters.age, filters.period.replace("/", "--")]
        parts += [] if selection.compare == "none" else [f"by-{selection.compare}"]
    if card.is_demonstration:
        parts.append("DEMONSTRATION")
    return f"harta-tqnj_{'_'.join((*parts, store.release().info.id))}.{ending}"


def view_rows(t: Text, card: Card, comparison: Comparison | None) -> bytes:
    """The rows on the screen as CSV."""
    return csv_of(t, rows_of(t, card, comparison), card)


def indicator_rows(t: Text, card: Card) -> bytes:
    """Every row of the indicator, of a survey question with all its answers, as CSV."""
    rows = whole_indicator(card.selection)
    names = [t.area(area) for area in rows["area"]]
    states = [t(f"state.{status}.name") for status in rows["status"]]
    return csv_of(t, rows.assign(name=names, status_text=states), card)


def csv_of(t: Text, rows: pd.DataFrame, card: Card) -> bytes:
    """The rows with their codes, words, unit, citation, demonstration mark and release."""
    release = store.release()
    cited = {code: citation(t, source) for code, source in release.sources.items()}
    described = rows.assign(
        unit=card.selection.indicator.unit,
        demonstration=rows["kind"].eq("demonstration").astype(int),
        citation=["; ".join(cited[code] for code in cell.split()) for cell in rows["source"]],
        address=[" ".join(release.sources[code].address for code in cell.split()) for cell in rows["source"]],
        release=release.info.id,
    )
    codes = list(release.observations.columns)
    return view_csv(described, columns=[*codes, *WORDED, "unit", "demonstration", "citation", "address", "release"])


def map_picture(t: Text, card: Card, comparison: Comparison | None, address: str) -> str:
    """Map and ruler in their frame, as one SVG; two of each for a comparison."""
    if comparison is None:
        pictures = [(map_svg(t, card, prefix="file-map"), 0.44), (ruler_svg(t, card, prefix="file-ruler"), 0.56)]
    else:
        pictures = []
        for number, side in enumerate((comparison.first, comparison.second)):
            pictures.append((map_svg(t, side, prefix=f"file-map-{number}"), 0.27))
            pictures.append((ruler_svg(t, side, width=340, prefix=f"file-ruler-{number}"), 0.23))
    return framed(t, card, comparison, pictures, address)


def card_figure(t: Text, card: Card, comparison: Comparison | None) -> Figure:
    """The chart of a card, or of its comparison."""
    if comparison:
        return paired_figure(t, comparison.first, comparison.second)
    return dots_figure(t, card) if card.has_counties else series_figure(t, card)


def chart_picture(t: Text, card: Card, comparison: Comparison | None, address: str, figure: Figure) -> str:
    """A chart of the card in its frame, as one SVG; raises NoBrowser where no browser can draw it."""
    return framed(t, card, comparison, [(figure_svg(figure, width=1100), 1.0)], address)


def framed(
    t: Text, card: Card, comparison: Comparison | None, pictures: Sequence[tuple[str, float]], address: str
) -> str:
    """The pictures with title, caption, filters, sentences, sources, release, date and the view's `address`."""
    title, said, caption = card.title, card.sentences, card.caption
    if comparison:
        left, right = side_name(t, comparison.first), side_name(t, comparison.second)
        title, said = comparison.title, comparison.lines
        caption = f"{caption} · {t('comparison.sides', left=left, right=right)}"
    info = store.release().info
    selection = card.selection
    today = datetime.date.today()
    rows = rows_shown(card, comparison)
    demonstration = rows["kind"].eq("demonstration").any()
    return framed_svg(
        pictures,
        product=f"{t('product.name')} · {t('product.full')}",
        title=title,
        caption=caption,
        pills=card.pills,
        legend=states_present(t, rows),
        notes=[*said, *(t(f"note.{code}") for code in card.notes[:3])],
        source_lines=[
            *source_lines(t, sources_of(card, comparison), selection.indicator, info),
            t("download.made", date=t.date(today), address=address),
            t("download.licence"),
        ],
        watermark=t("kind.demonstration") if demonstration else None,
        metadata={
            "release": info.id,
            "indicator": selection.indicator.code,
            "gender": selection.filters.gender,
            "age": selection.filters.age,
            "period": selection.filters.period,
            "cycle": selection.cycle,
            "compare": selection.compare,
            "answer": selection.answer,
            "population": selection.population,
            "demonstration": str(int(demonstration)),
            "date": today.isoformat(),
            "language": t.language,
            "address": address,
        },
        language=t.language,
    )
