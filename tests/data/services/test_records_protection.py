"""The protected table of people reached: what is in it, and that nobody can be worked out of it."""

from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from data.disclosure.cube import lattice
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS
from data.services.batches import counted
from data.services.case import Public
from data.services.cubes import PERSONS, as_cube, cubes_of, fewest_shown, persons_cube, services_cube
from data.services.known import known_facts, known_values
from data.services.protection import Protection, proof_problems, protect_counts
from data.services.records.counting import TRUE_COUNTS, TrueCounts
from data.services.records.form import Known
from tests.data.services.record_files import records, total, true_counts

PLACES = {"area": AREAS, "gender": GENDERS, "age": AGES}
CYCLE = "1"  # each cycle is protected on its own: one is enough where any counts are drawn
TOTALS = {"area": "AL-4C", "gender": ALL, "age": ALL}


@pytest.fixture(scope="module")
def true(tmp_path_factory: pytest.TempPathFactory) -> TrueCounts:
    return true_counts(tmp_path_factory.mktemp("codebook"), records(260))


@pytest.fixture(scope="module")
def protection(true: TrueCounts) -> Protection:
    return protect_counts(true, Public())


def test_at_most_two_of_county_gender_age_and_service_are_told_apart(protection: Protection) -> None:
    table = protection.table
    apart = sum(table[name].ne(whole) for name, whole in {**TOTALS, "service": ALL}.items())
    assert apart.max() == 2
    assert not table.duplicated(["service", "area", "gender", "age", "cycle"]).any()
    assert set(table["cycle"]) == {"1", "2"}
    persons = 1 + (4 + 2 + 3) + (4 * 2 + 4 * 3 + 2 * 3)
    services = 4 * (1 + 4 + 2 + 3)
    assert len(table) == 2 * (persons + services)


def test_what_is_shown_is_the_count_to_the_nearest_five(true: TrueCounts, protection: Protection) -> None:
    shown = protection.table[protection.table["status"].eq("ok")]
    assert len(shown) > 80
    for row in shown.to_dict("records"):
        cell = {str(name): str(row[name]) for name in (*TOTALS, "service", "cycle")}
        count = total(true, **{name: code for name, code in cell.items() if code != TOTALS.get(name)})
        assert abs(int(row["value"]) - count) <= 2
        fewest = 10 if "0-17" in cell.values() or cell["service"] in ("reintegration", ALL) else 5
        assert count >= fewest


def test_persons_of_all_services_are_not_the_sum_of_the_services(protection: Protection) -> None:
    whole = protection.table[(protection.table[list(TOTALS)] == pd.Series(TOTALS)).all(axis=1)]
    for _, rows in whole.groupby("cycle"):
        values = rows.set_index("service")["value"]
        assert values[list(GROUPS)].max() <= values[ALL] < values[list(GROUPS)].sum()


def test_children_and_services_of_victims_need_ten() -> None:
    for vulnerable, persons in (((), 5), (("reintegration",), 10)):
        of_persons, of_services = persons_cube("1"), services_cube("1")
        least = fewest_shown(of_persons, vulnerable)
        assert least[0, 0, 0, 0] == least[-1, -1, 0, 0] == 10 and least[-1, -1, -1, 0] == least[0, 1, 2, 0] == persons
        least = fewest_shown(of_services, vulnerable)
        services = [*of_services.dimensions["service"]]
        assert (least[:, :, :, 0] == 10).all() and (least[services.index("outreach"), :, :, 1:] == 5).all()
        assert (least[services.index("reintegration"), :, :, 1:] == persons).all()
        assert (least[services.index(PERSONS), :, :, 1:] == persons).all()


def test_every_hidden_cell_that_is_shown_after_all_is_found(true: TrueCounts, protection: Protection) -> None:
    assert proof_problems(protection.table, protection.proofs, true.vulnerable, Public()) == []
    first = protection.table[protection.table["cycle"].eq("1")]
    hidden = first.index[first["status"].eq("suppressed")]
    assert len(hidden) >= 5
    for place in hidden:
        table = first.copy()
        table.loc[place, ["value", "status", "reason"]] = [5, "ok", ""]
        assert proof_problems(table, protection.proofs, true.vulnerable, Public())


