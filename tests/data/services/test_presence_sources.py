"""The curated files of services: what is wrong is refused with file, row, column, expected and found, all at once."""

from pathlib import Path

import pytest

from data.model.services import ServiceSources
from data.services.presence.reading import read_services

HEADER = "service,area,place,start,end,state,provider,source,note"
CENTRE = "community_centre,AL-09,AL111,2023-11,2023-11,present,tdh,s001,opened"
SHELTER = "specialised_shelter,AL,,2017,2017,present,,s002,old_data"
FILES = {
    "services.toml": """
[community_centre]
outcomes = [1, 2]
groups = ["at_risk"]
level = "municipal"
[specialised_shelter]
outcomes = [2]
groups = ["victims"]
level = "county"
""",
    "providers.toml": '[tdh]\nname = "Terre des hommes"\nkind = "international"\nsource = "s001"\n',
    "presence.csv": f"{HEADER}\n{CENTRE}\n{SHELTER}\n",
    "referral.toml": '[[institution]]\ncode = "committees"\nperiod = "2022"\nsource = "s002"\n',
}


@pytest.fixture
def services(tmp_path: Path) -> Path:
    folder = tmp_path / "services"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> tuple[ServiceSources, list[str]]:
    found, problems = read_services(folder, {"s001", "s002"}, ["at_risk", "victims"])
    return found, [str(problem) for problem in problems]


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_sound_files_are_taken_with_every_source_they_cite(services: Path) -> None:
    found, problems = read(services)
    assert problems == []
    assert found.services["community_centre"].outcomes == (1, 2)
    assert found.providers["tdh"].kind == "international"
    assert found.facts["place"].tolist() == ["AL111", ""]
    assert [each.code for each in found.institutions] == ["committees"] and found.steps == ()
    assert found.source_ids == {"s001", "s002"}


WRONG_ROWS = [
    (CENTRE, CENTRE.replace("community_centre", "comunity_centre"), 2, "service", "nearest: community_centre"),
    (CENTRE, CENTRE.replace("AL-09", "Diber"), 2, "area", "nearest: AL-09 Dibër"),
    (CENTRE, CENTRE.replace("AL-09", "AL-04"), 2, "area", "one of AL-11, AL-10, AL-09, AL-07, AL"),
    (CENTRE, CENTRE.replace("AL111", "AL154"), 2, "place", "a municipality of AL-09: AL111"),
    (CENTRE, CENTRE.replace("AL111", "Bulqizë"), 2, "place", "'Bulqizë'"),
    (CENTRE, CENTRE.replace("2023-11,2023-11", "2023-11,"), 2, "end", "a year, month or day"),
    (CENTRE, CENTRE.replace("2023-11,2023-11", "2023-11,2023-10"), 2, "end", "not before the start, 2023-11"),
    (CENTRE, CENTRE.replace("2023-11,2023-11", "2023-13,2023-11"), 2, "start", "a year, month or day"),
    (CENTRE, CENTRE.replace("2023-11,2023-11", "2022/2023,2023-11"), 2, "start", "a year, month or day"),
    (CENTRE, CENTRE.replace("present", "yes"), 2, "state", "one of present, not_present, not_known"),
    (CENTRE, CENTRE.replace("tdh", "tdh vatra"), 2, "provider", "'vatra'"),
    (CENTRE, CENTRE.replace("s001", ""), 2, "source", "an id in sources.csv"),
    (CENTRE, CENTRE.replace("s001", "s001 s009"), 2, "source", "'s009'"),
    (CENTRE, CENTRE.replace("opened", "A sentence."), 2, "note", "codes of small letters"),
    (CENTRE, CENTRE.replace("present,tdh,s001,opened", "not_present,tdh,s001,"), 2, "note", "state is not_present"),
    (CENTRE, CENTRE.replace("present,tdh,s001,opened", "not_known,tdh,s001,"), 2, "note", "state is not_known"),
    (CENTRE, f"{CENTRE}\n{CENTRE}", 3, "provider", "one row a fact"),
    (SHELTER, SHELTER.replace("AL,,", "AL-11,AL224,"), 3, "place", "told by county only"),
    (
        SHELTER,
        SHELTER.replace("AL,,2017,2017,present,", "AL-11,,2017,2017,present,tdh"),
        3,
        "provider",
        "where a shelter",
    ),
]


@pytest.mark.parametrize(("old", "new", "row", "column", "said"), WRONG_ROWS)
def test_a_wrong_row_is_named(services: Path, old: str, new: str, row: int, column: str, said: str) -> None:
    rewrite(services, "presence.csv", old, new)
    (problem,) = read(services)[1]
    assert problem.startswith(f"services/presence.csv, row {row}, ") and column in problem
    assert said in problem


WRONG_BLOCKS = [
    ("services.toml", "[1, 2]", "[1, 4]", "[community_centre] outcomes"),
    ("services.toml", '["at_risk"]', '["everyone"]', "[community_centre] groups"),
    ("services.toml", '"municipal"', '"village"', "[community_centre] level"),
    ("services.toml", 'level = "county"', 'level = "municipal"', "a shelter has no place"),
    ("providers.toml", '"international"', '"abroad"', "[tdh] kind"),
    ("providers.toml", '"s001"', '"s009"', "[tdh] source"),
    ("providers.toml", "name", "nam", "[tdh] nam"),
    ("referral.toml", '"2022"', '"last year"', "institution 1 period"),
    ("referral.toml", "[[institution]]", "[[office]]", "office"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), WRONG_BLOCKS)
def test_a_wrong_block_is_named(services: Path, file: str, old: str, new: str, said: str) -> None:
    rewrite(services, file, old, new)
    assert [each for each in read(services)[1] if each.startswith(f"services/{file}") and said in each]


def test_problems_of_every_file_come_at_once(services: Path) -> None:
    for name in FILES:
        (services / name).unlink()
    assert [each.split(":")[0] for each in read(services)[1]] == [
        "services/services.toml",
        "services/providers.toml",
        "services/presence.csv",
        "services/referral.toml",
    ]


def test_a_shelter_gets_no_place_even_where_the_catalogue_would_allow_one(services: Path) -> None:
    rewrite(services, "services.toml", 'level = "county"', 'level = "municipal"')
    rewrite(services, "presence.csv", SHELTER, SHELTER.replace("AL,,", "AL-11,AL224,"))
    assert [each for each in read(services)[1] if ", place: " in each and "told by county only" in each]
