"""What a finding says: every kind in every language, rightly inflected, with no brace left over."""

from dataclasses import replace

import pandas as pd
import pytest

from components.wording.differences import difference_text
from components.wording.labels import worded
from components.wording.sentences import finding_sentences
from components.wording.titles import finding_title, output_title, series_title
from data import (
    COUNTRY,
    ComparedPair,
    Filters,
    Finding,
    Release,
    country_series,
    differences_for,
    finding,
    offers,
    select,
    series,
)
from i18n import LANGUAGES, Text, words

SQ, EN = words("sq"), words("en")
ATTENDANCE = "school_attendance_15_17"
GIRLS = Filters("f", "15-17", "2017/2018")
SHKODER, DIBER, KUKES, TIRANE = "AL-10", "AL-09", "AL-07", "AL-11"
PAIR = ComparedPair(DIBER, SHKODER, 20.4, 5.9, 34.9, "higher")
NOTHING = Finding(
    kind="nothing",
    higher_is="better",
    low=(),
    high=(),
    pairs=(),
    tested=(),
    untested=(),
    lowest="",
    highest="",
    largest=None,
    missing=(),
    unreliable=(),
    country=None,
    country_status="no_data",
)
FOUND = {
    "groups": replace(
        NOTHING,
        kind="groups",
        low=(DIBER, KUKES),
        high=(TIRANE, SHKODER),
        tested=(TIRANE, SHKODER, DIBER, KUKES),
        largest=PAIR,
        unreliable=(KUKES,),
        lowest=DIBER,
        highest=SHKODER,
    ),
    "some_pairs": replace(
        NOTHING,
        kind="some_pairs",
        pairs=((DIBER, SHKODER), (DIBER, TIRANE)),
        tested=(TIRANE, SHKODER, DIBER),
        largest=PAIR,
    ),
    "not_distinguishable": replace(
        NOTHING,
        kind="not_distinguishable",
        tested=(TIRANE, SHKODER, DIBER),
        missing=((KUKES, "no_data"),),
        largest=PAIR,
    ),
    "spread": replace(NOTHING, kind="spread", lowest=DIBER, highest=SHKODER),
    "single": replace(
        NOTHING, kind="single", lowest=DIBER, highest=DIBER, missing=((TIRANE, "no_data"), (SHKODER, "no_data"))
    ),
    "country_only": replace(NOTHING, kind="country_only", country=88.5, country_status="ok"),
    "nothing": NOTHING,
}


@pytest.fixture
def girls(atlas: Release) -> pd.DataFrame:
    return select(atlas.observations, indicator=ATTENDANCE, filters=GIRLS)


def told(kind: str, girls: pd.DataFrame, atlas: Release, t: Text) -> tuple[str, list[str]]:
    """The title and the sentences of a finding of that kind."""
    indicator = atlas.catalogue[ATTENDANCE]
    frame = worded(girls, indicator, t)
    return (
        finding_title(FOUND[kind], frame, indicator, "f", t),
        finding_sentences(FOUND[kind], frame, indicator, t),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FOUND)
def test_every_kind_of_finding_is_told(kind: str, language: str, girls: pd.DataFrame, atlas: Release) -> None:
    title, sentences = told(kind, girls, atlas, words(language))
    assert title and title[0].isupper() and not title.endswith(".")
    for sentence in sentences:
        assert sentence[0].isupper() and sentence.endswith("."), sentence
        assert ".." not in sentence
    for text in (title, *sentences):
        assert not set("{}") & set(text), text
        assert "None" not in text and "nan" not in text.split()


def test_every_kind_of_finding_is_tested(every_finding: list[tuple[Finding, pd.DataFrame, str, str]]) -> None:
    named = {word.strip(" ;,:") for word in (Finding.__doc__ or "").replace(":", " ").split()}
    assert set(FOUND) <= named
    assert {found.kind for found, *_ in every_finding} <= set(FOUND)


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [("groups", (DIBER, KUKES), (TIRANE, SHKODER)), ("some_pairs", (DIBER,), (SHKODER,))],
)
def test_titles_of_differences(
    kind: str, low: tuple[str, ...], high: tuple[str, ...], girls: pd.DataFrame, atlas: Release
) -> None:
    fewer = {t.language: t(f"indicator.{ATTENDANCE}.fewer.f") for t in (SQ, EN)}
    assert told(kind, girls, atlas, SQ)[0] == f"Në {SQ.areas(low)} {fewer['sq']} se në {SQ.areas(high)}"
    assert told(kind, girls, atlas, EN)[0] == f"In {EN.areas(low)} {fewer['en']} than in {EN.areas(high)}"
    assert "vajza 15–17 vjeç" in fewer["sq"] and "girls aged 15–17" in fewer["en"]


def test_albanian_sentences_inflect(girls: pd.DataFrame, atlas: Release) -> None:
    groups = " ".join(told("groups", girls, atlas, SQ)[1])
    assert "Vlera është më e ulët në Dibër dhe Kukës se në Tiranë dhe Shkodër." in groups
    assert "Mes Dibrës dhe Kukësit nuk mund të themi se ka dallim." in groups
    assert "Vlera e Kukësit është e pasigurt: mbështetet në më pak se 50 raste." in groups
    alike = " ".join(told("not_distinguishable", girls, atlas, SQ)[1])
    assert alike.startswith("Me këto të dhëna nuk mund të themi se ka dallim mes Tiranës, Shkodrës dhe Dibrës. ")
    assert "Për Kukësin burimet e lexuara nuk botojnë shifër." in alike
    single = " ".join(told("single", girls, atlas, SQ)[1])
    assert "Për Tiranën dhe Shkodrën burimet" in single


