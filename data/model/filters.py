"""What a reader has chosen, as one value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Filters:
    """One selection of the common dimensions; an empty `period` stands for the selection's default period."""

    gender: str = "all"
    age: str = "all"
    period: str = ""
