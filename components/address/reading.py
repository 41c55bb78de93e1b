"""One reading of a view: its codes and a release become the selection that the view shows."""

from collections.abc import Sequence
from dataclasses import replace

from components.address.selection import POPULATIONS, Compare, Selection, comparisons_for
from components.address.view import View
from data import FOCUS, Filters, Indicator, Offer, Question, Release, Survey, Wave, comparable, cycle_of, offers
from data.model.observations import SHOWN
from data.model.survey_measure import measure_of


def risk_selection(release: Release, view: View) -> Selection:
    """Indicator, filters and comparison of a view of the Risk page."""
    indicator = release.catalogue[view.subject]
    offer = release.offers[indicator.code]
    filters = offer.settle(asked_filters(view, view.choice("period")), view.choice("cycle") or None)
    chosen = Selection(indicator, filters, cycle_of(filters.period), county=asked_county(view))
    if indicator.level != "county":
        return chosen
    compare = kept_comparison(view, comparisons_for(offer, indicator, filters))
    return replace(chosen, view=view.choice("view", "four"), compare=compare)


def survey_selection(survey: Survey, question: Question, view: View) -> Selection:
    """Answer, wave, population, filters and comparison of a view of the Survey page."""
    answer = view.choice("answer", question.headline)
    answer = answer if answer in question.answer_codes else question.headline
    measure, wave = measure_of(survey, question, answer), asked_wave(survey, question, view)
    rows = survey.rows_of(question.code)
    rows = rows[rows["answer"].eq(answer) & rows["period"].eq(wave.period)]
    roma = view.choice("population") == "roma" and rows.loc[rows["population"].eq("roma"), "status"].ne("no_data").any()
    population = "roma" if roma else "all"
    offer = offers(rows[rows["population"].eq(population)], question.code)
    filters = Filters(period=wave.period) if roma else offer.settle(asked_filters(view, wave.period))
    possible = possible_comparisons(measure, filters, offer, population, earlier_waves(survey, question, wave))
    return Selection(
        measure,
        filters,
        cycle_of(wave.period),
        compare=kept_comparison(view, possible),
        county=asked_county(view),
        answer=answer,
        population=population,
        layer=view.choice("layer", "value"),
    )


def asked_wave(survey: Survey, question: Question, view: View) -> Wave:
    """The wave named, else the latest that asked the question."""
    asked = next((each for each in question.asked if each.wave == view.choice("wave")), question.asked[-1])
    return survey.wave_of(asked)


def asked_filters(view: View, period: str) -> Filters:
    """Gender, age and period as the view names them."""
    return Filters(gender=view.choice("gender", "all"), age=view.choice("age", "all"), period=period)


def asked_county(view: View) -> str:
    """The county named, or ''."""
    return view.choice("county") if view.choice("county") in FOCUS else ""


def kept_comparison(view: View, possible: Sequence[Compare]) -> Compare:
    """The comparison named, where the selection allows it."""
    return next((compare for compare in possible if compare == view.choice("compare")), "none")


def offer_in(survey: Survey, code: str, answer: str, population: str, period: str) -> Offer:
    """The genders and ages of one answer in one population and wave."""
    rows = survey.rows_of(code)
    return offers(rows[rows["answer"].eq(answer) & rows["population"].eq(population) & rows["period"].eq(period)], code)


def has_roma(survey: Survey, code: str, answer: str, period: str) -> bool:
    """Whether there is anything of the Roma domain for that answer, shown or hidden."""
    rows = survey.rows_of(code)
    roma = rows["population"].eq("roma") & rows["answer"].eq(answer) & rows["period"].eq(period)
    return bool(rows.loc[roma, "status"].isin((*SHOWN, "suppressed")).any())


def earlier_waves(survey: Survey, question: Question, wave: Wave) -> list[Wave]:
    """The waves before this one that asked the question; never a made-up wave beside a real one."""
    asked = (survey.wave_of(each) for each in question.asked)
    return [each for each in asked if each.kind == wave.kind and each.period < wave.period]


def possible_comparisons(
    measure: Indicator, filters: Filters, offer: Offer, population: str, earlier: Sequence[Wave]
) -> list[Compare]:
    """No comparison; genders of all ages and ages of everybody asked; two comparable waves, from the later one."""
    everybody = population == POPULATIONS[0]
    possible: list[Compare] = ["none"]
    if everybody and filters.age == "all" and {"f", "m"} <= set(offer.genders):
        possible.append("gender")
    if everybody and len(offer.ages_for(filters.gender)) > 1:
        possible.append("age")
    if any(comparable(measure, wave.period, filters.period) for wave in earlier):
        possible.append("period")
    return possible
