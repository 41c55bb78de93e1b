"""What is found out about a file: plain values, before a word of it is said."""

from dataclasses import dataclass, replace

import pandas as pd

from components.exports.provenance.model import FIGURE, Provenance
from components.exports.tables.reading import Found
from components.sections.data.check_cells import Cell, Compared, compare
from components.sections.data.check_handed import Handed
from components.sections.data.check_now import rows_now
from components.sections.data.check_tables import beside, beside_record
from data import Release, recheck
from data.releasing.recheck import SAME


@dataclass(frozen=True)
class Verdict:
    """What the file says, whether it was edited, whether its release is the open one, and each of its figures then and
    now (the columns of `recheck`); `compared`: the cells of its tables, an entry a table, None where none could be."""

    provenance: Provenance
    edited: bool
    is_open_release: bool
    figures: pd.DataFrame
    compared: tuple[Compared | None, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the file has tables and every cell of them was compared."""
        return bool(self.compared) and None not in self.compared and not self.unknown

    @property
    def cells(self) -> int:
        """How many cells were compared."""
        return sum(each.cells for each in self.compared if each)

    @property
    def wrong(self) -> list[Cell]:
        """The cells that differ."""
        return [cell for each in self.compared if each for cell in each.wrong]

    @property
    def unknown(self) -> list[str]:
        """The columns that could not be compared."""
        return list(dict.fromkeys(name for each in self.compared if each for name in each.unknown))

    @property
    def changed(self) -> pd.DataFrame:
        """The figures that are not what they were."""
        return self.figures[self.figures["verdict"].ne(SAME)]


def verdict_on(provenance: Provenance, release: Release, *, edited: bool = False) -> Verdict:
    """What the file says of itself, held against the release."""
    figures = recheck(provenance.figures, rows_now(release))
    return Verdict(provenance, edited, provenance.release == release.info.id, figures)


def verdict_on_file(handed: Handed, release: Release) -> Verdict:
    """The file held against the release: its record, and every cell of its tables.

    Words and notes are those of one release; of another only the figures are compared, with the file's own record.
    """
    told = verdict_on(handed.provenance, release, edited=handed.edited)
    return replace(told, compared=tuple(compared(handed, table, release) for table in handed.tables))


def compared(handed: Handed, table: Found, release: Release) -> Compared | None:
    """The cells of one table; None where there is nothing to compare them with."""
    told = handed.provenance
    try:
        if told.release == release.info.id:
            side = beside(release, table, told.language)
            return compare(side) if side else None
        recorded = None if handed.by_rows else beside_record(told, table)
        return compare(recorded, FIGURE) if recorded else None
    # Rows of anybody: codes that no release has, lists in the place of words. What they raise, they stay uncompared.
    except Exception:
        return None
