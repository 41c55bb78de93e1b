"""What a reader's choices must lead to: a second, plain account of the record of choices and of what it offers."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from survey_reader import BLOCKS, counties_drawn, question_in_force, question_label, survey_widgets

from components.address.selection import comparisons_for
from data import FOCUS, Filters, Release, cycle_of, offers, open_release
from i18n import LANGUAGES, Text, words

RELEASE = open_release(Path(__file__).parents[2] / "data" / "release")
PUBLISHED = RELEASE.without_demonstration()
ADDRESSES = {
    "overview": "/",
    "risk": "/rreziku",
    "services": "/sherbimet",
    "survey": "/anketa",
    "county": "/qarku",
    "meeting": "/takimi",
    "data": "/te-dhenat",
    "programme": "/programi",
    "methods": "/metodat",
}
# Pages whose choices this model tells; the meeting and the data page have walks of their own.
WALKED = tuple(stem for stem in ADDRESSES if stem not in ("meeting", "data"))
COMPARISONS = ("none", "gender", "period")
ORDERS = ("programme", "value")
SECTIONS = ("prose", "indicators", "sources", "release", "glossary", "licences")
TABS = ("map", "chart", "table", "download", "about")
VIEWS = ("four", "twelve")
PARTS = ("presence", "people", "programme", "providers", "files")
BREAKDOWNS = ("service", "area", "gender", "age")
GROUPS = ("all", "outreach", "support", "reintegration", "education")
PER = ("young", "inhabitants")
# A choice equal to one of these is not written into the address.
SILENT = {
    "lang": "sq",
    "view": "four",
    "compare": "none",
    "tab": "map",
    "sort": "programme",
    "section": "prose",
    "kind": "all",
    "population": "all",
    "layer": "value",
    "part": "presence",
    "by": "service",
    "group": "all",
}
SWITCH = {"all": "off", "published": "on"}
OUTDATES_PERIOD = ("indicator", "gender", "cycle", "age")


@dataclass(frozen=True)
class Widget:
    """A choice on the screen: the codes it offers, the one in force, and what a code is called."""

    options: tuple[str, ...]
    chosen: str
    name: Callable[[str], str]

    @property
    def label(self) -> str:
        """What is written on the chosen option."""
        return self.name(self.chosen)


@dataclass
class Reader:
    """A reader with a history of pages. Each entry: a page's stem and the record as its address keeps it."""

    record: dict[str, str] = field(default_factory=dict)
    visited: list[list[Any]] = field(default_factory=list)
    place: int = -1

    @property
    def stem(self) -> str:
        """The page that is shown."""
        return str(self.visited[self.place][0])

    @property
    def query(self) -> dict[str, str]:
        """What the address must say after the page's path."""
        return {key: code for key, code in self.record.items() if SILENT.get(key) != code}

    @property
    def t(self) -> Text:
        """The words in force."""
        return words(self.record.get("lang", LANGUAGES[0]))

    def visit(self, stem: str) -> None:
        """Go to a page in the menu: what lay ahead in the history is gone."""
        self._leave()
        self.visited[self.place + 1 :] = [[stem, {}]]
        self.place += 1

    def step(self, by: int) -> None:
        """Back or Forward: the record is what the entry's address says."""
        self._leave()
        self.place += by
        self.record = dict(self.visited[self.place][1])

    def reload(self) -> None:
        """A new session, from the address."""
        self.record = self.query

    def pick(self, key: str, code: str) -> None:
        """Choose in a widget."""
        if key == "theme" and self.stem == "risk":
            of_theme = [i.code for i in RELEASE.catalogue.values() if i.theme == code]
            key, code = "indicator", of_theme[0]
        if key == "block":
            own = [each.code for each in self.release.survey.questions.values() if each.block == code]
            key, code = "question", own[0]
        self.record[key] = code
        if key == "question":
            self.record.pop("answer", None)
        if key in OUTDATES_PERIOD:
            self.record.pop("period", None)

    def click_county(self, area: str) -> None:
        """Click a county on the map: chosen, or given up where it was chosen."""
        if self.record.get("county") == area:
            del self.record["county"]
        else:
            self.record["county"] = area

    def widgets(self) -> dict[str, Widget]:
        """Every choice that the page must show."""
        t = self.t
        shown = {
            "lang": self._widget("lang", LANGUAGES, lambda code: words(code)("language.name")),
            "kind": self._widget("kind", tuple(SWITCH), SWITCH.__getitem__),
        }
        if self.stem == "risk":
            shown |= self._risk_widgets(t)
        elif self.stem == "services":
            shown |= self._services_widgets(t)
        elif self.stem == "survey":
            shown |= self._survey_widgets(t)
        elif self.stem == "county":
            themes = dict.fromkeys(i.theme for i in RELEASE.catalogue.values() if i.level == "county")
            shown["county"] = self._widget("county", FOCUS, t.area)
            shown["theme"] = self._widget("theme", ("all", *themes), lambda code: t(f"theme.{code}"))
        elif self.stem == "methods":
            shown["section"] = self._widget("section", SECTIONS, lambda code: t(f"methods.tab.{code}"))
        return shown

    def counties_on_map(self) -> Sequence[str]:
        """The counties that can be clicked."""
        if self.stem not in ("risk", "survey") or self.record.get("tab", "map") != "map":
            return ()
        if self.stem == "survey":
            return counties_drawn(self.release, self.record, self.widgets())
        indicator, filters = self._selection()
        rows = RELEASE.observations
        rows = rows[
            rows["indicator"].eq(indicator.code)
            & rows["gender"].eq(filters.gender)
            & rows["age"].eq(filters.age)
            & rows["period"].eq(filters.period)
            & rows["area"].isin(FOCUS)
        ]
        drawn = indicator.level == "county" and rows["status"].ne("no_data").any()
        return FOCUS if drawn else ()

    def choosable(self, chance: random.Random) -> tuple[str, str] | None:
        """A widget with another option than the one in force, and such an option."""
        open_ones = {key: widget for key, widget in self.widgets().items() if len(widget.options) > 1}
        key = chance.choice(sorted(open_ones))
        return key, chance.choice([code for code in open_ones[key].options if code != open_ones[key].chosen])

    @property
    def release(self) -> Release:
        """What the switch leaves of the release."""
        return PUBLISHED if self.record.get("kind") == "published" else RELEASE

    def _services_widgets(self, t: Text) -> dict[str, Widget]:
        shown = {
            "cycle": self._widget("cycle", ("1", "2"), lambda code: t(f"cycle.{code}.short"), "2"),
            "part": self._widget("part", PARTS, lambda code: t(f"services.part.{code}")),
        }
        if shown["part"].chosen == "people" and len(self.release.services.counts):
            shown["per"] = self._widget("per", PER, lambda code: t(f"rate.{code}.name"))
            shown["by"] = self._widget("by", BREAKDOWNS, lambda code: t(f"service_by.{code}"))
            if shown["by"].chosen != "service":
                shown["group"] = self._widget("group", GROUPS, lambda code: t(f"service_group.{code}"))
        return shown

    def _survey_widgets(self, t: Text) -> dict[str, Widget]:
        questions = self.release.survey.questions
        question = question_in_force(self.release, self.record)
        blocks = [block for block in BLOCKS if any(each.block == block for each in questions.values())]
        own = [code for code, each in questions.items() if each.block == question.block]
        shown = {
            "block": Widget(tuple(blocks), question.block, lambda code: t(f"block.{code}")),
            "question": Widget(tuple(own), question.code, lambda code: question_label(questions[code], t)),
            "tab": self._widget(
                "tab", TABS, lambda code: t("survey_words.tab.about" if code == "about" else f"tab.{code}")
            ),
        }
        if shown["tab"].chosen == "table":
            shown["sort"] = self._widget("sort", ORDERS, lambda code: t(f"table.sort_{code}"))
        return shown | survey_widgets(self.release, self.record, t, self._widget)

    def _leave(self) -> None:
        if self.visited:
            self.visited[self.place][1] = self.query

    def _widget(
        self, key: str, options: Sequence[str], name: Callable[[str], str], default: str | None = None
    ) -> Widget:
        code = self.record.get(key)
        return Widget(tuple(options), code if code in options else default or options[0], name)

    def _selection(self) -> tuple[Any, Filters]:
        indicator = RELEASE.catalogue.get(self.record.get("indicator", ""), next(iter(RELEASE.catalogue.values())))
        offer = offers(RELEASE.observations, indicator.code)
        gender = self._widget("gender", offer.genders, str).chosen
        age = self._widget("age", offer.ages_for(gender), str).chosen
        cycles = offer.cycles_for(gender, age)
        cycle = self._widget("cycle", cycles, str, cycles[-1]).chosen
        periods = offer.periods_for(gender, age, cycle)
        period = self._widget("period", periods, str, offer.default_period(gender, age, cycle)).chosen
        return indicator, Filters(gender=gender, age=age, period=period)

    def _risk_widgets(self, t: Text) -> dict[str, Widget]:
        indicator, filters = self._selection()
        offer = offers(RELEASE.observations, indicator.code)
        by_theme = [i for i in RELEASE.catalogue.values() if i.theme == indicator.theme]
        cycles = offer.cycles_for(filters.gender, filters.age)
        periods = offer.periods_for(filters.gender, filters.age, cycle_of(filters.period))
        shown = {
            "theme": Widget(
                tuple(dict.fromkeys(i.theme for i in RELEASE.catalogue.values())),
                indicator.theme,
                lambda code: t(f"theme.{code}"),
            ),
            "indicator": Widget(
                tuple(i.code for i in by_theme), indicator.code, lambda code: t(f"indicator.{code}.label")
            ),
            "gender": Widget(offer.genders, filters.gender, lambda code: t(f"gender.{code}")),
            "age": Widget(offer.ages_for(filters.gender), filters.age, t.age),
            "cycle": Widget(cycles, cycle_of(filters.period), lambda code: t(f"cycle.{code}.short")),
            "tab": self._widget("tab", TABS, lambda code: t(f"tab.{code}")),
        }
        if len(periods) > 1:
            shown["period"] = Widget(periods, filters.period, t.period)
        if indicator.level == "county":
            possible = [code for code in COMPARISONS if code in comparisons_for(offer, indicator, filters)]
            shown["view"] = self._widget("view", VIEWS, lambda code: t(f"view.{code}"))
            shown["compare"] = self._widget("compare", possible, lambda code: t(f"compare.{code}"))
        if shown["tab"].chosen == "table":
            shown["sort"] = self._widget("sort", ORDERS, lambda code: t(f"table.sort_{code}"))
        return shown
