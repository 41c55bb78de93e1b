"""The longer commands: draft a survey wave's codebook, import a wave or service records, rehearse a release."""

import argparse
import sys
from pathlib import Path

from data.model.dimensions import AREA_NAMES, FOCUS
from data.model.errors import ReleaseError
from data.reading.closed_folders import close
from data.reading.read_file import read_file
from data.releasing.check import check_release
from data.releasing.rehearsal.notes import read_notes
from data.releasing.rehearsal.rehearsing import behind_of, rehearse
from data.releasing.rehearsal.report import report, report_json
from data.releasing.release import open_release
from data.services.records.importing import ImportedRecords, import_records
from data.services.records.reading import is_records_codebook
from data.survey.drafting.draft import draft_codebook
from data.survey.importing import Imported, import_wave

HERE = Path(__file__).parent
SHEET = "of a workbook with several: the sheet of answers"


def add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`import`: one wave's file, or service records, with its codebook, which says which of both it is."""
    command = commands.add_parser(
        "import", help="take in a survey wave or service records: check, keep privately, count"
    )
    command.add_argument("file", type=Path, help=".sav, .zsav, .dta, .csv or .xlsx")
    command.add_argument(
        "--codebook", type=Path, required=True, help="the file's codebook, as sources/survey/WAVE.toml"
    )
    command.add_argument(
        "--private", type=Path, help="the private store; without it private/survey or private/services"
    )
    command.add_argument("--results", type=Path, help="without it sources/survey/results or sources/services/results")
    command.add_argument("--sources", type=Path, default=HERE / "sources")
    command.add_argument("--sheet", default="", help=SHEET)
    command.set_defaults(run=_import)


def add_codebook(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`codebook`: a draft made of a file's own labels and values."""
    command = commands.add_parser("codebook", help="draft a codebook from a survey file")
    command.add_argument("file", type=Path, help=".sav, .zsav, .dta, .csv or .xlsx")
    command.add_argument("--out", type=Path, help="a new file to write; without it the draft is printed")
    command.add_argument("--sheet", default="", help=SHEET)
    command.set_defaults(run=_codebook)


def add_rehearse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`rehearse`: what would change if one release took the place of another; 1 where something speaks against it."""
    command = commands.add_parser("rehearse", help="what would change if NEW took the place of OLD")
    command.add_argument("old", type=Path, help="the published release")
    command.add_argument("new", type=Path, help="the candidate")
    command.add_argument("--notes", type=Path, help="TOML file of [[note]] blocks that answer for warnings")
    command.add_argument("--earlier", type=Path, nargs="+", default=[], help="releases before OLD, the newest first")
    command.add_argument("--sources", type=Path, default=HERE / "sources", help="where the codebook of records stands")
    command.add_argument("--json", action="store_true", help="every point, for machines")
    command.set_defaults(run=_rehearse)


def _rehearse(asked: argparse.Namespace) -> int:
    if problems := check_release(asked.new):
        raise ReleaseError("\n".join([f"{asked.new} fails its check:", *problems]))
    rehearsal = rehearse(
        open_release(asked.old),
        open_release(asked.new),
        read_notes(asked.notes) if asked.notes else (),
        earlier=[open_release(folder) for folder in asked.earlier],
        behind=behind_of(asked.sources),
    )
    print(report_json(rehearsal) if asked.json else report(rehearsal))
    return 0 if rehearsal.is_clear else 1


def _import(asked: argparse.Namespace) -> int:
    of_services = is_records_codebook(asked.codebook)
    kind = "services" if of_services else "survey"
    close(HERE / "private")
    private = asked.private or HERE / "private" / kind
    results = asked.results or HERE / "sources" / kind / "results"
    if of_services:
        taken = import_records(asked.file, asked.codebook, private, results, asked.sources, asked.sheet)
        print(f"imported service records ({taken.period}), cycle {' and '.join(taken.cycles)}\nread {taken.read_as}")
        print(f"proven: {taken.shown} counts may be shown, {taken.hidden} are hidden")
        print("\n".join([*_waiting(taken), "next: python -m data build"]))
        return 0
    imported = import_wave(asked.file, asked.codebook, private, results, asked.sources, asked.sheet)
    print("\n".join([_taken(imported), *(f"notice: {notice}" for notice in imported.notices), *_next(imported)]))
    return 0


def _waiting(taken: ImportedRecords) -> list[str]:
    """A line a cycle of persons who are not in the table yet; it says nothing that the table says."""
    told = "have changed since, too few behind a figure to move it: they wait for a later import (tell nobody outside)"
    return [f"cycle {cycle}: {many} persons {told}" for cycle, many in taken.waiting.items() if many]


def _taken(imported: Imported) -> str:
    wave, questions = imported.microdata.wave, imported.microdata.questions
    counts = f"{wave.persons} persons in {wave.psus} PSUs and {wave.strata} strata, {len(questions)} questions"
    return f"imported {wave.code} ({wave.period}): {counts}\nread {imported.read_as}; {_by_county(imported)}"


def _by_county(imported: Imported) -> str:
    persons = imported.microdata.respondents["area"].value_counts()
    return "persons by county: " + ", ".join(f"{AREA_NAMES[area]} {persons.get(area, 0)}" for area in FOCUS)


def _next(imported: Imported) -> list[str]:
    return [f"results now hold {' and '.join(imported.waves)}", "next: python -m data build"]


def _codebook(asked: argparse.Namespace) -> int:
    draft = draft_codebook(read_file(asked.file, sheet=asked.sheet))
    if asked.out is None:
        print(draft, end="")
        return 0
    if asked.out.exists():
        print(f"{asked.out}: exists already and is not written over", file=sys.stderr)
        return 1
    asked.out.write_text(draft, encoding="utf-8")
    print(f"draft in {asked.out}; next: complete it, then python -m data import {asked.file} --codebook {asked.out}")
    return 0
