"""The legend of an exhibit's picture."""

from collections.abc import Sequence

import pandas as pd

from components.charts.palette import LIGHT
from components.charts.plots.theme import Figure
from components.charts.signs import BEYOND, HATCHED, HOLLOW, INTERVAL, signs_in, signs_of, words_of
from components.exhibits.model import Drawing, Exhibit
from data.model.observations import SHOWN, STATUSES
from i18n import Text

Legend = list[tuple[str, str]]  # a sign, and what it means
SIGNS = (HATCHED, HOLLOW)
LINES = (INTERVAL, BEYOND)
NOT_SHOWN = tuple(status for status in STATUSES if status not in SHOWN)


def legend_of(t: Text, exhibit: Exhibit, name: str) -> Legend:
    """What the signs of the picture called `name` mean; none where there is no such picture."""
    picture = exhibit.pictures.get(name)
    if picture is None:
        return []
    if isinstance(picture, Drawing):
        return legend_of_drawings(t, [svg for svg, _ in picture.draw(LIGHT)])
    return legend_of_figure(t, picture.draw(LIGHT))


def states_present(t: Text, frame: pd.DataFrame) -> Legend:
    """(status, words) of every state in the rows of a table but `ok`."""
    present = dict.fromkeys(frame["status"])
    return [(status, t(f"state.{status}.legend")) for status in present if status != "ok"]


def legend_of_drawings(t: Text, svgs: Sequence[str]) -> Legend:
    """(sign, words) of all signs that our drawings have between them."""
    present = frozenset().union(*map(signs_in, svgs))
    return [(sign, meaning(t, sign)) for sign in (*SIGNS, *NOT_SHOWN, *LINES) if sign in present]


def legend_of_figure(t: Text, figure: Figure) -> Legend:
    """(sign, words) of all signs that a chart has; a state that stands there in words has no other sign."""
    present, written = signs_of(figure), words_of(figure)
    states = [("", meaning(t, status)) for status in NOT_SHOWN if any(word in written for word in marks_of(t, status))]
    signs, lines = ([(sign, meaning(t, sign)) for sign in kind if sign in present] for kind in (SIGNS, LINES))
    return [*signs, *states, *lines]


def meaning(t: Text, sign: str) -> str:
    """What a sign says."""
    return t(f"state.{sign}.legend") if sign in NOT_SHOWN else t(f"legend.{sign}")


def marks_of(t: Text, status: str) -> list[str]:
    """The words that stand where a figure in this state would."""
    key = f"state.{status}.mark"
    return [t(key)] if t.has(key) else [t(f"{key}.{reason}") for reason in t.under(key)]
