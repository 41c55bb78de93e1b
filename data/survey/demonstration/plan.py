"""How the demonstration's sample is made: the invented design, read from `design.toml`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem, SourceError


@dataclass(frozen=True)
class Stratum:
    """A county's urban or rural part, or its Roma booster: `psus` PSUs of `size` persons for `youth` young people."""

    code: str
    area: str
    psus: int
    size: int
    youth: float
    roma: bool


@dataclass(frozen=True)
class Plan:
    """The design of both waves.

    `psu_effect` and `household_effect` are the parts of a latent score's variance shared within PSU and household;
    `pairs`, `silent`, `silent_sensitive`, `other_gender` and `roma_elsewhere` are shares; `persons` is by wave,
    `totals` by county, then `gender` or `age`, then group.
    """

    seed: int
    psu_effect: float
    household_effect: float
    pairs: float
    silent: float
    silent_sensitive: float
    other_gender: float
    roma_elsewhere: float
    persons: dict[str, int]
    strata: tuple[Stratum, ...]
    totals: dict[str, dict[str, dict[str, float]]]

    @property
    def key(self) -> bytes:
        """The key of the draw into two genders. Nobody is behind these persons: it is public, the same everywhere."""
        return str(self.seed).encode()


def read_plan(folder: Path) -> Plan:
    """The design in the folder; SourceError where the file is not TOML or a stratum has fewer than two PSUs."""
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(folder / "design.toml", "design.toml", problems)
    if problems:
        raise SourceError(problems)
    strata = tuple(Stratum(code, **({"roma": False} | block)) for code, block in content.pop("stratum").items())
    alone = [each for each in strata if each.psus < 2]
    if alone:
        places = [f"[stratum] {each.code}: psus" for each in alone]
        raise SourceError([Problem("design.toml", 0, place, "at least 2", "fewer") for place in places])
    return Plan(strata=strata, **content)
