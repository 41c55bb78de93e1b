import shutil
import tomllib
from pathlib import Path

import numpy as np
import pytest
from demonstration_folder import FOLDER, codebooks, microdata, shares, table

from data.model.errors import SourceError
from data.model.questionnaire import WAVES
from data.statistics.design import make_design
from data.survey.demonstration.generating import demonstration_microdata
from data.survey.demonstration.ranking import choose, part, take
from data.survey.demonstration.shares import CELLS, cell_shares, shifted
from data.survey.demonstration.tendencies import read_tendencies
from data.survey.intake.codebook_reading import read_codebook
from tests.data.survey.single_estimates import estimate_share

PUBLISHED = {"human_rights": 47, "crime": 22, "migration": 10}


def test_the_published_shares_of_the_first_wave_are_met() -> None:
    own = shares("w1", "meaning")
    for answer, published in PUBLISHED.items():
        assert own[answer] == pytest.approx(published, abs=0.05), answer
    assert sum(own.values()) == pytest.approx(100)


@pytest.mark.parametrize("wave", WAVES)
def test_every_share_is_the_one_of_the_parameters(wave: str) -> None:
    wanted = read_tendencies(FOLDER, read_codebook(FOLDER / f"{wave}.toml")[0])
    for code, tendency in wanted.items():
        own = shares(wave, code)
        for answer, share in tendency.shares.items():
            assert own[answer] == pytest.approx(share, abs=0.5), (code, answer)


def test_counties_differ_where_they_should() -> None:
    persons = microdata()["w1"].respondents
    here = {area: shares("w1", "forms_here", persons["area"].eq(area))["begging"] for area in ("AL-11", "AL-07")}
    assert here["AL-11"] - here["AL-07"] == pytest.approx(27, abs=2)


def test_an_item_is_rare_and_another_nearly_everyones() -> None:
    for wave in WAVES:
        assert 1 <= shares(wave, "papers_kept")["yes"] <= 3
        assert shares(wave, "heard")["yes"] > 95


@pytest.mark.parametrize("wave", WAVES)
def test_design_effects_of_all_counties_are_those_of_a_clustered_sample(wave: str) -> None:
    persons = microdata()[wave].respondents
    design = make_design(persons["weight"].to_numpy(), persons["stratum"].to_numpy(), persons["psu"].to_numpy())
    effects = []
    for question in microdata()[wave].questions:
        if question.kind != "multi":
            given = persons[question.code]
            for answer in question.answers:
                hit = np.where(given.eq(""), np.nan, given.eq(answer.code).astype("float64"))
                effects.append(estimate_share(design, hit).deff)
    assert 1.5 < np.median(effects) < 2.1
    assert np.quantile(effects, 0.05) > 1
    assert np.quantile(effects, 0.95) < 3.2


@pytest.mark.parametrize("wave", WAVES)
def test_two_in_a_hundred_do_not_answer_and_five_where_it_is_sensitive(wave: str) -> None:
    silent: dict[bool, list[float]] = {True: [], False: []}
    for item in codebooks()[wave].items:
        if not item.asked_if:
            column = item.column or next(iter(item.columns.values()))
            silent[item.question.sensitive].append(table(wave).values[column].isin(item.missing).mean())
    assert 0.015 < np.mean(silent[False]) < 0.025
    assert 0.04 < np.mean(silent[True]) < 0.06


@pytest.mark.parametrize("wave", WAVES)
def test_a_routed_question_is_blank_for_who_was_not_asked(wave: str) -> None:
    persons, values = microdata()[wave].respondents, table(wave).values
    for item in codebooks()[wave].items:
        for earlier, answers in item.asked_if.items():
            asked = persons[earlier].isin(answers)
            for column in (item.column, *item.columns.values()):
                if column:
                    assert (values[column].ne("") == asked).all(), item.question.code


@pytest.mark.parametrize("wave", WAVES)
def test_everybody_who_answers_chooses_something_and_nothing_beside_none(wave: str) -> None:
    tendencies = read_tendencies(FOLDER, codebooks()[wave])
    for question in microdata()[wave].questions:
        if question.kind != "multi":
            continue
        answers = [f"{question.code}/{each.code}" for each in question.answers]
        given = microdata()[wave].respondents[answers].dropna()
        assert given.sum(axis=1).min() == 1, question.code
        for answer in tendencies[question.code].alone:
            assert given[given[f"{question.code}/{answer}"].eq(1)].sum(axis=1).max() == 1, question.code


