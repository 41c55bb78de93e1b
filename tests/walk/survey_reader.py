"""What the survey page must offer for a record of choices: the model's second, plain account of its filters."""

from collections.abc import Callable, Sequence
from typing import Any

from data import FOCUS, GENDERS, Question, Release
from data.model.survey_measure import measure_of
from i18n import Text

COMPARISONS = ("none", "gender", "age", "period")
LAYERS = ("value", "sure")
BLOCKS = ("meaning", "forms", "seriousness", "reporting", "channels", "migration", "online", "attitudes", "practices")
Offer = Callable[..., Any]


def question_in_force(release: Release, record: dict[str, str]) -> Question:
    questions = release.survey.questions
    return questions.get(record.get("question", ""), next(iter(questions.values())))


def survey_widgets(release: Release, record: dict[str, str], t: Text, widget: Offer) -> dict[str, Any]:
    """Every choice of the survey page; `widget(key, options, name, default)` makes one."""
    survey = release.survey
    question = question_in_force(release, record)
    answers = (question.headline, *(code for code in question.answer_codes if code != question.headline))
    answer = widget("answer", answers, lambda code: answer_label(question, code, t))
    waves = {asked.wave: survey.wave_of(asked) for asked in reversed(question.asked)}
    wave = widget("wave", tuple(waves), lambda code: t(f"wave.{code}"))
    period = waves[wave.chosen].period
    rows = survey.rows_of(question.code)
    rows = rows[rows["answer"].eq(answer.chosen) & rows["period"].eq(period) & rows["status"].ne("no_data")]
    roma = rows[rows["population"].eq("roma") & rows["status"].isin(("ok", "unreliable", "suppressed"))]
    population = widget("population", ("all", "roma") if len(roma) else ("all",), lambda code: t(f"population.{code}"))
    own = rows[rows["population"].eq(population.chosen)]
    shown = {"answer": answer, "wave": wave, "population": population}
    gender = age = "all"
    ages: Sequence[str] = ("all",)
    if population.chosen == "all":
        shown["gender"] = widget("gender", [g for g in GENDERS if g in set(own["gender"])], lambda c: t(f"gender.{c}"))
        gender = shown["gender"].chosen
        ages = sorted(set(own.loc[own["gender"].eq(gender), "age"]), key=lambda each: (each != "all", each))
        shown["age"] = widget("age", ages, t.age)
        age = shown["age"].chosen
    possible = ["none"]
    if population.chosen == "all" and age == "all" and {"f", "m"} <= set(own["gender"]):
        possible.append("gender")
    if len(ages) > 1:
        possible.append("age")
    kind = waves[wave.chosen].kind
    before = [each for each in waves.values() if each.kind == kind and each.period < period]
    if before and question.comparability != "not_comparable":
        possible.append("period")
    shown["compare"] = widget("compare", possible, lambda code: t(f"survey_compare.{code}"))
    shown["layer"] = widget("layer", LAYERS, lambda code: t(f"layer.{code}"))
    return shown


def answer_label(question: Question, code: str, t: Text) -> str:
    if code == "mean":
        return t("survey.mean", points=t.number(len(question.answers)))
    return next(each.words[t.language] for each in (*question.answers, *question.nets) if each.code == code)


def question_label(question: Question, t: Text) -> str:
    label = question.label[t.language]
    return t("survey.published_question", label=label) if question.asked[-1].kind == "published" else label


def counties_drawn(release: Release, record: dict[str, str], shown: dict[str, Any]) -> Sequence[str]:
    """The four counties where the survey's map tab draws them."""
    question = question_in_force(release, record)
    measure = measure_of(release.survey, question, shown["answer"].chosen)
    waves = {asked.wave: release.survey.wave_of(asked) for asked in question.asked}
    rows = release.survey.rows_of(measure.code)
    rows = rows[
        rows["answer"].eq(shown["answer"].chosen)
        & rows["period"].eq(waves[shown["wave"].chosen].period)
        & rows["population"].eq(shown["population"].chosen)
        & rows["gender"].eq(shown["gender"].chosen if "gender" in shown else "all")
        & rows["age"].eq(shown["age"].chosen if "age" in shown else "all")
        & rows["area"].isin(FOCUS)
    ]
    return FOCUS if rows["status"].isin(("ok", "unreliable", "suppressed")).any() else ()
