"""What must hold of a survey's bases: nobody is left over, no hidden sensitive group follows, bands are kept."""

from collections.abc import Iterator
from itertools import chain

from data.model.survey import Survey
from data.model.survey_tables import DIFFERENCE_KEY, PATTERN_KEY
from data.reading.csv_rows import row_problems
from data.statistics.reliability import HIDDEN_BELOW
from data.survey.guarding import DIFFERENCE_EXACT, PATTERN_EXACT, of_banded, of_hidden
from data.survey.protected.bands import EXACT_BY, ROUNDED, STEP, UNDER, is_banded
from data.survey.subtractions import given_away, left_over


def base_problems(survey: Survey, observations: str, differences: str, patterns: str) -> Iterator[str]:
    """Every problem of the bases, and of what leads back to them, in the tables so called."""
    for found in chain(left_over(survey), given_away(survey)):
        yield f"{observations}, {found.place}, n: expected nothing that a subtraction tells, found: {found.said}"
    yield from _band_problems(survey, observations)
    table = survey.differences
    exact = of_banded(table, survey) & table[DIFFERENCE_EXACT].notna().any(axis=1)
    yield from row_problems(table[exact], "df", "nothing beside a base in bands", differences, DIFFERENCE_KEY)
    table = survey.patterns
    exact = of_banded(table, survey) & table[PATTERN_EXACT].notna().any(axis=1)
    yield from row_problems(table[exact], "df2", "nothing beside a base in bands", patterns, PATTERN_KEY)
    yield from row_problems(table[of_hidden(survey)], "p", "no test of a hidden group", patterns, PATTERN_KEY)


def _band_problems(survey: Survey, file: str) -> Iterator[str]:
    rows, base = survey.observations, survey.observations["n"]
    rounded, under = (rows["note"].str.split().map(lambda codes, code=code: code in codes) for code in (ROUNDED, UNDER))
    banded = is_banded(rows, survey.questions, survey.waves) & (base.notna() | rows["status"].eq("suppressed"))
    expected = f"a base in bands ({ROUNDED} or {UNDER})"
    yield from row_problems(rows[banded & ~rounded & ~under], "note", expected, file)
    whole = base.mod(STEP).eq(0) & base.ge(HIDDEN_BELOW)
    expected = f"a multiple of {STEP} from {HIDDEN_BELOW} on"
    yield from row_problems(rows[rounded & ~whole.fillna(False).astype(bool)], "n", expected, file)
    yield from row_problems(rows[under & base.notna()], "n", f"nothing, as it is under {HIDDEN_BELOW}", file)
    exact = (rounded | under) & rows[list(EXACT_BY)].notna().any(axis=1)
    yield from row_problems(rows[exact], "deff", "nothing beside a base in bands", file)
