"""The brief's list of sources, numbered in the order in which they are first cited."""

from components import store
from components.exports.brief.parts import Cited
from components.wording.provenance import citation
from data.model.observations import source_ids
from i18n import Text


class Numbering:
    """Gives every source its number when it is first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, *cells: str) -> tuple[int, ...]:
        """The numbers of the sources in cells of a `source` column, in rising order."""
        return tuple(sorted(self._numbers.setdefault(code, len(self._numbers) + 1) for code in source_ids(cells)))

    @property
    def codes(self) -> tuple[str, ...]:
        """The ids of the sources cited so far, by number."""
        return tuple(self._numbers)

    def cited(self, t: Text) -> tuple[Cited, ...]:
        """The list as it is printed."""
        sources = [store.release().sources[code] for code in self._numbers]
        return tuple(
            Cited(number, citation(t, source), source.address) for number, source in enumerate(sources, start=1)
        )
