"""The keys the code asks for, read from its source, and the keys its templates stand for, spelled from the codes."""

import ast
import functools
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from components.address.known import BREAKDOWNS, PART_CODES, PER, SERVICE_GROUPS, known_codes
from components.address.selection import (
    DESKS,
    LAYERS,
    ORDERS,
    POPULATIONS,
    SECTION_CODES,
    SETS,
    SHAPES,
    SURVEY_COMPARISONS,
    TAB_CODES,
    VIEWS,
)
from components.downloads.pictures import KINDS as PICTURE_KINDS
from components.downloads.tables.measures import FACTS
from components.exhibits.services_presence import PRESENCE_COLUMNS
from components.exhibits.services_rates import IN_FILES as RATE_COLUMNS
from components.exports.brief.model import WORDS as BRIEF_WORDS
from components.exports.minutes.model import WORDS as MINUTES_WORDS
from components.exports.provenance.problems import REASONS as PROBLEMS
from components.exports.provenance.reading import KINDS as FILE_KINDS
from components.exports.tables.columns import COLUMNS as FILE_COLUMNS
from components.exports.tables.formats import FORMATS
from components.exports.tables.package import STEPS
from components.exports.tables.words import WORDS as FILE_WORDS
from components.sections.card.download_tab import SCOPES
from components.sections.card.table_tab import SHOWN
from components.sections.county_services import RISK_STATES
from components.sections.data.check_figures import COLUMNS as CHECKED_COLUMNS
from components.sections.data.check_wording import AROUND, CELL
from components.sections.data.choices import NARROWING
from components.sections.data.wide import PARTS
from components.sections.library import FIELDS
from components.sections.meeting.keys import BUTTONS
from components.sections.meeting.list import SUGGESTIONS
from components.sections.minutes.document import SHARED
from components.sections.minutes.figures import COLUMNS as MINUTES_COLUMNS
from components.sections.services.directory import FIELDS as DIRECTORY_FIELDS
from components.sections.services.facts import FIELDS as FACT_FIELDS
from components.sections.services.outputs import FIELDS as OUTPUT_FIELDS
from components.sections.services.reach_map import FIELDS as RATE_FIELDS
from components.wording.provenance import OWN
from data import CYCLES, GENDERS, Release, open_release
from data.model.catalogue import COMPARABILITIES, DIRECTIONS, INTERVALS, LINEARISED, UNITS
from data.model.dimensions import AREAS
from data.model.observations import KINDS, REASONS, STATUSES
from data.model.questionnaire import BLOCKS, MODES, QUESTION_KINDS, WAVES
from data.model.service_counts import COVERAGE_REASONS
from data.model.services import CHANGES, MUNICIPALITIES, PROVIDER_KINDS
from data.model.services import STATES as SERVICE_STATES
from data.model.survey_tables import DIMENSIONS, PATTERN_VERDICTS
from data.releasing.recheck import VERDICTS as RECHECKED
from i18n import SOURCE_LANGUAGE, words
from minutes import LIMITS, STATES
from minutes.faults import REASONS as MINUTES_REASONS

ROOT = Path(__file__).parents[2]
ASKING = {"t", "said", "text", "self"}  # what a Text is called where it is asked for words
FOLDERS = ("pages", "components", "i18n")


@functools.cache
def release() -> Release:
    return open_release(ROOT / "data" / "release")


def sources() -> Iterator[Path]:
    """Every file that may ask for words; charts and exports are handed theirs."""
    yield ROOT / "app.py"
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


@functools.cache
def asked() -> dict[str, str]:
    """Every key asked for, with `*` for what is filled in, and the place that asks."""
    found: dict[str, str] = {}
    for path in sources():
        if {"charts", "exports"} & set(path.relative_to(ROOT).parts):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node, suffixes in requests(tree):
            for template in templates(node, tree):
                for suffix in suffixes:
                    found.setdefault(template + suffix, f"{path.relative_to(ROOT)}:{node.lineno}")
    return {template: where for template, where in found.items() if not template.startswith("*")}


