"""A second release for the trial: the committed sources with other figures, built into a folder of its own."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

from fleet import ROOT

SOURCES = ROOT / "data" / "sources"
INDICATOR = "school_attendance_15_17"
LESS = 1.3  # percentage points off every figure of the indicator


def build_next(folder: Path) -> Path:
    """The release folder, below `folder`: another day and version, and one indicator changed everywhere."""
    sources, out = folder / "sources", folder / "next"
    shutil.copytree(SOURCES, sources)
    notes = sources / "release.toml"
    notes.write_text(later(notes.read_text(encoding="utf-8")), encoding="utf-8")
    facts = sources / "facts" / "education.csv"
    facts.write_text(lowered(facts.read_text(encoding="utf-8")), encoding="utf-8")
    command = [sys.executable, "-m", "data", "build", "--sources", str(sources), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return out


def later(notes: str) -> str:
    """The notes of a release under another version."""
    lines = ['version = "9.9.9"' if line.startswith("version = ") else line for line in notes.splitlines()]
    return "\n".join(lines) + "\n"


def lowered(facts: str) -> str:
    """The table of facts with every figure of INDICATOR lowered by LESS."""
    first, *rows = list(csv.reader(facts.splitlines()))
    column = first.index("value")
    for row in rows:
        if row[0] == INDICATOR and row[column]:
            row[column] = f"{float(row[column]) - LESS:.2f}"
    return "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in (first, *rows)) + "\n"
