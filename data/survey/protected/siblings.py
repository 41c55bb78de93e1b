"""Hidden groups of sensitive questions: as many beside them hidden as it takes that none can be worked out.

The whole is its parts' weighted mean, so a group hidden alone follows from the whole and its siblings. Of every whole
and its parts none or at least two are hidden, those hidden under a shown whole are 25 persons together, and no chain of
subtractions ends at one group.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from data.model.domains import Domain
from data.model.questionnaire import Question, Wave
from data.survey.protected.bands import ROUNDED
from data.survey.protected.partitions import LEAST_LEFT, Partition, complete_partitions

BESIDE_HIDDEN: Final = "beside_hidden"
FIGURES: Final = ("value", "value_low", "value_upp", "value_se", "deff", "df")
_ROUNDING: Final = 1e-9


def hide_beside(observations: pd.DataFrame, questions: Mapping[str, Question], waves: Iterable[Wave]) -> pd.DataFrame:
    """The observations with further groups of sensitive questions hidden, all answers of a group alike.

    Such rows are `suppressed`, `beside_hidden`, without a figure; their base stays, for `band_bases` to blur.
    """
    sensitive = [code for code, question in questions.items() if question.sensitive]
    table = observations.copy()
    for wave in waves:
        splits = complete_partitions(wave.age_groups)
        own = table["period"].eq(wave.period) & table["kind"].eq(wave.kind)
        for code in sensitive:
            rows = table[own & table["indicator"].eq(code)]
            further = beside(bases_of(rows), hidden_groups(rows), splits)
            chosen = rows.index[[group in further for group in groups_of(rows)]]
            table.loc[chosen, list(FIGURES)] = pd.NA
            table.loc[chosen, ["method", "status", "reason"]] = ["none", "suppressed", BESIDE_HIDDEN]
    return table


def groups_of(rows: pd.DataFrame) -> list[Domain]:
    """The group of each row."""
    return [Domain(*group) for group in zip(*(rows[name] for name in Domain._fields), strict=True)]


def bases_of(rows: pd.DataFrame) -> dict[Domain, int]:
    """The base of each group of one question in one wave, where it is told exactly."""
    told = rows[rows["n"].notna() & rows["note"].ne(ROUNDED)]
    return dict(zip(groups_of(told), told["n"].astype(int), strict=True))


def hidden_groups(rows: pd.DataFrame) -> set[Domain]:
    """The groups of one question in one wave whose figures are hidden."""
    return {*groups_of(rows[rows["status"].eq("suppressed")])}


def beside(bases: Mapping[Domain, int], hidden: Collection[Domain], splits: Sequence[Partition]) -> set[Domain]:
    """The groups to hide beside those that are: the smallest that serve, preferring what serves several partitions."""
    gone = set(hidden)
    while True:
        weak = [split for split in splits if is_weak(split, gone, bases)]
        weak = weak or [split for split in splits if gone & set(split.parts) & worked_out(gone, splits)]
        offered = {part for split in weak for part in split.parts if part in bases and part not in gone}
        if not offered:
            return gone - set(hidden)
        gone.add(min(offered, key=lambda group: (-_met(group, weak), -_met(group, splits, gone), bases[group], group)))


def is_weak(split: Partition, hidden: Collection[Domain], bases: Mapping[Domain, int]) -> bool:
    """Whether a group hidden in the partition can be subtracted: alone, or with too few others under a shown whole."""
    gone = [group for group in (split.whole, *split.parts) if group in hidden]
    if len(gone) < 2:
        return len(gone) == 1
    return split.whole not in hidden and sum(bases.get(group, LEAST_LEFT) for group in gone) < LEAST_LEFT


def worked_out(hidden: Collection[Domain], splits: Sequence[Partition]) -> set[Domain]:
    """The hidden groups that subtractions, whatever their chain, fix: all others stay free to move."""
    unknown = sorted(hidden)
    equations = np.array([[_sign(split, group) for group in unknown] for split in splits], dtype=float)
    if not unknown:
        return set()
    _, sizes, directions = np.linalg.svd(equations)
    free = directions[(sizes > _ROUNDING).sum() :]
    return {group for group, moves in zip(unknown, np.abs(free).sum(axis=0), strict=True) if moves < _ROUNDING}


def _sign(split: Partition, group: Domain) -> int:
    return (group in split.parts) - (group == split.whole)


def _met(group: Domain, splits: Sequence[Partition], hidden: Collection[Domain] | None = None) -> int:
    """In how many partitions the group is a part; with `hidden`, of those that hide another already."""
    return sum(
        group in split.parts and (hidden is None or any(part in hidden for part in split.parts)) for split in splits
    )
