import tomllib

import numpy as np
import pandas as pd
import pytest
from demonstration_folder import FOLDER, codebooks, microdata, table

from data.model.questionnaire import WAVES
from data.survey.demonstration.raking import rake

DESIGN = tomllib.loads((FOLDER / "design.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("wave", "persons"), [("w1", 1537), ("w2", 1540)])
def test_size_of_the_wave(wave: str, persons: int) -> None:
    described = microdata()[wave].wave
    assert (described.persons, described.psus, described.strata) == (persons, 102, 12)
    assert len(microdata()[wave].respondents) == persons


@pytest.mark.parametrize("wave", WAVES)
def test_every_row_is_marked_as_synthetic(wave: str) -> None:
    values = table(wave).values
    assert table(wave).file == f"{wave}_SYNTHETIC.csv"
    assert set(values["SYNTHETIC"]) == {"1"}
    assert list(values["ID"]) == [f"SYN-{number:05d}" for number in range(1, len(values) + 1)]


@pytest.mark.parametrize("wave", WAVES)
def test_every_stratum_has_psus_of_its_own_and_at_least_two(wave: str) -> None:
    persons = microdata()[wave].respondents
    assert persons.groupby("stratum")["psu"].nunique().min() >= 2
    assert persons.groupby("psu")["stratum"].nunique().max() == 1


@pytest.mark.parametrize("wave", WAVES)
def test_psus_have_16_persons_and_10_in_the_booster(wave: str) -> None:
    sizes = microdata()[wave].respondents.groupby(["stratum", "psu"]).size().reset_index(name="size")
    booster = sizes["stratum"].str.endswith("3")
    assert set(sizes.loc[booster, "size"]) == {10}
    assert set(sizes.loc[~booster, "size"]) == {15, 16}
    assert microdata()[wave].respondents.loc[lambda rows: rows["stratum"].str.endswith("3"), "roma"].all()


def test_the_second_wave_went_to_other_psus() -> None:
    first, second = (set(microdata()[wave].respondents["psu"]) for wave in WAVES)
    assert not first & second
    assert not microdata()["w2"].wave.revisited


@pytest.mark.parametrize("wave", WAVES)
def test_households_have_one_or_two_youths_and_stand_in_one_psu(wave: str) -> None:
    values = table(wave).values
    sizes = values.groupby("HOUSEHOLD").size()
    assert set(sizes) == {1, 2}
    assert 0.2 < sizes.eq(2).mean() < 0.3
    assert values.groupby("HOUSEHOLD")["PSU"].nunique().max() == 1


@pytest.mark.parametrize("wave", WAVES)
@pytest.mark.parametrize("dimension", ["gender", "age"])
def test_weights_meet_the_totals_of_every_county(wave: str, dimension: str) -> None:
    persons = microdata()[wave].respondents
    sums = persons.groupby(["area", dimension])["weight"].sum()
    for area, totals in DESIGN["totals"].items():
        own = sums[area]
        for group, total in totals[dimension].items():
            assert own[group] == pytest.approx(total, abs=1), (area, group)
        assert own.sum() == pytest.approx(sum(totals[dimension].values()), abs=1)


def test_the_totals_of_gender_and_age_agree() -> None:
    for totals in DESIGN["totals"].values():
        assert sum(totals["gender"].values()) == sum(totals["age"].values())


@pytest.mark.parametrize("wave", WAVES)
def test_a_few_say_another_gender_or_none_and_are_drawn_into_two(wave: str) -> None:
    codes, column = codebooks()[wave].codes["gender"], codebooks()[wave].roles["gender"]
    assert 1 <= table(wave).values[column].map(codes).eq("other").sum() <= 20
    assert set(microdata()[wave].respondents["gender"]) == {"f", "m"}


def test_raking_meets_both_margins_and_leaves_its_input() -> None:
    rows, columns = np.array([0, 0, 1, 1, 1]), np.array([0, 1, 0, 1, 1])
    weights = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    before = weights.copy()
    raked = rake(weights, [(rows, np.array([40.0, 60.0])), (columns, np.array([30.0, 70.0]))])
    assert np.bincount(rows, raked) == pytest.approx([40, 60])
    assert np.bincount(columns, raked) == pytest.approx([30, 70])
    assert raked[4] / raked[3] == pytest.approx(5 / 4)
    assert (weights == before).all()


@pytest.mark.parametrize(
    ("totals", "words"),
    [([40.0, 61.0], "cannot be met"), ([40.0, 50.0, 10.0], "nobody")],
)
def test_raking_refuses_totals_that_cannot_be(totals: list[float], words: str) -> None:
    groups = np.array([0, 0, 1, 1])
    with pytest.raises(ValueError, match=words):
        rake(np.ones(4), [(groups, np.array(totals)), (groups, np.array([40.0, 60.0]))])


def test_ages_lie_in_their_groups() -> None:
    ages = pd.to_numeric(table("w1").values["AGE"])
    assert (ages.min(), ages.max()) == (15, 29)
