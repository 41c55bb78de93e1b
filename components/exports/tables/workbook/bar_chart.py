"""Excel's own bar chart of a measure, with its intervals; it can be edited and copied out."""

from collections.abc import Callable
from math import ceil, floor, log10
from typing import Any, Final

from xlsxwriter.utility import xl_range_abs

from components.charts.palette import LIGHT
from components.exports.cells import safe_title
from components.exports.limits import SHEET, cut
from components.exports.tables.bars import Bar, Charted
from components.exports.tables.model import Table
from components.exports.tables.workbook.book import Book
from data.model.rounding import half_up

LABELS, VALUES, BELOW, ABOVE = 0, 1, 4, 5  # columns of the numbers
WIDTH, AROUND = 860, 170  # pixels; of height, all that is not bars
LINE, TWO_LINES, SHORT = 24, 40, 30  # of height, one bar, and where labels have more signs than fit on a line
FULL: Final = 100.0  # where the axis of nearly full shares ends
PLAIN: Final = {"fill": {"color": LIGHT.ramp[1]}}
HATCHED: Final = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": LIGHT.ramp[2], "bg_color": LIGHT.ramp[0]}}
OUTLINE: Final = {"color": LIGHT.reference, "width": 1.25, "dash_type": "dash"}


def height_of(chosen: Charted) -> int:
    """How many pixels high the chart is."""
    line = TWO_LINES if any(len(bar.label) > SHORT for bar in chosen.bars) else LINE
    return AROUND + line * max(len(chosen.bars), 4)


def bar_chart(book: Book, chosen: Charted, top: int) -> Any:
    """The chart of the numbers whose header stands in line `top`. A hidden figure is a gap, also in the copy of the
    numbers that the chart itself carries; unreliable bars are hatched, made-up ones have a broken outline."""
    words, cells = (
        book.table.words,
        _range_on(cut(book.table.words["sheet_chart"], SHEET), top + 1, top + len(chosen.bars)),
    )
    series: dict[str, Any] = {
        "name": safe_title(chosen.measure),
        "categories": cells(LABELS),
        "values": cells(VALUES),
        "values_data": [bar.value for bar in chosen.bars],
        "gap": 60,
        "points": [_look(bar) for bar in chosen.bars],
    }
    if chosen.has_intervals:
        series["y_error_bars"] = {
            "type": "custom",
            "plus_values": cells(ABOVE),
            "plus_data": [bar.above for bar in chosen.bars],
            "minus_values": cells(BELOW),
            "minus_data": [bar.below for bar in chosen.bars],
            "line": {"color": LIGHT.ink, "width": 1.25},
        }
    chart = book.bar_chart()
    chart.add_series(series)
    mark = f"{words['demonstration']} · " if any(bar.is_made_up for bar in chosen.bars) else ""
    chart.set_title({"name": safe_title(f"{mark}{book.table.title}"), "name_font": {"size": 12, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"size": 10}, "line": {"color": LIGHT.muted}})
    chart.set_x_axis(_value_axis(book.table, chosen))
    chart.set_size({"width": WIDTH, "height": height_of(chosen)})
    return chart


def described(table: Table, chosen: Charted) -> str:
    """The chart in words, for a screen reader."""
    told = [
        bar.label if bar.value is None else f"{bar.label}: {half_up(bar.value, chosen.decimals)}" for bar in chosen.bars
    ]
    lead = ". ".join(line for line in (table.warning, table.title) if line)
    return f"{lead}. {'; '.join(told)}"


def _value_axis(table: Table, chosen: Charted) -> dict[str, Any]:
    """The axis names unit, interval and release, so that a copied chart still says them."""
    signs = [table.words["chart_interval"].rstrip(".")] if chosen.has_intervals else []
    origin = f"{table.words['product']}, {table.provenance.release}"
    named = " · ".join(part for part in (chosen.unit, *signs, origin) if part)
    return {
        "name": safe_title(named),
        "name_font": {"size": 9, "bold": False},
        "num_format": "#,##0" if chosen.decimals == 0 else "General",
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.grid}},
        "label_position": "high",
        **_reach(chosen),
    }


def _reach(chosen: Charted) -> dict[str, float]:
    """Where the value axis begins and ends: bars stand on nought, and every interval fits; nothing said where figures
    lie on both sides of nought."""
    told = [each for bar in chosen.bars for each in (bar.value, bar.low, bar.upp) if each is not None]
    low, upp = min(told), max(told)
    if low < 0:
        return {"max": 0.0} if upp <= 0 else {}
    if FULL * 0.8 < upp <= FULL:
        return {"min": 0.0, "max": FULL}
    half = 10 ** floor(log10(upp)) / 2 if upp > 0 else 0.5
    return {"min": 0.0, "max": half * max(ceil(upp / half), 1)}


def _range_on(sheet: str, first: int, last: int) -> Callable[[int], str]:
    quoted = sheet.replace("'", "''")
    return lambda column: f"='{quoted}'!{xl_range_abs(first, column, last, column)}"


def _look(bar: Bar) -> dict[str, Any]:
    return {**(HATCHED if bar.is_unreliable else PLAIN), **({"border": OUTLINE} if bar.is_made_up else {})}
