import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from time import process_time

import pandas as pd
import pytest
from demonstration_folder import FOLDER, codebooks, microdata, table

from data.model.microdata import respondent_dtypes
from data.model.questionnaire import WAVES
from data.reading.read_file import read_file
from data.survey.demonstration.generating import demonstration_microdata, write_table
from data.survey.demonstration.plan import read_plan
from data.survey.intake.clean import clean

ROOT = Path(__file__).parents[3]
SUMS = """
import sys
from hashlib import sha256
from pathlib import Path
from data.survey.demonstration.generating import demonstration_microdata, demonstration_table, write_table
folder, out = map(Path, sys.argv[1:])
for wave in ("w1", "w2"):
    print(sha256(write_table(demonstration_table(folder, wave), out).read_bytes()).hexdigest())
for each in demonstration_microdata(folder):
    print(sha256(each.respondents.to_csv().encode()).hexdigest())
"""


def sums_here(out: Path) -> list[str]:
    """The sums of SUMS made in this process, whose hashes are its own."""
    out.mkdir()
    files = [write_table(table(wave), out).read_bytes() for wave in ("w1", "w2")]
    frames = [microdata()[wave].respondents.to_csv().encode() for wave in ("w1", "w2")]
    return [sha256(each).hexdigest() for each in (*files, *frames)]


def sums_elsewhere(out: Path, seed: str) -> list[str]:
    out.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", SUMS, str(FOLDER), str(out)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def test_the_same_bytes_whatever_the_process_and_its_hashes(tmp_path: Path) -> None:
    seed = "0" if os.environ.get("PYTHONHASHSEED") == "12345" else "12345"
    first, second = sums_here(tmp_path / "first"), sums_elsewhere(tmp_path / "second", seed)
    assert len(set(first)) == 4
    assert first == second


@pytest.mark.parametrize("wave", WAVES)
def test_the_written_file_reads_back_as_the_same_respondents(tmp_path: Path, wave: str) -> None:
    path = write_table(table(wave), tmp_path)
    assert path.name == f"{wave}_SYNTHETIC.csv"
    read, _ = clean(read_file(path), codebooks()[wave], read_plan(FOLDER).key)
    pd.testing.assert_frame_equal(read.respondents, microdata()[wave].respondents)


@pytest.mark.parametrize("wave", WAVES)
def test_respondents_have_the_columns_of_the_contract(wave: str) -> None:
    own = microdata()[wave]
    dtypes = {name: str(dtype) for name, dtype in own.respondents.dtypes.items()}
    assert dtypes == respondent_dtypes(own.questions)


def test_both_waves_are_generated_in_about_a_second() -> None:
    # Generous: the machine of the tests may be slow or busy; alone it takes below one second.
    start = process_time()
    demonstration_microdata(FOLDER)
    assert process_time() - start < 4
