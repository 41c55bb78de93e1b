"""A small folder of sources, and a release made of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.releasing.build import build
from data.releasing.release import Release, open_release

HEADER = "indicator,area,gender,age,period,value,n,confidence,source,note"
FILES = {
    "release.toml": """
date = "2026-11-23"
version = "0.1.0"
[[change]]
date = "2026-11-23"
code = "first_release"
""",
    "sources.csv": """
id,title,publisher,year,address
s001,Household survey,Statistics office,2018,https://example.org/survey
s002,"Report, with a comma",Ministry,2022,
s003,Used by nobody,Nobody,2020,
s004,Used by the programme,Partner,2021,
""",
    "catalogue/education.toml": """
[attendance]
theme = "education"
unit = "percent"
decimals = 1
higher_is = "better"
level = "county"
scale = [50, 70, 80, 90, 100]
interval = "assumed_deff"
sensitive_count = false
outcomes = [1]
notes = ["small_survey_base"]
breaks = []
comparability = "with_care"

[pupils_change]
theme = "education"
unit = "percent_change"
decimals = 1
higher_is = "neutral"
level = "county"
scale = [-30, -20, -10, 0, 10]
interval = "none"
sensitive_count = false
outcomes = []
notes = []
breaks = []
comparability = "comparable"
""",
    "catalogue/identification.toml": """
[victims]
theme = "identification"
unit = "persons"
decimals = 0
higher_is = "neutral"
level = "country"
interval = "none"
sensitive_count = true
outcomes = [2]
notes = []
breaks = []
comparability = "with_care"
""",
    "facts/education.csv": f"""
{HEADER}
attendance,AL,f,15-17,2017/2018,88.54,1070,high,s001,
attendance,AL-11,f,15-17,2017/2018,92.40,344,high,s001,
attendance,AL-10,f,15-17,2017/2018,94.12,76,high,s001,
attendance,AL-09,f,15-17,2017/2018,73.72,66,high,s001,
attendance,AL-07,f,15-17,2017/2018,74.62,46,medium,s001,small_sample other_code
attendance,AL-05,f,15-17,2017/2018,70,24,high,s001,
attendance,AL-04,f,15-17,2017/2018,100,119,high,s001,
attendance,AL,m,15-17,2017/2018,88.58,1054,high,s001,
attendance,AL-11,m,15-17,2017/2018,91.4,292,high,s001,
attendance,AL-10,m,15-17,2017/2018,87.8,82,high,s001,
attendance,AL-11,f,15-17,2008/2009,77.1,210,high,s001,
attendance,AL,f,15-17,2020,80,,low,s002,
pupils_change,AL,all,all,2020/2024,-14.2,,high,s002,
""",
    "facts/identification.csv": f"""
{HEADER}
victims,AL,all,all,2018,95,,high,s002,
victims,AL,f,all,2018,3,95,high,s002,
victims,AL,m,all,2018,<5,,high,s002,
victims,AL,all,all,2022,112,,high,s002,
""",
    "programme/page.toml": """
started = 2019-12-01
[[result]]
count = 4
source = "s004"
""",
}


def write_sources(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


@pytest.fixture
def rewrite(sources: Path) -> Callable[[str, str, str], None]:
    """Changes one place of one source file; the place must exist exactly once."""

    def change(name: str, old: str, new: str) -> None:
        path = sources / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the small sources, built once; whoever writes into it takes the copy `folder`."""
    place = tmp_path_factory.mktemp("small")
    build(write_sources(place / "sources"), place / "release")
    return place / "release"


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "release"))


@pytest.fixture
def release(folder: Path) -> Release:
    return open_release(folder)
