"""A drafted codebook is valid TOML in the codebook's form, guesses what the file says and invents nothing else."""

import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.questionnaire import BLOCKS
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file
from data.survey.drafting.draft import draft_codebook

PERSONS = 120
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
LONG = 'Q1. A keni dëgjuar ndonjëherë për "trafikimin" e qenieve njerëzore në zonën ku banoni?'
LABELS = {
    "D1": "D1. Gjinia e të anketuarit",
    "Q1": LONG,
    "Q4_1": "Q4. Ku do ta raportonit? - Policia",
    "Q4_2": "Q4. Ku do ta raportonit? - Linja e ndihmës",
    "Q4_3": "Q4. Ku do ta raportonit? - Shkolla",
}
VALUE_LABELS = {
    "qarku": {1: "Qarku i Tiranës", 2: "Shkodër", 3: "DIBRA", 4: "Kukes"},
    "D1": {1: "Mashkull", 2: "Femër", 3: "Tjetër"},
    "etnia": {1: "Shqiptar", 2: "Rom", 3: "Rom ose egjiptian"},
    "Q1": {1: "Po", 2: "Jo", 98: "Nuk e di", 99: "Refuzon"},
}


def respondents() -> pd.DataFrame:
    rng = np.random.default_rng(11)
    number = np.arange(PERSONS)
    return pd.DataFrame(
        {
            "ID": number + 5001.0,
            "pesha_finale": rng.uniform(0.5, 2, PERSONS),
            "shtresa": number % 8 + 1.0,
            "PSU": number % 24 + 101.0,
            "qarku": number % 4 + 1.0,
            "D1": rng.integers(1, 3, PERSONS) * 1.0,
            "mosha": rng.integers(15, 30, PERSONS) * 1.0,
            "etnia": rng.integers(1, 4, PERSONS) * 1.0,
            "Q1": rng.choice([1.0, 2.0, 98.0], PERSONS),
            "Q2": np.where(number < 3, 7.0, number % 3 + 1.0),
            "Q4_1": rng.integers(0, 2, PERSONS) * 1.0,
            "Q4_2": rng.integers(0, 2, PERSONS) * 1.0,
            "Q4_3": rng.choice([0.0, 1.0, 99.0], PERSONS),
            "Q5": [f"Fjalë të lira {each}" for each in number],
            "interviewer": rng.choice(["Arta K", "Besnik L"], PERSONS),
            "phone": [f"06900{each:05d}" for each in number],
        }
    )


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("draft") / "wave.sav"
    pyreadstat.write_sav(
        respondents(),
        path,
        column_labels=LABELS,
        variable_value_labels=VALUE_LABELS,
        missing_ranges={"Q1": [98, 99]},
    )
    return draft_codebook(read_file(path))


