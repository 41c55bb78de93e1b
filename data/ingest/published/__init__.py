"""Survey figures that a source prints, of waves whose microdata are not here."""

from data.ingest.published.reading import read_published

__all__ = ["read_published"]
