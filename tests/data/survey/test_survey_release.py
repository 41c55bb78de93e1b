"""The survey on its way to a release: results folder, published figures, demonstration in the place of real waves."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from reference_waves import PERIODS, WORDS, changed, in_two_genders, microdata

from data.model.errors import ReleaseError, SourceError
from data.model.microdata import Microdata
from data.model.questionnaire import Answer, Asked
from data.model.survey import Survey
from data.releasing.build import assemble, build, write_release
from data.releasing.check import check_release
from data.releasing.diff import describe_changes, diff_releases
from data.releasing.release import open_release
from data.survey import assembly
from data.survey.assembly import assemble_survey
from data.survey.check import survey_problems
from data.survey.joining import together
from data.survey.results import read_results, write_results
from data.survey.tables import survey_tables

SOURCES = Path(__file__).parents[3] / "data" / "sources"
KNOWN = ("s001", "demonstration")
TABLES = ("observations", "differences", "patterns")


def small(wave: Microdata) -> Microdata:
    """Two questions only, so that a build takes no time."""
    kept = tuple(each for each in wave.questions if each.code in ("heard", "trust"))
    return replace(in_two_genders(wave), questions=kept)


@cache
def real(code: str) -> Survey:
    return survey_tables([small(microdata(code))])


@cache
def demonstration() -> Survey:
    return survey_tables([small(microdata(code, "demonstration")) for code in PERIODS])


def same(one: Survey, other: Survey) -> None:
    assert (one.waves, one.questions) == (other.waves, other.questions)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.fixture
def survey_sources(sources: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small sources with published figures and two small demonstration waves."""
    (sources / "survey" / "demonstration").mkdir(parents=True)
    for name in ("published.toml", "published.csv"):
        shutil.copy(SOURCES / "survey" / name, sources / "survey" / name)
    with (sources / "sources.csv").open("a", encoding="utf-8") as file:
        file.write("demonstration,Generated,This software,2026,\n")
    twins = [small(microdata(code, "demonstration")) for code in PERIODS]
    monkeypatch.setattr(assembly, "demonstration_microdata", lambda _: twins)
    return sources


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    waves = [small(microdata(code)) for code in PERIODS]
    written = write_results(waves, tmp_path / "results")
    same(read_results(tmp_path / "results"), written)
    files = {path.name: path.read_bytes() for path in (tmp_path / "results").iterdir()}
    assert set(files) == {"observations.parquet", "differences.parquet", "patterns.parquet", "survey.json"}
    write_results(waves, tmp_path / "again")
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == files


def test_results_hold_no_respondent(tmp_path: Path) -> None:
    write_results([small(microdata("w1"))], tmp_path)
    columns = {name for table in TABLES for name in pq.read_schema(tmp_path / f"{table}.parquet").names}
    assert columns.isdisjoint({"weight", "stratum", "psu", "roma", "heard", "trust"})
    table = pq.read_table(tmp_path / "observations.parquet").to_pandas()
    assert table["n"].dropna().ge(25).all() or table.loc[table["n"].lt(25), "value"].isna().all()


def test_demonstration_is_never_written_as_a_result(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="wave w2, kind: expected computed, found demonstration"):
        write_results([microdata("w1"), microdata("w2", "demonstration")], tmp_path / "results")
    assert not (tmp_path / "results").exists()


def test_no_results_are_an_empty_survey(tmp_path: Path) -> None:
    empty = read_results(tmp_path / "nothing")
    assert (empty.waves, empty.questions, len(empty.observations)) == ((), {}, 0)


def drop(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def put(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(content) and None


def rewrite(name: str, column: str, value: object) -> Callable[[Path], None]:
    """Puts a value into the first row that has a figure."""

    def change(folder: Path) -> None:
        table = pq.read_table(folder / name)
        frame = table.to_pandas()
        figure = "value" if "value" in frame else "p"
        frame.loc[frame[figure].notna().idxmax(), column] = value
        pq.write_table(type(table).from_pandas(frame, schema=table.schema, preserve_index=False), folder / name)

    return change


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (drop("patterns.parquet"), "survey/results/patterns.parquet: expected a file, found none"),
        (put("observations.parquet", b"text"), "survey/results/observations.parquet: expected a Parquet file"),
        (put("survey.json", b"{"), "survey/results/survey.json: expected waves and questions"),
        (put("survey.json", b'{"waves": [], "questions": [{"code": "x"}]}'), "survey.json: expected waves and"),
        (put("survey.json", b'{"waves": [], "questions": []}'), "expected results as written by the import"),
        (rewrite("observations.parquet", "kind", "demonstration"), "observations.parquet, kind: demonstration"),
        (rewrite("observations.parquet", "n", 24), "n: expected at least 25 where a figure is shown, found 24"),
        (rewrite("differences.parquet", "verdict", "more"), "verdict: expected one of higher, lower"),
    ],
)
def test_broken_results_are_refused(tmp_path: Path, harm: Callable[[Path], None], told: str) -> None:
    write_results([small(microdata("w1"))], tmp_path)
    harm(tmp_path)
    with pytest.raises(SourceError) as raised:
        read_results(tmp_path)
    assert told in str(raised.value)


