"""A cube as an attacker has it: its thresholds, and everything that is known of it besides its own table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.disclosure.cube import CubeSpec
from data.disclosure.facts import Fact
from data.model.service_counts import ALL
from data.services.cubes import fewest_shown, links, shown_values, told
from data.services.known import known_facts
from data.services.records.form import Known
from data.services.vintages import EARLIER, NOW, SAME, Earlier, both_vintages, growth, placed, steps


@dataclass(frozen=True)
class Public:
    """What is public already: figures of others with their values, and by cycle the table that stands published."""

    known: Sequence[Known] = ()
    values: Sequence[int] = ()
    earlier: Mapping[str, Earlier] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A cube as it is to be proven: with both vintages where the counts behind an earlier table have changed."""

    cube: CubeSpec
    fewest: np.ndarray
    facts: list[Fact]


def case_of(cube: CubeSpec, vulnerable: Collection[str], public: Public, published: pd.DataFrame) -> Case:
    """A cube with everything an attacker knows besides its own rows; of `published` no more than is told of the
    persons is read, and how its rows have moved since an earlier table."""
    fewest, facts = fewest_shown(cube, vulnerable), known_facts(cube, public.known, public.values)
    linked = links(cube) if "service" in cube.dimensions else []
    if linked:
        facts += linked + told(cube, published[published["service"].eq(ALL)], vulnerable)
    earlier = public.earlier.get(cube.dimensions["cycle"][0])
    if earlier is None:
        return Case(cube, fewest, facts)
    past = told(cube, earlier.table, earlier.vulnerable)
    if earlier.relation == SAME:
        return Case(cube, fewest, facts + past)
    wide, before = both_vintages(cube), fewest_shown(cube, earlier.vulnerable)
    facts = placed(facts, NOW) + placed([*linked, *past], EARLIER) + growth(wide, earlier.relation)
    # Everybody knows the rule of batches: what a figure's move, or its standing still, says of the persons behind it.
    moves = shown_values(cube, published) - shown_values(cube, earlier.table)
    return Case(wide, np.stack([before, fewest]), facts + steps(cube, moves, np.maximum(before, fewest)))
