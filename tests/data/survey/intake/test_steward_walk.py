"""A data steward's whole way, from a file that PSPP wrote to a checked release, and back again."""

import shutil
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from data import Release, open_release
from data.__main__ import main
from data.model.errors import SourceError
from data.reading.read_file import read_file
from data.releasing.diff import diff_releases
from data.survey.assembly import yielding
from data.survey.intake.clean import clean
from data.survey.intake.codebook_reading import read_codebook
from data.survey.joining import refuse_disorder
from tests.data.survey.intake.wave_files import answers, changed, codebook, raw_table

ROOT = Path(__file__).parents[4]
HERE = Path(__file__).parent / "pspp"
FILE, CODEBOOK = HERE / "practice_SYNTHETIC.sav", HERE / "practice_w2.toml"
SOURCE = "practice,Practice file; nobody was asked,Harta TQNJ,2026,\n"


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, output and errors of one command."""
    out, error = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(error):
        code = main([str(each) for each in arguments])
    return code, out.getvalue(), error.getvalue()


@dataclass(frozen=True)
class Desk:
    """Where the steward works; `draft` and `told` are what the commands gave."""

    folder: Path
    draft: str
    told: str

    @property
    def private(self) -> Path:
        return self.folder / "private"

    @property
    def sources(self) -> Path:
        return self.folder / "sources"

    @property
    def results(self) -> Path:
        return self.sources / "survey" / "results"

    @property
    def release(self) -> Path:
        return self.folder / "release"

    def take(self, file: Path = FILE, codebook_file: Path = CODEBOOK) -> tuple[int, str, str]:
        places = ["--private", self.private, "--results", self.results, "--sources", self.sources]
        return run("import", file, "--codebook", codebook_file, *places)

    def kept(self) -> dict[str, bytes]:
        """Everything that an import may write, byte for byte."""
        places = (self.private, self.sources)
        return {str(path): path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("steward")
    shutil.copytree(ROOT / "data" / "sources", folder / "sources")
    shutil.rmtree(folder / "sources" / "survey" / "results", ignore_errors=True)
    # Protecting invented services takes long and is no part of this way.
    shutil.rmtree(folder / "sources" / "services" / "demonstration")
    with (folder / "sources" / "sources.csv").open("a", encoding="utf-8") as table:
        table.write(SOURCE)
    assert run("codebook", FILE, "--out", folder / "draft.toml")[0] == 0
    desk = Desk(folder, (folder / "draft.toml").read_text(encoding="utf-8"), "")
    code, told, error = desk.take()
    assert (code, error) == (0, "")
    code, _, error = run("build", "--sources", desk.sources, "--out", desk.release)
    assert (code, error) == (0, "")
    yield replace(desk, told=told)


@pytest.fixture(scope="module")
def release(desk: Desk) -> Release:
    return open_release(desk.release, demonstration=True)


def test_the_draft_says_all_that_the_file_does(desk: Desk) -> None:
    draft = tomllib.loads(desk.draft)
    complete = tomllib.loads(CODEBOOK.read_text(encoding="utf-8"))
    assert draft["roles"] == complete["roles"]
    assert draft["codes"]["county"] == complete["codes"]["county"]
    assert draft["codes"]["gender"] == complete["codes"]["gender"]
    for drafted, whole in zip(draft["question"], complete["question"], strict=True):
        assert drafted.get("column") == whole.get("column")
        assert drafted["missing"] == whole["missing"]
        assert cells(drafted) == cells(whole)
        assert drafted["text"]["sq"] == whole["text"]["sq"]


def cells(question: dict) -> list[str]:
    """Where each answer stands in the file: its value, or its column."""
    return [answer.get("value") or answer["column"] for answer in question["answers"]]


def test_a_draft_that_nobody_completed_is_refused_line_by_line(desk: Desk) -> None:
    before = desk.kept()
    code, out, error = desk.take(codebook_file=desk.folder / "draft.toml")
    assert (code, out) == (1, "")
    assert "draft.toml, wave: expected one of w1, w2, found ''" in error
    assert "draft.toml, source: expected an id in sources.csv, found ''" in error
    assert "comparability" not in error
    assert desk.kept() == before


DRAWN = "practice_SYNTHETIC.sav, gjinia: 3 persons of another or no gender: each is drawn, privately, into f or m"


def test_the_import_tells_what_it_took_and_what_comes_next(desk: Desk) -> None:
    assert desk.told.splitlines() == [
        "imported w2 (2024-05): 406 persons in 29 PSUs and 8 strata, 9 questions",
        "read practice_SYNTHETIC.sav: 406 rows, one a case, text in UTF-8; "
        "persons by county: Tiranë 112, Shkodër 112, Dibër 98, Kukës 84",
        f"notice: {DRAWN}",
        "results now hold w2",
        "next: python -m data build",
    ]


def test_only_the_steward_may_open_the_private_store(desk: Desk) -> None:
    assert desk.private.stat().st_mode & 0o077 == 0


def test_the_release_is_good_and_the_real_wave_stands_in_its_twins_place(desk: Desk, release: Release) -> None:
    assert run("check", desk.release) == (0, f"{desk.release}: good\n", "")
    assert [(wave.code, wave.kind) for wave in release.survey.waves] == [
        ("w1", "published"),
        ("w1", "demonstration"),
        ("w2", "computed"),
    ]
    kinds = release.survey.observations.groupby("period")["kind"].unique()
    assert set(kinds["2024-05"]) == {"computed"}
    assert set(kinds["2020-08"]) == {"published", "demonstration"}


def test_real_and_demonstration_waves_are_never_compared(release: Release) -> None:
    for table in (release.survey.differences, release.survey.patterns):
        assert len(table) and table["period"].eq(table["period_to"]).all()


def test_without_demonstration_only_the_real_wave_and_the_published_figures_are_left(release: Release) -> None:
    real = release.without_demonstration().survey
    assert {wave.kind for wave in real.waves} == {"published", "computed"}
    assert set(real.questions["heard"].asked_in("w2").answers[0].words) == {"sq", "en"}  # type: ignore[union-attr]
    assert real.questions["heard"].asked_in("w1") is None


def test_the_diff_shows_the_figures_that_a_wave_changes(desk: Desk) -> None:
    changes = diff_releases(ROOT / "data" / "release", desk.release)
    heard = changes.query("indicator == 'heard' and answer == 'yes' and area == 'AL-4C' and period == '2024-05'")
    whole = heard.query("gender == 'all' and age == 'all' and population == 'all'")
    assert whole["value_new"].tolist() == [68.6]


def test_figures_are_those_of_the_file(release: Release) -> None:
    """Share and standard error of "has heard", computed here from the file as it is (Taylor, with replacement)."""
    file, _ = pyreadstat.read_sav(FILE, user_missing=True)
    observed = release.survey.rows_of("heard").query(
        "answer == 'yes' and gender == 'all' and age == 'all' and population == 'all' and period == '2024-05'"
    )
    of_area = observed.set_index("area")
    for area, rows in {"AL-4C": file["qarku"] > 0, "AL-11": file["qarku"] == 1, "AL-07": file["qarku"] == 4}.items():
        base = file["pesha"].where(rows & file["Q1"].isin([1, 2]), 0.0)
        share = base[file["Q1"] == 1].sum() / base.sum()
        linear = base * ((file["Q1"] == 1) - share) / base.sum()
        totals = linear.groupby([file["shtresa"], file["zona"]]).sum().groupby("shtresa")
        variance = (totals.var() * totals.size()).sum()
        assert of_area.loc[area, "value"] == round(100 * share, 1)
        assert of_area.loc[area, "value_se"] == round(100 * variance**0.5, 1)
        assert of_area.loc[area, "n"] == (base > 0).sum()


def test_only_who_was_asked_is_in_a_routed_questions_base(release: Release) -> None:
    file, _ = pyreadstat.read_sav(FILE, user_missing=True)
    asked = file[(file["Q1"] == 1) & file["Q4_1"].isin([0, 1])]
    rows = release.survey.rows_of("channels").query(
        "answer == 'tv' and area == 'AL-4C' and gender == 'all' and age == 'all' and population == 'all'"
    )
    now = rows[rows["period"].eq("2024-05")].iloc[0]
    assert now["n"] == len(asked)
    assert now["value"] == round(100 * asked.loc[asked["Q4_1"] == 1, "pesha"].sum() / asked["pesha"].sum(), 1)


def test_no_person_is_in_the_results_or_in_the_release(desk: Desk) -> None:
    file, _ = pyreadstat.read_sav(FILE)
    stored = pd.read_parquet(desk.private / "w2.parquet")
    weights = {f"{weight:.3f}" for weight in file["pesha"]}
    assert len(stored) == len(file) and {f"{weight:.3f}" for weight in stored["weight"]} == weights
    public = [path for place in (desk.results, desk.release) for path in place.rglob("*") if path.is_file()]
    assert {"observations.parquet", "survey.parquet", "survey.json"} <= {path.name for path in public}
    for path in public:
        said = text_of_file(path)
        assert "SYN-" not in said, path.name
        assert not [weight for weight in weights if weight in said], path.name


def text_of_file(path: Path) -> str:
    return pd.read_parquet(path).to_csv() if path.suffix == ".parquet" else path.read_text(encoding="utf-8")


BROKEN = [
    ("pesha", 3, 0.0, "row 4, pesha: expected a number above 0, found '0'"),
    ("shtresa", 5, 22, "row 6, zona: expected every PSU in one stratum, found PSU '111' in strata '11' and '22'"),
    ("qarku", 5, 7, "row 6, qarku: expected one of 1 = AL-11, 2 = AL-10, 3 = AL-09, 4 = AL-07, found '7'"),
    ("nr", 5, "SYN-0001", "row 6, nr: expected an id of its own, found the id of row 1"),
    ("Q1", 5, 7, "row 6, Q1: expected one of 1, 2 (missing: 98, 99), found '7'"),
]


@pytest.mark.parametrize(("column", "row", "value", "reason"), BROKEN)
def test_a_broken_file_is_refused_and_nothing_changes(
    desk: Desk, tmp_path: Path, column: str, row: int, value: object, reason: str
) -> None:
    before = desk.kept()
    frame, meta = pyreadstat.read_sav(FILE, user_missing=True)
    frame.loc[row, column] = value
    broken = tmp_path / "broken.sav"
    pyreadstat.write_sav(frame, broken, missing_ranges=meta.missing_ranges)
    code, out, error = desk.take(broken)
    assert (code, out) == (1, "")
    assert error.splitlines()[1:] == [f"broken.sav, {reason}"]
    assert desk.kept() == before


def test_a_file_cut_short_is_refused_and_nothing_changes(desk: Desk, tmp_path: Path) -> None:
    before = desk.kept()
    (tmp_path / "cut.sav").write_bytes(FILE.read_bytes()[:12_000])
    code, _, error = desk.take(tmp_path / "cut.sav")
    assert code == 1 and "cut.sav: expected an SPSS file that is whole" in error
    assert desk.kept() == before


def test_words_that_nobody_translated_are_told(tmp_path: Path) -> None:
    path = tmp_path / "w2.toml"
    text = CODEBOOK.read_text(encoding="utf-8")
    path.write_text(changed(text, ("Have you ever heard of the trafficking of people?", HEARD)), encoding="utf-8")
    book, problems = read_codebook(path)
    _, notices = clean(read_file(FILE), book, bytes(32))
    assert problems == []
    assert [str(notice) for notice in notices] == [
        DRAWN,
        "w2.toml, [[question]] heard: text alike in both languages; was a translation forgotten?",
    ]


HEARD = "A keni dëgjuar ndonjëherë për trafikimin e njerëzve?"


def test_the_demonstration_yields_to_a_real_questionnaire(tmp_path: Path) -> None:
    twin, _ = clean(raw_table(answers()), codebook(tmp_path))
    heard, channels, serious = twin.questions
    real = {"heard": replace(heard, kind="multi"), "serious": replace(serious, sensitive=False)}
    assert serious.sensitive
    assert yielding(twin, real).questions == (channels, replace(serious, sensitive=False))
    assert yielding(twin, {}) == twin


def test_a_wave_before_the_one_it_follows_is_refused(tmp_path: Path) -> None:
    first = codebook(tmp_path).wave
    later = replace(first, code="w2", kind="demonstration", period="2024-05")
    refuse_disorder([later, first, replace(first, kind="published")])
    for period in ("2020-08", "2019-05"):
        with pytest.raises(SourceError) as refused:
            refuse_disorder([replace(later, period=period), first])
        assert [str(problem) for problem in refused.value.problems] == [
            "wave w2 (demonstration), fieldwork: expected a period after 2020-08, when w1 was asked (computed),"
            f" found {period}"
        ]