def test_take_meets_the_wanted_weights_with_the_highest_scores() -> None:
    cells, weights = np.array([1, 0, 1, 0, 1]), np.array([1.0, 2.0, 1.0, 2.0, 1.0])
    scores = np.array([0.1, 0.9, 0.8, 0.2, 0.5])
    assert sorted(take(np.array([2.0, 2.0]), cells, weights, scores)) == [1, 2, 4]
    assert sorted(take(np.array([0.0, 0.0]), cells, weights, scores)) == []
    # The first cell gives one person of weight 2 where 1.2 were wanted; the second gives that much less.
    assert sorted(take(np.array([1.2, 2.2]), cells, weights, scores)) == [1, 2]


def test_part_gives_one_answer_and_a_scale_follows_its_score() -> None:
    score = np.array([-1.0, 0.4, 2.0, -0.2])
    own = part(np.array([[0.25, 0.5, 0.25]]), np.zeros(4, dtype="int64"), np.ones(4), lambda _: score)
    assert own.tolist() == [0, 1, 2, 1]


def test_choose_meets_shares_that_are_more_than_one_together() -> None:
    rng = np.random.default_rng(1)
    cells, weights = np.zeros(1000, dtype="int64"), np.ones(1000)
    given = choose(
        np.array([[0.7, 0.6, 0.1]]),
        np.array([False, False, True]),
        cells,
        weights,
        lambda _: rng.standard_normal(1000),
    )
    assert given.mean(axis=0) == pytest.approx([0.7, 0.6, 0.1], abs=0.001)
    assert given.sum(axis=1).min() == 1


def test_effects_are_evened_out_over_the_cells() -> None:
    sizes = np.arange(1.0, len(CELLS) + 1)
    own = cell_shares("single", {"a": 60, "b": 30, "c": 10}, {"AL-07": {"a": -20}}, {"f": {"a": 5}}, sizes)
    assert own.sum(axis=1) == pytest.approx(np.ones(len(CELLS)))
    assert np.average(own, axis=0, weights=sizes) == pytest.approx([0.6, 0.3, 0.1])
    assert own[CELLS.index(("AL-11", "m"))][0] - own[CELLS.index(("AL-07", "m"))][0] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("kind", "effect", "expected"),
    [
        ("single", {"a": 10}, {"a": 60, "b": 24, "c": 16}),
        ("multi", {"a": 10, "c": -30}, {"a": 60, "b": 30, "c": 0.2}),
        ("scale", {}, {"a": 50, "b": 30, "c": 20}),
    ],
)
def test_effects_move_shares(kind: str, effect: dict[str, float], expected: dict[str, float]) -> None:
    assert shifted(kind, {"a": 50, "b": 30, "c": 20}, effect) == pytest.approx(expected)


def test_a_tilt_moves_a_scale_towards_its_upper_end() -> None:
    own = shifted("scale", {"a": 50, "b": 30, "c": 20}, {"": np.log(2)})
    assert own == pytest.approx({"a": 100 * 50 / 190, "b": 100 * 60 / 190, "c": 100 * 80 / 190})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[heard]\n", "[hearing]\n", "[heard]: expected shares of wave w1, found nothing"),
        ("yes = 96.5, no = 3.5", "yes = 96.5, no = 5", "[heard]: expected shares that are 100 together, found 101.5"),
        ("yes = 96.5, no = 3.5", "yes = 100", "[heard]: expected a share of every answer, found no"),
        ("age = { yes = 0.3 }", "ages = { yes = 0.3 }", "[heard]: expected one of w1, w2"),
        ("gender.f = { partner = 8 }", "gender.f = { spouse = 8 }", "[recruiters]: expected one of"),
    ],
)
def test_parameters_that_do_not_fit_the_codebook_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "demonstration")
    text = (folder / "answers.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "answers.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        demonstration_microdata(folder)
    assert f"answers.toml, {words}" in str(error.value)


def test_no_question_is_left_among_the_parameters_that_no_wave_asks() -> None:
    named = set(tomllib.loads((FOLDER / "answers.toml").read_text(encoding="utf-8")))
    assert named == {each.code for book in codebooks().values() for each in book.questions}