def small_counts_found(true: TrueCounts, table: pd.DataFrame, cycle: str) -> int:
    """How many small counts of a cycle an exact attacker cannot hold for none, or not for enough."""
    attacker = Attacker(table[table["cycle"].eq(cycle)], true.vulnerable, cycle)
    _, services = cubes_of(cycle)
    sums, least = lattice(services, counted(services, true)), fewest_shown(services, true.vulnerable)
    small = np.argwhere((sums > 0) & (sums < least))
    assert len(small)
    rows = [attacker.row(tuple(int(each) for each in place)) for place in small]
    enough = [int(least[tuple(place)]) for place in small]
    return sum(not (attacker.possible(row, most=0) and attacker.possible(row, least=k))
               for row, k in zip(rows, enough, strict=True))  # fmt: skip


def test_an_exact_attacker_with_the_whole_table_finds_no_small_count(true: TrueCounts, protection: Protection) -> None:
    """Whole-number programmes over all finest cells of persons and services, written apart from the engine."""
    assert small_counts_found(true, protection.table, "1") == 0


def test_a_service_cannot_be_worked_out_of_the_persons_and_the_other_services(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Kukës nobody has two services, and 118 persons less 92, 12 and 12 leave the 2 of the fourth."""
    cells = []
    for area, gender, age in product(AREAS, GENDERS, AGES):
        counts = {"outreach": 40, "support": 30, "reintegration": 20, "education": 30, ALL: 60}
        if area == "AL-07":
            alone = (gender, age) == ("f", "25+")
            counts = dict(zip((*GROUPS, ALL), (92, 12, 12, 2, 118) if alone else (0,) * 5, strict=True))
        cells += [(service, area, gender, age, "1", count) for service, count in counts.items()]
    true = TrueCounts(pd.DataFrame(cells, columns=list(TRUE_COUNTS)), ())
    assert small_counts_found(true, protect_counts(true, Public()).table, "1") == 0
    # Without the links as facts the same table would have given them away.
    monkeypatch.setattr("data.services.case.links", lambda cube: [])
    assert small_counts_found(true, protect_counts(true, Public()).table, "1") > 0


class Attacker:
    """All counts that agree with one cycle's published table; cells ordered service, area, gender, age."""

    def __init__(self, table: pd.DataFrame, vulnerable: tuple[str, ...], cycle: str) -> None:
        self.services = [*GROUPS, ALL]
        self.shape = (5, 4, 2, 3)
        rows, low, high = [], [], []
        for each in table[table["status"].eq("ok")].to_dict("records"):
            place = [self.services.index(each["service"])]
            place += [
                len(kinds) if each[name] == TOTALS[name] else kinds.index(each[name]) for name, kinds in PLACES.items()
            ]
            strict = each["age"] == "0-17" or each["service"] in vulnerable or (each["service"] == ALL and vulnerable)
            rows.append(self.row((*place, 0)))
            low.append(max(each["value"] - 2, 10 if strict else 5))
            high.append(each["value"] + 2)
        for cell in np.ndindex(4, 2, 3):
            one = [self.row((service, *cell, 0)) for service in range(5)]
            for service in range(4):
                rows.append(one[4] - one[service])
                low.append(0)
                high.append(np.inf)
            rows.append(sum(one[:4]) - one[4])
            low.append(0)
            high.append(np.inf)
        self.rows, self.low, self.high = rows, low, high
        self.tables: list[np.ndarray] = []  # all counts found to agree with what is known

    def row(self, place: tuple[int, ...]) -> np.ndarray:
        """1 for the finest cells that a lattice cell sums (a place past the last category sums them all)."""
        chosen = np.zeros(self.shape)
        slices = (
            slice(None) if at == size else slice(at, at + 1)
            for at, size in zip(place[1:4], self.shape[1:], strict=True)
        )
        chosen[(place[0], *slices)] = 1
        return chosen.ravel()

    def possible(self, row: np.ndarray, least: float = 0, most: float = 2000) -> bool:
        """Whether some counts that agree with everything known sum to this; those found already are looked at first."""
        if any(least <= round(float(row @ table)) <= most for table in self.tables):
            return True
        rows, low, high = [*self.rows, row], [*self.low, least], [*self.high, most]
        known = LinearConstraint(np.array(rows), np.array(low, dtype=float), np.array(high, dtype=float))
        answer = milp(np.zeros(row.size), constraints=known, integrality=np.ones(row.size), bounds=Bounds(0, 2000))
        assert answer.status in (0, 2), answer.message
        if answer.status == 0:
            self.tables.append(np.rint(answer.x))
        return bool(answer.status == 0)


def small_world(seed: int, most: int, several: float) -> TrueCounts:
    """Counts of a cycle where each person has at least one service, `several` of them more."""
    random = np.random.default_rng(seed)
    cells = []
    for area in AREAS:
        for gender in GENDERS:
            for age in AGES:
                had = random.random((random.integers(0, most + 1), 4)) < several
                if len(had):
                    had[np.arange(len(had)), random.choice(4, len(had), p=[0.6, 0.2, 0.05, 0.15])] = True
                counts = dict(zip(GROUPS, had.sum(axis=0), strict=True)) | {ALL: len(had)}
                cells += [(service, area, gender, age, CYCLE, int(count)) for service, count in counts.items()]
    return TrueCounts(pd.DataFrame(cells, columns=list(TRUE_COUNTS)), ())


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    seed=st.integers(0, 10_000),
    most=st.sampled_from([1, 3, 8, 20]),
    several=st.sampled_from([0.0, 0.1, 0.5]),
    vulnerable=st.sets(st.sampled_from(GROUPS)),
)
def test_any_counts_are_published_with_their_proof(seed: int, most: int, several: float, vulnerable: set[str]) -> None:
    world = small_world(seed, most, several)
    true = TrueCounts(world.cells, tuple(sorted(vulnerable)))
    protection = protect_counts(true, Public())
    assert proof_problems(protection.table, protection.proofs, true.vulnerable, Public()) == []
    shown = protection.table["value"].dropna()
    assert shown.mod(5).eq(0).all()
    assert [len(as_cube(protection.table, cube)) for cube in cubes_of(CYCLE)] == [36, 40]


