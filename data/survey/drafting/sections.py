"""The codes and the questions of a drafted codebook as TOML text."""

from data.model.questionnaire import BLOCKS
from data.reading.plain import shortened
from data.survey.drafting.questions import DraftQuestion
from data.survey.drafting.toml import comment, string, strings, table

LABEL_LETTERS = 45
NOTHING_CHOSEN = '# nothing_chosen = "answer"  (what 0 everywhere is: "answer", asked and chose none; or "no_answer")'
_MEANT = {
    "county": "AL-11 Tiranë, AL-10 Shkodër, AL-09 Dibër, AL-07 Kukës",
    "gender": "f | m | other",
    "ethnicity": "roma | other",
    "wave": "w1 | w2; rows of other values are left out",
}


def codes_section(role: str, column: str, codes: dict[str, tuple[str, str]], unnamed: int) -> str:
    """The table of raw values of a role; each stands with the file's label as a comment."""
    whose = column or "the column of this role"
    lines = [f"[codes.{role}]  {comment(f'raw values of {whose}: {_MEANT[role]}')}"]
    if unnamed:
        rare = f"{unnamed} more value(s) without a label, each in fewer than 5 rows, are not named here: add them"
        lines.append(comment(rare))
    for value, (code, label) in codes.items():
        said = f"{label} (to be decided)" if not code else label
        lines.append(f"{string(value)} = {string(code)}" + (f"  {comment(said)}" if said.strip() else ""))
    return "\n".join([*lines, ""])


def question_section(question: DraftQuestion) -> str:
    """One [[question]] with its answers."""
    label = shortened(question.text, LABEL_LETTERS)
    lines = ["[[question]]", *map(comment, question.notes), f"code = {string(question.code)}"]
    lines.append(f'block = ""  {comment(" | ".join(BLOCKS))}')
    if question.column:
        lines.append('kind = "single"  # or scale: answers then from lowest to highest, don\'t know among the missing')
        lines.append(f"column = {string(question.column)}")
    else:
        lines += ['kind = "multi"', NOTHING_CHOSEN]
    translate = "check" if question.english else "translate" if question.text else "the file has no label"
    english = shortened(question.english, LABEL_LETTERS)
    lines += [
        f"label = {_words(label, english)}  {comment(f'{translate}; at most {LABEL_LETTERS} letters')}",
        f"text = {_words(question.text, question.english)}  {comment(f'{translate}; the wording as asked')}",
        '# asked_if = { other_question = ["its_answer"] }  (only where not everybody was asked)',
        *_missing(question),
        'headline = ""  # code of the answer a map shows first',
        'higher_is = ""  # better | worse | neutral, of the headline',
        "sensitive = false  # true: published in whole per cent",
        '# comparability = "comparable"  (only if the earlier wave asked it too; or "with_care", "not_comparable")',
        '# comparability_reason = { sq = "", en = "" }  (why it is not simply comparable)',
        *_answers(question),
    ]
    return "\n".join([*lines, ""])


def skipped_section(skipped: dict[str, str]) -> str:
    """The columns that are no question, as comments."""
    lines = ["Columns not taken for questions:"] if skipped else ["Every other column is taken for a question."]
    return "\n".join(map(comment, [*lines, *(f"  {column}: {why}" for column, why in skipped.items())])) + "\n"


def _missing(question: DraftQuestion) -> list[str]:
    why = "; ".join(f"{value}: {reason}" for value, reason in question.missing.items())
    said = why or "raw values that are no answer: refused, not said"
    return [f"missing = {strings(question.missing)}  {comment(said)}"]


def _answers(question: DraftQuestion) -> list[str]:
    where = "value" if question.column else "column"
    known = all(answer.english for answer in question.answers)
    lines = [f"answers = [  # {'check' if known else 'translate'}"]
    for answer in question.answers:
        pairs = table(
            {"code": answer.code, where: answer.where, "sq": answer.words, "en": answer.english or answer.words}
        )
        lines.append(f"    {pairs}," + (f"  {comment(answer.note)}" if answer.note else ""))
    return [*lines, "]"]


def _words(text: str, english: str = "") -> str:
    return table({"sq": text, "en": english or text})
