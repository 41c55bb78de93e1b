"""What a finding says, in words: rules turn the statistics' facts into a title and a few plain sentences."""

from collections.abc import Sequence

import pandas as pd

from components.wording.differences import difference_decimals
from data import FOCUS, CountrySeries, Finding, Indicator
from data.model.frames import by_area, rows_of
from i18n import Text


def finding_title(finding: Finding, frame: pd.DataFrame, indicator: Indicator, gender: str, t: Text) -> str:
    """The finding as one short sentence; `frame` is the worded selection."""
    label = t(f"indicator.{indicator.code}.label")
    text = {area: row["text"] for area, row in by_area(frame).items()}
    match finding.kind:
        case "groups":
            return lower_title(indicator, gender, t, finding.low, finding.high)
        case "some_pairs":
            lower, higher = widest_pair(finding)
            return lower_title(indicator, gender, t, (lower,), (higher,))
        case "not_distinguishable":
            return t("finding.not_distinguishable.title", label=label)
        case "spread" if text[finding.lowest] == text[finding.highest]:
            return t("finding.same.title", label=label, value=text[finding.lowest])
        case "spread":
            return t(
                "finding.spread.title",
                label=label,
                lowest=t.area(finding.lowest),
                low=text[finding.lowest],
                highest=t.area(finding.highest),
                high=text[finding.highest],
            )
        case "single":
            return t("finding.single.title", label=label, area=t.area(finding.lowest), value=text[finding.lowest])
        case "country_only":
            return t(
                "finding.whole.title", label=label, value=text[indicator.whole], area=t.area(indicator.whole, "in")
            )
    return t("finding.nothing.title", label=label)


def lower_title(indicator: Indicator, gender: str, t: Text, low: Sequence[str], high: Sequence[str]) -> str:
    """`In LOW fewer girls attend than in HIGH` where the indicator has such words, else the label with `lower in`; the
    survey says `LOW below HIGH`, for which Albanian has other forms of the names."""
    fewer = f"indicator.{indicator.code}.fewer.{gender}"
    named = {"low": counties(t, low), "high": counties(t, high)}
    if t.has(fewer):
        return t("finding.fewer.title", **named, fewer=t(fewer))
    named |= {"the_low": counties(t, low, "the"), "below_high": counties(t, high, "acc")}
    return t("finding.lower.title", **named, label=t(f"indicator.{indicator.code}.label"))


def counties(t: Text, areas: Sequence[str], form: str = "name") -> str:
    """The four counties, or some of them, in one form and in the programme's order: no order of values is implied."""
    return t.areas(sorted(areas, key=FOCUS.index), form)


def widest_pair(finding: Finding) -> tuple[str, str]:
    """The tested pair with the largest difference, if it can be told apart; else the first that can."""
    largest = finding.largest
    if largest and (largest.area, largest.area_to) in finding.pairs:
        return largest.area, largest.area_to
    return finding.pairs[0]


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


def series_title(frame: pd.DataFrame, series: CountrySeries, indicator: Indicator, t: Text) -> str:
    """A national figure of the chosen period beside the series' first: figures only, no word of trend."""
    label, chosen = t(f"indicator.{indicator.code}.label"), rows_of(frame)[0]
    if series.first_value is None or series.first_period == chosen["period"]:
        return t("finding.series_one.title", label=label, last=chosen["text"], period=chosen["period_text"])
    return t(
        "finding.series.title",
        label=label,
        last=chosen["text"],
        period=chosen["period_text"],
        first=t.figure(series.first_value, indicator.unit, indicator.decimals),
        first_period=t.period(series.first_period),
    )


def output_title(frame: pd.DataFrame, indicator: Indicator, t: Text) -> str:
    """The programme's own output with the widest area it covers."""
    widest = rows_of(frame)[-1]
    label = t(f"indicator.{indicator.code}.label")
    return t("finding.output.title", label=label, value=widest["text"], area=t.area(widest["area"], "in"))
