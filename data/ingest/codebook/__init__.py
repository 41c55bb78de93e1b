"""Codebooks: one TOML file a wave, read whole or refused with every problem."""

from data.ingest.codebook.form import Codebook, Item
from data.ingest.codebook.reading import read_codebook
from data.ingest.codebook.relations import comparability_problems, reworded_questions, source_problems

__all__ = ["Codebook", "Item", "comparability_problems", "read_codebook", "reworded_questions", "source_problems"]