def test_the_largest_difference_has_points_and_interval(girls: pd.DataFrame, atlas: Release) -> None:
    said = " ".join(told("groups", girls, atlas, SQ)[1])
    assert "+20 pikë përqindjeje" in said and "+6 deri +35" in said
    assert "+20 percentage points" in " ".join(told("groups", girls, atlas, EN)[1])
    # Where nothing can be told apart, no difference is named.
    assert "+20" not in " ".join(told("not_distinguishable", girls, atlas, SQ)[1])


def test_one_difference_that_cannot_be_told_apart_does_not_head_the_title(girls: pd.DataFrame, atlas: Release) -> None:
    indicator = atlas.catalogue[ATTENDANCE]
    frame = worded(girls, indicator, SQ)
    largest = ComparedPair(KUKES, SHKODER, 22.0, -1.0, 45.0, "not_distinguishable")
    found = replace(FOUND["some_pairs"], largest=largest)
    title = finding_title(found, frame, indicator, "f", SQ)
    assert "Kukës" not in title and "Dibër" in title


def test_figures_stand_in_the_titles_of_untested_spreads(girls: pd.DataFrame, atlas: Release) -> None:
    title, sentences = told("spread", girls, atlas, SQ)
    assert "73,7" in title and "94,1" in title and "Dibër" in title and "Shkodër" in title
    assert sentences == [SQ("finding.spread.text")]
    assert "88,5" in told("country_only", girls, atlas, SQ)[0]
    assert "73,7" in told("single", girls, atlas, SQ)[0]


def test_equal_figures_are_not_called_a_spread(girls: pd.DataFrame, atlas: Release) -> None:
    indicator = atlas.catalogue[ATTENDANCE]
    frame = worded(girls.assign(value=80.0, status="ok"), indicator, SQ)
    title = finding_title(FOUND["spread"], frame, indicator, "f", SQ)
    assert title == SQ("finding.same.title", label=SQ(f"indicator.{ATTENDANCE}.label"), value=frame["text"].iloc[0])


@pytest.fixture(scope="module")
def every_finding(atlas: Release) -> list[tuple[Finding, pd.DataFrame, str, str]]:
    """Finding, selection, indicator and gender of every selection on offer at county level."""
    found = []
    for code, indicator in atlas.catalogue.items():
        if indicator.level != "county":
            continue
        own, compared = rows_of(atlas.observations, code), rows_of(atlas.differences, code)
        for gender, age, period in offers(own, code).figures:
            filters = Filters(gender, age, period)
            frame = select(own, indicator=code, filters=filters)
            tests = differences_for(compared, indicator=code, filters=filters)
            found.append((finding(frame, tests, higher_is=indicator.higher_is), frame, code, gender))
    return found


def rows_of(frame: pd.DataFrame, code: str) -> pd.DataFrame:
    """An indicator's rows: to pick one selection after another from all rows takes long."""
    return frame[frame["indicator"].eq(code)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_release_is_told(
    atlas: Release, every_finding: list[tuple[Finding, pd.DataFrame, str, str]], language: str
) -> None:
    t = words(language)
    for found, rows, code, gender in every_finding:
        indicator = atlas.catalogue[code]
        frame = worded(rows, indicator, t)
        said = [finding_title(found, frame, indicator, gender, t), *finding_sentences(found, frame, indicator, t)]
        for text in said:
            assert text and not set("{}") & set(text), (code, gender, text)
            assert "  " not in text and "−0 " not in text and "+0 " not in text, (code, gender, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_about_schools_have_at_most_fifteen_words(
    atlas: Release, every_finding: list[tuple[Finding, pd.DataFrame, str, str]], language: str
) -> None:
    t = words(language)
    titles = [
        finding_title(found, worded(rows, atlas.catalogue[code], t), atlas.catalogue[code], gender, t)
        for found, rows, code, gender in every_finding
        if t.under(f"indicator.{code}.fewer")
    ]
    assert len(titles) > 10
    long = [f"{len(title.split())} words: {title}" for title in titles if len(title.split()) > 15]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_by_county_says_the_chosen_figure(atlas: Release, language: str) -> None:
    t = words(language)
    for code, indicator in atlas.catalogue.items():
        if indicator.level == "county":
            continue
        own = rows_of(atlas.observations, code)
        for gender, age, period in offers(own, code).figures:
            filters = Filters(gender, age, period)
            frame = worded(select(own, indicator=code, filters=filters), indicator, t)
            rows = series(own, indicator=code, gender=gender, age=age, areas=(COUNTRY,))
            if indicator.level == "country":
                title = series_title(frame, country_series(rows), indicator, t)
            else:
                title = output_title(frame, indicator, t)
            assert title.startswith(t(f"indicator.{code}.label")), (code, title)
            assert any(text in title for text in frame["text"]), (code, title)
            # The period of a programme's output stands in the caption: there is no series to place it in.
            if indicator.level == "country":
                assert t.period(period) in title, (code, title)
            assert not set("{}") & set(title), (code, title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tested_difference_is_told(atlas: Release, language: str) -> None:
    t = words(language)
    shown = atlas.differences[atlas.differences["dimension"].isin(["gender", "period"])]
    assert len(shown) > 0
    for row in shown.itertuples():
        text = difference_text(row, atlas.catalogue[row.indicator], t)
        assert text and not set("{}") & set(text)
        assert "-" not in text, text  # a true minus sign


def test_a_difference_without_comparability_is_not_put_in_figures(atlas: Release) -> None:
    row = atlas.differences.iloc[[0]].assign(verdict="not_comparable")
    said = difference_text(next(row.itertuples()), atlas.catalogue[row["indicator"].iloc[0]], SQ)
    assert said == SQ("verdict.not_comparable")
