"""Import of one wave: its file and codebook checked, its respondents kept privately, all waves estimated anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.ingest.codebook import Codebook, comparability_problems, read_codebook, source_problems
from data.ingest.microdata.clean import clean
from data.ingest.microdata.draw_key import draw_key, stage_key
from data.ingest.microdata.notices import Notice
from data.ingest.microdata.private import stage_wave, stored_waves
from data.ingest.microdata.raw_table import RawTable
from data.ingest.microdata.read_file import read_file
from data.ingest.microdata.taking_place import staging, take_places
from data.ingest.sources import read_sources
from data.model.errors import Problem, SourceError
from data.model.microdata import Microdata
from data.model.questionnaire import WAVES
from data.survey.results import write_results

Stored = Mapping[str, tuple[Microdata, Codebook]]


@dataclass(frozen=True)
class Imported:
    """What was taken in: the wave's microdata, what is worth knowing, and every wave that the results now hold."""

    microdata: Microdata
    notices: tuple[Notice, ...]
    waves: tuple[str, ...]


def import_wave(file: Path, codebook_file: Path, private: Path, results: Path, sources: Path) -> Imported:
    """Take one real wave in: respondents and codebook into `private`, the protected tables of all waves into `results`.

    Raises SourceError with every problem found (or OSError where the disk refuses); nothing has changed then.
    """
    codebook, table = _read(file, codebook_file, sources)
    key = draw_key(private)
    microdata, notices = clean(table, codebook, key)
    others = {code: stored for code, stored in stored_waves(private).items() if code != codebook.wave.code}
    problems = _wave_problems(microdata, codebook, others)
    if problems:
        raise SourceError(problems)
    waves = {**{code: stored[0] for code, stored in others.items()}, codebook.wave.code: microdata}
    ordered = [waves[code] for code in WAVES if code in waves]
    with staging(results) as fresh:
        write_results(ordered, fresh)
        private.mkdir(mode=0o700, parents=True, exist_ok=True)  # for nobody else on the machine
        # Microdata are never staged outside the private folder, not even for a moment.
        with staging(private) as inside:
            kept = [*stage_wave(inside, microdata, codebook_file), stage_key(inside, key)]
            places = {path: private / path.name for path in kept}
            places |= {path: results / path.name for path in sorted(fresh.iterdir())}
            take_places(places)
    notices += _psu_notices(microdata, codebook.file, others)
    return Imported(microdata, tuple(notices), tuple(wave.wave.code for wave in ordered))


def _read(file: Path, codebook_file: Path, sources: Path) -> tuple[Codebook, RawTable]:
    codebook, problems = read_codebook(codebook_file)
    known, source_faults = read_sources(sources / "sources.csv")
    if not problems:
        problems = [*source_faults, *source_problems(codebook, known), *_synthetic_problems(codebook)]
    try:
        table = read_file(file)
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


def _wave_problems(microdata: Microdata, codebook: Codebook, others: Stored) -> list[Problem]:
    """What does not fit the waves imported before."""
    problems: list[Problem] = []
    for code, (stored, other) in others.items():
        later_first = WAVES.index(code) > WAVES.index(codebook.wave.code)
        earlier, later = (codebook, other) if later_first else (other, codebook)
        problems += comparability_problems(earlier, later)
        if later.wave.revisited and not _shared_psus(microdata, stored):
            expected = f"false, or PSU names as in {earlier.wave.code}"
            problems.append(Problem(later.file, 0, "revisited", expected, "true, but the waves share no PSU"))
    return problems


def _psu_notices(microdata: Microdata, file: str, others: Stored) -> list[Notice]:
    """PSU names met in another wave although neither wave says it went back to the other's PSUs."""
    return [
        Notice(file, "revisited", f"{count} PSUs are called as in {code}; if they are the same places, say true")
        for code, (stored, _) in others.items()
        if (count := _shared_psus(microdata, stored)) and not (microdata.wave.revisited or stored.wave.revisited)
    ]


def _shared_psus(one: Microdata, other: Microdata) -> int:
    return len(set(one.respondents["psu"]) & set(other.respondents["psu"]))
