"""A view opened again: from its codes to its exhibit, without a widget on any page."""

from collections.abc import Sequence
from dataclasses import replace

from components import store
from components.address import DEFAULTS
from components.asked import NotTaken, shown_code
from components.card.comparison import make_comparison
from components.card.model import make_card
from components.exhibits.cards import FIGURES, exhibit_of_card
from components.exhibits.model import Exhibit
from components.exhibits.view import View
from components.selection import Compare, Selection, comparisons_for
from components.services.exhibits import services_exhibit
from components.survey.figures import SURVEY_FIGURES
from components.survey.filters import earlier_waves, possible_comparisons
from components.survey.words import with_question
from data import FOCUS, Filters, Question, Wave, cycle_of, offers
from data.model.survey_measure import measure_of
from i18n import Text


def open_view(t: Text, view: View) -> Exhibit | None:
    """The view on the release that the reader looks at; None where that release does not have its subject.

    A choice that the subject does not offer falls back as it does on the subject's page.
    """
    release = store.release()
    if view.page == "services":
        return services_exhibit(t, view)
    if view.page == "risk":
        return card_exhibit(t, risk_selection(view), view) if view.subject in release.catalogue else None
    question = release.survey.questions.get(view.subject)
    if question is None:
        return None
    selection = survey_selection(question, view)
    worded = with_question(t, question, selection.answer)
    return card_exhibit(worded, selection, view)


def not_offered(view: View, exhibit: Exhibit) -> tuple[NotTaken, ...]:
    """The view's choices that its exhibit could not make: this release does not have them for the subject. On services
    every choice is one of a fixed few, of which some do not concern a part."""
    if view.page == "services":
        return ()
    passed = ((key, code) for key, code in view.choices if code not in (DEFAULTS.get(key, "all"), "all"))
    lacking = [(key, code) for key, code in passed if exhibit.view.choice(key) != code]
    return tuple(NotTaken(key, (shown_code(code),)) for key, code in lacking)


def card_exhibit(t: Text, selection: Selection, view: View) -> Exhibit:
    """The exhibit of a selection's card."""
    card = make_card(t, selection)
    figures = SURVEY_FIGURES if view.page == "survey" else FIGURES
    return exhibit_of_card(t, card, make_comparison(t, card), view.choice("tab", "map"), figures)


def risk_selection(view: View) -> Selection:
    """Indicator, filters and comparison of a view of the Risk page."""
    release = store.release()
    indicator = release.catalogue[view.subject]
    offer = release.offers[indicator.code]
    filters = offer.settle(asked_filters(view, view.choice("period")), view.choice("cycle") or None)
    chosen = Selection(indicator, filters, cycle_of(filters.period), county=asked_county(view))
    if indicator.level != "county":
        return chosen
    compare = kept_comparison(view, comparisons_for(offer, indicator, filters))
    return replace(chosen, view=view.choice("view", "four"), compare=compare)


def survey_selection(question: Question, view: View) -> Selection:
    """Answer, wave, population, filters and comparison of a view of the Survey page."""
    survey = store.release().survey
    answer = view.choice("answer", question.headline)
    answer = answer if answer in question.answer_codes else question.headline
    measure, wave = measure_of(survey, question, answer), asked_wave(question, view)
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


def asked_wave(question: Question, view: View) -> Wave:
    """The wave named, else the latest that asked the question."""
    asked = next((each for each in question.asked if each.wave == view.choice("wave")), question.asked[-1])
    return store.release().survey.wave_of(asked)


def asked_filters(view: View, period: str) -> Filters:
    """Gender, age and period as the view names them."""
    return Filters(gender=view.choice("gender", "all"), age=view.choice("age", "all"), period=period)


def asked_county(view: View) -> str:
    """The county named, or ''."""
    return view.choice("county") if view.choice("county") in FOCUS else ""


def kept_comparison(view: View, possible: Sequence[Compare]) -> Compare:
    """The comparison named, where the selection allows it."""
    return next((compare for compare in possible if compare == view.choice("compare")), "none")
