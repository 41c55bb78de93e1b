"""Services for the release: where they are attested, and how many people they reach."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from data.model.errors import SourceError
from data.model.services_release import Services, empty_services
from data.services.assembly import service_tables
from data.services.presence.reading import read_services
from data.services.presence.table import presence_table


def assemble_services(sources: Path, known_sources: Collection[str], programme: dict[str, dict[str, Any]]) -> Services:
    """Everything the release says of services; empty where the sources have no folder of them.

    Raises SourceError with every problem of the folder.
    """
    folder = sources / "services"
    if not folder.is_dir():
        return empty_services()
    told, problems = read_services(folder, known_sources, target_groups(programme))
    if problems:
        raise SourceError(problems)
    reached = service_tables(sources)
    return Services(
        catalogue=told.services,
        providers=told.providers,
        presence=presence_table(told.facts, told.services),
        counts=reached.counts,
        coverage=reached.coverage,
        period=reached.period,
        referral=(*told.steps, *told.institutions),
    )


def target_groups(programme: dict[str, dict[str, Any]]) -> set[str]:
    """The codes of the programme's primary and secondary target groups."""
    described = programme["programme"]
    return {*described["primary"], *described["secondary"]}
