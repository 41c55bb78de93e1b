"""The HTML file: nothing in it is markup that we did not write, nothing asks for anything, every way leads on."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from lxml import html

from components.exports.brief.html import brief_html
from components.exports.brief.model import WORDS
from components.exports.brief.parts import Block, Services
from tests.components.exports.brief.hand_made_brief import HOSTILE, STATES, brief, hostile
from tests.components.exports.provenance.carriers import provenance


@pytest.fixture(scope="module")
def written() -> str:
    return brief_html([brief()])


def tree(content: str) -> Any:
    return html.fromstring(content.encode())


def test_hostile_text_stays_text() -> None:
    root = tree(brief_html([hostile()]))
    assert {each.get("id") or each.get("type") for each in root.xpath("//script")} == {"provenance", None}
    assert len(root.xpath("//script")) == 2 and not root.xpath("//img")
    attributes = {name for each in root.iter() if isinstance(each.tag, str) for name in each.attrib}
    assert not {name for name in attributes if name.startswith("on")}
    assert root.xpath("string(//h1)") == root.xpath("string(//li[@id='source-AL-09-1'])") == HOSTILE
    assert root.xpath("string(//title)").endswith(HOSTILE)
    assert not [way for way in root.xpath("//@href") if "javascript" in way]
    assert json.loads(root.xpath("//script[@id='provenance']")[0].text)["title"].endswith(HOSTILE)


def test_the_file_may_ask_for_nothing_and_run_only_its_own_script(written: str) -> None:
    root = tree(written)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    script = root.xpath("//body/script")[0].text
    told = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"script-src 'sha256-{told}'" in policy
    assert not root.xpath("//link | //iframe | //*[@src] | //object")
    assert not re.findall(r"url\((?!data:|#)", written) and "@import" not in written


def test_every_number_of_a_source_leads_to_its_entry(written: str) -> None:
    root = tree(written)
    ids = set(root.xpath("//@id"))
    ways = root.xpath("//span[@class='numbers']/a/@href")
    assert ways and {way.removeprefix("#") for way in ways} <= ids
    assert root.xpath("//ol/li/a/@href") == ["https://instat.example/censi"]


def test_the_words_around_have_the_address_as_a_link_where_they_name_it() -> None:
    told = brief()
    words = {name: f"fjala {name}: {told.address}, pra" for name in WORDS}
    root = tree(brief_html([brief(words=words)]))
    for place in ("//p[@class='fresh']", "//p[@id='stale']"):
        assert root.xpath(f"string({place})").endswith(f"{told.address}, pra")
        assert root.xpath(f"{place}/a/@href") == [told.address]


def test_every_state_is_told_in_its_row(written: str) -> None:
    (first, *_), rows = tree(written).xpath("//table"), {}
    for place, line in enumerate(first.xpath(".//tr[td]")[: len(STATES)]):
        rows[STATES[place].code] = line
    cells = {code: line.xpath("td[1]")[0] for code, line in rows.items()}
    assert cells["school-f"].get("class") == "chosen ok"
    assert cells["unreliable-f"].text_content() == "(41,9 %)59–85 %n 66 · e pasigurt"
    assert cells["hidden-f"].get("class") == "chosen suppressed"
    assert cells["hidden-f"].text_content() == "pak përgjigje"
    assert rows["made-up-f"].get("class") == "made-up" and "fjala made_up" in rows["made-up-f"].text_content()
    headline = tree(written).xpath("//div[@class='headline'][3]")[0].text_content()
    assert "E fshehur: tepër pak përgjigje" in headline


def test_tables_name_their_columns_for_telephones_and_screen_readers(written: str) -> None:
    root = tree(written)
    for table in root.xpath("//table"):
        assert table.xpath("caption/text()") and table.xpath("thead//th[@scope='col']")
        heads = table.xpath("thead//th/text()")
        assert set(table.xpath(".//td/@data-heading")) <= set(heads)
    assert root.get("lang") == "sq" and root.get("data-until") == "2027-05-31"


def test_a_part_without_content_says_so_in_its_notes() -> None:
    empty = brief(services=Services((), (), ("Ska shërbime.",)), survey=Block("Anketa", (), ("Ska anketë.",)))
    root = tree(brief_html([empty]))
    assert len(root.xpath("//table")) == 1
    assert {"Ska shërbime.", "Ska anketë."} <= set(root.xpath("//p[@class='note']/text()"))


def test_several_counties_are_listed_first_and_their_provenance_is_one() -> None:
    other = brief("AL-07", title="Qarku i Kukësit", provenance=provenance(sources=("gdl", "instat")))
    root = tree(brief_html([brief(), other]))
    assert root.xpath("//nav//a/@href") == ["#AL-09", "#AL-07"]
    assert [each.text for each in root.xpath("//h2[parent::header]")] == ["Qarku i Dibrës", "Qarku i Kukësit"]
    told = json.loads(root.xpath("//script[@id='provenance']")[0].text)
    assert told["sources"] == ["gdl", "instat"] and "Kukësit" in told["title"]
    assert len(told["figures"]) == len(provenance().figures)
