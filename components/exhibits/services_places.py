"""The municipalities that sources name with a service; never of a shelter or an emergency reception."""

import pandas as pd

from components import store
from components.charts.services.symbols import Municipality
from data import FOCUS
from data.model.frames import rows_of
from data.model.services import SHELTER
from i18n import Text

NO_PLACE = (SHELTER, "emergency_reception")


def placed_facts(cycle: str) -> pd.DataFrame:
    """The rows of the table of presence that attest a service in a municipality, without those never placed."""
    presence = store.release().services.presence
    return presence[
        presence["cycle"].eq(cycle)
        & presence["state"].eq("present")
        & presence["place"].ne("")
        & ~presence["service"].isin(NO_PLACE)
    ]


def municipal(cycle: str) -> dict[str, dict[str, list[str]]]:
    """County -> municipality -> services attested there in a cycle; never a shelter or an emergency reception."""
    told = placed_facts(cycle)
    found: dict[str, dict[str, list[str]]] = {area: {} for area in FOCUS}
    for row in rows_of(told.drop_duplicates(["area", "place", "service"])):
        found[row["area"]].setdefault(row["place"], []).append(row["service"])
    return found


def municipalities(t: Text, cycle: str) -> list[Municipality]:
    """The same in words, ready for the map: one entry a municipality, its services in one sentence."""

    def told() -> list[Municipality]:
        return [
            Municipality(place, t(f"municipality.{place}"), len(codes), sentence(t, area, place, codes))
            for area, places in municipal(cycle).items()
            for place, codes in places.items()
        ]

    return store.remembered(("municipalities", *store.edition(), t.language, cycle), told)


def sentence(t: Text, area: str, place: str, codes: list[str]) -> str:
    """A municipality, its county and the services attested there."""
    return t(
        "services.municipal",
        place=t(f"municipality.{place}"),
        area=t.area(area, "in"),
        services=t.join([t(f"service.{code}.name").lower() for code in codes]),
    )


def places_said(t: Text, cycle: str) -> list[str]:
    """The municipalities that a source names, and with which service."""
    said = [each.spoken for each in municipalities(t, cycle)]
    return [t("services.places"), *said] if said else [t("services.no_places", cycle=cycle)]
