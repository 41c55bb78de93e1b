"""Import of service records: checked, counted, protected and proven; only then does anything on disk change."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.disclosure.errors import DisclosureError
from data.disclosure.rules import OK, SUPPRESSED
from data.facts.facts import HEADER as FACTS_HEADER
from data.facts.sources import read_sources
from data.model.errors import Problem, SourceError
from data.model.frames import typed
from data.reading.closed_folders import close, make_closed
from data.reading.csv_rows import read_rows
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file
from data.reading.taking_place import clear_left, staging, take_places
from data.services.case import Public
from data.services.known import known_values
from data.services.private import Stored, fresh_seed, read_stored, stage
from data.services.protection import COLUMNS, Protection, proof_problems
from data.services.records.counting import TrueCounts, count_table
from data.services.records.form import RecordsCodebook
from data.services.records.reading import read_records_codebook
from data.services.republishing import republish
from data.services.results import TABLE, labelled, read_results, write_results


@dataclass(frozen=True)
class ImportedRecords:
    """What was taken in: the period of the records, their cycles, how many cells are shown and hidden, how the file was
    read, and by cycle how many persons wait until enough have come (PRIVATE)."""

    period: str
    cycles: tuple[str, ...]
    shown: int
    hidden: int
    read_as: str
    waiting: dict[str, int]


def import_records(
    file: Path, codebook_file: Path, private: Path, results: Path, sources: Path, sheet: str = ""
) -> ImportedRecords:
    """Take records in: true counts and proofs into `private`, the protected table into `results`.

    Raises SourceError with every problem found, or why the counts cannot be published safely (OSError where the disk
    refuses); nothing has changed then.
    """
    clear_left(private, results.parent)
    codebook, table, values = _read(file, codebook_file, sources, sheet)
    true = count_table(table, codebook)
    published = _published(codebook, results)
    try:
        stored = read_stored(private)
        seed = stored.seed if stored else fresh_seed()
        made = republish(true, Public(codebook.known, values), published, stored, seed)
        public = Public(codebook.known, values, made.earlier)
        with staging(results.parent) as fresh:
            _write_proven(fresh, codebook, made.behind, made.protection, public)
            make_closed(private)
            # True counts are never staged outside the private folder, not even for a moment.
            with staging(private) as inside:
                kept = stage(inside, Stored(made.behind, made.protection.proofs, made.earlier, seed), codebook_file)
                close(inside)
                places = {path: private / path.name for path in kept}
                places |= {path: results / path.name for path in sorted(fresh.iterdir())}
                take_places(places)
    except DisclosureError as error:
        expected = "counts that can be published so that nobody can be worked out"
        told = str(error).splitlines()  # a line each: what a problem found is cut where it is long
        raise SourceError([Problem(TABLE, 0, "", expected, line) for line in told]) from None
    cells = made.protection.table["status"].value_counts()
    shown, hidden = (int(cells.get(status, 0)) for status in (OK, SUPPRESSED))
    read_as = f"{table.file}: {len(table.values)} rows, {table.read_as}"
    return ImportedRecords(codebook.period.text, codebook.cycles, shown, hidden, read_as, made.waiting)


def _published(codebook: RecordsCodebook, results: Path) -> pd.DataFrame:
    """The rows that stand published; SourceError where the new records leave out a cycle of theirs."""
    before = read_results(results)
    if before is None:
        return typed(pd.DataFrame(columns=list(COLUMNS)), COLUMNS)
    gone = sorted(set(before[0]["cycle"]) - set(codebook.cycles))
    if gone:
        expected = f"a time that reaches into cycle {' and '.join(gone)} too, whose counts are published"
        raise SourceError([Problem(codebook.file, 0, "period", expected, repr(codebook.period.text))])
    return before[0][list(COLUMNS)]


def _write_proven(
    folder: Path, codebook: RecordsCodebook, true: TrueCounts, protection: Protection, public: Public
) -> None:
    """Write the results, and hold what was written against the proof; DisclosureError where it does not hold."""
    write_results(labelled(protection.table, codebook), codebook.period.text, folder)
    written = read_results(folder)
    assert written is not None
    wrong = proof_problems(written[0][list(COLUMNS)], protection.proofs, true.vulnerable, public)
    if wrong:
        raise DisclosureError("\n".join(wrong))


def _read(file: Path, codebook_file: Path, sources: Path, sheet: str) -> tuple[RecordsCodebook, RawTable, list[int]]:
    codebook, problems = read_records_codebook(codebook_file)
    values: list[int] = []
    if not problems:
        known_sources, problems = read_sources(sources / "sources.csv")
        if codebook.source not in known_sources:
            problems.append(Problem(codebook.file, 0, "source", "an id in sources.csv", repr(codebook.source)))
        if codebook.synthetic:
            expected = "false: only real records are imported, the build makes demonstration records itself"
            problems.append(Problem(codebook.file, 0, "synthetic", expected, "true"))
        if codebook.known:
            values, found = known_values(codebook.file, codebook.known, _facts(sources / "facts", problems))
            problems += found
    try:
        table = read_file(file, tuple(codebook.roles.values()), sheet)
    except SourceError as error:
        raise SourceError([*problems, *error.problems]) from None
    if problems:
        raise SourceError(problems)
    return codebook, table, values


def _facts(folder: Path, problems: list[Problem]) -> pd.DataFrame:
    """All rows of the facts, as written."""
    tables = []
    for path in sorted(folder.glob("*.csv")):
        rows, found = read_rows(path, f"facts/{path.name}", FACTS_HEADER)
        problems += found
        tables.append(rows)
    return pd.concat(tables) if tables else pd.DataFrame(columns=list(FACTS_HEADER), dtype="str")
