"""What one question's page may claim: all its tests corrected together, from the whole to the single pair.

Three gates, and a claim's q is the largest on its way. (1) Each thing the page compares (`subject`: the counties of a
wave, its genders, its ages, the change of the whole, of the counties, of Roma) is one test, its leading families' tests
taken together by Simes; Benjamini-Hochberg over the question's subjects. (2) Benjamini-Hochberg over the families of a
subject, leading ones and subgroups each on their own. A family's test is Rao and Scott's of the answer pattern, or that
of Simes over its pairs where there is none. (3) Benjamini-Hochberg over all answers and pairs of a family. A pattern is
said to differ only where a pair of its family does, and subgroups are looked at only where a leading family differs, so
nothing on a page contradicts another thing.
Where nothing differs the first gate alone keeps false claims at alpha a question, however many pairs it has.
[Simes 1986; Benjamini & Hochberg 1995; Yekutieli 2008, J. Am. Stat. Assoc. 103]
"""

from typing import Final

import numpy as np
import pandas as pd

from data.statistics.contrasts import q_values

QUESTION: Final = ["indicator", "kind"]  # invented figures never weigh on real ones
SUBJECT: Final = [*QUESTION, "period", "period_to", "subject"]
FAMILY: Final = [*SUBJECT, "family"]


def corrected(tests: pd.DataFrame, patterns: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The q of each test of a pair and of each pattern; NaN where p is.

    Both frames have FAMILY, `leading` (whether the family stands for its subject) and an unrounded `p`; a family has
    one pattern at most.
    """
    pairs = q_values(tests["p"], _numbers(tests, FAMILY))
    families = _families(tests.assign(simes=pairs), patterns)
    at = families.set_index(FAMILY)
    of_tests, of_patterns = (at.reindex(pd.MultiIndex.from_frame(rows[FAMILY])) for rows in (tests, patterns))
    q_tests = np.maximum(pairs, of_tests["gate"].to_numpy())
    q_patterns = np.fmax(of_patterns["gate"].to_numpy(), of_patterns["simes"].to_numpy())
    return q_tests, np.where(patterns["p"].isna(), np.nan, q_patterns)


def rivals(tests: pd.DataFrame) -> pd.Series:
    """Among how many tests a difference with nothing else beside it must stand out: subjects x families x pairs."""
    tested = tests[tests["p"].notna()]
    subjects = tested.groupby(QUESTION)[["period", "period_to", "subject"]].apply(
        lambda rows: len(rows.drop_duplicates())
    )
    families = tested.groupby([*SUBJECT, "leading"])["family"].nunique()
    sizes = tested.groupby(FAMILY).size()
    counts = [
        known.reindex(pd.MultiIndex.from_frame(tests[list(known.index.names)])).to_numpy(dtype=float)
        for known in (subjects, families, sizes)
    ]
    return pd.Series(np.prod(counts, axis=0), index=tests.index)


def _families(tests: pd.DataFrame, patterns: pd.DataFrame) -> pd.DataFrame:
    """A row a family: its keys, `simes` of its pairs, and `gate`, the q with which its pairs are looked at."""
    own = [*FAMILY, "leading"]
    simes = tests.groupby(own, as_index=False)["simes"].min()
    whole = patterns[[*own, "p"]].rename(columns={"p": "pattern"})
    families = simes.merge(whole, on=own, how="outer", validate="1:1")
    test = families["pattern"].fillna(families["simes"])
    inside = q_values(test, _numbers(families, [*SUBJECT, "leading"]))
    subjects = families.assign(test=inside).groupby([*SUBJECT, "leading"])["test"].min().unstack("leading")
    # Where no leading family could be tested, its subgroups speak for the subject.
    said = subjects.reindex(columns=[True, False]).bfill(axis=1)[True].rename("said").reset_index()
    said["gate"] = q_values(said["said"], _numbers(said, QUESTION))
    gate = families.merge(said[[*SUBJECT, "gate"]], on=SUBJECT, how="left")["gate"]
    return _behind_leading(families.assign(gate=np.maximum(gate.to_numpy(), inside)))


def _behind_leading(families: pd.DataFrame) -> pd.DataFrame:
    """The families, the gates of subgroups no easier than what a leading family of their subject claims."""
    claims = families[["gate", "simes"]].max(axis=1).where(families["leading"])
    led = claims.groupby(_numbers(families, SUBJECT)).transform("min")
    behind = pd.concat([families["gate"], led], axis=1).max(axis=1)
    return families.assign(gate=families["gate"].where(families["leading"], behind))


def _numbers(rows: pd.DataFrame, keys: list[str]) -> np.ndarray:
    return rows.groupby(keys, sort=False).ngroup().to_numpy()
