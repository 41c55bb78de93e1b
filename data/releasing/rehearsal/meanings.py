"""What figures mean, beside the earlier release: measures, waves, rules, sources, places, and the announcement."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from data.model.provenance import ReleaseInfo
from data.model.questionnaire import Question
from data.model.survey import DEMONSTRATION
from data.releasing.rehearsal.model import Point
from data.releasing.release import Release

# What a release says anew whenever figures are added: no change of meaning.
COVERAGE: Final = ("sources", "periods", "genders", "ages")
OF_WAVE: Final = (
    "period", "mode", "ages", "age_groups", "universe", "sampling", "weights", "persons", "psus", "strata",
)  # fmt: skip


def meaning_points(old: Release, new: Release) -> Iterator[Point]:
    """A point for each measure, wave, rule, source, place or provider that changes or goes."""
    yield from _indicators(old, new)
    yield from _questions(old.survey.questions, new.survey.questions)
    yield from _waves(old, new)
    yield from _entries("rules", "rule", old.info.rules, new.info.rules)
    yield from _sources(old, new)
    yield from _places(old, new)


def announcement_points(old: ReleaseInfo, new: ReleaseInfo, *, differs: bool) -> Iterator[Point]:
    """Whether a release whose contents differ says so: a later version, a new change, no earlier day."""
    if new.date < old.date:
        yield Point("dated_before", "release", f"{old.date} -> {new.date}")
    if differs and (_parts(new.version) <= _parts(old.version) or not set(new.changes) - set(old.changes)):
        yield Point("not_announced", "release", f"version {old.version} -> {new.version}")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _indicators(old: Release, new: Release) -> Iterator[Point]:
    for code in old.catalogue.keys() & new.catalogue.keys():
        before, after = asdict(old.catalogue[code]), asdict(new.catalogue[code])
        for name in sorted(before.keys() - set(COVERAGE)):
            if before[name] != after[name]:
                kind = "unit_changed" if name == "unit" else "meaning"
                yield Point(kind, f"{code} {name}", _sides(before[name], after[name]))


def _questions(old: Mapping[str, Question], new: Mapping[str, Question]) -> Iterator[Point]:
    """The words of a wave both releases have; another demonstration's words mean nothing."""
    for code in old.keys() & new.keys():
        before, after = asdict(old[code]), asdict(new[code])
        for name in ("block", "label", "headline", "higher_is", "sensitive", "comparability", "comparability_reason"):
            if before[name] != after[name]:
                yield Point("meaning", f"{code} {name}", _sides(before[name], after[name]))
        if old[code].kind != new[code].kind:
            yield Point("unit_changed", f"{code} kind", _sides(old[code].kind, new[code].kind))
        asked = {(each.wave, each.kind): each for each in new[code].asked}
        for each in old[code].asked:
            now = asked.get((each.wave, each.kind))
            if now and now.universe != each.universe:
                yield Point("universe", f"{code} {each.wave}", _sides(each.universe, now.universe))
            if now and (now.text, now.answers) != (each.text, each.answers):
                yield Point("meaning", f"{code} {each.wave} words", _sides(each.text, now.text))


def _waves(old: Release, new: Release) -> Iterator[Point]:
    waves = {(wave.code, wave.kind): wave for wave in new.survey.waves}
    for wave in old.survey.waves:
        now = waves.get((wave.code, wave.kind))
        if now is None and wave.kind != DEMONSTRATION:
            yield Point("gone", f"wave {wave.code} {wave.kind}")
        for name in OF_WAVE if now else ():
            if getattr(wave, name) != getattr(now, name):
                yield Point("universe", f"wave {wave.code} {name}", _sides(getattr(wave, name), getattr(now, name)))


def _sources(old: Release, new: Release) -> Iterator[Point]:
    for id, source in old.sources.items():
        if id not in new.sources:
            yield Point("source_gone", id, source.title)
        elif new.sources[id] != source:
            yield Point("source_changed", id, "; ".join(_rewritten(asdict(source), asdict(new.sources[id]))))


def _rewritten(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """What the description said and says now, a field at a time."""
    yield from (
        f"{name}: {_sides(old[name] or 'nothing', new[name] or 'nothing')}" for name in old if old[name] != new[name]
    )


def _places(old: Release, new: Release) -> Iterator[Point]:
    names = ({code: each.name for code, each in release.services.providers.items()} for release in (old, new))
    before, after = names
    yield from _entries("place", "provider", before, after, only_lost=True)
    here, now = ({place for cell in each.services.presence["place"] for place in cell.split()} for each in (old, new))
    yield from (Point("place", f"place {each}", "gone") for each in sorted(here - now))


def _entries(
    code: str, subject: str, old: Mapping[str, str], new: Mapping[str, str], *, only_lost: bool = False
) -> Iterator[Point]:
    """Entries that are gone or differ, and unless `only_lost` those that are new."""
    for name in sorted(old.keys() if only_lost else old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Point(code, f"{subject} {name}", _sides(old.get(name, "none"), new.get(name, "gone")))


def _sides(old: Any, new: Any) -> str:
    return f"{old} -> {new}"
