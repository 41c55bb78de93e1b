"""How the county stands beside the other three: only what a test says, never a rank."""

from collections.abc import Sequence

from components.exhibits.card import Card
from components.exports.brief.parts import Row
from data import FOCUS
from i18n import Text


def verdict_of(t: Text, card: Card, county: str) -> tuple[str, str]:
    """One of `VERDICTS` and its words; `alike` where no tested pair can be told apart, `untested` without a test."""
    if county in dict(card.finding.missing):
        return "no_data", t("brief.verdict.no_data")
    if county not in card.finding.tested:
        return "untested", t("brief.verdict.untested")
    below = [area for area in FOCUS if (county, area) in card.finding.pairs]
    above = [area for area in FOCUS if (area, county) in card.finding.pairs]
    if not below and not above:
        return "alike", t("brief.verdict.alike")
    names = {"below": "lower", "above": "higher"}
    if card.finding.higher_is == "better":
        names = {"below": "worse", "above": "better"}
    elif card.finding.higher_is == "worse":
        names = {"below": "better", "above": "worse"}
    said = [
        t(f"brief.verdict.{names[side]}", areas=t.areas(areas))
        for side, areas in (("below", below), ("above", above))
        if areas
    ]
    if below and above:
        return ("between" if card.finding.higher_is == "neutral" else "mixed"), "; ".join(said)
    return names["below" if below else "above"], said[0]


def standing(t: Text, rows: Sequence[Row]) -> tuple[str, ...]:
    """In how many of the tested measures the county does worse, and better, than another; nothing without a test."""
    tested = [row for row in rows if row.verdict not in ("untested", "no_data")]
    judged = [row for row in tested if row.verdict not in ("lower", "higher", "between")]
    worse = [row.label for row in judged if row.verdict in ("worse", "mixed")]
    better = [row.label for row in judged if row.verdict in ("better", "mixed")]
    if not judged:
        return ()
    return tuple(
        t(f"brief.standing.{side}", n=len(found), all=len(judged), measures="; ".join(found))
        if found
        else t(f"brief.standing.none_{side}", all=len(judged))
        for side, found in (("worse", worse), ("better", better))
    )
