"""Import of one wave: its file and codebook checked, its respondents kept privately, all waves estimated anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.facts.sources import read_sources
from data.model.errors import Problem, SourceError
from data.model.microdata import Microdata
from data.model.questionnaire import WAVES
from data.reading.closed_folders import close, make_closed
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file
from data.reading.taking_place import clear_left, staging, take_places
from data.survey.intake.clean import clean
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.codebook_reading import read_codebook
from data.survey.intake.codebook_relations import comparability_problems, reworded_questions, source_problems
from data.survey.intake.draw_key import draw_key, stage_key
from data.survey.intake.notices import Notice
from data.survey.intake.private import stage_wave, stored_waves
from data.survey.results import write_results

Stored = Mapping[str, tuple[Microdata, Codebook]]


@dataclass(frozen=True)
class Imported:
    """What was taken in: the wave's microdata, what is worth knowing, every wave that the results now hold, and how the
    file was read."""

    microdata: Microdata
    notices: tuple[Notice, ...]
    waves: tuple[str, ...]
    read_as: str


def import_wave(
    file: Path, codebook_file: Path, private: Path, results: Path, sources: Path, sheet: str = ""
) -> Imported:
    """Take one real wave in: respondents and codebook into `private`, the protected tables of all waves into `results`.

    Of a workbook with several sheets of answers `sheet` names the one that is meant.
    Raises SourceError with every problem found (or OSError where the disk refuses); nothing has changed then.
    """
    clear_left(private, results.parent)
    codebook, table = _read(file, codebook_file, sources, sheet)
    key = draw_key(private)
    microdata, notices = clean(table, codebook, key)
    others = {code: stored for code, stored in stored_waves(private).items() if code != codebook.wave.code}
    problems = _wave_problems(microdata, codebook, others)
    if problems:
        raise SourceError(problems)
    waves = {**{code: stored[0] for code, stored in others.items()}, codebook.wave.code: microdata}
    ordered = [waves[code] for code in WAVES if code in waves]
    with staging(results.parent) as fresh:
        write_results(ordered, fresh)
        make_closed(private)
        # Microdata are never staged outside the private folder, not even for a moment.
        with staging(private) as inside:
            kept = [*stage_wave(inside, microdata, codebook_file), stage_key(inside, key)]
            close(inside)
            places = {path: private / path.name for path in kept}
            places |= {path: results / path.name for path in sorted(fresh.iterdir())}
            take_places(places)
    notices += [*_psu_notices(microdata, codebook.file, others), *_reworded_notices(codebook, others)]
    return Imported(
        microdata,
        tuple(notices),
        tuple(wave.wave.code for wave in ordered),
        f"{table.file}: {len(table.values)} rows, {table.read_as}",
    )


def _read(file: Path, codebook_file: Path, sources: Path, sheet: str) -> tuple[Codebook, RawTable]:
    codebook, problems = read_codebook(codebook_file)
    known, source_faults = read_sources(sources / "sources.csv")
    if not problems:
        problems = [*source_faults, *source_problems(codebook, known), *_synthetic_problems(codebook)]
    try:
        table = read_file(file, codebook.columns, sheet)
    except SourceError as error:
        raise SourceError([*problems, *error.problems]) from None
    if problems:
        raise SourceError(problems)
    return codebook, table


def _synthetic_problems(codebook: Codebook) -> list[Problem]:
    if not codebook.synthetic:
        return []
    expected = "false: only answers of real persons are imported, the build makes demonstration waves itself"
    return [Problem(codebook.file, 0, "synthetic", expected, "true")]


def _in_time(one: Codebook, other: Codebook) -> tuple[Codebook, Codebook]:
    """The earlier wave's codebook, then the later one's."""
    first, second = sorted((one, other), key=lambda codebook: WAVES.index(codebook.wave.code))
    return first, second


def _wave_problems(microdata: Microdata, codebook: Codebook, others: Stored) -> list[Problem]:
    """What does not fit the waves imported before."""
    problems: list[Problem] = []
    for stored, other in others.values():
        earlier, later = _in_time(codebook, other)
        problems += comparability_problems(earlier, later)
        if later.wave.revisited and not _shared_psus(microdata, stored):
            expected = f"false, or PSU names as in {earlier.wave.code}"
            problems.append(Problem(later.file, 0, "revisited", expected, "true, but the waves share no PSU"))
    return problems


def _reworded_notices(codebook: Codebook, others: Stored) -> list[Notice]:
    return [
        Notice(later.file, f"[[question]] {code}", f"{change}; is it comparable all the same?")
        for _, other in others.values()
        for earlier, later in [_in_time(codebook, other)]
        for code, change in reworded_questions(earlier, later)
    ]


def _psu_notices(microdata: Microdata, file: str, others: Stored) -> list[Notice]:
    """PSU names met in another wave although neither wave says it went back to the other's PSUs."""
    return [
        Notice(file, "revisited", f"{count} PSUs are called as in {code}; if they are the same places, say true")
        for code, (stored, _) in others.items()
        if (count := _shared_psus(microdata, stored)) and not (microdata.wave.revisited or stored.wave.revisited)
    ]


def _shared_psus(one: Microdata, other: Microdata) -> int:
    return len(set(one.respondents["psu"]) & set(other.respondents["psu"]))
