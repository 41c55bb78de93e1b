"""A table to take away says in words what its codes say, whatever it measures, and marks what is hidden or made up."""

import pandas as pd
import pytest

from components.downloads.tables.table import table_of
from components.exhibits.services_rows import people_reached_rows
from components.exports.provenance.model import figures_of
from components.exports.tables.columns import COLUMNS
from components.exports.tables.model import Table
from components.wording.provenance import citation
from components.wording.survey import answer_name
from data import Release
from data.model.observations import COLUMNS as OBSERVED
from data.model.observations import SHOWN
from data.model.service_counts import PEOPLE
from i18n import LANGUAGES, words

INDICATOR = "school_attendance_15_17"


def mixed_rows(atlas: Release) -> pd.DataFrame:
    """Rows of an indicator, of a question with hidden answers, and of people reached."""
    parts = [atlas.rows_of(INDICATOR), question_rows(atlas), people_reached_rows(atlas.services)]
    return pd.concat(parts, ignore_index=True)


def question_rows(atlas: Release) -> pd.DataFrame:
    rows = atlas.survey.observations
    code = rows.loc[rows["status"].eq("suppressed"), "indicator"].iloc[0]
    return atlas.survey.rows_of(code)


def table(atlas: Release, rows: pd.DataFrame, language: str = "sq") -> Table:
    return table_of(words(language), atlas, rows, title="Titulli", caption="Përshkrimi", filters=("një", "dy"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_indicators_answers_and_counts_stand_in_one_table(atlas: Release, language: str) -> None:
    t, rows = words(language), mixed_rows(atlas)
    made = table(atlas, rows, language)
    pd.testing.assert_frame_equal(made.rows[list(OBSERVED)], rows)
    assert set(made.rows.columns) <= set(COLUMNS)
    assert set(made.headings) == set(made.meanings) == set(made.rows.columns)
    first = made.rows.drop_duplicates("indicator").set_index("indicator")
    assert first.loc[INDICATOR, "indicator_name"] == t(f"indicator.{INDICATOR}.label")
    assert first.loc[PEOPLE, "answer_name"] == t(f"service_group.{first.loc[PEOPLE, 'answer']}")
    asked = rows.loc[rows["indicator"].isin(list(atlas.survey.questions)), ["indicator", "answer"]].iloc[0]
    question = atlas.survey.questions[asked["indicator"]]
    assert first.loc[question.code, "indicator_name"] == question.label[language]
    assert first.loc[question.code, "answer_name"] == answer_name(t, question, asked["answer"])
    assert [note.code for note in made.measures] == [INDICATOR, question.code, PEOPLE]
    assert all(note.definition and note.universe and note.method and note.interval for note in made.measures)


def test_every_row_says_where_it_comes_from(atlas: Release) -> None:
    made = table(atlas, mixed_rows(atlas))
    told = made.rows[made.rows["status"].isin(SHOWN)]
    assert told["citation"].ne("").all()
    assert set(made.rows["release"]) == {atlas.info.id}
    cited = {source.id: source.citation for source in made.sources}
    for row in told.drop_duplicates("source").itertuples():
        assert row.citation == "; ".join(cited[id] for id in row.source.split())
    assert all(cited[id] == citation(words("sq"), atlas.sources[id]) for id in cited)
    assert all(text in made.citation for text in cited.values())


def test_a_hidden_figure_has_its_word_and_never_a_number(atlas: Release) -> None:
    made = table(atlas, mixed_rows(atlas))
    hidden = made.rows[made.rows["status"].eq("suppressed")]
    assert set(hidden["indicator"]) >= {PEOPLE} and len(set(hidden["indicator"])) > 1
    assert hidden["value"].isna().all()
    assert not hidden["text"].str.contains(r"\d").any() and hidden["text"].ne("").all()
    assert hidden["reason_text"].ne("").all()
    assert [code for code, _, _ in made.states] == list(dict.fromkeys(code for code, _, _ in made.states))
    assert set(made.rows["status"]) <= {code for code, _, _ in made.states}


def test_made_up_figures_are_marked_row_by_row(atlas: Release) -> None:
    rows = mixed_rows(atlas)
    made = table(atlas, rows)
    assert made.rows["demonstration"].eq(1).equals(rows["kind"].eq("demonstration"))
    assert made.is_demonstration and made.provenance.demonstration
    real = table(atlas, atlas.rows_of(INDICATOR))
    assert not real.is_demonstration and set(real.rows["demonstration"]) == {0}


def test_provenance_names_release_query_and_every_figure(atlas: Release) -> None:
    rows = atlas.rows_of(INDICATOR)
    told = table_of(
        words("en"), atlas, rows, title="T", caption="C", filters=("f",), view="risk.x", address="https://x/"
    ).provenance
    assert (told.release, told.view, told.address, told.language) == (atlas.info.id, "risk.x", "https://x/", "en")
    assert told.figures == figures_of(rows) and len(told.figures) == len(rows)


def test_a_comparison_keeps_its_sides(atlas: Release) -> None:
    rows = atlas.rows_of(INDICATOR).head(4).assign(side=["a", "a", "b", "b"])
    made = table(atlas, rows)
    assert made.rows["side"].tolist() == ["a", "a", "b", "b"]
    assert made.headings["side"] == words("sq")("file_heading.side")
