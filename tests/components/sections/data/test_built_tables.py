"""Built tables: only what was asked for, nothing of it lost, and the same figures in both shapes."""

import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from screen import RELEASE

from components.address.selection import SETS
from components.downloads.tables.table import table_of
from components.exhibits.services_rows import people_reached_rows
from components.exports.tables.formats import FORMATS
from components.sections.data.preview import ROWS, preview, row_count
from components.sections.data.query import Query, chosen_rows, first_choices, options_in
from components.sections.data.sets import measures_of, rows_of_measures
from components.sections.data.wide import wide_of, wide_rows
from data import FOCUS, open_release
from data.model.dimensions import area_order
from data.model.observations import KEY
from i18n import words

ATLAS = open_release(RELEASE)
PUBLISHED = ATLAS.without_demonstration()
FIELDS = {"areas": "area", "genders": "gender", "ages": "age", "cycles": "cycle"}


@st.composite
def queries(draw: st.DrawFn) -> tuple[Query, pd.DataFrame]:
    """A query with anything its measures offer, and all rows of the measures."""
    of_set = draw(st.sampled_from(SETS))
    measures = draw(st.lists(st.sampled_from(measures_of(ATLAS, of_set)), min_size=1, max_size=3, unique=True))
    rows = rows_of_measures(ATLAS, of_set, measures)
    options = options_in(rows)
    several = {
        key: tuple(draw(st.lists(st.sampled_from(codes), min_size=1, unique=True))) for key, codes in options.items()
    }
    return Query(of_set=of_set, measures=tuple(measures), shape="long", **several), rows


@settings(max_examples=25)
@given(queries())
def test_a_table_has_every_row_asked_for_and_no_other(built: tuple[Query, pd.DataFrame]) -> None:
    query, rows = built
    found = chosen_rows(ATLAS, rows, query)
    asked = rows
    for key, column in FIELDS.items():
        asked = asked[asked[column].isin(getattr(query, key))]
    key = list(KEY)
    pd.testing.assert_frame_equal(
        found.sort_values(key, ignore_index=True), asked.sort_values(key, ignore_index=True), check_dtype=False
    )
    for _, group in found.groupby([each for each in key if each != "area"], sort=False):
        assert group["area"].map(area_order).is_monotonic_increasing
        assert group.index.max() - group.index.min() == len(group) - 1


@settings(max_examples=10)
@given(queries())
def test_the_wide_shape_has_the_same_figures_and_states(built: tuple[Query, pd.DataFrame]) -> None:
    query, rows = built
    found = chosen_rows(ATLAS, rows, query)
    if found.empty:
        return
    t = words("sq")
    long = table_of(t, ATLAS, found, title="T", caption="C", filters=())
    wide = wide_of(t, long)
    assert len(wide.rows) == row_count(found, "wide")
    assert set(wide.headings) == set(wide.meanings) == set(wide.rows.columns)
    assert wide.provenance == long.provenance
    by_code = wide.rows.set_index(["indicator", "answer", "gender", "age", "population", "period"])
    for row in long.rows.head(60).itertuples():
        cells = by_code.loc[(row.indicator, row.answer, row.gender, row.age, row.population, row.period)]
        assert pd.isna(row.value) == pd.isna(cells[row.area]) and (pd.isna(row.value) or row.value == cells[row.area])
        assert cells[f"{row.area}_state"] == row.status and cells[f"{row.area}_state_text"] == row.status_text
        assert pd.isna(row.n) == pd.isna(cells[f"{row.area}_n"]) and (pd.isna(row.n) or row.n == cells[f"{row.area}_n"])
    states = wide.rows[[column for column in wide.rows if column.endswith("_state_text")]]
    assert states.ne("").all(axis=None)


def test_an_area_without_a_row_is_called_so_and_not_left_empty() -> None:
    rows = ATLAS.survey.rows_of("heard")
    rows = rows[rows["gender"].eq("all") & rows["age"].eq("all") & rows["answer"].eq("yes")]
    t = words("en")
    told = wide_rows(t, table_of(t, ATLAS, rows, title="T", caption="C", filters=()).rows)
    roma = told[told["population"].eq("roma")]
    assert len(roma) and set(roma[f"{FOCUS[0]}_state_text"]) == {t("desk.no_row")}
    assert set(roma[f"{FOCUS[0]}_state"]) == {""} and roma[f"{FOCUS[0]}_n"].isna().all()
    assert set(preview(t, ATLAS, rows, "wide").loc[:, t.area(FOCUS[0])]) >= {t("desk.no_row_mark")}


@pytest.mark.parametrize("of_set", SETS)
def test_the_first_table_of_each_measure_has_rows_of_the_four_counties_or_of_the_whole(of_set: str) -> None:
    for measure in measures_of(ATLAS, of_set):
        rows = rows_of_measures(ATLAS, of_set, [measure])
        first = {key: tuple(codes) for key, codes in first_choices(rows).items()}
        found = chosen_rows(ATLAS, rows, Query(of_set=of_set, measures=(measure,), shape="long", **first))
        assert len(found) and found["status"].ne("no_data").any(), measure
        assert set(found["area"]) <= {*FOCUS, "AL", "AL-4C", "AL-PA"}, measure


@pytest.mark.parametrize("of_set", SETS)
def test_the_release_without_demonstration_offers_nothing_made_up(of_set: str) -> None:
    measures = measures_of(PUBLISHED, of_set)
    rows = rows_of_measures(PUBLISHED, of_set, measures)
    assert not rows["kind"].eq("demonstration").any()
    assert bool(measures) == (of_set != "services")


def test_a_preview_shows_the_first_rows_of_the_file_hidden_ones_with_their_word() -> None:
    t, rows = words("sq"), people_reached_rows(ATLAS.services)
    rows = rows.iloc[rows["status"].eq("suppressed").argmax() - 2 :].reset_index(drop=True)
    table = table_of(t, ATLAS, rows, title="T", caption="C", filters=())
    shown = preview(t, ATLAS, rows, "long")
    assert len(shown) == ROWS < len(rows) and rows.at[2, "status"] == "suppressed"
    assert shown[t("column.text")].tolist() == table.rows["text"].head(ROWS).tolist()
    assert shown[t("column.status_text")].tolist() == table.rows["status_text"].head(ROWS).tolist()


def test_each_figure_of_a_wide_workbook_has_its_own_decimals() -> None:
    t = words("en")
    rows = pd.concat([ATLAS.survey.rows_of("welcome"), people_reached_rows(ATLAS.services)], ignore_index=True)
    table = wide_of(t, table_of(t, ATLAS, rows, title="T", caption="C", filters=()))
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].make(table)))
    head, *lines = book.worksheets[0].iter_rows()
    place, code = (
        next(n for n, cell in enumerate(head) if cell.value == table.headings[name]) for name in ("AL-4C", "answer")
    )
    told = {(line[code].value == "mean", line[place].number_format) for line in lines if line[place].value is not None}
    assert told >= {(True, "#,##0.00"), (False, "#,##0.0"), (False, "#,##0")}
    assert len(told) == 3
