"""The private store of service records: true counts, proofs and what they were proven against. Never in git."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa

from data.disclosure.errors import DisclosureError
from data.disclosure.proof import Proof, read_proof, write_proof
from data.model.errors import Problem, SourceError
from data.model.frames import typed
from data.services.protection import COLUMNS
from data.services.records.counting import TrueCounts
from data.services.vintages import Earlier

COUNTS_FILE: Final = "counts.parquet"
CODEBOOK: Final = "records.toml"
SEED_BYTES: Final = 32
_ABOUT: Final = "about.json"
_SEED: Final = "seed"
_EARLIER: Final = "earlier.parquet"


@dataclass(frozen=True)
class Stored:
    """The last import: the true counts behind its table, its proofs, by cycle the earlier table they were proven
    beside, and the seed that chose among solutions."""

    true: TrueCounts
    proofs: dict[str, Proof]
    earlier: dict[str, Earlier]
    seed: bytes = b""


def fresh_seed() -> bytes:
    """A seed that nobody can guess."""
    return secrets.token_bytes(SEED_BYTES)


def stage(folder: Path, taken: Stored, codebook: Path) -> list[Path]:
    """Everything of an import, written into an existing folder inside the private one; the paths. No person is kept."""
    (folder / CODEBOOK).write_bytes(codebook.read_bytes())
    (folder / _SEED).write_text(taken.seed.hex() + "\n", encoding="ascii")
    taken.true.cells.to_parquet(folder / COUNTS_FILE, index=False)
    for name, proof in taken.proofs.items():
        write_proof(folder / f"{name}.npz", proof)
    empty = typed(pd.DataFrame(columns=list(COLUMNS)), COLUMNS)
    tables = [each.table[list(COLUMNS)] for each in taken.earlier.values()]
    pd.concat([empty, *tables], ignore_index=True).to_parquet(folder / _EARLIER, index=False)
    about = {
        "vulnerable": taken.true.vulnerable,
        "proofs": sorted(taken.proofs),
        "earlier": {
            cycle: {"vulnerable": each.vulnerable, "relation": each.relation} for cycle, each in taken.earlier.items()
        },
    }
    (folder / _ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return sorted(folder.iterdir())


def read_stored(folder: Path) -> Stored | None:
    """The last import; None where there was none. SourceError: the store is damaged."""
    if not (folder / _ABOUT).exists():
        return None
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        true = TrueCounts(pd.read_parquet(folder / COUNTS_FILE), tuple(about["vulnerable"]))
        tables = pd.read_parquet(folder / _EARLIER)
        # A store of before there were seeds gets one.
        seed = (
            bytes.fromhex((folder / _SEED).read_text(encoding="ascii")) if (folder / _SEED).exists() else fresh_seed()
        )
        proofs = {name: read_proof(folder / f"{name}.npz") for name in about["proofs"]}
        earlier = {
            cycle: Earlier(tables[tables["cycle"].eq(cycle)], tuple(each["vulnerable"]), each["relation"])
            for cycle, each in about["earlier"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, DisclosureError, pa.ArrowException):
        expected = "counts and proofs of the last import, whole (bring them back from a copy)"
        raise SourceError([Problem("private store of services", 0, "", expected, "a damaged store")]) from None
    return Stored(true, proofs, earlier, seed)
