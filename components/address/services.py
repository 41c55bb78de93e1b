"""The parts of the services page that are taken away, as views with settled choices."""

from components.address.known import BREAKDOWNS, DEFAULTS, PER, SERVICE_GROUPS
from components.address.view import View, view_of
from data import FOCUS
from data.model.service_counts import ALL, SERVICE_CYCLES

PARTS_TO_SHOW = ("presence", "people")
BEFORE_PER = PER[1]  # what a code means that says nothing of it: files and minutes from before there was a choice
MAPPED = ("area", ALL)  # the breakdown that the map shows: by county, all services


def presence_view(cycle: str) -> View:
    """The matrix of a cycle."""
    return view_of("services", "presence", {"cycle": cycle}, DEFAULTS)


def people_view(by: str, group: str, cycle: str = "", county: str = "", per: str = "") -> View:
    """People reached by `by`; cycle, county and `per` are the map's, which stands beside one breakdown only."""
    codes = {"by": by, "group": group}
    if (by, group) == MAPPED:
        codes |= {"cycle": cycle, "county": county, "per": per}
    return view_of("services", "people", codes, DEFAULTS)


def settled(view: View) -> View:
    """The view with every choice that the page could not make fallen back to the page's own; of PARTS_TO_SHOW only."""
    cycle = kept(view.choice("cycle"), SERVICE_CYCLES, SERVICE_CYCLES[-1])
    if view.subject == "presence":
        return presence_view(cycle)
    by = kept(view.choice("by"), BREAKDOWNS, BREAKDOWNS[0])
    group = ALL if by == "service" else kept(view.choice("group"), SERVICE_GROUPS, ALL)
    per = kept(view.choice("per"), PER, BEFORE_PER)
    return people_view(by, group, cycle, kept(view.choice("county"), FOCUS, ""), per)


def kept(code: str, options: tuple[str, ...], default: str) -> str:
    """The code where it is an option, else the default."""
    return code if code in options else default
