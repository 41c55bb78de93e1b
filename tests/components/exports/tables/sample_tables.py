"""Tables of real and demonstration figures, as every format is handed them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.exports.provenance.model import Provenance, figures_of
from components.exports.tables.columns import COLUMNS
from components.exports.tables.model import MeasureNote, SourceNote, Table
from components.exports.tables.words import WORDS
from data import Release
from data.model.observations import STATUSES, source_ids
from i18n import Text

ATTENDANCE, HEARD = "school_attendance_15_17", "heard"


def attendance(release: Release, **wanted: str) -> pd.DataFrame:
    """Published figures, one of them hidden and some unreliable."""
    return rows_of(release.observations, indicator=ATTENDANCE, **({"gender": "f", "period": "2017/2018"} | wanted))


def heard(release: Release, **wanted: str) -> pd.DataFrame:
    """Demonstration figures of a survey question."""
    figures = release.survey.observations
    return rows_of(figures[figures["kind"] == "demonstration"], indicator=HEARD, **({"period": "2024-05"} | wanted))


def rows_of(observations: pd.DataFrame, **wanted: str) -> pd.DataFrame:
    for column, code in wanted.items():
        observations = observations[observations[column] == code]
    return observations.reset_index(drop=True)


def table_of(t: Text, release: Release, rows: pd.DataFrame, /, **changed: Any) -> Table:
    """The rows with words, described; `changed` replaces fields of the table."""
    told = worded(t, release, rows)
    sources = tuple(release.sources[id] for id in source_ids(rows["source"]))
    fields: dict[str, Any] = {
        "rows": told,
        "headings": {column: t(f"file_heading.{column}") for column in told if column in COLUMNS},
        "meanings": {column: t(f"file_meaning.{column}") for column in told if column in COLUMNS},
        "title": "Ndjekja e shkollës & «puna», 15–17 vjeç",
        "caption": "Përqindja sipas qarkut, 2017–18",
        "filters": ("Gra/vajza", "2017–18"),
        "measures": tuple(measure(code) for code in rows["indicator"].unique()),
        "sources": tuple(SourceNote(each.id, f"{each.publisher}, {each.title}", each.address) for each in sources),
        "states": tuple((code, t(f"state.{code}.name"), t(f"state.{code}.name")) for code in STATUSES),
        "words": words_of(t),
        "citation": "Ndjekja e shkollës. Përmes: Harta TQNJ.",
        "licence": t("download.licence"),
        "provenance": provenance(t, release, rows),
    }
    return Table(**(fields | changed))


def words_of(t: Text) -> Mapping[str, str]:
    return {key: t(f"file.{key}") for key in WORDS}


def worded(t: Text, release: Release, rows: pd.DataFrame) -> pd.DataFrame:
    reasons = [f": {t(f'reason.{reason}')}" if reason else "" for reason in rows["reason"]]
    return rows.assign(
        indicator_name=rows["indicator"],
        name=rows["area"].map(t.area),
        gender_name=rows["gender"].map(lambda code: t(f"gender.{code}")),
        age_name=rows["age"].map(t.age),
        period_text=rows["period"].map(t.period),
        status_text=[t(f"state.{status}.name") + why for status, why in zip(rows["status"], reasons, strict=True)],
        unit="përqind",
        unit_code="percent",
        demonstration=rows["kind"].eq("demonstration").astype(int),
        citation=[", ".join(release.sources[id].title for id in cell.split()) for cell in rows["source"]],
        release=release.info.id,
    )


def measure(code: str) -> MeasureNote:
    return MeasureNote(
        code,
        f"Treguesi {code}",
        "=Përkufizimi",
        "15–17 vjeç",
        "përqind",
        1,
        "më e lartë, më mirë",
        "anketë",
        "logit",
        "po",
    )


def provenance(t: Text, release: Release, rows: pd.DataFrame) -> Provenance:
    return Provenance(
        release=release.info.id,
        version=release.info.version,
        rules=release.info.rules,
        view="",
        address="https://harta.example/te-dhenat?g=f&m=15-17",
        language=t.language,
        made="2026-11-24",
        title="Ndjekja e shkollës",
        caption="Përqindja",
        filters=("Gra/vajza",),
        method="assumed_deff",
        sources=tuple(source_ids(rows["source"])),
        licence="citoni burimin",
        demonstration=bool(rows["kind"].eq("demonstration").any()),
        figures=figures_of(rows),
    )


def wide(t: Text, release: Release, rows: pd.DataFrame) -> Table:
    """A row a gender; of each area its figure, interval and state in columns of their own."""
    told = worded(t, release, rows)
    lines: list[dict[str, Any]] = []
    for gender, own in told.groupby("gender", sort=False):
        line = {"gender": gender, "gender_name": t(f"gender.{gender}"), "unit": "përqind"}
        for row in own.to_dict("records"):
            line |= {row["area"]: row["value"], f"{row['area']}_low": row["value_low"]}
            line |= {f"{row['area']}_upp": row["value_upp"], f"{row['area']}_state": row["status_text"]}
        lines.append(line)
    frame = pd.DataFrame(lines).assign(demonstration=told["demonstration"].max())
    figures = [str(column) for column in frame.columns if pd.api.types.is_float_dtype(frame[column])]
    headings = {column: t.area(column) if column in rows["area"].to_list() else column for column in frame.columns}
    return table_of(t, release, rows, rows=frame, headings=headings, meanings={}, decimals=dict.fromkeys(figures, 1))