def test_results_with_other_columns_are_refused(tmp_path: Path) -> None:
    write_results([small(microdata("w1"))], tmp_path)
    table = pq.read_table(tmp_path / "patterns.parquet")
    pq.write_table(table.drop_columns(["p"]), tmp_path / "patterns.parquet")
    with pytest.raises(SourceError, match=r"results/patterns\.parquet, columns: expected indicator, dimension"):
        read_results(tmp_path)


def test_without_real_waves_there_are_two_of_demonstration(survey_sources: Path) -> None:
    survey = assemble_survey(survey_sources / "survey", KNOWN)
    assert [(wave.code, wave.kind) for wave in survey.waves] == [
        ("w1", "published"),
        ("w1", "demonstration"),
        ("w2", "demonstration"),
    ]
    assert list(survey.questions) == ["meaning_published", "heard", "trust"]
    assert list(survey_problems(survey)) == []
    assert len(survey.differences.query("dimension == 'period'")) > 50


def test_a_real_wave_takes_the_place_of_its_twin(survey_sources: Path) -> None:
    write_results([small(microdata("w1"))], survey_sources / "survey" / "results")
    survey = assemble_survey(survey_sources / "survey", KNOWN)
    assert [(wave.code, wave.kind) for wave in survey.waves][1:] == [("w1", "computed"), ("w2", "demonstration")]
    by_period = survey.rows_of("heard").groupby("period")["kind"].unique()
    assert {period: list(kinds) for period, kinds in by_period.items()} == {
        PERIODS["w1"]: ["computed"],
        PERIODS["w2"]: ["demonstration"],
    }
    assert survey.differences.query("dimension == 'period'").empty
    assert [(asked.wave, asked.kind) for asked in survey.questions["heard"].asked] == [
        ("w1", "computed"),
        ("w2", "demonstration"),
    ]
    assert list(survey_problems(survey)) == []
    write_results([small(microdata(code)) for code in PERIODS], survey_sources / "survey" / "results")
    whole = assemble_survey(survey_sources / "survey", KNOWN)
    assert "demonstration" not in {wave.kind for wave in whole.waves}
    assert len(whole.differences.query("dimension == 'period'")) > 50


def test_what_only_one_of_two_kinds_asked_was_not_asked_in_the_other() -> None:
    fewer = replace(in_two_genders(microdata("w1")), questions=microdata("w1").questions[:1])
    survey = together([survey_tables([fewer]), survey_tables([small(microdata("w2", "demonstration"))])])
    missing = survey.rows_of("trust").query(f"period == '{PERIODS['w1']}'")
    assert set(zip(missing["status"], missing["kind"], missing["source"], strict=True)) == {
        ("not_asked", "computed", "s001")
    }
    assert list(survey_problems(survey)) == []


def test_real_and_demonstration_figures_of_one_wave_are_refused() -> None:
    with pytest.raises(SourceError, match="wave w1, kind: expected real figures or demonstration, never both"):
        together([real("w1"), demonstration()])


