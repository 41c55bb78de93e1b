"""The services of the committed release are good, and every rule that one of them could break is seen."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from screen import RELEASE

from data.model.services import ReferralEntry, Service
from data.model.services_release import Services, empty_services
from data.releasing.check import check_release, content_problems
from data.releasing.files import read_contents
from data.releasing.release import Release
from data.services.check import service_problems
from data.services.check_counts import count_problems
from data.services.check_coverage import coverage_problems
from data.services.check_presence import presence_problems

Change = Callable[[Services], Services]
PERSONS = {"service": "all", "area": "AL-4C", "gender": "all", "age": "all", "cycle": "1"}
CHILDREN = {**PERSONS, "age": "0-17"}
TOTAL = {"service": "all", "area": "AL-4C", "cycle": "1"}
OUTREACH = {**TOTAL, "service": "outreach"}
CENTRE = {"service": "community_centre", "area": "AL-09", "cycle": "2"}
SILENT = {"service": "specialised_shelter", "area": "AL-11", "cycle": "1"}
SPANNING = {"service": "mobile_unit", "area": "AL-09", "cycle": "2"}
ABSENT = {"service": "one_stop_centre", "area": "AL-07", "cycle": "2"}
RECEPTION = {"service": "emergency_reception", "area": "AL-10", "cycle": "2"}
HIDDEN = {"status": "suppressed"}
NEED = {"need": 10.0, "need_low": 8.0, "need_upp": 12.0, "need_year": "2021"}


def put(table: str, where: dict[str, str], **cells: object) -> Change:
    """Writes cells of the first row that is so (the only one where it is named by its key)."""

    def change(services: Services) -> Services:
        rows = getattr(services, table).copy()
        found = rows.index[(rows[list(where)] == pd.Series(where)).all(axis=1)]
        assert len(found) == 1 or where is HIDDEN
        for column, cell in cells.items():
            rows.loc[found[0], column] = cell
        return replace(services, **{table: rows})

    return change


def without(table: str, where: dict[str, str]) -> Change:
    def change(services: Services) -> Services:
        rows = getattr(services, table)
        found = (rows[list(where)] == pd.Series(where)).all(axis=1)
        assert found.sum() == 1
        return replace(services, **{table: rows[~found]})

    return change


def again(table: str, where: dict[str, str], **cells: object) -> Change:
    """A row once more, with other cells."""

    def change(services: Services) -> Services:
        rows = getattr(services, table)
        row = rows[(rows[list(where)] == pd.Series(where)).all(axis=1)].assign(**cells)
        assert len(row) == 1
        return replace(services, **{table: pd.concat([rows, row.astype(rows.dtypes)], ignore_index=True)})

    return change


def service(code: str, **parts: object) -> Change:
    return lambda services: replace(
        services, catalogue={**services.catalogue, code: replace(services.catalogue[code], **parts)}
    )


def provider(code: str, **parts: object) -> Change:
    return lambda services: replace(
        services, providers={**services.providers, code: replace(services.providers[code], **parts)}
    )


def all_of(*changes: Change) -> Change:
    def change(services: Services) -> Services:
        for each in changes:
            services = each(services)
        return services

    return change


def every(table: str, **cells: object) -> Change:
    return lambda services: replace(services, **{table: getattr(services, table).assign(**cells)})


def problems(atlas: Release, change: Change) -> list[str]:
    return list(service_problems(change(atlas.services), atlas.sources, atlas.programme))


def test_the_committed_release_is_good(atlas: Release) -> None:
    assert check_release(RELEASE) == []
    assert len(atlas.services.counts) > 100 and len(atlas.services.presence) >= 14 * 4 * 2
    assert problems(atlas, lambda services: services) == []
    assert problems(atlas, Services.without_demonstration) == []


def test_a_release_without_services_is_good(atlas: Release) -> None:
    assert list(service_problems(empty_services(), {}, {})) == []


def test_the_check_of_a_release_reads_its_services() -> None:
    contents = read_contents(RELEASE)
    broken = replace(contents, services=put("counts", PERSONS, value=1201)(contents.services))
    assert "service_counts.parquet, AL-4C 1, value: expected a multiple of 5, found 1201" in [*content_problems(broken)]


COUNTS: list[tuple[Change, str]] = [
    (put("counts", PERSONS, service="none"), "none AL-4C 1, service: expected one of all, outreach"),
    (put("counts", PERSONS, area="AL"), "AL 1, area: expected one of AL-4C, AL-11"),
    (put("counts", PERSONS, gender="x"), "gender: expected one of all, f, m, found 'x'"),
    (put("counts", PERSONS, age="0-14"), "age: expected one of all, 0-17, 18-24, 25+, found '0-14'"),
    (put("counts", PERSONS, cycle="0"), "cycle: expected one of 1, 2, found '0'"),
    (put("counts", PERSONS, status="unreliable"), "status: expected one of ok, suppressed, found 'unreliable'"),
    (put("counts", PERSONS, reason="secondary"), "reason: expected one of , too_few_people, found 'secondary'"),
    (put("counts", PERSONS, kind="published"), "kind: expected one of computed, demonstration, found 'published'"),
    (put("counts", PERSONS, note="guessed"), "note: expected one of , part_of_cycle, found 'guessed'"),
    (again("counts", PERSONS), "AL-4C 1, cycle: expected one row a key, found '1'"),
    (without("counts", PERSONS), "AL-4C 1: expected a row for each combination that is published, found none"),
    (
        again("counts", {**CHILDREN, "area": "AL-11"}, gender="f"),
        "AL-11 f 0-17 1, area: expected at most 2 of area, gender, age, service, found 'AL-11'",
    ),
    (
        again("counts", PERSONS, service="outreach", gender="f", age="25+"),
        "outreach AL-4C f 25+ 1, area: expected at most 2 of area, gender, age, service",
    ),
    (put("counts", PERSONS, value=0), "value: expected at least 5 where a count is shown, found 0"),
    (put("counts", PERSONS, value=-5), "value: expected at least 5 where a count is shown, found -5"),
    (put("counts", CHILDREN, value=5), "0-17 1, value: expected at least 10 where a count is shown, found 5"),
    (put("counts", PERSONS, value=1002), "value: expected a multiple of 5, found 1002"),
    (put("counts", PERSONS, value=pd.NA), "AL-4C 1, value: expected a count, found"),
    (put("counts", PERSONS, reason="too_few_people"), "reason: expected nothing where a count is shown"),
    (put("counts", HIDDEN, value=10), "value: expected nothing where a count is hidden, found 10"),
    (put("counts", HIDDEN, reason=""), "reason: expected too_few_people where a count is hidden, found ''"),
    (put("counts", {**PERSONS, "service": "outreach"}, value=100_000), "expected at most the persons of all services"),
    (lambda services: replace(services, period="long ago"), "services.json, period: expected a year, month"),
    (lambda services: replace(services, period=""), "services.json, period: expected a year, month"),
    (
        lambda services: replace(services.without_demonstration(), period="2020"),
        "services.json, period: expected none where there are no counts, found '2020'",
    ),
]
COVERAGE: list[tuple[Change, str]] = [
    (put("coverage", TOTAL, area="AL"), "AL 1, area: expected one of AL-4C, AL-11"),
    (put("coverage", TOTAL, verdict="gap"), "verdict: expected one of clear, not_clear, unknown, found 'gap'"),
    (put("coverage", TOTAL, verdict_reason="x"), "verdict_reason: expected one of , no_denominator"),
    (again("coverage", TOTAL), "AL-4C 1, cycle: expected one row a key"),
    (without("coverage", OUTREACH), "outreach AL-4C 1: expected a row for each service, area and cycle, found none"),
    (again("coverage", TOTAL, cycle="3"), "AL-4C 3, cycle: expected a count of both genders and all ages"),
    (put("coverage", TOTAL, reached=5), "reached: expected what the counts say, found 5"),
    (put("coverage", HIDDEN, reached=5), "reached: expected what the counts say, found 5"),
    (put("coverage", HIDDEN, status="ok"), "status: expected what the counts say, found 'ok'"),
    (put("coverage", HIDDEN, reason=""), "reason: expected what the counts say, found ''"),
    (put("coverage", HIDDEN, note="part_of_cycle"), "note: expected what the counts say, found 'part_of_cycle'"),
    (put("coverage", HIDDEN, per_10000=0.5), "per_10000: expected reached per 10,000 of the population, nothing"),
    (put("coverage", TOTAL, per_10000=0.5), "per_10000: expected reached per 10,000 of the population"),
    (put("coverage", TOTAL, per_10000=float("nan")), "per_10000: expected reached per 10,000 of the population"),
    (put("coverage", TOTAL, population=0), "population: expected a number above 0, found 0"),
    (put("coverage", TOTAL, base="census"), "base: expected a year, month, day"),
    (put("coverage", TOTAL, need=10.0), "need: expected a figure with both its bounds or none, found 10.0"),
    (put("coverage", TOTAL, **{**NEED, "need_low": 11.0}), "need_low: expected at most need, found 11.0"),
    (put("coverage", TOTAL, **{**NEED, "need_upp": 9.0}), "need_upp: expected at least need, found 9.0"),
    (put("coverage", TOTAL, **{**NEED, "need_low": 0.0}), "need: expected a percentage above 0 and up to 100"),
    (put("coverage", TOTAL, **{**NEED, "need_upp": 101.0}), "need: expected a percentage above 0 and up to 100"),
    (put("coverage", TOTAL, **{**NEED, "need_year": ""}), "need_year: expected the year of the need, found ''"),
    (put("coverage", OUTREACH, **NEED), "need: expected a need of all services together only, found 10.0"),
    (put("coverage", TOTAL, **NEED), "coverage: expected what follows from persons, population and need, found nan"),
    (put("coverage", TOTAL, **NEED), "verdict: expected clear where even the upper bound is below 80 %"),
    (put("coverage", TOTAL, coverage=3.0), "coverage: expected what follows from persons, population and need"),
    (
        put("coverage", TOTAL, coverage=3.0, coverage_low=4.0, coverage_upp=5.0),
        "coverage_low: expected at most coverage, found 4.0",
    ),
    (
        put("coverage", TOTAL, coverage=3.0, coverage_low=2.0, coverage_upp=2.5),
        "coverage_upp: expected at least coverage, found 2.5",
    ),
    (put("coverage", TOTAL, coverage_upp=2.0), "coverage: expected a figure with both its bounds or none"),
    (put("coverage", TOTAL, verdict="not_clear"), "verdict: expected clear where even the upper bound is below 80 %"),
    (put("coverage", TOTAL, verdict_reason=""), "verdict_reason: expected why it is unknown, found ''"),
    (
        put("coverage", TOTAL, verdict_reason="too_few_people"),
        "verdict_reason: expected why it is unknown, found 'too_few_people'",
    ),
]
PRESENCE: list[tuple[Change, str]] = [
    (put("presence", CENTRE, service="casino"), "service: expected one of mobile_unit, community_centre"),
    (put("presence", CENTRE, area="AL-01"), "area: expected one of AL-11, AL-10, AL-09, AL-07, AL"),
    (put("presence", CENTRE, cycle="3"), "cycle: expected one of 0, 1, 2, found '3'"),
    (put("presence", CENTRE, state="perhaps"), "state: expected one of present, not_present, not_known"),
    (again("presence", CENTRE), "area: expected one row a fact and cycle, found 'AL-09'"),
    (
        without("presence", SILENT),
        "specialised_shelter AL-11 1: expected a row for each service, county and cycle, found none",
    ),
    (put("presence", SILENT, state="not_present"), "source: expected a source of the state, found ''"),
    (put("presence", SILENT, state="present"), "source: expected a source of the state, found ''"),
    (put("presence", SILENT, note="old_data"), "note: expected nothing where no source speaks, found 'old_data'"),
    (put("presence", SILENT, period="2020"), "period: expected nothing where no source speaks, found '2020'"),
    (put("presence", SILENT, provider="unicef"), "provider: expected nothing where no source speaks"),
    (put("presence", SILENT, place="AL221"), "place: expected nothing where no source speaks"),
    (
        again("presence", CENTRE, state="not_known", source="", period="", provider="", place="", note=""),
        "state: expected no silence beside a source that speaks, found 'not_known'",
    ),
    (put("presence", ABSENT, note=""), "note: expected a code that says why a source does not find it, found ''"),
    (put("presence", CENTRE, place="AL221"), "place: expected a municipality of the county, found 'AL221'"),
    (put("presence", CENTRE, place="rruga"), "place: expected a municipality of the county, found 'rruga'"),
    (put("presence", ABSENT, place="AL131"), "place: expected a place of services of level municipal only"),
    (put("presence", SILENT, place="AL221"), "place: expected never a place, for people's safety, found 'AL221'"),
    (put("presence", RECEPTION, place="AL154"), "place: expected never a place, for people's safety, found 'AL154'"),
    (
        all_of(service("emergency_reception", level="municipal"), put("presence", RECEPTION, place="AL154")),
        "place: expected never a place, for people's safety, found 'AL154'",
    ),
    (put("presence", CENTRE, provider="unicef nobody"), "provider: expected providers of services.json"),
    (
        put("presence", SILENT, provider="unicef"),
        "provider: expected none beside a county: it would say where a shelter stands, found 'unicef'",
    ),
    (put("presence", CENTRE, period="last year"), "period: expected a year, month"),
    (put("presence", CENTRE, period=""), "period: expected a year, month"),
    (put("presence", CENTRE, period="2020"), "cycle: expected a cycle that the period speaks of, found '2'"),
    (put("presence", CENTRE, period="2018"), "cycle: expected a cycle that the period speaks of, found '2'"),
    (put("presence", CENTRE, cycle="0"), "cycle: expected a cycle that the period speaks of, found '0'"),
    (put("presence", SPANNING, state="present"), "cycle: expected a cycle that the period speaks of, found '2'"),
    (put("presence", SPANNING, note="opened"), "cycle: expected a cycle that the period speaks of, found '2'"),
]
TOGETHER: list[tuple[Change, str]] = [
    (service("legal_aid", level="street"), "legal_aid, level: expected one of county, municipal, country"),
    (service("specialised_shelter", level="municipal"), "specialised_shelter, level: expected county, as it never has"),
    (service("emergency_reception", level="municipal"), "emergency_reception, level: expected county, as it never"),
    (service("legal_aid", outcomes=(4,)), "legal_aid, outcomes: expected outcomes out of 1, 2, 3, found (4,)"),
    (service("legal_aid", outcomes=()), "legal_aid, outcomes: expected outcomes out of 1, 2, 3, found ()"),
    (service("legal_aid", groups=("tourists",)), "legal_aid, groups: expected target groups of the programme"),
    (provider("unicef", kind="bank"), "unicef, kind: expected one of state, civil_society"),
    (provider("unicef", source="s999"), "unicef, source: expected an id in sources.json, found 's999'"),
    (provider("unicef", source="demonstration_services"), "unicef, source: expected a source of real facts"),
    (
        lambda services: replace(services, referral=(ReferralEntry("identify", "then", "s999"),)),
        "services.json, identify, period: expected a year, month",
    ),
    (
        lambda services: replace(services, referral=(ReferralEntry("identify", "2020", "s999"),)),
        "services.json, identify, source: expected an id in sources.json, found 's999'",
    ),
    (put("presence", CENTRE, source="s060 s999"), "source: expected an id in sources.json, found 's060 s999'"),
    (put("counts", PERSONS, source="s999"), "AL-4C 1, source: expected an id in sources.json, found 's999'"),
    (put("coverage", TOTAL, source="demonstration_services s999"), "source: expected an id in sources.json"),
    (put("counts", PERSONS, source="s060"), "source: expected demonstration_services, found 's060'"),
    (put("coverage", TOTAL, source="s111"), "source: expected demonstration_services, found 's111'"),
    (
        put("presence", CENTRE, source="s060 demonstration_services"),
        "source: expected a source of real facts, found 's060 demonstration_services'",
    ),
    (every("counts", kind="computed"), "source: expected a source of real facts, found 'demonstration_services'"),
    (
        put("counts", PERSONS, kind="computed", source="s060"),
        "kind: expected one kind in both, found computed and demonstration",
    ),
    (
        every("coverage", kind="computed", source="s060"),
        "kind: expected one kind in both, found computed and demonstration",
    ),
]


@pytest.mark.parametrize(("change", "told"), COUNTS)
def test_a_broken_count_is_told(atlas: Release, change: Change, told: str) -> None:
    services = change(atlas.services)
    named([*count_problems(services.counts, services.period)], told, "service_counts.parquet")


@pytest.mark.parametrize(("change", "told"), COVERAGE)
def test_a_broken_coverage_is_told(atlas: Release, change: Change, told: str) -> None:
    services = change(atlas.services)
    named([*coverage_problems(services.coverage, services.counts)], told, "service_coverage.parquet")


@pytest.mark.parametrize(("change", "told"), PRESENCE)
def test_a_broken_presence_is_told(atlas: Release, change: Change, told: str) -> None:
    services = change(atlas.services)
    found = presence_problems(services.presence, services.catalogue, services.providers)
    named([*found], told, "service_presence.parquet")


@pytest.mark.parametrize(("change", "told"), [COUNTS[0], COVERAGE[0], PRESENCE[0], *TOGETHER])
def test_what_is_broken_between_the_tables_is_told(atlas: Release, change: Change, told: str) -> None:
    named(problems(atlas, change), told, "service")


def named(found: list[str], told: str, file: str) -> None:
    assert any(told in problem and problem.startswith((file, "services.json")) for problem in found), found


def test_a_need_with_its_coverage_and_verdict_is_good(atlas: Release) -> None:
    """A made-up need of half a per cent of all inhabitants; the bounds of coverage turn those of the need round."""
    row = atlas.services.coverage.query("service == 'all' and area == 'AL-4C' and cycle == '1'").iloc[0]
    inhabitants = int(row["population"])
    share = {name: round(100 * row["reached"] / (inhabitants * need / 100), 1)
             for name, need in (("coverage", 0.5), ("coverage_low", 0.8), ("coverage_upp", 0.2))}  # fmt: skip
    need = {"need": 0.5, "need_low": 0.2, "need_upp": 0.8, "need_year": "2021"}
    right = {**need, **share, "verdict": "clear", "verdict_reason": ""}
    assert share["coverage_upp"] < 80
    assert problems(atlas, put("coverage", TOTAL, **right)) == []
    (wrong,) = problems(atlas, put("coverage", TOTAL, **{**right, "verdict": "not_clear"}))
    assert "verdict: expected clear where even the upper bound is below 80 %" in wrong
    swapped = {**right, "coverage_low": share["coverage_upp"], "coverage_upp": share["coverage_low"]}
    assert len(problems(atlas, put("coverage", TOTAL, **swapped))) == 4


def test_a_hidden_number_has_no_coverage_and_says_why(atlas: Release) -> None:
    """Where a need is known, the reason of an unknown verdict is the hidden count."""
    need = {"need": 0.5, "need_low": 0.2, "need_upp": 0.8, "need_year": "2021", "service": "all"}
    hidden = atlas.services.coverage["reached"].isna()
    assert hidden.any()
    told = problems(atlas, put("coverage", HIDDEN, **need))
    assert any("verdict_reason: expected why it is unknown, found 'no_denominator'" in each for each in told)


def test_a_service_that_nobody_placed_is_missed(atlas: Release) -> None:
    added = Service("night_line", (2,), ("victims",), "country")
    missing = problems(atlas, lambda services: replace(services, catalogue={**services.catalogue, "night_line": added}))
    assert len(missing) == 8 and all("night_line AL-" in each for each in missing)
