"""What the survey's verdicts are worth: false claims a question that holds nothing, and what is still found.

    .venv/bin/python bench/false_claims.py [--questions 1500]

Each question is drawn in a survey of 1,536 persons with PSU effects and goes the whole way of a real one. A null
question answers alike everywhere; a claim is any "higher", "lower" or "differs" in its tables. In the others one county
gives the first answer more often. Errors of a share of 1,500 questions: about 0.6 points at 5 %.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.invented_waves import ODD, SHARES, Truth, invented
from bench.report import Targets, machine
from data.model.survey import Survey
from data.survey.tables import survey_tables

A_SURVEY = 30  # questions of one survey, a third of each kind
MOST_CLAIMS, MOST_PATTERNS = 0.10, 0.05
DIFFERENCES = (0.10, 0.15, 0.20, 0.25)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--questions", type=int, default=1500, help="null questions for each number of waves")
    surveys = max(1, parser.parse_args().questions // A_SURVEY)
    print(f"False claims: {machine()}")
    targets = Targets()
    for waves in (("w1",), ("w1", "w2")):
        claimed = pd.concat(null_claims(drawn(seed, waves, Truth())) for seed in range(surveys))
        shares = claimed.groupby("kind")[["claims", "patterns"]].mean()
        print(f"{len(waves)} wave(s), {len(claimed)} null questions, share with a false claim:\n{shares.round(3)}")
        targets.hold(f"any false claim, {len(waves)} wave(s)", claimed["claims"].mean(), MOST_CLAIMS)
        targets.hold(f"any false pattern, {len(waves)} wave(s)", claimed["patterns"].mean(), MOST_PATTERNS)
    for waves in (("w1",), ("w1", "w2")):
        for difference in DIFFERENCES:
            told = pd.concat(
                power(drawn(1000 + seed, waves, Truth(difference))) for seed in range(max(1, surveys // 5))
            )
            print(f"{len(waves)} wave(s), {difference:.0%} in one county:\n{told.groupby('kind').mean().round(2)}")
    targets.end()


def drawn(seed: int, waves: tuple[str, ...], truth: Truth) -> Survey:
    """The protected tables of one invented survey."""
    kinds = [kind for kind in SHARES for _ in range(A_SURVEY // len(SHARES))]
    return survey_tables([invented(seed, wave, kinds, truth) for wave in waves])


def null_claims(survey: Survey) -> pd.DataFrame:
    """A row a question: whether it makes any claim (`claims`), and any of a pattern (`patterns`)."""
    return pd.DataFrame(_null_rows(survey))


def _null_rows(survey: Survey) -> Iterator[dict[str, object]]:
    for code, question in survey.questions.items():
        patterns = bool(survey.patterns_of(code)["verdict"].eq("differs").any())
        pairs = bool(survey.differences_of(code)["verdict"].isin(["higher", "lower"]).any())
        yield {"kind": question.kind, "claims": patterns or pairs, "patterns": patterns}


def power(survey: Survey) -> pd.DataFrame:
    """A row a question: how many of the three pairs with the odd county are found (`pairs`), and whether any is.

    `pattern` of the counties (NaN where no pattern is tested); `told` the mean of what is said to be probably missed.
    """
    return pd.DataFrame(_power_rows(survey))


def _power_rows(survey: Survey) -> Iterator[dict[str, object]]:
    for code, question in survey.questions.items():
        rows, patterns = survey.differences_of(code), survey.patterns_of(code)
        own = rows["dimension"].eq("area") & rows["gender"].eq("all") & rows["age"].eq("all") & rows["answer"].eq("a0")
        rows = rows[own & (rows["area"].eq(ODD) | rows["area_to"].eq(ODD))]
        found = rows["verdict"].isin(["higher", "lower"]).groupby(rows["period"])
        whole = patterns[patterns["dimension"].eq("area") & patterns["gender"].eq("all")]
        yield {
            "kind": question.kind,
            "pairs": found.mean().mean(),
            "any": found.any().mean(),
            "pattern": whole["verdict"].eq("differs").mean() if len(whole) else np.nan,
            "told": rows["detectable"].mean(),
        }


if __name__ == "__main__":
    main()
