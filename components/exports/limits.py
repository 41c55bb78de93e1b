"""How long a text may be in the formats that set a limit, and how it is cut where it is longer.

PROPERTY: core and custom properties of DOCX, PPTX and XLSX (python-docx and python-pptx raise, Excel repairs the file);
SHEET, CELL and FOOT: Excel's limits of a sheet's name, a cell, a header or footer, in UTF-16 units; FILE: bytes of a
file's name on every common file system, less what a browser may add for a second download.
PDF, CSV, JSON, Parquet, SVG and PNG set none that a text of ours could reach.
"""

from collections.abc import Mapping
from typing import Final

PROPERTY: Final = 255
SHEET: Final = 31
CELL: Final = 32_767
FOOT: Final = 255
FILE: Final = 240
CUT: Final = "…"


def length(text: str) -> int:
    """The text's length as Office counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """The text, or its first whole words and a sign that it goes on: at most so many UTF-16 units."""
    if length(text) <= most:
        return text
    kept = text[: most - len(CUT)]
    while length(kept) > most - len(CUT):
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return f"{whole or kept}{CUT}"


def properties(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts by the names of a document's properties, each as long as a property may be."""
    return {name: cut(text, PROPERTY) for name, text in texts.items()}
