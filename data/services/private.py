"""The private store of service records: true counts, proofs and what they were proven against. Never in git."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa

from data.disclosure.errors import DisclosureError
from data.disclosure.proof import Proof, read_proof, write_proof
from data.ingest.records.counting import TrueCounts
from data.model.errors import Problem, SourceError
from data.services.protection import COLUMNS, Protection
from data.services.vintages import Earlier

COUNTS_FILE: Final = "counts.parquet"
CODEBOOK: Final = "records.toml"
_ABOUT: Final = "about.json"
_EARLIER: Final = "earlier.parquet"


@dataclass(frozen=True)
class Stored:
    """The last import: its true counts, its proofs, and by cycle the earlier table they were proven beside."""

    true: TrueCounts
    proofs: dict[str, Proof]
    earlier: dict[str, Earlier]


def stage(
    folder: Path, true: TrueCounts, protection: Protection, earlier: Mapping[str, Earlier], codebook: Path
) -> list[Path]:
    """Everything of an import, written into an existing folder inside the private one; the paths. No person is kept."""
    (folder / CODEBOOK).write_bytes(codebook.read_bytes())
    true.cells.to_parquet(folder / COUNTS_FILE, index=False)
    for name, proof in protection.proofs.items():
        write_proof(folder / f"{name}.npz", proof)
    tables = [each.table[list(COLUMNS)] for each in earlier.values()]
    empty = protection.table.iloc[:0]
    pd.concat([empty, *tables], ignore_index=True).to_parquet(folder / _EARLIER, index=False)
    about = {
        "vulnerable": true.vulnerable,
        "proofs": sorted(protection.proofs),
        "earlier": {
            cycle: {"vulnerable": each.vulnerable, "relation": each.relation} for cycle, each in earlier.items()
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
        proofs = {name: read_proof(folder / f"{name}.npz") for name in about["proofs"]}
        earlier = {
            cycle: Earlier(tables[tables["cycle"].eq(cycle)], tuple(each["vulnerable"]), each["relation"])
            for cycle, each in about["earlier"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, DisclosureError, pa.ArrowException):
        expected = "counts and proofs of the last import, whole (bring them back from a copy)"
        raise SourceError([Problem("private store of services", 0, "", expected, "a damaged store")]) from None
    return Stored(true, proofs, earlier)
