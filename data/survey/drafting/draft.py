"""A first codebook for a microdata file, from what the file says of itself; the rest is left empty and said."""

from data.reading.raw_table import RawTable
from data.survey.drafting.codes import GUESSES, Named, guessed_codes, named_values
from data.survey.drafting.questions import draft_questions
from data.survey.drafting.roles import OPTIONAL, Guess, guess_roles
from data.survey.drafting.sections import codes_section, question_section, skipped_section
from data.survey.drafting.toml import comment, string, strings

_WAVE = """\
wave = ""  # w1 | w2
fieldwork = ""  # period of the interviews, such as 2020-08
mode = ""  # face_to_face | telephone | web | mixed
ages = []  # youngest and oldest age of the universe, such as [15, 29]
age_groups = []  # in which ages are published, such as ["15-17", "18-19", "20-24", "25-29"]
single_psu = "refuse"  # a stratum with one PSU: refuse | adjust
# nest = true  (where PSUs are numbered anew in each stratum or county)
revisited = false  # true where this wave went back to the PSUs of the earlier one
synthetic = {synthetic}  # true only for made-up respondents
source = ""  # id in sources.csv
universe = {{ sq = "", en = "" }}  # whom the sample stands for
sampling = {{ sq = "", en = "" }}  # how strata, PSUs, households and persons were chosen
weights = {{ sq = "", en = "" }}  # what the weights correct and what they were adjusted to
"""


def draft_codebook(table: RawTable) -> str:
    """TOML text in the form of a codebook. Values stand in it only with a label of the file, or from 5 rows on."""
    roles = guess_roles(table)
    # A column that may have an open role is not a question before the steward has decided.
    taken = {guess.column: role for role, guess in roles.items() if guess.column}
    for role, guess in roles.items():
        if not guess.column and role not in OPTIONAL:
            taken = dict.fromkeys(guess.candidates, role) | taken
    questions, skipped = draft_questions(table, taken)
    chosen = {guess.column for guess in roles.values()}
    skipped |= {column: f"perhaps the role {role}" for column, role in taken.items() if column not in chosen}
    sections = [
        "\n".join([_heading(table), _WAVE.format(synthetic=str(_is_synthetic(table, roles["synthetic"])).lower())]),
        _roles_section(roles),
        *(_codes(table, role, roles[role].column) for role in GUESSES if roles[role].column or role not in OPTIONAL),
        *map(question_section, questions),
        skipped_section(skipped),
    ]
    return "\n".join(sections)


def _codes(table: RawTable, role: str, column: str) -> str:
    named = named_values(table, column) if column else Named({}, 0, 0.0)
    return codes_section(role, column, guessed_codes(role, named), named.unnamed)


def _heading(table: RawTable) -> str:
    rows, columns = table.values.shape
    lines = [
        f"Codebook drafted from {table.place}: {rows} rows, {columns} columns.",
        *([f"Read as: {table.read_as}."] if table.read_as else []),
        'Guesses are to be checked line by line; an empty "" is to be filled in. Words are the file\'s own: where they',
        "are in one language, translate the other. See docs/operating.md.",
    ]
    return "\n".join(map(comment, lines))


def _is_synthetic(table: RawTable, guess: Guess) -> bool:
    return bool(guess.column) and set(table.values[guess.column].str.lower()) <= {"1", "true"}


def _roles_section(roles: dict[str, Guess]) -> str:
    lines = ["[roles]  # the column of each role"]
    for role, guess in roles.items():
        if guess.column:
            lines.append(f"{role} = {string(guess.column)}")
            continue
        near = f"perhaps {strings(guess.candidates)}" if guess.candidates else "no column looks like it"
        if role in OPTIONAL:
            lines.append(comment(f'{role} = ""  (optional; {near})'))
        else:
            lines += [comment(f"{role}: {near}"), f'{role} = ""']
    return "\n".join([*lines, ""])
