"""Checks of the sample design as a whole: PSUs within strata, and strata within the population."""

from collections.abc import Iterator

import pandas as pd

from data.reading.cells import cell, numbers
from data.reading.findings import Finding
from data.survey.intake.codebook_form import Codebook


def design_findings(rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """PSUs in two strata, strata with one PSU, and populations of PSUs that cannot be; each at its first row.

    Nothing is told while the columns of stratum and PSU are not both there.
    """
    roles = codebook.roles
    if roles["stratum"] not in rows or roles["psu"] not in rows:
        return
    design = pd.DataFrame({"stratum": rows[roles["stratum"]], "psu": psu_names(rows, codebook)})
    design = design[design["stratum"].ne("") & rows[roles["psu"]].ne("")]
    column = roles.get("population_psus", "")
    counted = design.assign(cells=rows.get(column, ""))
    yield _nested(roles["psu"], design)
    if codebook.single_psu == "refuse":
        # Where the population has one PSU, the sample has all there are: nothing varies, nothing is missing.
        yield _alone(roles["stratum"], design[~numbers(counted["cells"]).eq(1)])
    yield from _populations(column, counted)


def psu_names(rows: pd.DataFrame, codebook: Codebook) -> pd.Series:
    """What each person's PSU is called: as the file has it, with its stratum where PSUs are numbered in each anew."""
    stratum, psu = (rows[codebook.roles[role]] for role in ("stratum", "psu"))
    return psu + " in " + stratum if codebook.nest else psu


def _nested(column: str, design: pd.DataFrame) -> Finding:
    first = design.drop_duplicates("psu").set_index("psu")["stratum"]
    pairs = design.drop_duplicates()
    elsewhere = pairs[pairs["stratum"] != pairs["psu"].map(first)]
    found = [
        f"PSU {cell(psu)} in strata {cell(first[psu])} and {cell(stratum)}"
        for psu, stratum in zip(elsewhere["psu"], elsewhere["stratum"], strict=True)
    ]
    expected = "every PSU in one stratum"
    if elsewhere["psu"].nunique() > 1:
        # Not one slip but a way of numbering: told once, with the way out.
        expected += " (where PSUs are numbered anew in each stratum or county, say nest = true in the codebook)"
        found = [f"{elsewhere['psu'].nunique()} PSUs in several strata, the first {found[0].removeprefix('PSU ')}"]
        elsewhere = elsewhere.head(1)
    return Finding(expected, column, expected, pd.Series(found, elsewhere.index, dtype="str"), str)


def _alone(column: str, design: pd.DataFrame) -> Finding:
    pairs = design.drop_duplicates()
    alone = pairs.loc[~pairs["stratum"].duplicated(keep=False), "stratum"]
    expected = "at least two PSUs in every stratum (merge strata, or set single_psu = 'adjust')"
    return Finding(expected, column, expected, alone, lambda stratum: f"one PSU in stratum {cell(stratum)}")


def _populations(column: str, design: pd.DataFrame) -> Iterator[Finding]:
    counts = numbers(design["cells"])
    wrong = design["cells"].ne("") & ~(counts.gt(0) & counts.mod(1).eq(0))
    whole = "a whole number of PSUs, or nothing"
    yield Finding(whole, column, whole, design.loc[wrong, "cells"])

    right = design.assign(counts=counts)[~wrong]
    strata = right.drop_duplicates("stratum").set_index("stratum")["counts"]
    expected = right["stratum"].map(strata)
    differs = right[right["counts"].ne(expected) & ~(right["counts"].isna() & expected.isna())]
    same = "the same number in all rows of a stratum"
    yield Finding(same, column, same, _by_stratum(differs, "another number in stratum {stratum}"), str)

    sampled = right.drop_duplicates(["stratum", "psu"])["stratum"].value_counts()
    few = right[right["counts"] < right["stratum"].map(sampled)]
    enough = "at least as many PSUs as were sampled in the stratum"
    yield Finding(enough, column, enough, _by_stratum(few, "too small a number in stratum {stratum}"), str)


def _by_stratum(rows: pd.DataFrame, words: str) -> pd.Series:
    """One text a stratum, at its first row."""
    strata = rows.drop_duplicates("stratum")["stratum"]
    return pd.Series([words.format(stratum=cell(text)) for text in strata], strata.index, dtype="str")
