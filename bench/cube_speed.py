"""How long the survey cube takes, and how much memory, against the plain numpy group-by of the same answers.

    python bench/cube_speed.py            3,000 respondents, 200 PSUs
    python bench/cube_speed.py --big      3,000,000 respondents, 4,000 PSUs (--psus 40000 for more)

Two waves, 5 areas x 3 genders x 5 ages x 100 questions x 5 answers = 75,000 estimates with intervals. The respondents
are drawn by a seed and mean nothing. Each part runs in a process of its own, so that its peak memory is its own; the
ratio is of CPU times in one run, because seconds of different machines cannot be compared. One thread each: the linear
algebra library's waiting threads would count as work.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))

from data.model.dimensions import FOCUS
from data.model.questionnaire import Answer, Asked, Question
from data.statistics.cube import cube
from data.statistics.design import make_design

WAVES, QUESTIONS, ANSWERS = ("w1", "w2"), 100, "abcde"
AGES = ("15-17", "18-19", "20-24", "25-29")
STRATA = 12
NONE = {"sq": "", "en": ""}
MOST_SECONDS, MOST_MEGABYTES = 60, 1024


def main() -> None:
    arguments = parsed()
    if arguments.part:
        print(json.dumps(PARTS[arguments.part](arguments.respondents, arguments.psus)))
        return
    respondents = arguments.respondents or (3_000_000 if arguments.big else 3_000)
    psus = arguments.psus or (4_000 if arguments.big else 200)
    plain, whole = (measured(part, respondents, psus) for part in ("group-by", "cube"))
    print(f"{respondents:,} respondents, {psus:,} PSUs, {whole['estimates']:,} estimates")
    for name, part in (("numpy group-by", plain), ("cube", whole)):
        print(f"{name:15} {part['cpu']:8.2f} s CPU {part['wall']:8.2f} s wall {part['megabytes']:8.0f} MB peak")
    print(f"{'ratio (CPU)':15} {whole['cpu'] / plain['cpu']:8.1f}")
    if arguments.big and (whole["wall"] > MOST_SECONDS or whole["megabytes"] > MOST_MEGABYTES):
        sys.exit(f"more than {MOST_SECONDS} s or {MOST_MEGABYTES} MB")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--big", action="store_true", help="3 million respondents; fails above a minute or 1 GB")
    parser.add_argument("--respondents", type=int, help="both waves together")
    parser.add_argument("--psus", type=int, help="both waves together")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(part: str, respondents: int, psus: int) -> dict[str, float]:
    """What a fresh process says of one part."""
    command = [sys.executable, __file__, "--part", part, "--respondents", str(respondents), "--psus", str(psus)]
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=alone)
    found: dict[str, float] = json.loads(answer.stdout)
    return found


def build_cube(respondents: int, psus: int) -> dict[str, float]:
    estimates, cpu, wall = 0, 0.0, 0.0
    for wave, frame in drawn(respondents, psus):
        started = time.process_time(), time.perf_counter()
        design = make_design(frame["weight"], frame["stratum"], frame["psu"])
        result = cube(frame, asked_in(wave), wave=wave, age_groups=AGES, design=design, depth=3)
        cpu, wall = cpu + time.process_time() - started[0], wall + time.perf_counter() - started[1]
        # The Roma domain comes on top of the cube that is counted here.
        estimates += int(result["population"].eq("all").sum())
    return {"estimates": estimates, "cpu": cpu, "wall": wall, "megabytes": peak()}


def group_by(respondents: int, psus: int) -> dict[str, float]:
    """Weighted counts by area x gender x age x answer of every question, and nothing else."""
    cpu, wall = 0.0, 0.0
    for _, frame in drawn(respondents, psus):
        started = time.process_time(), time.perf_counter()
        group = np.zeros(len(frame), dtype=np.int64)
        for column in ("area", "gender", "age"):
            codes = frame[column].astype("category").cat
            group = group * len(codes.categories) + codes.codes
        weights, cells = frame["weight"].to_numpy(), int(group.max() + 1)
        for number in range(QUESTIONS):
            answer = frame[f"q{number}"].astype("category").cat.codes.to_numpy().astype(np.int64)
            np.bincount(answer * cells + group, weights, len(ANSWERS) * cells)
        cpu, wall = cpu + time.process_time() - started[0], wall + time.perf_counter() - started[1]
    return {"cpu": cpu, "wall": wall, "megabytes": peak()}


PARTS = {"cube": build_cube, "group-by": group_by}


def drawn(respondents: int, psus: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Both waves, one after the other: respondents of 12 strata, three in each county."""
    for seed, wave in enumerate(WAVES):
        random = np.random.default_rng(seed)
        persons = respondents // len(WAVES)
        psu = random.integers(0, psus // len(WAVES), persons)
        stratum = psu % STRATA
        columns = {
            "weight": random.uniform(0.5, 3, persons),
            "stratum": chosen(stratum, [f"s{number}" for number in range(STRATA)]),
            "psu": chosen(psu, [f"p{number}" for number in range(psus // len(WAVES))]),
            "area": chosen(stratum % len(FOCUS), FOCUS),
            "gender": chosen(random.integers(0, 2, persons), ("f", "m")),
            "age": chosen(random.integers(0, len(AGES), persons), AGES),
            "roma": random.random(persons) < 0.05,
            "population_psus": np.full(persons, np.nan),
        }
        for number in range(QUESTIONS):
            columns[f"q{number}"] = chosen(random.integers(0, len(ANSWERS), persons, dtype=np.int8), tuple(ANSWERS))
        yield wave, pd.DataFrame(columns)


def chosen(codes: np.ndarray, names: tuple[str, ...] | list[str]) -> pd.Series:
    return pd.Series(pd.Categorical.from_codes(codes, pd.Index(names)))


def asked_in(wave: str) -> list[Question]:
    asked = Asked(wave, "computed", NONE, NONE, tuple(Answer(code, NONE) for code in ANSWERS))
    return [
        Question(f"q{number}", "meaning", "single", NONE, "a", "neutral", False, "comparable", NONE, (asked,))
        for number in range(QUESTIONS)
    ]


def peak() -> float:
    """Largest memory of this process so far, in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
