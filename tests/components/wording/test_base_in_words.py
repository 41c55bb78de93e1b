"""A base in words: exact, about, under; wherever a base is said."""

from types import SimpleNamespace

import pandas as pd
import pytest

from components.exhibits.survey_verdicts import pattern_figures
from components.exports.provenance.model import FIGURE, figures_of
from components.wording.labels import base_text
from i18n import words

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("n", "note", "albanian", "english"),
    [
        (41, "", f"n{GAP}41", f"n{GAP}41"),
        (40, "base_rounded", f"n{GAP}rreth{GAP}40", f"n{GAP}about{GAP}40"),
        (40, "assumed_deff base_rounded", f"n{GAP}rreth{GAP}40", f"n{GAP}about{GAP}40"),
        (None, "base_under_25", f"n{GAP}nën{GAP}25", f"n{GAP}under{GAP}25"),
        (None, "", "", ""),
    ],
)
def test_what_is_said_of_a_base(n: int | None, note: str, albanian: str, english: str) -> None:
    row = SimpleNamespace(n=n, note=note)
    assert (base_text(row, words("sq")), base_text(row, words("en"))) == (albanian, english)


def test_a_figure_that_is_taken_away_keeps_what_its_note_says_of_the_base() -> None:
    rows = pd.DataFrame([{**dict.fromkeys(FIGURE, "all"), "n": 40, "note": "base_rounded"}])
    (figure,) = figures_of(rows)
    assert (figure["n"], figure["note"]) == (40, "base_rounded")


def test_a_test_without_degrees_of_freedom_says_none() -> None:
    t = words("en")
    given = {"statistic": 3.2, "df1": 1.9, "p": 0.0312}
    assert pattern_figures(t, SimpleNamespace(**given, df2=88.0)).startswith("(Rao–Scott test: F(1.9;")
    assert pattern_figures(t, SimpleNamespace(**given, df2=float("nan"))) == f"(Rao–Scott test: p{GAP}={GAP}0.031.)"
