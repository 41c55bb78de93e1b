"""The parts of the services page as exhibits: the same figures as the page, hidden and made-up ones always told."""

import re
from itertools import product
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from components import store
from components.address.known import BREAKDOWNS, PART_CODES, SERVICE_GROUPS, known_codes
from components.address.view import View, read_view
from components.charts.palette import DARK, LIGHT
from components.downloads.framed import framed_picture
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exhibits.opening import open_view
from components.exhibits.services_matrix import matrix_frame, page_title
from components.exhibits.services_presence import PRESENCE_COLUMNS
from components.exhibits.services_rates import RATES
from components.exhibits.services_reached import ROWS
from data import FOCUS, Release, cell_states
from data.model.frames import rows_of
from data.model.observations import COLUMNS
from data.model.service_counts import ALL, SERVICE_CYCLES
from data.model.services import SHELTER
from i18n import LANGUAGES, words

WORDED = ("name", "text", "interval_text", "base_text", "status_text", "period_text", "spoken")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def shown(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> Release:
    """The committed release as the one on the screen."""
    monkeypatch.setattr(store, "release", lambda: atlas)
    return atlas


def opened(code: str, release: Release, language: str = "sq") -> Exhibit:
    view = read_view(code, known_codes(release))
    assert view is not None, code
    exhibit = open_view(words(language), view)
    assert exhibit is not None, code
    return exhibit


def people_code(by: str, group: str) -> str:
    return f"services.people.by~{by}.group~{group}"


def lines(exhibit: Exhibit) -> str:
    return "\n".join((*exhibit.sentences, *exhibit.limits, *exhibit.source_lines))


@pytest.mark.parametrize(("by", "group"), [*product(BREAKDOWNS, SERVICE_GROUPS)])
def test_the_rows_are_the_published_counts_of_the_breakdown(shown: Release, by: str, group: str) -> None:
    exhibit = opened(people_code(by, group), shown)
    kept = group if by != "service" else ALL
    counts = shown.services.counts
    fixed = {"service": kept, "area": "AL-4C", "gender": ALL, "age": ALL}
    fixed.pop(by)
    expected = counts[(counts[list(fixed)] == pd.Series(fixed)).all(axis=1) & counts[by].isin(ROWS[by])]
    assert list(exhibit.rows.columns[: len(COLUMNS)]) == list(COLUMNS)
    assert set(WORDED) <= set(exhibit.rows.columns)
    column = "answer" if by == "service" else by
    told = {(row[column], row["cycle"]): row["value"] for row in rows_of(exhibit.rows.fillna({"value": -1}))}
    assert told == {(row[by], row["cycle"]): row["value"] for row in rows_of(expected.fillna({"value": -1}))}
    assert len(exhibit.rows) == len(expected) == len(exhibit.provenance(words("sq"), "").figures)
    assert exhibit.is_demonstration and exhibit.rows["kind"].eq("demonstration").all()
    hidden = exhibit.rows["status"].eq("suppressed")
    assert exhibit.rows.loc[hidden, "text"].eq("pak persona").all()
    assert exhibit.rows.loc[hidden, "status_text"].str.contains("fshehur").all()
    assert all(text in lines(exhibit) + exhibit.title for text in exhibit.rows["text"])


def test_some_breakdown_hides_a_count_without_calling_it_small(shown: Release) -> None:
    """Tirana's count is hidden to protect another: no word may say that it lies below any number."""
    rows = opened(people_code("area", "support"), shown, "en").rows
    hidden = rows[rows["status"].eq("suppressed")]
    assert set(hidden["area"]) == {"AL-11", "AL-07"}
    assert not hidden["status_text"].str.contains(r"\d").any()
    assert hidden["status_text"].str.contains("give a small one away").all()


def test_an_unknown_choice_falls_back_and_the_view_says_what_is_shown(shown: Release) -> None:
    t = words("en")
    before = View("services", "presence", (("cycle", "0"),))
    assert open_view(t, before).view.code == "services.presence.cycle~2"  # type: ignore[union-attr]
    assert open_view(t, View("services", "presence")).view.code == "services.presence.cycle~2"  # type: ignore[union-attr]
    assert opened(people_code("service", "support"), shown).view.code == "services.people"
    county = opened("services.people.by~area.cycle~1.county~AL-07", shown)
    # A code from before there was a choice means what it meant then.
    assert county.view.code == "services.people.cycle~1.by~area.per~inhabitants.county~AL-07"
    assert t("rate.inhabitants.name") in county.pills or words("sq")("rate.inhabitants.name") in county.pills
    assert opened(county.view.code, shown).title == county.title
    assert opened("services.people.by~gender.cycle~1", shown).view.code == "services.people.by~gender"


@pytest.mark.parametrize("part", PART_CODES)
def test_only_two_parts_are_exhibits_and_only_one_of_a_published_release(
    atlas: Release, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    view = View("services", part)
    for release, parts in ((atlas, {"presence", "people"}), (atlas.without_demonstration(), {"presence"})):
        monkeypatch.setattr(store, "release", lambda release=release: release)
        assert (open_view(words("sq"), view) is not None) == (part in parts)


@pytest.mark.parametrize(("cycle", "language"), [*product(SERVICE_CYCLES, LANGUAGES)])
def test_presence_is_told_whole(shown: Release, cycle: str, language: str) -> None:
    t = words(language)
    exhibit = opened(f"services.presence.cycle~{cycle}", shown, language)
    presence = shown.services.presence
    assert exhibit.title == page_title(t, cycle)
    assert not exhibit.is_demonstration
    assert tuple(exhibit.rows.columns) == PRESENCE_COLUMNS
    assert len(exhibit.rows) == presence["cycle"].eq(cycle).sum()
    assert exhibit.provenance(t, "").figures == ()
    assert t("service_gap.silence") in exhibit.limits and t("service_gap.shelters") in exhibit.limits
    assert {source.id for source in exhibit.sources} == set(" ".join(exhibit.rows["source"]).split())
    assert all(source.title in lines(exhibit) for source in exhibit.sources)
    shelters = exhibit.rows[exhibit.rows["service"].eq(SHELTER)]
    assert shelters["place"].eq("").all() and shelters["provider"].eq("").all()
    counties = shelters["area"].isin(FOCUS)
    assert set(shelters.loc[counties, "state_name"]) == {t("services.not_told")}


def drawn(exhibit: Exhibit, name: str, palette: Any = LIGHT) -> list[ElementTree.Element]:
    picture = exhibit.pictures[name]
    assert isinstance(picture, Drawing)
    drawings = picture.draw(palette)
    assert sum(share for _, share in drawings) == pytest.approx(1)
    return [ElementTree.fromstring(svg) for svg, _ in drawings]


def test_the_matrix_says_every_state_by_a_sign_and_a_word_not_by_colour(shown: Release) -> None:
    exhibit, frame = opened("services.presence.cycle~2", shown), matrix_frame(words("sq"), "2")
    (svg,) = drawn(exhibit, "matrix")
    told = frame[frame["state"].ne("not_told")]
    cells = [cell for cell in svg.iter(f"{SVG}g") if cell.get("role") == "cell"]
    assert len(cells) == len(told) + 1  # shelters are one cell for all counties
    assert all(cell.get("aria-label") for cell in cells)
    signs: dict[str, set[str]] = {}
    for cell in cells:
        texts = ["".join(each.itertext()) for each in cell.iter(f"{SVG}text")]
        strokes = [path.get("d", "") for path in cell.iter(f"{SVG}path")]
        word = next(text for text in texts if text in set(frame["word"]))
        signs.setdefault(word, set()).add(strokes[0] if strokes else texts[0])
    assert set(signs) == set(frame["word"])
    assert all(len(drawings) == 1 for drawings in signs.values())
    assert len(set.union(*signs.values())) == len(signs) == 4


def test_pictures_take_the_palette_they_are_given(shown: Release) -> None:
    people, presence = opened("services.people.by~area", shown), opened("services.presence", shown)
    assert list(people.pictures) == ["map", "chart"] and list(presence.pictures) == ["matrix"]
    for exhibit, name in ((people, "map"), (presence, "matrix")):
        light, dark = (
            " ".join(ElementTree.tostring(svg, encoding="unicode") for svg in drawn(exhibit, name, palette))
            for palette in (LIGHT, DARK)
        )
        assert LIGHT.paper in light and DARK.paper not in light
        assert DARK.paper in dark and LIGHT.paper not in dark
    chart = people.pictures["chart"]
    assert isinstance(chart, Plot)
    assert DARK.ink in chart.draw(DARK).to_json() and LIGHT.ink not in chart.draw(DARK).to_json()
    assert list(opened("services.people.by~area.group~support", shown).pictures) == ["chart"]


@pytest.mark.parametrize(("language", "cycle", "per"), [("sq", "1", "young"), ("en", "2", "inhabitants")])
def test_the_map_shows_the_rates_of_its_cycle_with_census_and_attributions(
    shown: Release, language: str, cycle: str, per: str
) -> None:
    t, rate = words(language), RATES[per].rate
    exhibit = opened(f"services.people.by~area.cycle~{cycle}.per~{per}", shown, language)
    coverage = shown.services.coverage
    rates = coverage[coverage["service"].eq(ALL) & coverage["cycle"].eq(cycle)].set_index("area")[rate]
    texts = " ".join(text for svg in drawn(exhibit, "map") for text in svg.itertext())
    rows = exhibit.rows[exhibit.rows["cycle"].eq(cycle)].set_index("area")
    for area in FOCUS:
        assert t.number(rates[area], 1) in texts
        assert rows.at[area, rate] == rates[area]
        assert rows.at[area, f"{rate}_text"] == t.number(rates[area], 1)
        assert f"{t.area(area)} {t.number(rates[area], 1)}" in lines(exhibit)
    assert re.sub(r"\s+", " ", t(f"rate.{per}.legend")) in re.sub(r"\s+", " ", texts)
    assert t(f"rate.{per}.name") in exhibit.pills
    assert (t("rate.ratio") in exhibit.limits) == ("s030" in {each.id for each in exhibit.sources}) == (per == "young")
    assert exhibit.view.choice("per", "young") == per
    assert t("provenance.boundaries") in exhibit.source_lines
    assert t("licence.boundaries.geonames.text") in exhibit.source_lines
    census = shown.services.coverage["source"].str.split().explode().unique()
    assert set(census) <= {source.id for source in exhibit.sources}


def test_a_framed_picture_says_that_its_figures_are_made_up(shown: Release) -> None:
    t = words("sq")
    framed = framed_picture(t, opened("services.people.by~area", shown), "map", "https://example.org/sherbimet")
    assert framed.count(t("kind.demonstration")) > 10
    matrix = framed_picture(t, opened("services.presence", shown), "matrix", "https://example.org/sherbimet")
    assert t("kind.demonstration") not in matrix
    states = cell_states(shown.services.presence)
    present = states[states["cycle"].eq("2") & states["state"].eq("present") & states["area"].isin(FOCUS)]
    assert matrix.count(f">{t('service_state.present')}<") == len(present[present["service"].ne(SHELTER)])
