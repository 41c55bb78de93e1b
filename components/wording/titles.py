"""What a finding says in one line: the title of a card, from the statistics' facts."""

from collections.abc import Sequence

import pandas as pd

from components.wording.sentences import counties
from data import CountrySeries, Finding, Indicator
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


def widest_pair(finding: Finding) -> tuple[str, str]:
    """The tested pair with the largest difference, if it can be told apart; else the first that can."""
    largest = finding.largest
    if largest and (largest.area, largest.area_to) in finding.pairs:
        return largest.area, largest.area_to
    return finding.pairs[0]


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
