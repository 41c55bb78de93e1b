"""Shares moved by effects, and the shares of each county and gender that together give the wave's."""

from collections.abc import Mapping

import numpy as np

from data.survey.demonstration.sample import CELLS

Effect = Mapping[str, float]  # answer -> points; a scale has one number, under ""
_LEAST = 0.2  # per cent; no effect makes an answer impossible


def shifted(kind: str, shares: Mapping[str, float], effect: Effect) -> dict[str, float]:
    """The shares (per cent) after the effect.

    Of a single choice the answers it does not name give way in proportion; of a scale the shares are multiplied by
    exp(tilt * point) and brought back to 100; of a multiple choice only the named answers move.
    """
    if kind == "scale":
        tilted = np.array([*shares.values()]) * np.exp(effect.get("", 0.0) * np.arange(len(shares)))
        return dict(zip(shares, (100 * tilted / tilted.sum()).tolist(), strict=True))
    moved = {answer: max(share + effect.get(answer, 0.0), _LEAST) for answer, share in shares.items()}
    if kind == "multi":
        return {answer: min(share, 100 - _LEAST) for answer, share in moved.items()}
    rest = [answer for answer in shares if answer not in effect] or [*shares]
    room = 100 - sum(share for answer, share in moved.items() if answer not in rest)
    factor = room / sum(moved[answer] for answer in rest)
    return {answer: share * factor if answer in rest else share for answer, share in moved.items()}


def cell_shares(
    kind: str,
    shares: Mapping[str, float],
    county: Mapping[str, Effect],
    gender: Mapping[str, Effect],
    sizes: np.ndarray,
) -> np.ndarray:
    """CELLS x answers: the share (0-1) of each answer. `sizes` are the weights of the cells.

    Effects are evened out over the cells, so that the mean over them is the given share (of a scale: nearly).
    """
    named = sorted({answer for effects in (county, gender) for effect in effects.values() for answer in effect})
    pairs = [(county.get(area, {}), gender.get(own, {})) for area, own in CELLS]
    effects = np.array(
        [[first.get(answer, 0.0) + second.get(answer, 0.0) for answer in named] for first, second in pairs]
    )
    evened = effects - np.average(effects, axis=0, weights=sizes) if named else effects
    cells = [shifted(kind, shares, dict(zip(named, row, strict=True))) for row in evened]
    return np.array([[cell[answer] for answer in shares] for cell in cells]) / 100