def test_an_unmarked_twin_is_refused(survey_sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unmarked = [small(microdata("w1"))]
    monkeypatch.setattr(assembly, "demonstration_microdata", lambda _: unmarked)
    with pytest.raises(SourceError, match=r"demonstration/w1\.toml, source: expected synthetic = true"):
        assemble_survey(survey_sources / "survey", KNOWN)


def test_a_wave_of_an_unknown_source_is_refused(survey_sources: Path) -> None:
    with pytest.raises(SourceError, match=r"source: expected an id in sources\.csv, found demonstration"):
        assemble_survey(survey_sources / "survey", ["s001"])


def test_the_three_published_shares(survey_sources: Path) -> None:
    survey = assemble_survey(survey_sources / "survey", KNOWN)
    rows = survey.rows_of("meaning_published")
    shown = rows[rows["status"].eq("ok")].set_index("answer")
    figures = shown[["value", "value_low", "value_upp"]].apply(tuple, axis=1).to_dict()
    assert figures == {
        "human_rights": (47.0, 44.0, 50.1),
        "crime": (22.0, 19.6, 24.6),
        "migration": (10.0, 8.3, 12.0),
    }
    assert set(shown["area"] + shown["gender"] + shown["age"]) == {"AL-4Callall"}
    same_of_all = shown[["n", "deff", "method", "kind", "source", "note", "period"]].drop_duplicates()
    assert same_of_all.iloc[0].tolist() == [
        1537, 1.5, "assumed_deff", "published", "s001", "assumed_deff base_not_stated", "2020-08"
    ]  # fmt: skip
    assert len(same_of_all) == 1
    assert shown["value_se"].isna().all()
    others = rows[rows["status"].ne("ok")]
    assert set(zip(others["status"], others["reason"], strict=True)) == {("no_data", "not_published")}
    assert set(others["period"]) == {"2020-08"}
    assert survey.differences_of("meaning_published").empty
    assert survey.wave_of(survey.questions["meaning_published"].asked[0]).persons == 1537


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("crime,AL-4C", "crimes,AL-4C", "answer: expected one of human_rights, crime, migration, found crimes"),
        ("crime,AL-4C", "crime,AL", "area: expected one of AL-4C"),
        ("2020-08,22,", "2021-08,22,", "period: expected one of 2020-08, found 2021-08"),
        ("2020-08,22,", "2020-08,122,", "value: expected a percentage from 0 to 100, found 122"),
        ("22,1537", "22,many", "n: expected a whole number above 0, found many"),
        ("22,1537,s001", "22,1537,s999", "source: expected an id in sources.csv, found s999"),
        ("meaning_published,crime", "meaning_published,migration", "answer: expected each figure once"),
        ("meaning_published,crime", "other,crime", "question: expected one of meaning_published, found other"),
    ],
)
def test_a_wrong_published_figure_is_named(survey_sources: Path, old: str, new: str, told: str) -> None:
    path = survey_sources / "survey" / "published.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        assemble_survey(survey_sources / "survey", KNOWN)
    assert "survey/published.csv, row" in str(raised.value)
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "multi"', 'kind = "many"', "question 1 kind: expected one of single, multi, scale"),
        ("persons = 1537", "persons = 0", "wave 1 persons: expected a whole number above 0"),
        (
            'headline = "human_rights"',
            'headline = "rights"',
            "question meaning_published headline: expected one of its answers",
        ),
        ('wave = "w1"', 'wave = "w2"', "question meaning_published wave: expected a [[wave]] of this file, found w2"),
    ],
)
def test_a_wrong_published_question_is_named(survey_sources: Path, old: str, new: str, told: str) -> None:
    path = survey_sources / "survey" / "published.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        assemble_survey(survey_sources / "survey", KNOWN)
    assert f"survey/published.toml, {told}" in str(raised.value)


