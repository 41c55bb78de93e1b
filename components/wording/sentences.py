"""What a finding says, in words: rules turn the statistics' facts into a title and a few plain sentences."""

from collections.abc import Sequence

import pandas as pd

from components.wording.differences import difference_decimals
from data import FOCUS, Finding, Indicator
from data.model.frames import by_area
from i18n import Text


def counties(t: Text, areas: Sequence[str], form: str = "name") -> str:
    """The four counties, or some of them, in one form and in the programme's order: no order of values is implied."""
    return t.areas(sorted(areas, key=FOCUS.index), form)


def finding_sentences(finding: Finding, frame: pd.DataFrame, indicator: Indicator, t: Text) -> list[str]:
    """What can be told apart, by how much, what is unreliable and what is missing."""
    sentences = [*comparison_sentences(finding, indicator, t), *reliability_sentences(finding, frame, t)]
    if finding.largest and finding.kind in ("groups", "some_pairs"):
        sentences.insert(1, largest_sentence(finding, indicator, t))
    return [*sentences, *trust_sentences(finding, t)]


def comparison_sentences(finding: Finding, indicator: Indicator, t: Text) -> list[str]:
    """Which counties can be told apart, or why nothing can be said about it."""
    match finding.kind:
        case "groups":
            told = t("finding.groups.text", low=counties(t, finding.low), high=counties(t, finding.high))
            alike = [group for group in (finding.low, finding.high) if len(group) > 1]
            return [told, *(t("finding.alike.text", areas=counties(t, group, "of")) for group in alike)]
        case "some_pairs":
            pairs = [t("finding.pair", low=t.area(low), high=t.area(high)) for low, high in finding.pairs]
            return [t("finding.some_pairs.text", pairs="; ".join(pairs))]
        case "not_distinguishable":
            return [t("finding.not_distinguishable.text", areas=counties(t, finding.tested, "of"))]
        case "spread" if not indicator.is_count:
            return [t("finding.spread.text")]
        case "country_only" if "not_applicable" in dict(finding.missing).values():
            return [t("finding.too_deep.text")]
        case "country_only":
            return [t("finding.whole.text", area=t.area(indicator.whole, "of"))]
    return []


def largest_sentence(finding: Finding, indicator: Indicator, t: Text) -> str:
    """The largest tested difference with its interval: the higher less the lower, as its name says."""
    pair = finding.largest
    assert pair is not None
    decimals = difference_decimals(indicator)
    return t(
        "finding.largest.text",
        low=t.area(pair.area),
        high=t.area(pair.area_to),
        difference=t.points(pair.difference, indicator.unit, decimals),
        from_=t.number(pair.value_low, decimals, signed=True),
        to=t.number(pair.value_upp, decimals, signed=True),
    )


def trust_sentences(finding: Finding, t: Text) -> list[str]:
    """Why pairs are not told apart whose interval leaves out 0, and which are only at the assumed design effect."""
    return [
        t(
            f"finding.{name}.text",
            pairs=t.join([t("finding.largest.pair", low=t.area(a), high=t.area(b)) for a, b in pairs]),
        )
        for name, pairs in (("corrected", finding.corrected), ("fragile", finding.fragile))
        if pairs
    ]


def reliability_sentences(finding: Finding, frame: pd.DataFrame, t: Text) -> list[str]:
    """Which of the four figures are unreliable, and which counties have none."""
    rows = by_area(frame)
    said = [
        t("finding.unreliable.text", area=t.area(area, "of"), reason=t(f"reason.{rows[area]['reason']}"))
        for area in finding.unreliable
    ]
    missing = [area for area, status in finding.missing if status == "no_data"]
    if missing and len(missing) < len(FOCUS):
        said.append(t("finding.missing.text", areas=counties(t, missing, "acc")))
    return said
