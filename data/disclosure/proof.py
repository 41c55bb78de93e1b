"""The private proof of a protected table: whole-number cubes that all give exactly the published picture."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.disclosure.errors import DisclosureError


@dataclass(frozen=True)
class Proof:
    """Witnesses and the cells they protect. Private, as true counts are: never in git, never beside the table.

    `witnesses` holds whole cubes of finest cells (first axis: the witness); `protected` is true for each lattice cell
    that is 0 in one of them and not too few in another, so that nobody can tell which it is.
    """

    witnesses: np.ndarray
    protected: np.ndarray


def write_proof(path: Path, proof: Proof) -> None:
    """Store the proof in a private folder; the same proof gives the same bytes."""
    with path.open("wb") as file:
        np.savez_compressed(file, witnesses=proof.witnesses, protected=proof.protected)


def read_proof(path: Path) -> Proof:
    """A proof as stored. DisclosureError: the file is missing or is no proof."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            return Proof(stored["witnesses"], stored["protected"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise DisclosureError(f"{path.name} is no stored proof") from error