@pytest.mark.usefixtures("afresh")
def test_a_release_with_a_survey_is_good_and_always_the_same(survey_sources: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert build(survey_sources, first).id == build(survey_sources, second).id
    assert check_release(first) == []
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    opened = open_release(first)
    same(opened.survey, assemble_survey(survey_sources / "survey", KNOWN))
    assert {"s001", "demonstration"} <= set(opened.sources)
    package = json.loads((first / "datapackage.json").read_text(encoding="utf-8"))
    resources = {each["path"]: each for each in package["resources"]}
    assert resources["survey.parquet"]["rows"] == len(opened.survey.observations)
    assert resources["survey.json"]["rows"] == 3
    assert {each["name"] for each in resources["survey_differences.parquet"]["schema"]["fields"]} >= {"q", "age_to"}


def test_demonstration_can_be_left_out(survey_sources: Path, tmp_path: Path) -> None:
    write_results([small(microdata("w1"))], survey_sources / "survey" / "results")
    build(survey_sources, tmp_path / "release")
    everything = open_release(tmp_path / "release")
    survey = open_release(tmp_path / "release", demonstration=False).survey
    same(everything.without_demonstration().survey, survey)
    assert [(wave.code, wave.kind) for wave in survey.waves] == [("w1", "published"), ("w1", "computed")]
    for name in TABLES:
        assert "demonstration" in set(getattr(everything.survey, name)["kind"])
        assert "demonstration" not in set(getattr(survey, name)["kind"])
    assert list(survey.questions) == ["meaning_published", "heard", "trust"]
    assert list(survey_problems(survey)) == []


def test_what_only_demonstration_asked_goes_with_it() -> None:
    first = replace(in_two_genders(microdata("w1")), questions=microdata("w1").questions[:1])
    more = (*(Answer(code, WORDS) for code in ("yes", "no", "unsure")),)
    second = changed(
        small(microdata("w2", "demonstration")), "heard", asked=(Asked("w2", "demonstration", WORDS, WORDS, more),)
    )
    survey = together([survey_tables([first]), survey_tables([second])])
    assert set(survey.rows_of("heard")["answer"]) == {"yes", "no", "unsure"}
    left = survey.without_demonstration()
    assert list(left.questions) == ["heard"]
    assert set(left.observations["answer"]) == {"yes", "no"}
    assert left.patterns_of("trust").empty
    with pytest.raises(KeyError):
        left.rows_of("trust")
    assert list(survey_problems(left)) == []


def test_nothing_is_left_of_demonstration_alone() -> None:
    left = demonstration().without_demonstration()
    assert (left.waves, left.questions) == ((), {})
    assert [len(getattr(left, name)) for name in TABLES] == [0, 0, 0]


def cell(table: str, column: str, value: object, where: str) -> Callable[[Survey], Survey]:
    def change(survey: Survey) -> Survey:
        frame = getattr(survey, table).copy()
        chosen = frame.query(where).index
        assert len(chosen), where
        frame.loc[chosen[:1], column] = value
        return replace(survey, **{table: frame})

    return change


def without_one(survey: Survey) -> Survey:
    return replace(survey, observations=survey.observations.drop(index=40))


def one_more(survey: Survey) -> Survey:
    extra = survey.observations.query("population == 'roma'").head(1).assign(area="AL-11")
    return replace(survey, observations=pd.concat([survey.observations, extra], ignore_index=True))


def a_row_twice(table: str) -> Callable[[Survey], Survey]:
    def change(survey: Survey) -> Survey:
        frame = getattr(survey, table)
        return replace(survey, **{table: pd.concat([frame, frame.head(1)], ignore_index=True)})

    return change


FIGURE = "status == 'ok' and answer == 'yes' and area == 'AL-4C' and gender == 'all'"
TESTED = "dimension == 'area' and verdict == 'not_distinguishable'"


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (cell("observations", "value_low", 99.0, FIGURE), "value_low: expected at most the value"),
        (cell("observations", "value_upp", 101.0, FIGURE), "value_upp: expected a percentage from 0 to 100"),
        (cell("observations", "value_upp", float("nan"), FIGURE), "value_low: expected both bounds or none"),
        (cell("observations", "value", 70.123, FIGURE), "value: expected at most 1 decimals, found 70.123"),
        (cell("observations", "value_se", 1.001, "answer == 'mean' and status == 'ok'"), "at most 2 decimals"),
        (cell("observations", "value", 6.0, "answer == 'mean' and status == 'ok'"), "a score on the question's scale"),
        (cell("observations", "n", 24, FIGURE), "n: expected at least 25 where a figure is shown, found 24"),
        (cell("observations", "n", pd.NA, FIGURE), "n: expected at least 25 where a figure is shown"),
        (cell("observations", "status", "suppressed", FIGURE), "value: expected nothing where the figure is not shown"),
        (cell("observations", "status", "ok", "reason == 'too_deep'"), "status: expected nothing shown by county"),
        (cell("observations", "reason", "tired", FIGURE), "reason: expected one of"),
        (cell("observations", "kind", "computed", FIGURE), "kind: expected the kind of the wave of this period"),
        (cell("observations", "source", "s001", FIGURE), "source: expected demonstration, found 's001'"),
        (cell("observations", "cycle", "0", FIGURE), "cycle: expected the period's cycle"),
        (cell("observations", "answer", "maybe", FIGURE), "expected a row for each combination that is offered"),
        (without_one, "expected a row for each combination that is offered, found none"),
        (one_more, "population: expected Roma as one group only"),
        (one_more, "indicator: expected a question, answer, group and wave of survey.json"),
        (a_row_twice("observations"), "survey.parquet, heard yes AL-4C 2020-08, area: expected one row a key"),
        (a_row_twice("differences"), "survey_differences.parquet, heard yes area"),
        (a_row_twice("patterns"), "survey_patterns.parquet, heard area"),
        (cell("differences", "area", "AL-4C", TESTED), "area: expected two counties, found 'AL-4C'"),
        (cell("differences", "area", "AL-01", TESTED), "area: expected one of AL-4C, AL-11"),
        (cell("differences", "area_to", "AL-11", TESTED + " and area == 'AL-11'"), "area_to: expected another one"),
        (cell("differences", "gender", "f", TESTED + " and gender == 'all'"), "gender_to: expected the same one"),
        (cell("differences", "kind", "computed", TESTED), "area: expected a figure of this kind that is shown"),
        (cell("differences", "difference", 80.0, TESTED), "difference: expected a figure in its interval"),
        (cell("differences", "difference", 0.125, TESTED), "difference: expected at most 1 decimals"),
        (cell("differences", "verdict", "higher", TESTED + " and q > 0.1"), "verdict: expected the word for its q"),
        (cell("differences", "verdict", "not_comparable", TESTED), "verdict: expected that of the comparability"),
        (cell("differences", "q", float("nan"), TESTED), "difference: expected a tested figure"),
        (cell("patterns", "p", 1.2, "indicator == 'heard'"), "p: expected from 0 to 1"),
        (cell("patterns", "verdict", "higher", "indicator == 'heard'"), "verdict: expected one of differs"),
        (cell("patterns", "period_to", "2019", "indicator == 'heard'"), "period_to: expected a wave's"),
    ],
)
def test_a_wrong_survey_is_found(harm: Callable[[Survey], Survey], told: str) -> None:
    problems = list(survey_problems(harm(demonstration())))
    assert any(told in problem for problem in problems), problems