def requests(tree: ast.Module) -> Iterator[tuple[ast.expr, tuple[str, ...]]]:
    """The key given in each request for words, and what the request adds to it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith(".table"):
            yield node.slice, ("",)
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = node.func
        if isinstance(name, ast.Attribute) and name.attr == "plural":
            yield node.args[0], (".one", ".other")
        elif (isinstance(name, ast.Name) and name.id in ASKING) or (
            isinstance(name, ast.Call) and ast.unparse(name.func) in ("words", "active_text")
        ):
            yield node.args[0], ("",)


def templates(node: ast.expr, tree: ast.Module) -> list[str]:
    """The texts an expression can stand for, `*` in place of each part that is worked out when the app runs."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return ["".join(pair) for pair in product(templates(left, tree), templates(right, tree))]
        case ast.IfExp(body=body, orelse=orelse):
            return [*templates(body, tree), *templates(orelse, tree)]
        case ast.Name(id=name):
            given = [
                each.value
                for each in ast.walk(tree)
                if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name
            ]
            return [text for value in given for text in templates(value, tree)] or ["*"]
    return ["*"]


@functools.cache
def families() -> dict[str, set[str]]:
    """For every template of the code, the keys it can become."""
    programme = release().programme
    cycle_codes = [each["code"] for each in programme["programme"]["cycle"]]
    partners = programme["programme"]["partner"]
    publications = programme["publications"]["publication"]
    groups = programme["glossary"]["group"]
    numbers = programme["help"]["number"]
    terms = [term for group in groups for term in group["terms"]]
    catalogue = release().catalogue
    notes = {code for each in catalogue.values() for code in each.notes}
    tables = (release().observations, release().survey.observations)
    notes |= {code for table in tables for row in table["note"].unique() for code in row.split()}
    stems = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    counted = any(each.is_count for each in catalogue.values())
    methods = {*INTERVALS, LINEARISED, *(["count"] if counted else [])}
    text = words(SOURCE_LANGUAGE)
    licences = [(group, code) for group in ("source", "boundaries", "code") for code in text.under(f"licence.{group}")]
    filled: dict[str, Iterable[str | tuple[str, ...]]] = {
        "nav.*": stems,
        "provenance.*": ("cites", "copy"),
        "source_title.*": OWN,
        "overview.way_*": [stem for stem in stems if stem != "overview"],
        "theme.*": {"all", *(each.theme for each in catalogue.values())},
        **dict.fromkeys((f"indicator.*.{part}" for part in INDICATOR_PARTS), catalogue),
        "indicator.*.fewer.*": product(catalogue, GENDERS),
        "note.*": notes,
        "gender.*": GENDERS,
        "area.*.*": product(AREAS, AREA_FORMS),
        "cycle.*.short": CYCLES,
        "cycle.*.name": CYCLES,
        "view.*": VIEWS,
        "level.*": ("country", "programme"),
        "map.level.*": ("country", "programme"),
        "compare.*": SURVEY_COMPARISONS,
        "tab.*": TAB_CODES,
        "table.sort_*": ORDERS,
        "column.*": SHOWN,
        "methods.tab.*": SECTION_CODES,
        "library.*": FIELDS,
        "about.*": about_names(),
        "download.*": ("map", "chart", "answers", "matrix", *PICTURE_KINDS),
        "unit.*.name": UNITS,
        "unit.*.figure": UNITS,
        "unit.*.difference": UNITS,
        "unit.*.figure_one": [unit for unit in UNITS if text.has(f"unit.{unit}.figure_one")],
        "unit.*.difference_one": [unit for unit in UNITS if text.has(f"unit.{unit}.difference_one")],
        "state.*.name": STATUSES,
        "state.*.legend": [status for status in STATUSES if status != "ok"],
        "legend.*": ("hatched", "hollow", "interval", "beyond"),
        "state.*.mark": ("not_asked", "not_applicable", "no_data"),
        "state.*.mark.*": [("suppressed", each) for each in ("too_few_answers", "beside_hidden", "too_few_people")],
        "reason.*": [reason for reason in REASONS if reason],
        "direction.*": DIRECTIONS,
        "county.direction.*": DIRECTIONS,
        "comparability.*": COMPARABILITIES,
        "method.*.short": methods,
        "method.*.long": methods,
        "verdict.*.*": product((*SIDES, "age"), ("higher", "lower", "not_distinguishable")),
        "verdict.*.missed": (*SIDES, "age"),
        "finding.*.text": ("corrected", "fragile"),
        "comparison.*.untested": SIDES,
        "comparison.*.none": SIDES,
        "comparison.*.*": product(SIDES, ("higher", "lower")),
        "verdict.period.*": VERDICTS,
        "survey_compare.*": SURVEY_COMPARISONS,
        "survey.all_answers.*": SURVEY_COMPARISONS,
        "survey.no_map.*": ("roma", "too_deep", "not_asked", "not_published"),
        "population.*": POPULATIONS,
        "layer.*": LAYERS,
        "wave.*": WAVES,
        "block.*": BLOCKS,
        "mode.*": MODES,
        "question_kind.*": QUESTION_KINDS,
        "kind.*_short": KINDS,
        "pattern.*": PATTERN_VERDICTS,
        "pattern.of_*": DIMENSIONS,
        "passport.*": (*COMPARABILITIES, *passport_names()),
        "service.*.name": release().services.catalogue,
        "service.*.none": release().services.catalogue,
        "service.*.text": release().services.catalogue,
        "service_state.*": SERVICE_STATES,
        "service_state.long.*": SERVICE_STATES,
        "service_change.*": CHANGES,
        "service_mark.*": [code for code in CHANGES if code != "not_known"],
        "service_gap.*": ("not_known", "not_present"),
        "service_note.*": {code for row in release().services.presence["note"].unique() for code in row.split()},
        "service_field.*": FACT_FIELDS,
        "rate_field.*": RATE_FIELDS,
        "rate_column.*": RATE_COLUMNS,
        "rate_meaning.*": RATE_COLUMNS,
        **dict.fromkeys((f"rate.*.{part}" for part in RATE_PARTS), PER),
        "output_field.*": OUTPUT_FIELDS,
        "directory_field.*": DIRECTORY_FIELDS,
        "service_column.*": PRESENCE_COLUMNS,
        "service_column_meaning.*": PRESENCE_COLUMNS,
        "service_by.*": BREAKDOWNS,
        "services.part.*": PART_CODES,
        "service_group.*": SERVICE_GROUPS,
        "coverage_unknown.*": [reason for reason in COVERAGE_REASONS if reason],
        "coverage_verdict.*": ("clear", "not_clear"),
        "target_group.*": {code for each in release().services.catalogue.values() for code in each.groups},
        "provider.*": release().services.providers,
        "provider_kind.*": PROVIDER_KINDS,
        "municipality.*": MUNICIPALITIES,
        "referral.institution.*.name": [each.code for each in release().services.referral],
        "referral.institution.*.text": [each.code for each in release().services.referral],
        "beside_risk.*": RISK_STATES,
        "change.*": {change.code for change in release().info.changes},
        "help.*": {each["state"] for each in numbers} | {"verified"},
        "help.number.*": [each["code"] for each in numbers],
        "programme.outcome.*.name": programme["programme"]["outcomes"],
        "programme.outcome.*.text": programme["programme"]["outcomes"],
        "programme.cycle.*.name": cycle_codes,
        "programme.*.*": [(kind, code) for kind in ("primary", "secondary") for code in programme["programme"][kind]],
        "programme.partner.*.name": [each["code"] for each in partners],
        "programme.partner.*.text": [each["code"] for each in partners],
        "programme.partner_role.*": {each["role"] for each in partners},
        "programme.kind.*": {each["kind"] for each in publications},
        "programme.language.*": {code for each in publications for code in each.get("languages", ())},
        "glossary_group.*": [group["code"] for group in groups],
        "glossary.*.term": terms,
        "glossary.*.meaning": terms,
        "licence.group.*": ("source", "boundaries", "code"),
        "licence.*.*.name": licences,
        "licence.*.*.text": licences,
        "minutes.field.*": (*LIMITS, "date", "due", "state", "id"),
        "minutes.problem.*": MINUTES_REASONS,
        "asked_for.*": list(known_codes(release())),
        "minutes.state.*": STATES,
        "minutes_column.*": MINUTES_COLUMNS,
        "minutes_file.*": [name for name in MINUTES_WORDS if name not in SHARED],
        "check.column.*": CHECKED_COLUMNS,
        "check.verdict.*": RECHECKED,
        "check.cell.*": CELL,
        "check.kind.*": [*FILE_KINDS.values(), "xlsx", "csv"],
        "check.left.*": [*set(AROUND.values()), "picture"],
        "brief.word.*": BRIEF_WORDS,
        "brief.verdict.*": ("worse", "better", "lower", "higher"),
        "brief.standing.*": ("worse", "better"),
        "brief.standing.none_*": ("worse", "better"),
        "check.problem.*": [reason for reason in PROBLEMS if reason != "edited"],  # said by the headline
        "file.*": FILE_WORDS,
        "file_about.*": (*FORMATS, "package"),
        "file_state.*": STATUSES,
        "file_population.*": POPULATIONS,
        "file_kind.*": KINDS,
        "download.*_rows.one": SCOPES,
        "download.*_rows.other": SCOPES,
        "indicator.*.*": product(catalogue, FACTS),
        "people_reached.*": FACTS,
        "desk.*": NARROWING,
        "desk.part_*": DESKS,
        "desk.set_*": SETS,
        "desk.shape_*": SHAPES,
        "desk.measures_*": SETS,
        "desk.title_*": [of_set for of_set in SETS if of_set != "services"],
        "desk.file_*": SETS,
        "desk.wide*": PARTS,
        "desk.wide*_meaning": PARTS,
        "file_heading.*": FILE_COLUMNS,
        "file_meaning.*": FILE_COLUMNS,
        "file_format.*": FORMATS,
        "file_step.*": STEPS,
        "meeting.*": (*BUTTONS, "up", "down"),
        "meeting.suggestion.*.name": SUGGESTIONS,
        "meeting.suggestion.*.text": SUGGESTIONS,
        "streamlit.*.from": text.under("streamlit"),
        "streamlit.*.to": text.under("streamlit"),
    }
    return {template: {spelled(template, codes) for codes in values} for template, values in filled.items()}


INDICATOR_PARTS = ("label", "measure", "definition", "universe", "method")
RATE_PARTS = ("name", "title", "caption", "legend", "spoken", "base", "parts", "map", "people")
AREA_FORMS = ("name", "the", "of", "acc", "in")
SIDES = ("gender", "period")
VERDICTS = ("higher", "lower", "not_distinguishable")
OPTIONAL = (
    "indicator.*.fewer.*"  # an indicator may have a sentence of its own; without one the general sentence is used
)


def spelled(template: str, codes: str | tuple[str, ...]) -> str:
    for code in (codes,) if isinstance(codes, str) else codes:
        template = template.replace("*", code, 1)
    assert "*" not in template
    return template


def about_names() -> list[str]:
    """The names of the facts that the About tab lists."""
    return [name for names in literal_keys("components/sections/card/about_tab.py") for name in names]


def passport_names() -> list[str]:
    """The aspects that the passport sets side by side, and the facts below it."""
    return [name for names in literal_keys("components/sections/survey/passport.py") for name in names]


def literal_keys(file: str) -> Iterator[list[str]]:
    """The keys of every dictionary written out in a file."""
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            yield [str(ast.literal_eval(key)) for key in node.keys if key is not None]