@pytest.fixture(scope="module")
def draft(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def question(draft: dict[str, Any], code: str) -> dict[str, Any]:
    (found,) = [each for each in draft["question"] if each["code"] == code]
    return found  # type: ignore[no-any-return]


def raw(values: dict[str, list[str]], **more: Any) -> RawTable:
    given = {"labels": {}, "value_labels": {}, "missing": {}} | more
    return RawTable("answers.csv", "", 2, pd.DataFrame(values, dtype="str"), **given)


def test_it_has_the_codebooks_keys(draft: dict[str, Any]) -> None:
    assert set(draft) == {
        "wave", "fieldwork", "mode", "ages", "age_groups", "single_psu", "revisited", "synthetic", "source", "universe",
        "sampling", "weights", "roles", "codes", "question",
    }  # fmt: skip
    shared = {
        "code", "block", "kind", "label", "text", "missing", "headline", "higher_is", "sensitive", "answers",
    }  # fmt: skip
    assert set(question(draft, "q1")) == shared | {"column"}
    assert set(question(draft, "q4")) == shared


def test_what_cannot_be_known_is_left_empty_and_said(draft: dict[str, Any], text: str) -> None:
    nothing = {"sq": "", "en": ""}
    for key in ("wave", "fieldwork", "mode", "source"):
        assert draft[key] == ""
    assert (draft["universe"], draft["sampling"], draft["weights"]) == (nothing, nothing, nothing)
    assert (draft["ages"], draft["age_groups"], draft["synthetic"]) == ([], [], False)
    for each in draft["question"]:
        assert (each["block"], each["headline"], each["higher_is"]) == ("", "", "")
    # Whether there is an earlier wave is not the file's to say: a first wave's codebook has nothing to delete.
    assert text.count('# comparability = "comparable"  (only if') == len(draft["question"])
    for line in text.splitlines():
        key, _, value = line.partition(" = ")
        if value.startswith(('""', '{ sq = "", en', "[]")) and not key.startswith("#"):
            assert "#" in value, line
    assert " | ".join(BLOCKS) in text


def test_roles_are_guessed_from_names_and_labels(draft: dict[str, Any]) -> None:
    assert draft["roles"] == {
        "id": "ID", "weight": "pesha_finale", "stratum": "shtresa", "psu": "PSU", "county": "qarku", "gender": "D1",
        "age": "mosha", "ethnicity": "etnia",
    }  # fmt: skip


def test_codes_are_guessed_from_value_labels(draft: dict[str, Any]) -> None:
    assert draft["codes"] == {
        "county": {"1": "AL-11", "2": "AL-10", "3": "AL-09", "4": "AL-07"},
        "gender": {"1": "m", "2": "f", "3": "other"},
        "ethnicity": {"1": "other", "2": "roma", "3": ""},  # a group of Roma and others is not ours to decide
    }


def test_a_question_has_the_files_words_and_its_answers_in_order(draft: dict[str, Any], text: str) -> None:
    heard = question(draft, "q1")
    assert heard["kind"] == "single"
    assert heard["column"] == "Q1"
    assert heard["text"] == {"sq": LONG.removeprefix("Q1. "), "en": LONG.removeprefix("Q1. ")}
    assert heard["label"]["sq"] == 'A keni dëgjuar ndonjëherë për "trafikimin" e'
    assert len(heard["label"]["sq"]) <= 45
    assert [(each["value"], each["code"], each["sq"], each["en"]) for each in heard["answers"]] == [
        ("1", "po", "Po", "Po"),
        ("2", "jo", "Jo", "Jo"),
    ]
    assert heard["missing"] == ["98", "99"]
    assert 'missing = ["98", "99"]  # 98: Nuk e di, as the file declares; 99: Refuzon, as the file declares' in text


def test_a_dont_know_that_the_file_does_not_declare_missing_stays_an_answer() -> None:
    labels = {"1": "Po", "2": "Jo", "98": "Nuk e di", "99": "Refuzon"}
    text = draft_codebook(raw({"q": ["1", "2", "98", "99"] * 10}, value_labels={"q": labels}))
    (only,) = tomllib.loads(text)["question"]
    assert ([each["value"] for each in only["answers"]], only["missing"]) == (["1", "2", "98"], ["99"])
    (line,) = [line for line in text.splitlines() if 'code = "nuk_e_di"' in line]
    assert "kept as an answer" in line


def test_a_psu_is_known_by_its_label() -> None:
    zones = [str(100 + each % 10) for each in range(40)]
    values = {"zona": zones, "njesi": ["3"] * 40}
    labels = {"zona": "Zona e përzgjedhur (njësia parësore)", "njesi": "Sa njësi parësore ka në shtresë"}
    roles = tomllib.loads(draft_codebook(raw(values, labels={"zona": labels["zona"]})))["roles"]
    assert roles["psu"] == "zona"
    # The number of PSUs is the same in every row, so it is no PSU whatever its label says.
    assert tomllib.loads(draft_codebook(raw(values, labels=labels)))["roles"]["psu"] == "zona"


def test_numbered_columns_of_0_and_1_are_one_question(draft: dict[str, Any]) -> None:
    report = question(draft, "q4")
    assert report["kind"] == "multi"
    assert report["text"]["sq"] == "Ku do ta raportonit?"
    assert [(each["column"], each["code"], each["sq"]) for each in report["answers"]] == [
        ("Q4_1", "policia", "Policia"),
        ("Q4_2", "linja_e_ndihmes", "Linja e ndihmës"),
        ("Q4_3", "shkolla", "Shkolla"),
    ]
    assert report["missing"] == ["99"]


def test_columns_that_are_no_question_are_named_with_the_reason(draft: dict[str, Any], text: str) -> None:
    assert [each["code"] for each in draft["question"]] == ["q1", "q2", "q4"]
    after = text.partition("# Columns not taken for questions:\n")[2].splitlines()
    assert after == [
        "# Q5: 120 different values: free text or an identifier",
        "# interviewer: seems to identify a person or a place",
        "# phone: seems to identify a person or a place",
    ]


def test_nothing_of_a_single_person_stands_in_the_draft(draft: dict[str, Any], text: str) -> None:
    frame = respondents()
    for column in ("ID", "pesha_finale", "Q5", "interviewer", "phone"):
        assert not [str(cell) for cell in frame[column] if str(cell).removesuffix(".0") in text], column
    # 7 stands in three rows of Q2 and has no label: it is counted, not named.
    assert [each["value"] for each in question(draft, "q2")["answers"]] == ["1", "2", "3"]
    assert "1 more value(s) without a label, each in fewer than 5 rows" in text


def test_a_rare_value_with_a_label_is_named() -> None:
    table = raw({"q": ["1"] * 6 + ["2"] * 6 + ["3"]}, value_labels={"q": {"1": "Po", "2": "Jo", "3": "Ndoshta"}})
    assert [each["value"] for each in tomllib.loads(draft_codebook(table))["question"][0]["answers"]] == ["1", "2", "3"]


def test_an_unsure_role_is_left_empty_and_the_candidates_are_named() -> None:
    ages = [str(15 + each % 10) for each in range(40)]
    table = raw({"age": ages, "mosha": ages, "w": ["1"] * 40, "age_of_head": ages})
    text = draft_codebook(table)
    roles = tomllib.loads(text)["roles"]
    assert (roles["age"], roles["weight"], roles["psu"]) == ("", "w", "")
    assert '# age: perhaps ["age", "mosha", "age_of_head"]' in text
    assert "# psu: no column looks like it" in text
    assert "question" not in tomllib.loads(text)
    assert "# mosha: perhaps the role age" in text


def test_a_made_up_file_is_drafted_as_made_up() -> None:
    made_up = {"SYNTHETIC": ["1"] * 20, "q": ["a", "b"] * 10}
    assert tomllib.loads(draft_codebook(raw(made_up)))["synthetic"] is True
    assert tomllib.loads(draft_codebook(raw(made_up | {"SYNTHETIC": ["1", "0"] * 10})))["synthetic"] is False


def test_choices_of_kobo_are_one_question_and_routing_is_said() -> None:
    asked = ["1", "0"] * 10
    table = raw(
        {"part/source/tv": asked, "part/source/web": asked[::-1]},
        labels={"part/source": "Nga kush?", "part/source/tv": "Televizioni"},
        routing={"part/source": "${heard} = 'yes'"},
        left_out={"part/source": "text of several choices"},
    )
    text = draft_codebook(table)
    (source,) = tomllib.loads(text)["question"]
    assert (source["code"], source["kind"], source["text"]["sq"]) == ("source", "multi", "Nga kush?")
    assert [(each["column"], each["code"]) for each in source["answers"]] == [
        ("part/source/tv", "televizioni"),
        ("part/source/web", "web"),
    ]
    assert "# the form asks it only where ${heard} = 'yes'" in text
    assert "# part/source: text of several choices" in text


def test_labels_cannot_break_the_toml() -> None:
    wild = 'a "quoted" \\ back\\slash\nnew line\ttab \x7f \x01 \u2028 # = [[question]]'
    table = raw(
        {"q = 1": ["x"] * 10 + ["y"] * 10}, labels={"q = 1": wild}, value_labels={"q = 1": {"x": wild, "y": wild}}
    )
    (only,) = tomllib.loads(draft_codebook(table))["question"]
    assert only["text"]["sq"] == wild
    assert only["column"] == "q = 1"
    assert [each["sq"] for each in only["answers"]] == [wild, wild]
    assert len({each["code"] for each in only["answers"]}) == 2


@settings(max_examples=40)
@given(
    columns=st.lists(WORDS, min_size=1, max_size=4, unique=True),
    values=st.lists(WORDS, min_size=1, max_size=3),
    label=WORDS,
)
def test_any_file_gives_valid_toml_with_a_code_for_everything(
    columns: list[str], values: list[str], label: str
) -> None:
    cells = [value for value in values for _ in range(6)]
    labels = dict.fromkeys(columns, label)
    table = raw(dict.fromkeys(columns, cells), labels=labels, missing={columns[0]: (values[0],)})
    draft = tomllib.loads(draft_codebook(table))
    codes = [each["code"] for each in draft.get("question", [])]
    assert len(set(codes)) == len(codes)
    for each in draft.get("question", []):
        assert all(
            re.fullmatch("[a-z][a-z0-9_]*", code) for code in (each["code"], *(a["code"] for a in each["answers"]))
        )
        assert len(each["label"]["sq"]) <= 45


def test_drafting_changes_nothing_in_the_table_and_says_the_same_twice() -> None:
    table = raw({"id": [str(each) for each in range(30)], "q": ["1", "2", "1"] * 10})
    before = table.values.copy()
    assert draft_codebook(table) == draft_codebook(table)
    pd.testing.assert_frame_equal(table.values, before)


def test_a_csv_file_is_drafted_from_its_names_and_frequent_values(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "\n".join(f"{each};{('Tirane', 'Kukes')[each % 2]};{('Po', 'Jo')[each % 2]}" for each in range(20))
    path.write_text(f"id;qarku;q1\n{rows}\n", encoding="utf-8")
    draft = tomllib.loads(draft_codebook(read_file(path)))
    assert draft["codes"]["county"] == {"Kukes": "AL-07", "Tirane": "AL-11"}
    assert draft["codes"]["gender"] == {}
    assert [each["sq"] for each in draft["question"][0]["answers"]] == ["Jo", "Po"]
