"""The demonstration's service records: seeded and invented, going the same way as a real file. Nobody was reached."""

from data.ingest.demonstration_records.generating import demonstration_records

__all__ = ["demonstration_records"]
