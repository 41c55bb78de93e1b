"""The recorded figures that do not stand in the text of a picture or document."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.downloads.tables.measures import measured
from components.sections.data.check_figures import is_measured
from data import Release
from data.model.observations import SHOWN
from i18n import Text

Figure = Mapping[str, Any]


def missing_in(t: Text, release: Release, figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures that are shown and whose number, as this language writes it, stands nowhere in the text."""
    told = " ".join(text.split())
    return [figure for figure in figures if figure["status"] in SHOWN and not stands_in(t, release, figure, told)]


def stands_in(t: Text, release: Release, figure: Figure, told: str) -> bool:
    """Whether the text has the figure's number; one without a value, or of an unknown measure, is not looked for."""
    code, answer, value = figure["indicator"], figure["answer"], figure["value"]
    if value is None or not is_measured(release, code, answer):
        return True
    return " ".join(t.number(value, measured(release, code, answer).decimals).split()) in told
