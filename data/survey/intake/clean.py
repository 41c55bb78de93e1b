"""From a raw table and its codebook to clean respondents."""

from dataclasses import replace

import numpy as np
import pandas as pd

from data.model.errors import SourceError
from data.model.frames import typed
from data.model.microdata import ROMA, Microdata, respondent_dtypes
from data.model.questionnaire import Wave
from data.reading.cells import numbers
from data.reading.findings import listed
from data.reading.raw_table import RawTable
from data.survey.intake.answers import read_answers, unanswered_problems
from data.survey.intake.checks import table_problems, wave_rows
from data.survey.intake.choice_checks import nothing_chosen
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.design_checks import psu_names
from data.survey.intake.notices import (
    Notice,
    left_out_notices,
    non_response_notices,
    routing_notices,
    tick_notices,
    translation_notices,
    two_gender_notices,
    weight_notices,
)
from data.survey.intake.sample_notices import county_notices, sample_notices, twin_notices
from data.survey.intake.two_genders import in_two


def clean(table: RawTable, codebook: Codebook, key: bytes = b"") -> tuple[Microdata, list[Notice]]:
    """The wave's microdata in the order of the file, and what is worth knowing about it.

    Raises SourceError with every problem of the file. A routed question's answers of persons who were not asked it
    are left out, so that its base is those asked. `key` is the secret of the draw that `in_two` makes: ValueError where
    it is needed and empty.
    """
    rows = wave_rows(table, codebook)
    problems = table_problems(table, rows, codebook)
    if problems:
        raise SourceError(problems)
    answers, given, asked = read_answers(table, rows, codebook)
    problems = [
        *listed(table, nothing_chosen(table, rows, codebook, asked)),
        *unanswered_problems(table, answers, codebook),
    ]
    if problems:
        raise SourceError(problems)
    persons = pd.concat([_persons(rows, codebook, key), answers], axis=1)
    respondents = typed(persons, respondent_dtypes(codebook.questions))
    notices = [
        *left_out_notices(table, codebook),
        *county_notices(table, codebook, respondents),
        *two_gender_notices(table, rows, codebook),
        *sample_notices(table, codebook, respondents),
        *twin_notices(table, rows, codebook),
        *weight_notices(table, codebook, respondents["weight"]),
        *routing_notices(table, codebook, given, asked),
        *non_response_notices(table, codebook, given, asked),
        *tick_notices(table, codebook, asked),
        *translation_notices(codebook),
    ]
    wave = counted(codebook.wave, respondents)
    return Microdata(wave, codebook.questions, respondents, codebook.single_psu), notices


def counted(wave: Wave, respondents: pd.DataFrame) -> Wave:
    """The wave with its number of persons, PSUs and strata."""
    return replace(
        wave, persons=len(respondents), psus=respondents["psu"].nunique(), strata=respondents["stratum"].nunique()
    )


def _persons(rows: pd.DataFrame, codebook: Codebook, key: bytes) -> pd.DataFrame:
    roles, codes = codebook.roles, codebook.codes
    genders = rows[roles["gender"]].map(codes["gender"])
    ethnicity = rows[roles["ethnicity"]].map(codes["ethnicity"]) if "ethnicity" in roles else None
    population = numbers(rows[roles["population_psus"]]) if "population_psus" in roles else np.nan
    return pd.DataFrame(
        {
            "weight": numbers(rows[roles["weight"]]),
            "stratum": rows[roles["stratum"]],
            "psu": psu_names(rows, codebook),
            "area": rows[roles["county"]].map(codes["county"]),
            "gender": in_two(genders, rows[roles["id"]], codebook.wave.code, key),
            "age": numbers(rows[roles["age"]]).map(_age_groups(codebook.wave)),
            "roma": False if ethnicity is None else ethnicity.eq(ROMA),
            "population_psus": population,
        },
        index=rows.index,
    )


def _age_groups(wave: Wave) -> dict[float, str]:
    """The group of every age of the universe."""
    bounds = {group: group.split("-") for group in wave.age_groups}
    return {float(age): group for group, (low, high) in bounds.items() for age in range(int(low), int(high) + 1)}
