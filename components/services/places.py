"""The municipalities that sources name with a service; never of a shelter or an emergency reception."""

from components import store
from components.charts.services.symbols import Municipality
from components.notices import show_small
from data import FOCUS
from data.model.frames import rows_of
from data.model.services import SHELTER
from i18n import Text

NO_PLACE = (SHELTER, "emergency_reception")


def municipal(cycle: str) -> dict[str, dict[str, list[str]]]:
    """County -> municipality -> services attested there in a cycle; never a shelter or an emergency reception."""
    presence = store.release().services.presence
    told = presence[
        presence["cycle"].eq(cycle)
        & presence["state"].eq("present")
        & presence["place"].ne("")
        & ~presence["service"].isin(NO_PLACE)
    ]
    found: dict[str, dict[str, list[str]]] = {area: {} for area in FOCUS}
    for row in rows_of(told.drop_duplicates(["area", "place", "service"])):
        found[row["area"]].setdefault(row["place"], []).append(row["service"])
    return found


def municipalities(t: Text, cycle: str) -> list[Municipality]:
    """The same in words, ready for the map: one entry a municipality, its services in one sentence."""
    return [
        Municipality(place, t(f"municipality.{place}"), len(codes), sentence(t, area, place, codes))
        for area, places in municipal(cycle).items()
        for place, codes in places.items()
    ]


def sentence(t: Text, area: str, place: str, codes: list[str]) -> str:
    """A municipality, its county and the services attested there."""
    return t(
        "services.municipal",
        place=t(f"municipality.{place}"),
        area=t.area(area, "in"),
        services=t.join([t(f"service.{code}.name").lower() for code in codes]),
    )


def show_places(t: Text, cycle: str) -> None:
    """The municipalities that a source names, and with which service."""
    said = [each.spoken for each in municipalities(t, cycle)]
    show_small([t("services.places"), *said] if said else [t("services.no_places", cycle=cycle)])
