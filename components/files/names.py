"""What files are called: subject, filters, demonstration mark and release stand in the name."""

import hashlib
import re
from collections.abc import Sequence

PRODUCT = "harta-tqnj"
MARK = "DEMONSTRATION"
DIGEST_LENGTH = 8


def file_stem(subject: str, filters: Sequence[str], *, demonstration: bool, release: str) -> str:
    """`harta-tqnj_SUBJECT_FILTERS[_DEMONSTRATION]_RELEASE`, of letters that every file system takes."""
    parts = [subject, *filters, *([MARK] if demonstration else []), release]
    return "_".join([PRODUCT, *(re.sub(r"[^\w.+-]+", "--", part) for part in parts if part)])


def digest(*parts: str) -> str:
    """A short word that stands for the parts: other parts, another word."""
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:DIGEST_LENGTH]
