"""Which areas cannot be told apart: the groups that stand beside each other instead of a ranking."""

from collections.abc import Iterable, Sequence
from itertools import combinations


def groups_of(areas: Sequence[str], distinguishable: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The largest sets of areas of which no two were told apart, in the order of `areas`.

    As in a compact letter display (Piepho 2004) an area may be in several groups, because "not told apart"
    is not transitive; one that differs from all others is a group of its own. Give only areas that took part in
    the tests: a pair not named in `distinguishable` counts as not told apart. Every subset is looked at, which
    suits the handful of areas of one family. ValueError: an area twice, a pair with an area not given.
    """
    if len(set(areas)) < len(areas):
        raise ValueError(f"an area is named twice: {', '.join(areas)}")
    apart = {frozenset(pair) for pair in distinguishable}
    if unknown := {area for pair in apart for area in pair} - set(areas):
        raise ValueError(f"a pair names an area without a figure: {', '.join(sorted(unknown))}")
    alike = [
        chosen
        for size in range(len(areas), 0, -1)
        for chosen in combinations(areas, size)
        if not any(frozenset(pair) in apart for pair in combinations(chosen, 2))
    ]
    largest = [group for group in alike if not any(set(group) < set(other) for other in alike)]
    return sorted(largest, key=lambda group: [areas.index(area) for area in group])