def test_the_survey_that_these_harm_is_good() -> None:
    assert list(survey_problems(demonstration())) == []


def test_a_real_figure_that_cites_demonstration_is_found() -> None:
    harm = cell("observations", "source", "demonstration", FIGURE)
    problems = list(survey_problems(harm(real("w1"))))
    assert any("source: expected a source of real figures, found 'demonstration'" in each for each in problems)


def test_more_digits_of_a_sensitive_share_are_found() -> None:
    open_questions = demonstration().questions
    sensitive = {code: replace(each, sensitive=True) for code, each in open_questions.items()}
    problems = list(survey_problems(replace(demonstration(), questions=sensitive)))
    assert any("value: expected at most 0 decimals" in each for each in problems)
    assert any("survey_differences.parquet" in each and "at most 0 decimals" in each for each in problems)


def test_the_release_is_checked_with_its_survey(survey_sources: Path, tmp_path: Path) -> None:
    contents, notes = assemble(survey_sources)
    harm = cell("observations", "n", 3, "status == 'ok' and kind == 'demonstration'")
    (tmp_path / "wrong").mkdir()
    write_release(tmp_path / "wrong", replace(contents, survey=harm(contents.survey)), notes)
    assert any("survey.parquet" in each and "at least 25" in each for each in check_release(tmp_path / "wrong"))


def test_a_release_made_before_the_survey_still_opens(survey_sources: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    build(survey_sources, folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (folder / "survey.parquet").unlink()
    kept = [each for each in package["resources"] if each["path"] != "survey.parquet"]
    (folder / "datapackage.json").write_text(json.dumps({**package, "resources": kept}))
    with pytest.raises(ReleaseError, match=r"survey\.parquet: expected in datapackage\.json, not there"):
        open_release(folder)
    for name in ("survey_differences.parquet", "survey_patterns.parquet", "survey.json"):
        (folder / name).unlink()
    kept = [each for each in kept if not each["path"].startswith("survey")]
    (folder / "datapackage.json").write_text(json.dumps({**package, "resources": kept}))
    (problem,) = check_release(folder)
    identity = problem.split("found ")[1].split(" ")[0]
    (folder / "datapackage.json").write_text(json.dumps({**package, "id": identity, "resources": kept}))
    assert open_release(folder).survey.questions == {}


def test_a_changed_survey_figure_is_told(survey_sources: Path, tmp_path: Path) -> None:
    build(survey_sources, tmp_path / "old")
    path = survey_sources / "survey" / "published.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2020-08,22,", "2020-08,23,"), encoding="utf-8")
    build(survey_sources, tmp_path / "new")
    assert describe_changes(diff_releases(tmp_path / "old", tmp_path / "new")).splitlines() == [
        "moved (1)",
        "  meaning_published crime AL-4C all all all 2020-08: ok 22 -> ok 23",
    ]
