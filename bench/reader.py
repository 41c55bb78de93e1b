"""A reader without a browser: speaks Streamlit's own language over its websocket and uses the filters of a page."""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PREFIX = "pick_"
LISTS = {"theme", "indicator", "block", "question"}  # another measure
REMEMBERED = 8  # runs for which a browser keeps a large message, as Streamlit's does
COMPLETE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
NOT_FILTERS = {"lang", "kind", "tab", "sort"}  # the frame's switches, and views of the same figures


@dataclass
class Filter:
    """One filter as the page last showed it: its options in words, which is chosen, and what a choice runs (''
    everything)."""

    widget: str
    fragment: str
    options: list[str]
    chosen: int
    in_list: bool

    def said(self, option: int) -> WidgetState:
        """What the browser would send with an option chosen."""
        if self.in_list:
            return WidgetState(id=self.widget, string_value=self.options[option])
        state = WidgetState(id=self.widget)
        state.string_array_value.data.append(self.options[option])
        return state


@dataclass
class Reader:
    """One open page. `messages` and `received` count what came for it, in pieces and in bytes."""

    socket: ClientConnection
    page: str
    query: str
    script: str = ""
    filters: dict[str, Filter] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)  # by widget, in words: what is as it was does not come again
    seen: dict[str, int] = field(default_factory=dict)
    runs: int = 0
    messages: int = 0
    received: int = 0

    @classmethod
    async def opened(cls, url: str, page: str, query: str = "") -> Self:
        """A reader on a page of the server, once the page is complete."""
        address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
        reader = cls(await connect(address, subprotocols=["streamlit"], max_size=None), page, query)  # type: ignore[list-item]
        await reader.run([])
        return reader

    async def click(self, chance: random.Random, lists_every: int = 10) -> float:
        """Choose another option of some filter, one in `lists_every` times another measure; seconds until the page was
        complete again."""
        usable = [name for name, each in self.filters.items() if len(each.options) > 1]
        wanted = [name for name in usable if (name in LISTS) == (chance.randrange(lists_every) == 0)]
        used = self.filters[chance.choice(wanted or usable)]
        option = chance.choice([number for number in range(len(used.options)) if number != used.chosen])
        self.chosen[used.widget] = used.options[option]
        return await self.run(
            [each.said(option if each is used else each.chosen) for each in self.filters.values()],
            used.fragment,
        )

    async def run(self, widgets: list[WidgetState], fragment: str = "") -> float:
        """Let the server run a part of the page, or all of it, with these widgets; seconds until it is complete."""
        state = ClientState(
            query_string=self.query,
            page_name="" if self.script else self.page,
            page_script_hash=self.script,
            fragment_id=fragment,
            cached_message_hashes=sorted(key for key, run in self.seen.items() if run >= self.runs - REMEMBERED),
        )
        state.widget_states.widgets.extend(widgets)
        self.filters = {}
        self.runs += 1
        began = time.perf_counter()
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        while not self.take(await self.socket.recv(decode=False)):
            pass
        return time.perf_counter() - began

    def take(self, data: bytes) -> bool:
        """Note what a message says; whether it says that the page is complete. RuntimeError where the page failed."""
        message = ForwardMsg.FromString(data)
        self.messages += 1
        self.received += len(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            self.seen[message.ref_hash] = self.runs
        elif kind == "delta":
            self.note(message.delta.new_element, message.delta.fragment_id)
        if message.metadata.cacheable:
            self.seen[message.hash] = self.runs
        return kind == "script_finished" and message.script_finished in COMPLETE

    def note(self, element: Element, fragment: str) -> None:
        """Keep an element if it is a filter that can be used."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(f"{self.page}: {element.exception.type} {element.exception.message}")
        if kind == "button_group" and not element.button_group.disabled:
            group = element.button_group
            options = [option.content for option in group.options]
            chosen = first(options, [*group.raw_values, self.chosen.get(group.id, "")], group.default)
            self.keep(Filter(group.id, fragment, options, chosen, in_list=False))
        elif kind == "selectbox":
            box = element.selectbox
            chosen = first(box.options, [box.raw_value, self.chosen.get(box.id, "")], [box.default])
            self.keep(Filter(box.id, fragment, list(box.options), chosen, in_list=True))

    def keep(self, shown: Filter) -> None:
        name = shown.widget.rpartition(PREFIX)[2]
        if PREFIX in shown.widget and name not in NOT_FILTERS:
            self.filters[name] = shown
            self.chosen[shown.widget] = shown.options[shown.chosen] if shown.options else ""

    async def close(self) -> None:
        """Leave the page."""
        await self.socket.close()


def first(options: Iterable[str], values: list[str], default: list[int]) -> int:
    """The number of the chosen option: by its words where the server set it or it was chosen before, else as the widget
    came."""
    return next((list(options).index(value) for value in values if value in options), next(iter(default), 0))
