"""A count of people is hidden from 1 to 4: nobody is a fact that points at nobody, and five are enough."""

import pandas as pd
import pytest

from data.facts.estimates import observe
from data.model.catalogue import Indicator


def observed(value: str, n: str = "", *, is_sensitive: bool = True) -> pd.Series:
    """The one observation of a count for the country."""
    fact = {"indicator": "victims", "area": "AL", "gender": "all", "age": "all", "period": "2018", "value": value,
            "n": n, "confidence": "high", "source": "s002", "note": ""}  # fmt: skip
    victims = Indicator(
        code="victims",
        theme="identification",
        unit="persons",
        decimals=0,
        higher_is="neutral",
        level="country",
        interval="none",
        sensitive_count=is_sensitive,
        outcomes=(2,),
        notes=(),
        breaks=(),
        comparability="with_care",
    )
    rows = observe(pd.DataFrame([fact]), {"victims": victims})
    assert len(rows) == 1
    return rows.iloc[0]


@pytest.mark.parametrize("value", ["0", "0.0", "5", "6"])
def test_a_true_nought_and_five_are_shown(value: str) -> None:
    row = observed(value)
    assert (row["value"], row["status"], row["reason"]) == (float(value), "ok", "")


@pytest.mark.parametrize("value", ["1", "4", "<5", "<1"])
def test_one_to_four_and_what_the_source_masks_are_hidden_with_their_base(value: str) -> None:
    row = observed(value, n="95")
    assert (row["status"], row["reason"]) == ("suppressed", "too_few_people")
    assert row[["value", "n"]].isna().all()


def test_a_count_that_is_not_of_persons_at_risk_is_shown_however_small() -> None:
    assert [observed(value, is_sensitive=False)["status"] for value in ("0", "1", "4")] == ["ok"] * 3


@pytest.mark.parametrize(
    ("n", "status"), [("24", "suppressed"), ("25", "unreliable"), ("49", "unreliable"), ("50", "ok")]
)
def test_a_shown_count_is_judged_by_its_base_which_stays(n: str, status: str) -> None:
    row = observed("0", n=n)
    assert (row["status"], row["n"]) == (status, int(n))
    assert pd.isna(row["value"]) == (status == "suppressed")
