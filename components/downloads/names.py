"""What files are called: subject, filters, demonstration mark and release stand in the name."""

import hashlib
import re
from collections.abc import Sequence

from components.exports.limits import FILE

PRODUCT = "harta-tqnj"
MARK = "DEMONSTRATION"
DIGEST_LENGTH = 8
LONGEST_ENDING = 24  # `.semicolon.csv`, `.chart.svg`


def file_stem(subject: str, filters: Sequence[str], *, demonstration: bool, release: str) -> str:
    """`harta-tqnj_SUBJECT_FILTERS[_DEMONSTRATION]_RELEASE`, of letters that every file system takes."""
    named, ending = _joined([PRODUCT, subject, *filters]), _joined([*([MARK] if demonstration else []), release])
    most = FILE - LONGEST_ENDING - len(ending.encode()) - 1
    if len(named.encode()) > most:  # what is cut off still tells two queries apart
        named = f"{named.encode()[: most - DIGEST_LENGTH - 1].decode(errors='ignore')}_{digest(named)}"
    return f"{named}_{ending}"


def digest(*parts: str) -> str:
    """A short word that stands for the parts: other parts, another word."""
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:DIGEST_LENGTH]


def _joined(parts: Sequence[str]) -> str:
    return "_".join(re.sub(r"[^\w.+-]+", "--", part) for part in parts if part)
