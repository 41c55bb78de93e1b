"""Which measures and questions a county's brief speaks of; the same lists serve every county."""

from dataclasses import replace

from components import store
from components.address.reading import survey_selection
from components.address.selection import Selection
from components.address.view import View
from components.exhibits.card import Card, make_card
from components.exhibits.cards import view_of_selection
from components.exports.brief.parts import Cited
from components.wording.provenance import citation
from components.wording.survey import with_question
from data import Filters, cycle_of, offers, series
from data.model.observations import source_ids
from data.model.service_counts import SERVICE_CYCLES
from i18n import Text

Measure = tuple[str, str]  # indicator, gender
# Four figures of four themes that a regional committee asks for first; the map shows the first of them.
HEADLINES: tuple[Measure, ...] = (
    ("school_attendance_15_17", "f"),
    ("adolescent_fertility", "f"),
    ("women_paid_work", "f"),
    ("population_change", "all"),
)
PROFILE: tuple[Measure, ...] = (
    ("school_attendance_12_14", "all"),
    ("school_attendance_15_17", "m"),
    ("in_education_18_20", "f"),
    ("in_education_18_20", "m"),
    ("age_first_marriage", "f"),
    ("stunting", "all"),
    ("wealth_below_50", "all"),
    ("computer", "all"),
    ("human_development", "all"),
    ("net_internal_migration_rate", "all"),
    ("emigrated_share", "all"),
    ("under_15", "all"),
    ("social_services_share", "all"),
)
# The questions that several blocks of the questionnaire turn on; published figures come first.
QUESTIONS = ("meaning_published", "heard", "helpline_known", "irregular_work", "online_offer")


class Numbering:
    """Gives every source its number when it is first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, *cells: str) -> tuple[int, ...]:
        """The numbers of the sources in cells of a `source` column, in rising order."""
        return tuple(sorted(self._numbers.setdefault(code, len(self._numbers) + 1) for code in source_ids(cells)))

    @property
    def codes(self) -> tuple[str, ...]:
        """The ids of the sources cited so far, by number."""
        return tuple(self._numbers)

    def cited(self, t: Text) -> tuple[Cited, ...]:
        """The list as it is printed."""
        sources = [store.release().sources[code] for code in self._numbers]
        return tuple(
            Cited(number, citation(t, source), source.address) for number, source in enumerate(sources, start=1)
        )


def risk_selection_of(measure: Measure, county: str) -> Selection:
    """The measure at the period that most counties have, or at the newest that this county has if it lacks that one."""
    release, (code, gender) = store.release(), measure
    indicator, rows = release.catalogue[code], release.rows_of(code)
    filters = offers(rows, code).settle(Filters(gender=gender))
    own = series(rows, indicator=code, gender=filters.gender, age=filters.age, areas=(county,))
    periods = own.loc[own["status"].ne("no_data"), "period"].tolist()
    if periods and filters.period not in periods:
        filters = replace(filters, period=periods[-1])
    return Selection(indicator, filters, cycle_of(filters.period), county=county)


def risk_cards(t: Text, measures: tuple[Measure, ...], county: str) -> list[Card]:
    """A card a measure that the release has."""
    known = [measure for measure in measures if measure[0] in store.release().catalogue]
    return [make_card(t, risk_selection_of(measure, county)) for measure in known]


def survey_views(county: str) -> tuple[View, ...]:
    """The questions that the release has, each with its headline answer in its latest wave."""
    questions = store.release().survey.questions
    asked = (questions[code] for code in QUESTIONS if code in questions)
    bare = ((question, View("survey", question.code, (("county", county),))) for question in asked)
    return tuple(
        view_of_selection(survey_selection(store.release().survey, question, view), tab="chart")
        for question, view in bare
    )


def survey_cards(t: Text, county: str) -> list[tuple[Text, Card]]:
    """A card a question, with the words that name the question and its answer."""
    questions, told = store.release().survey.questions, []
    for view in survey_views(county):
        question = questions[view.subject]
        selection = survey_selection(store.release().survey, question, view)
        worded = with_question(t, question, selection.answer)
        told.append((worded, make_card(worded, selection)))
    return told


def headline_views(county: str) -> tuple[View, ...]:
    """The headline measures that the release has."""
    known = [measure for measure in HEADLINES if measure[0] in store.release().catalogue]
    return tuple(view_of_selection(risk_selection_of(measure, county)) for measure in known)


def county_views(county: str) -> tuple[View, ...]:
    """What the brief shows as views that can be opened: headline measures, services, survey questions."""
    services = (View("services", "presence", (("cycle", SERVICE_CYCLES[-1]), ("county", county))),)
    known = services if store.release().services.catalogue else ()
    return (*headline_views(county), *known, *survey_views(county))


def is_made_up() -> bool:
    """Whether any figure that a brief shows is made up."""
    release = store.release()
    measures = [code for code, _ in (*HEADLINES, *PROFILE)]
    indicators, survey = release.observations, release.survey.observations
    kinds = [
        indicators.loc[indicators["indicator"].isin(measures), "kind"],
        survey.loc[survey["indicator"].isin(QUESTIONS), "kind"],
    ]
    return any(bool(kind.eq("demonstration").any()) for kind in kinds)