def test_known_figures_are_read_from_the_facts_and_placed_in_their_cube() -> None:
    columns = ["indicator", "area", "gender", "age", "period", "value"]
    facts = pd.DataFrame([["victims", "AL", "all", "all", "2021", "87"], ["victims", "AL", "m", "all", "2021", "<5"]],
                         columns=columns)  # fmt: skip
    cell = {"service": ALL, "area": "AL-4C", "gender": "f", "age": ALL, "cycle": "1"}
    name = {"indicator": "victims", "area": "AL", "gender": "all", "age": "all", "period": "2021"}
    known = [Known(cell, "at_most", name), Known({**cell, "service": "support"}, "equal", name)]
    values, problems = known_values("records.toml", known, facts)
    assert (values, problems) == ([87, 87], [])
    _, masked = known_values("records.toml", [Known(cell, "equal", {**name, "gender": "m"})], facts)
    assert "expected one row of the facts whose value is a whole number, found 0" in str(masked[0])
    (fact,) = known_facts(persons_cube("1"), known, values)
    assert (fact.parts, fact.low, fact.high) == (((1, {"gender": ("f",), "cycle": ("1",)}),), None, 87)
    bound, equal = known_facts(services_cube("1"), known, values)
    assert bound.parts[0][1]["service"] == (PERSONS,) and equal.parts[0][1]["service"] == ("support",)
    assert (equal.low, equal.high) == (87, 87)
    assert known_facts(persons_cube("2"), known, values) == []


@pytest.mark.usefixtures("afresh")
def test_the_same_counts_give_the_same_table_and_proof(true: TrueCounts, protection: Protection) -> None:
    again = protect_counts(true, Public())
    pd.testing.assert_frame_equal(again.table, protection.table)
    for name, proof in protection.proofs.items():
        assert np.array_equal(again.proofs[name].witnesses, proof.witnesses)


def test_a_period_of_one_cycle_makes_one_cycle(tmp_path: Path) -> None:
    true = true_counts(tmp_path, records(100, cycles=("2",)), ("2019-12/2025-03", "2022-10/2025-03"))
    assert set(protect_counts(true, Public()).table["cycle"]) == {"2"}
