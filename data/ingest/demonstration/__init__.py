"""The demonstration waves: seeded, invented respondents that go the same way as a real file. Nobody was asked."""

from data.ingest.demonstration.generating import demonstration_microdata, demonstration_table, write_table

__all__ = ["demonstration_microdata", "demonstration_table", "write_table"]
