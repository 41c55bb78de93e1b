"""What the numbers are: sources, releases and questions to them. Knows nothing of screens."""

from data.model.catalogue import Indicator, comparable
from data.model.dimensions import COUNTIES, COUNTRY, CYCLES, FOCUS, GENDERS, Filters, cycle_of
from data.model.errors import ReleaseError, SourceError
from data.model.provenance import ReleaseInfo, Source
from data.model.questionnaire import Answer, Asked, Question, Wave
from data.model.services import Provider, Service
from data.model.services_release import Services
from data.model.survey import Survey
from data.releasing.check import check_release
from data.releasing.diff import diff_releases
from data.releasing.offer import Offer
from data.releasing.query import differences_for, offers, select, series
from data.releasing.recheck import recheck
from data.releasing.release import Release, open_release
from data.services.presence.cells import cell_states, changes_between_cycles, gaps
from data.services.presence.providers import directory
from data.statistics.alpha import ALPHA
from data.statistics.country_series import CountrySeries, country_series
from data.statistics.findings import ComparedPair, Finding, finding

__all__ = [
    "ALPHA",
    "COUNTIES",
    "COUNTRY",
    "CYCLES",
    "FOCUS",
    "GENDERS",
    "Answer",
    "Asked",
    "ComparedPair",
    "CountrySeries",
    "Filters",
    "Finding",
    "Indicator",
    "Offer",
    "Provider",
    "Question",
    "Release",
    "ReleaseError",
    "ReleaseInfo",
    "Service",
    "Services",
    "Source",
    "SourceError",
    "Survey",
    "Wave",
    "cell_states",
    "changes_between_cycles",
    "check_release",
    "comparable",
    "country_series",
    "cycle_of",
    "diff_releases",
    "differences_for",
    "directory",
    "finding",
    "gaps",
    "offers",
    "open_release",
    "recheck",
    "select",
    "series",
]
