"""What cannot be said of a county: rules turn missing figures, missing tests and silence into sentences."""

from collections.abc import Iterable, Sequence

from components import store
from components.exports.brief.parts import Block, Row, Services
from data.model.observations import SHOWN
from i18n import Text


def county_limits(t: Text, county: str, rows: Sequence[Row], services: Services, survey: Block) -> tuple[str, ...]:
    """The sentences that hold for this county, those on risk first."""
    told = (*rows, *surveyed(survey))
    said = [identified_nationally(t), *comparison_limits(t, told), *figure_limits(t, county, told)]
    said.append(t("brief.limit.silence") if services.rows else t("brief.limit.no_services"))
    said.append(survey_limit(t, county, survey))
    return tuple(sentence for sentence in said if sentence)


def surveyed(survey: Block) -> tuple[Row, ...]:
    """The survey's real rows, where any of them has a figure of the county."""
    real = tuple(row for row in survey.rows if not row.demonstration)
    return real if any(row.told.status in SHOWN for row in real) else ()


def identified_nationally(t: Text) -> str:
    """That numbers of identified victims exist for the country only, where that is so."""
    counts = [each for each in store.release().catalogue.values() if each.theme == "identification"]
    by_county = any(each.level == "county" for each in counts)
    return "" if by_county else t("brief.limit.identified")


def comparison_limits(t: Text, rows: Sequence[Row]) -> list[str]:
    """Where the county cannot be told apart and why, where nothing was tested, and that the country never is."""
    alike = [row for row in rows if row.verdict == "alike"]
    corrected, fragile = ([row for row in rows if getattr(row, name)] for name in ("corrected", "fragile"))
    untested = sum(row.verdict == "untested" for row in rows)
    return [
        t("brief.limit.alike", measures=labels(alike)) if alike else "",
        t("brief.limit.corrected", measures=labels(corrected)) if corrected else "",
        t("brief.limit.fragile", measures=labels(fragile)) if fragile else "",
        t.plural("brief.limit.untested", untested) if untested else "",
        t("brief.limit.country") if rows else "",
    ]


def figure_limits(t: Text, county: str, rows: Sequence[Row]) -> list[str]:
    """The county's figures that are unreliable, and the measures without a figure."""
    unreliable = [row for row in rows if row.told.status == "unreliable"]
    untold = [row for row in rows if row.told.status not in SHOWN]
    return [
        t("brief.limit.unreliable", measures=labels(unreliable)) if unreliable else "",
        t("brief.limit.untold", area=t.area(county, "in"), measures=labels(untold)) if untold else "",
    ]


def survey_limit(t: Text, county: str, survey: Block) -> str:
    """What the survey's part is: made up, or without a figure for the county."""
    if any(row.demonstration for row in survey.rows):
        return t("brief.limit.demonstration", area=t.area(county, "acc"))
    return "" if surveyed(survey) else t("brief.limit.no_survey", area=t.area(county, "acc"))


def labels(rows: Iterable[Row]) -> str:
    """The rows' measures in a list."""
    return "; ".join(row.label for row in rows)
