"""The private store: every imported wave's respondents with their codebook, outside git and out of the app's sight."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.model.errors import Problem, SourceError
from data.model.frames import typed
from data.model.microdata import Microdata, respondent_dtypes
from data.model.questionnaire import WAVES
from data.survey.intake.clean import counted
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.codebook_reading import read_codebook

_MARK = b"codebook"  # in the respondents' file: the SHA-256 of the codebook they were read with


def stage_wave(folder: Path, microdata: Microdata, codebook: Path) -> list[Path]:
    """Write WAVE.parquet and WAVE.toml, a copy of the codebook, into an existing folder; returns both paths."""
    text = codebook.read_bytes()
    table = pa.Table.from_pandas(microdata.respondents, preserve_index=False)
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), _MARK: _digest(text)})
    respondents, copy = (folder / f"{microdata.wave.code}.{ending}" for ending in ("parquet", "toml"))
    copy.write_bytes(text)
    pq.write_table(table, respondents)
    return [copy, respondents]


def stored_waves(folder: Path) -> dict[str, tuple[Microdata, Codebook]]:
    """Every stored wave by its code, oldest first; none where there is no folder.

    Raises SourceError where a wave's two files do not belong together or cannot be read.
    """
    present = [wave for wave in WAVES if (folder / f"{wave}.parquet").exists() or (folder / f"{wave}.toml").exists()]
    return {wave: _stored(folder, wave) for wave in present}


def _stored(folder: Path, wave: str) -> tuple[Microdata, Codebook]:
    path = folder / f"{wave}.parquet"
    codebook, problems = read_codebook(folder / f"{wave}.toml")
    if problems:
        raise SourceError(problems)
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException):
        raise SourceError([Problem(path.name, 0, "", "stored respondents (import the wave again)", "none")]) from None
    if (table.schema.metadata or {}).get(_MARK) != _digest((folder / f"{wave}.toml").read_bytes()):
        expected = f"respondents read with {wave}.toml (import the wave again)"
        raise SourceError([Problem(path.name, 0, "", expected, "respondents read with another codebook")])
    respondents = typed(table.to_pandas(), respondent_dtypes(codebook.questions))
    microdata = Microdata(counted(codebook.wave, respondents), codebook.questions, respondents, codebook.single_psu)
    return microdata, codebook


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()
