"""A small invented wave: its codebook, and its answers as a file would hold them."""

from pathlib import Path

import numpy as np
import pandas as pd

from data.reading.raw_table import RawTable
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.codebook_reading import read_codebook

SEED = 20261123
COUNTIES = ("1", "2", "3", "4")
CODEBOOK = """
wave = "w1"
fieldwork = "2020-08"
mode = "face_to_face"
ages = [15, 29]
age_groups = ["15-17", "18-19", "20-24", "25-29"]
single_psu = "refuse"
revisited = false
synthetic = false
source = "s001"
universe = { sq = "Të rinjtë 15-29 vjeç", en = "Young people aged 15-29" }
sampling = { sq = "Dy shkallë", en = "Two stages" }
weights = { sq = "Peshat e anketës", en = "Survey weights" }

[roles]
id = "id"
weight = "w"
stratum = "stratum"
psu = "psu"
county = "county"
gender = "sex"
age = "age"
ethnicity = "ethnicity"

[codes.county]
"1" = "AL-11"
"2" = "AL-10"
"3" = "AL-09"
"4" = "AL-07"
[codes.gender]
"1" = "m"
"2" = "f"
"3" = "other"
[codes.ethnicity]
"1" = "other"
"2" = "roma"

[[question]]
code = "heard"
block = "meaning"
kind = "single"
column = "Q1"
label = { sq = "Ka dëgjuar", en = "Has heard" }
text = { sq = "A keni dëgjuar?", en = "Have you heard?" }
missing = ["98", 99]
headline = "yes"
higher_is = "better"
sensitive = false
answers = [
  { code = "yes", value = "1", sq = "Po", en = "Yes" },
  { code = "no", value = 2, sq = "Jo", en = "No" },
]

[[question]]
code = "channels"
block = "channels"
kind = "multi"
label = { sq = "Kanalet", en = "Channels" }
text = { sq = "Ku dëgjuat?", en = "Where did you hear?" }
asked_if = { heard = ["yes"] }
universe = { sq = "Kush ka dëgjuar", en = "Those who have heard" }
missing = ["9"]
headline = "school"
higher_is = "neutral"
sensitive = false
answers = [
  { code = "school", column = "Q2/school", sq = "Shkolla", en = "School" },
  { code = "friends", column = "Q2/friends", sq = "Miqtë", en = "Friends" },
]

[[question]]
code = "serious"
block = "seriousness"
kind = "scale"
column = "Q3"
label = { sq = "Sa i rëndë", en = "How serious" }
text = { sq = "Sa i rëndë është?", en = "How serious is it?" }
missing = ["9"]
headline = "high"
higher_is = "neutral"
sensitive = true
answers = [
  { code = "low", value = "1", sq = "Pak", en = "Little" },
  { code = "middle", value = "2", sq = "Mesatar", en = "Middling" },
  { code = "very", value = "3", sq = "Shumë", en = "Very" },
]
nets = [ { code = "high", answers = ["middle", "very"], sq = "Të paktën mesatar", en = "At least middling" } ]
"""


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each place, which must stand there exactly once, put otherwise."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def codebook_file(folder: Path, *changes: tuple[str, str], name: str = "w1.toml") -> Path:
    path = folder / name
    path.write_text(changed(CODEBOOK, *changes), encoding="utf-8")
    return path


def codebook(folder: Path, *changes: tuple[str, str]) -> Codebook:
    read, problems = read_codebook(codebook_file(folder, *changes))
    assert problems == []
    return read


def answers(persons: int = 5, seed: int = SEED, prefix: str = "") -> pd.DataFrame:
    """Two strata in each county, three PSUs in each stratum, `persons` in each PSU: all cells as text."""
    random = np.random.default_rng(seed)
    places = [
        (county, stratum, psu) for county in COUNTIES for stratum in "UR" for psu in "123" for _ in range(persons)
    ]
    frame = pd.DataFrame(
        {
            "id": [f"p{number}" for number in range(1, len(places) + 1)],
            "w": random.uniform(0.5, 1.5, len(places)).round(3).astype(str),
            "stratum": [county + stratum for county, stratum, _ in places],
            "psu": [prefix + county + stratum + psu for county, stratum, psu in places],
            "county": [county for county, _, _ in places],
            "sex": random.choice(["1", "2"], len(places)),
            "age": random.integers(15, 30, len(places)).astype(str),
            "ethnicity": random.choice(["1", "2"], len(places), p=[0.9, 0.1]),
            "Q1": random.choice(["1", "2", "98"], len(places), p=[0.65, 0.3, 0.05]),
            "Q2/school": random.choice(["0", "1"], len(places)),
            "Q2/friends": random.choice(["0", "1"], len(places)),
            "Q3": random.choice(["1", "2", "3", "9"], len(places), p=[0.3, 0.35, 0.3, 0.05]),
        }
    ).astype("str")
    routed = [column for column in frame if column.startswith("Q2/")]
    frame.loc[frame["Q1"] != "1", routed] = ""
    return frame


def with_cells(frame: pd.DataFrame, column: str, cells: dict[int, str]) -> pd.DataFrame:
    """The answers with some cells of one column put otherwise, by position."""
    frame = frame.copy()
    for position, text in cells.items():
        frame.loc[position, column] = text
    return frame


def raw_table(frame: pd.DataFrame, value_labels: dict[str, dict[str, str]] | None = None) -> RawTable:
    return RawTable("answers.xlsx", "Data", 2, frame, {}, value_labels or {}, {})
