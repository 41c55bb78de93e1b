"""What can go wrong with minutes: a closed list, each with what a screen needs to word it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError, SQLAlchemyError

REASONS = ("empty", "too_long", "before_meeting", "not_a_state", "unknown")


class Problem(NamedTuple):
    """A field of an entry and what is wrong with it: one of REASONS."""

    field: str
    reason: str


class BadEntry(ValueError):
    """An entry that is not taken; `problems` names every field that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{field}: {reason}" for field, reason in problems))
        self.problems = tuple(problems)


class StoreDown(Exception):
    """The store cannot be reached, read or written; nothing was acknowledged. The message is for the log only."""


class NewerStore(Exception):
    """The store was made by a later version of this software, which alone may touch it."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the store has schema {found}, this software knows schema {known}: update the software")
        self.found, self.known = found, known


@contextmanager
def database_faults() -> Iterator[None]:
    """Turns whatever a database says into StoreDown; a broken rule of a table stays IntegrityError."""
    try:
        yield
    except IntegrityError:
        raise
    except (SQLAlchemyError, OSError) as fault:
        told = getattr(fault, "orig", None) or fault
        raise StoreDown(f"{type(told).__name__}: {told}") from fault
