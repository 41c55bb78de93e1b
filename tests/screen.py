"""The app as a reader meets it, driven without a browser, with everything on the page as text."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "data" / "release"
HEADINGS = {1: "title", 2: "header", 3: "subheader"}  # what the app test calls them
# Fields of Streamlit's messages that nobody reads on the screen.
NOT_SHOWN = {
    "id", "key", "form_id", "component_name", "js_content", "css_content", "html_content", "spec", "config", "json",
    "arrow_data", "icon", "page", "page_script_hash", "external_url", "user_key", "query_string", "name", "url",
}  # fmt: skip


class Screen:
    """One session. `follow` opens a link, `choose` uses a widget; the rest says what stands on the page."""

    def __init__(self) -> None:
        self.test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        self.test.run()  # Streamlit knows the app's pages only after a first run of app.py
        self.stem = "overview"

    def follow(self, stem: str = "overview", **codes: str) -> "Screen":
        """Open a page with the choices of its address, as a copied link does; bare where there are none."""
        # An address that says nothing must not be taken for the page's menu: the record starts anew.
        if "chosen" in self.test.session_state:
            del self.test.session_state["chosen"]
        self.test.query_params.clear()
        self.test.query_params.update(codes)
        if stem != self.stem:
            self.test.switch_page(f"pages/{stem}.py")
            self.stem = stem
        self.test.run()
        return self

    def choose(self, key: str, code: str) -> "Screen":
        """Use the widget of a choice."""
        self.widget(key).set_value(code)
        self.test.run()
        return self

    def turn_to(self, stem: str) -> "Screen":
        """Go to another page by the menu."""
        self.stem = stem
        self.test.switch_page(f"pages/{stem}.py").run()
        return self

    def widget(self, key: str) -> Any:
        """The widget of a choice."""
        return next(each for each in self.elements() if getattr(each, "key", None) == f"pick_{key}")

    def has_widget(self, key: str) -> bool:
        return any(getattr(each, "key", None) == f"pick_{key}" for each in self.elements())

    def record(self) -> dict[str, str]:
        """What the session keeps as chosen."""
        return dict(self.test.session_state["chosen"])

    def address(self) -> dict[str, str]:
        """The parameters the address shows."""
        shown = dict(self.test.query_params)
        return {key: value[0] if isinstance(value, list) else value for key, value in shown.items()}

    def copied(self) -> dict[str, str]:
        """The codes of the link that can be copied from the page."""
        return self.address() | self.drawn("harta_ways_out")[0]["named"]

    def faults(self) -> list[str]:
        """Every exception on the page."""
        return [str(each.value) for each in self.test.exception]

    def elements(self) -> list[Any]:
        """Every element of the page, in its order."""
        return list(below(self.test._tree))

    def drawn(self, name: str) -> list[dict[str, Any]]:
        """The data given to each component of that name."""
        protos = [each.proto for each in self.elements() if each.type == "bidi_component"]
        return [component_data(proto) for proto in protos if proto.component_name.split(".")[-1] == name]

    def maps(self) -> list[str]:
        """The county maps on the page, as SVG."""
        return [data["svg"] for data in self.drawn("county_map")]

    def texts(self) -> list[str]:
        """Every text on the page, each piece of HTML or SVG by itself."""
        found: list[str] = []
        for element in self.elements():
            proto = getattr(element, "proto", None)
            if element.type == "bidi_component":
                if proto.component_name.split(".")[-1] != "harta_chrome":
                    found += [piece for text in strings(component_data(proto)) for piece in pieces(text)]
            elif element.type == "table":
                frame = element.value
                found += [str(each) for each in (*frame.columns, *frame.to_numpy().ravel())]
            elif isinstance(proto, Message):
                found += [piece for text in strings_of_message(proto) for piece in pieces(text)]
        return [text for text in found if text]

    def captions(self) -> list[str]:
        """The small texts standing openly on the page."""
        said = [str(each.value) for each in self.test.caption]
        return said + [text for body in self.markup() for text in inside(body, "p", r'class="(?:caption|small)"')]

    def headings(self, rank: int) -> list[str]:
        """The headings of a rank, in the page's order."""
        found: list[str] = []
        for each in self.elements():
            if each.type == HEADINGS[rank]:
                found.append(str(each.value))
            found += [text for body in pieces_of_html(each) for text in inside(body, f"h{rank}")]
        return found

    def lacking(self, reason: str) -> list[str]:
        """What stands beside a filter as not to be had, for that reason."""
        lists = [each for body in self.markup() for each in re.findall(r'<ul aria-label="([^"]*)">(.*?)</ul>', body)]
        return [item for label, items in lists if html.unescape(label) == reason for item in inside(items, "li")]

    def markup(self) -> list[str]:
        """Every piece of HTML on the page, in its order."""
        return [piece for each in self.elements() for piece in pieces_of_html(each)]

    def says(self, text: str) -> bool:
        """Whether the text stands anywhere on the page."""
        return any(text in said for said in self.texts())


def pieces_of_html(element: Any) -> list[str]:
    """The HTML of an element, by itself or around a map."""
    if element.type == "html":
        return [element.proto.body]
    if element.type == "bidi_component" and element.proto.component_name.split(".")[-1] == "county_map":
        return list(strings(component_data(element.proto)))
    return []


def inside(markup: str, tag: str, attributes: str = "") -> list[str]:
    """The texts in the elements of a kind, which hold no others."""
    opening = f"<{tag} {attributes}>" if attributes else f"<{tag}>"
    return [html.unescape(text) for text in re.findall(f"{opening}([^<]*)</{tag}>", markup)]


def below(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from below(child)


def component_data(proto: Any) -> dict[str, Any]:
    """The data a component was given."""
    kind = proto.WhichOneof("data")
    data: dict[str, Any] = json.loads(proto.json if kind == "json" else proto.mixed.json)
    return data


def strings(value: object) -> Iterator[str]:
    """Every text in nested data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def strings_of_message(message: Message) -> Iterator[str]:
    """Every text of a message that a reader may meet."""
    for field, value in message.ListFields():
        if field.name in NOT_SHOWN:
            continue
        for each in value if not isinstance(value, str | bytes | Message | bool | int | float) else [value]:
            if isinstance(each, str):
                yield each
            elif isinstance(each, Message):
                yield from strings_of_message(each)


def pieces(text: str) -> list[str]:
    """The readable pieces of a text that may hold HTML or SVG; styles are none, titles of elements are."""
    if "<" not in text:
        return [text.strip()]
    text = re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
    spoken = re.findall(r"(?:aria-label|title|alt)=\"([^\"]*)\"", text)
    return [html.unescape(each).strip() for each in (*re.split(r"<[^>]*>", text), *spoken)]
