"""The catalogue of services, its providers and the published steps of referral as a document, and back."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from data.model.services import Provider, ReferralEntry, Service
from data.model.services_release import Services

Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


def services_document(services: Services) -> dict[str, Any]:
    """What `services.json` holds: everything but the tables."""
    return {
        "services": [asdict(each) for each in services.catalogue.values()],
        "providers": [asdict(each) for each in services.providers.values()],
        "referral": [asdict(each) for each in services.referral],
        "period": services.period,
    }


def services_of(document: Any, tables: Tables) -> Services:
    """The services of a document and the tables of presence, counts and coverage; ValueError for another form."""
    try:
        catalogue = [_service(entry) for entry in document["services"]]
        providers = [Provider(**entry) for entry in document["providers"]]
        referral = tuple(ReferralEntry(**entry) for entry in document["referral"])
        period = str(document["period"])
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"another form, {type(error).__name__}: {error}") from None
    presence, counts, coverage = tables
    return Services(
        catalogue={each.code: each for each in catalogue},
        providers={each.code: each for each in providers},
        presence=presence,
        counts=counts,
        coverage=coverage,
        period=period,
        referral=referral,
    )


def _service(entry: dict[str, Any]) -> Service:
    return Service(**{**entry, "outcomes": tuple(entry["outcomes"]), "groups": tuple(entry["groups"])})
