"""What the numbers are: sources, releases and questions to them. Knows nothing of screens."""

from data.check import check_release
from data.diff import diff_releases
from data.model.catalogue import Indicator
from data.model.comparability import comparable
from data.model.dimensions import COUNTIES, COUNTRY, CYCLES, FOCUS, GENDERS, cycle_of
from data.model.errors import ReleaseError, SourceError
from data.model.filters import Filters
from data.model.provenance import ReleaseInfo, Source
from data.model.questionnaire import Answer, Asked, Question, Wave
from data.model.services import Provider, Service
from data.model.services_release import Services
from data.model.survey import Survey
from data.offer import Offer
from data.query import differences_for, offers, select, series
from data.recheck import recheck
from data.release import Release, open_release
from data.statistics.alpha import ALPHA
from data.statistics.country_series import CountrySeries, country_series
from data.statistics.findings import ComparedPair, Finding, finding
from data.statistics.presence_cells import cell_states, changes_between_cycles, gaps
from data.statistics.providers import directory

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
