"""The list of changes knows the version that the release names."""

import re

from screen import ROOT

from data import Release


def test_the_version_of_the_release_has_its_section(atlas: Release) -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## (\d+\.\d+\.\d+) · \d{4}-\d{2}-\d{2}$", text, re.MULTILINE)
    assert sections[0] == atlas.info.version
    assert sections == sorted(sections, key=lambda each: [int(part) for part in each.split(".")], reverse=True)
