"""No figure without its period, base, state and source: the overview's findings, both sides of a comparison."""

from collections.abc import Callable

import pytest
from screen import Screen

from components.sections.overview import FINDINGS
from data import COUNTRY, FOCUS, Filters, Release, offers
from data.model.observations import source_ids
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
BOYS = {"indicator": "school_attendance_15_17", "compare": "gender"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "gender"), FINDINGS)
def test_a_finding_says_its_period_and_sources(
    visit: Visit, atlas: Release, code: str, gender: str, language: str
) -> None:
    t, screen = words(language), visit("overview", lang=language)
    period = offers(atlas.rows_of(code), code).settle(Filters(gender=gender)).period
    rows = atlas.rows_of(code).query("period == @period and gender == @gender and source != ''")
    cells = rows.loc[rows["area"].isin((*FOCUS, COUNTRY)), "source"]
    publishers = {atlas.sources[source].publisher for source in source_ids(cells)}
    assert publishers
    assert screen.says(f"{t.period(period)}.")
    assert all(screen.says(publisher) for publisher in publishers)


def test_a_finding_on_few_cases_says_so(visit: Visit) -> None:
    assert visit("overview").says("Kukës n\u00a033 (e pasigurt)")


@pytest.mark.parametrize(("tab", "sign"), [("map", "hatched"), ("map", "hollow"), ("chart", "hollow")])
def test_a_comparison_explains_the_marks_of_both_sides(visit: Visit, tab: str, sign: str) -> None:
    """Of those with a computer no county's share is unreliable; of boys at school those of Dibër and Kukës are."""
    mark = words("sq")(f"legend.{sign}")
    assert visit("risk", tab=tab, **BOYS).says(mark)
    assert not visit("risk", tab=tab, indicator="computer").says(mark)
