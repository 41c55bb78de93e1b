from dataclasses import replace

import pytest

from data.model.catalogue import comparability, comparable
from data.releasing.release import Release


@pytest.mark.parametrize(
    ("breaks", "word", "earlier", "later", "found"),
    [
        ((), "with_care", "2017", "2023", "with_care"),
        (("2020",), "comparable", "2017", "2023", "not_comparable"),
        (("2020",), "comparable", "2017", "2020", "not_comparable"),
        (("2020",), "comparable", "2017", "2019", "comparable"),
        (("2020",), "comparable", "2020", "2023", "comparable"),
        ((), "not_comparable", "2017", "2023", "not_comparable"),
    ],
)
def test_a_break_between_two_periods_parts_them(
    release: Release, breaks: tuple[str, ...], word: str, earlier: str, later: str, found: str
) -> None:
    indicator = replace(release.catalogue["victims"], breaks=breaks, comparability=word)
    assert comparability(indicator, earlier, later) == found
    assert comparable(indicator, earlier, later) is (found != "not_comparable")
