"""A table as Parquet: typed columns, each with its description, and where the file comes from."""

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from components.exports.tables.model import Table


def parquet_of(table: Table) -> bytes:
    """The rows with numbers as numbers; every field has `heading` and `description` in its metadata, the schema has
    `provenance` (JSON), title, caption, filters, warning, citation and licence."""
    plain = pa.Table.from_pandas(table.written.reset_index(drop=True), preserve_index=False)
    fields = [field.with_metadata(_described(table, field.name)) for field in plain.schema]
    told = {
        "provenance": table.provenance.to_json(),
        "title": table.title,
        "caption": table.caption,
        "filters": json.dumps(table.filters, ensure_ascii=False),
        "warning": table.warning,
        "citation": table.citation,
        "licence": table.licence,
    }
    schema = pa.schema(fields, metadata={**(plain.schema.metadata or {}), **told})
    written = io.BytesIO()
    pq.write_table(plain.cast(schema), written, compression="zstd")
    return written.getvalue()


def _described(table: Table, name: str) -> dict[str, str]:
    heading = table.heading(name)
    return {"heading": heading, "description": table.meanings.get(name, heading)}
