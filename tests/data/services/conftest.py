"""Protecting a cube is a pure function of its arguments and takes long: tests that ask the same share the answer."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from data.disclosure.cube import CubeSpec
from data.disclosure.proof import Proof
from data.disclosure.protect import Protected, protect

PLACE = "data.services.protection.protect"
SEED = bytes(range(32))


@pytest.fixture(scope="session", autouse=True)
def _protected_once() -> Iterator[None]:
    """The services' own door to the protector remembers what it gave; whoever changes a copy changes nothing else."""
    made: dict[bytes, Protected] = {}

    def remembered(spec: CubeSpec, counts: np.ndarray, **known: Any) -> Protected:
        key = pickle.dumps((spec, counts, known))
        if key not in made:
            made[key] = protect(spec, counts, **known)
        given = made[key]
        proof = Proof(given.proof.witnesses.copy(), given.proof.protected.copy())
        return replace(given, table=given.table.copy(), proof=proof)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PLACE, remembered)
        patch.setattr(
            "data.services.importing.fresh_seed", lambda: SEED
        )  # another for each test would be no shared answer
        yield


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing remembered: for tests of how the protector answers the second time, or how soon."""
    monkeypatch.setattr(PLACE, protect)
