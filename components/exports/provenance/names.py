"""What the provenance is called inside a file."""

from typing import Final

ENTRY: Final = "provenance"  # PNG chunk, SVG metadata, workbook sheet, JSON and Parquet key, HTML id
MEMBER: Final = "provenance.json"  # file in a zip, attachment of a PDF
