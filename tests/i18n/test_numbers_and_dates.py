"""Numbers, dates, periods, plurals, lists and county forms, written each language's way."""

import datetime

import pytest

from data import FOCUS
from data.model.dimensions import COUNTIES
from i18n import LANGUAGES, words

SQ, EN = words("sq"), words("en")
GAP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "decimals", "albanian", "english"),
    [
        (0, 0, "0", "0"),
        (73.72, 1, "73,7", "73.7"),
        (1234.5, 1, "1234,5", "1,234.5"),
        (9999, 0, "9999", "9,999"),
        (10000, 0, f"10{GAP}000", "10,000"),
        (12345.6, 1, f"12{GAP}345,6", "12,345.6"),
        (1234567, 0, f"1{GAP}234{GAP}567", "1,234,567"),
        (-4.25, 1, f"{MINUS}4,3", f"{MINUS}4.3"),
        (-12345, 0, f"{MINUS}12{GAP}345", f"{MINUS}12,345"),
        (0.5, 3, "0,500", "0.500"),
        (100, 1, "100,0", "100.0"),
    ],
)
def test_numbers(value: float, decimals: int, albanian: str, english: str) -> None:
    assert SQ.number(value, decimals) == albanian
    assert EN.number(value, decimals) == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("value", "decimals"), [(-0.0, 0), (-0.4, 0), (-0.04, 1), (-0.0004, 3)])
def test_nothing_is_less_than_nothing(language: str, value: float, decimals: int) -> None:
    for signed in (False, True):
        assert words(language).number(value, decimals, signed=signed).strip("0.,") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_signed_number_shows_its_sign(language: str) -> None:
    text = words(language)
    assert text.number(5, signed=True) == "+5"
    assert text.number(-5, signed=True) == f"{MINUS}5"
    assert text.number(0, signed=True) == "0"
    assert text.number(0.3, signed=True) == "0"


def test_a_number_is_grouped_by_what_is_written_not_by_what_was_computed() -> None:
    assert SQ.number(9999.6) == f"10{GAP}000"


def test_figures_bear_their_unit() -> None:
    assert SQ.figure(73.72, "percent", 1) == f"73,7{GAP}%"
    assert EN.figure(73.72, "percent", 1) == "73.7%"
    assert SQ.points(18.7, "percent", 0) == "+19 pikë përqindjeje"
    assert EN.points(18.7, "percent", 0) == "+19 percentage points"
    assert SQ.points(-18.7, "percent", 1) == f"{MINUS}18,7 pikë përqindjeje"


@pytest.mark.parametrize(
    ("day", "albanian", "english"),
    [
        (datetime.date(2023, 9, 18), "18 shtator 2023", "18 September 2023"),
        (datetime.date(2020, 1, 1), "1 janar 2020", "1 January 2020"),
        (datetime.date(2024, 2, 29), "29 shkurt 2024", "29 February 2024"),
    ],
)
def test_dates(day: datetime.date, albanian: str, english: str) -> None:
    assert SQ.date(day) == albanian
    assert EN.date(day) == english


@pytest.mark.parametrize(
    ("period", "albanian", "english"),
    [
        ("2017", "2017", "2017"),
        ("2017/2018", "2017–18", "2017–18"),
        ("2008/2009", "2008–09", "2008–09"),
        ("2014/2018", "2014–2018", "2014–2018"),
        ("2020-08", "gusht 2020", "August 2020"),
        ("2019-12/2022-06", "dhjetor 2019 – qershor 2022", "December 2019 – June 2022"),
        ("2023-09-18", "18 shtator 2023", "18 September 2023"),
        ("2019-Q2", "tremujori II 2019", "Q2 2019"),
        ("2017-S1", "gjashtëmujori I 2017", "H1 2017"),
        ("2020-01/2020-06-30", "janar 2020 – 30 qershor 2020", "January 2020 – 30 June 2020"),
        ("", "", ""),
        ("sometime", "sometime", "sometime"),
    ],
)
def test_periods(period: str, albanian: str, english: str) -> None:
    assert SQ.period(period) == albanian
    assert EN.period(period) == english


@pytest.mark.parametrize(
    ("group", "albanian", "english"),
    [
        ("all", "Të gjitha moshat", "All ages"),
        ("15-17", "15–17 vjeç", "aged 15–17"),
        ("18+", "18 vjeç e lart", "18 and over"),
    ],
)
def test_ages(group: str, albanian: str, english: str) -> None:
    assert SQ.age(group) == albanian
    assert EN.age(group) == english


def test_plural_forms() -> None:
    assert [SQ.plural("library.rows", count) for count in (0, 1, 2, 21)] == [
        "0 botime",
        "1 botim",
        "2 botime",
        "21 botime",
    ]
    assert EN.plural("library.rows", 1) != EN.plural("library.rows", 2)
    assert SQ.plural("table.rows", 1, filters="x") == "1 rresht · x"
    assert SQ.plural("table.rows", 13, filters="x") == "13 rreshta · x"
    assert SQ.plural("library.rows", 12345) == f"12{GAP}345 botime"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_word_has_every_form_its_language_needs(language: str) -> None:
    text = words(language)
    needed = set(text.locale.plural_form.rules) | {"other"}
    for counted in ("table.rows", "library.rows"):
        assert set(text.under(counted)) == needed


@pytest.mark.parametrize(
    ("count", "albanian", "english"),
    [
        (1, "Tiranë", "Tirana"),
        (2, "Tiranë dhe Shkodër", "Tirana and Shkodër"),
        (3, "Tiranë, Shkodër dhe Dibër", "Tirana, Shkodër, and Dibër"),
    ],
)
def test_lists_are_joined(count: int, albanian: str, english: str) -> None:
    assert SQ.areas(FOCUS[:count]) == albanian
    assert EN.areas(FOCUS[:count]) in (english, english.replace(", and", " and"))
    assert SQ.join([]) == ""


@pytest.mark.parametrize(
    ("area", "name", "the", "of", "acc", "within"),
    [
        ("AL-11", "Tiranë", "Tirana", "Tiranës", "Tiranën", "në qarkun e Tiranës"),
        ("AL-10", "Shkodër", "Shkodra", "Shkodrës", "Shkodrën", "në qarkun e Shkodrës"),
        ("AL-09", "Dibër", "Dibra", "Dibrës", "Dibrën", "në qarkun e Dibrës"),
        ("AL-07", "Kukës", "Kukësi", "Kukësit", "Kukësin", "në qarkun e Kukësit"),
        ("AL", "Shqipëri", "Shqipëria", "Shqipërisë", "Shqipërinë", "në mbarë Shqipërinë"),
    ],
)
def test_albanian_forms_of_names(area: str, name: str, the: str, of: str, acc: str, within: str) -> None:
    forms = {"name": name, "the": the, "of": of, "acc": acc, "in": within}
    assert {form: SQ.area(area, form) for form in forms} == forms


@pytest.mark.parametrize("area", COUNTIES)
def test_a_countys_forms_hang_together(area: str) -> None:
    assert SQ.area(area, "in") == f"në qarkun e {SQ.area(area, 'of')}"
    definite, genitive, accusative = (SQ.area(area, form) for form in ("the", "of", "acc"))
    if definite.endswith("i"):  # masculine: Kukësi, Kukësit, Kukësin
        assert (genitive, accusative) == (f"{definite}t", f"{definite}n")
    else:  # feminine: Dibra, Dibrës, Dibrën
        assert definite.endswith("a")
        assert (genitive, accusative) == (f"{definite[:-1]}ës", f"{definite[:-1]}ën")
