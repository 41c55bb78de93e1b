"""The municipalities that sources name with a service; never of a shelter or an emergency reception."""

from components import store
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


def show_places(t: Text, cycle: str) -> None:
    """The municipalities that a source names, and with which service."""
    said = [
        t(
            "services.municipal",
            place=t(f"municipality.{place}"),
            area=t.area(area, "in"),
            services=t.join([t(f"service.{code}.name").lower() for code in codes]),
        )
        for area, places in municipal(cycle).items()
        for place, codes in places.items()
    ]
    show_small([t("services.places"), *said] if said else [t("services.no_places", cycle=cycle)])
