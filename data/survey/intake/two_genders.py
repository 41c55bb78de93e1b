"""The two-category gender: whoever is of another gender, or names none, is counted with one of the two by a draw.

As Statistics Canada's "men+" and "women+" (2021): all is f + m in every count, weight and estimate, so that no
subtraction leaves the few who are neither.
"""

import hashlib
import hmac
from typing import Final

import pandas as pd

from data.model.dimensions import GENDERS

OTHER: Final = "other"  # as codebooks say it, for no gender too


def in_two(genders: pd.Series, ids: pd.Series, wave: str, key: bytes) -> pd.Series:
    """f and m as they are, every `other` drawn into one of both: each with the same chance, by the secret key alone.

    A person's draw depends on key, wave and id, so a file that is imported again, in another order or with others
    added, gives the same. ValueError where somebody is to be drawn and the key is empty.
    """
    drawn = ids[genders.eq(OTHER)]
    if len(drawn) and not key:
        raise ValueError("persons of another gender are drawn with a secret key, found none")
    return genders.mask(genders.eq(OTHER), drawn.map(lambda person: _drawn(key, wave, person)))


def _drawn(key: bytes, wave: str, person: str) -> str:
    digest = hmac.digest(key, f"{wave}\0{person}".encode(), hashlib.sha256)
    return GENDERS[1:][digest[0] % 2]
