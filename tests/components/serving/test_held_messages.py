"""A browser is pointed only to what it holds when it reads on, whatever it said it held when a choice was made."""

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from components.serving import inside
from components.serving.held_messages import AGE, Held

MOST = st.get_option(AGE)


def large(text: str) -> ForwardMsg:
    """A message that a browser keeps."""
    message = ForwardMsg()
    message.delta.new_element.markdown.body = text * 20_000
    populate_hash_if_needed(message)
    assert message.metadata.cacheable
    return message


def ended(how: "ForwardMsg.ScriptFinishedStatus.ValueType" = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=how)


def test_what_was_written_is_held_until_more_runs_have_ended_than_the_browser_waits() -> None:
    held = Held()
    assert not held.holds(large("a"))
    held.note(large("a"))
    for _ in range(MOST):
        held.note(ended())
        assert held.holds(large("a"))
    held.note(ended())
    assert not held.holds(large("a"))


def test_a_message_used_again_is_held_anew() -> None:
    held = Held()
    for _ in range(3):
        held.note(large("a"))
        for _ in range(MOST):
            held.note(ended())
    assert held.holds(large("a"))


@pytest.mark.parametrize("how", ForwardMsg.ScriptFinishedStatus.values())
def test_every_end_of_a_run_counts_as_the_browser_may_count_fewer(how: Any) -> None:
    held = Held()
    held.note(large("a"))
    for _ in range(MOST + 1):
        held.note(ended(how))
    assert not held.holds(large("a"))


def test_small_messages_and_those_that_were_too_large_are_not_held() -> None:
    held, small, huge = Held(), ForwardMsg(), large("b")
    small.delta.new_element.markdown.body = "a"
    populate_hash_if_needed(small)
    huge.metadata.cacheable = False  # as the write leaves a message that exceeds the limit
    for message in (small, huge):
        held.note(message)
        assert not held.holds(message)


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ForwardMsg]]:
    """Streamlit as the server changes it, put back afterwards; what goes to the browser instead of into a socket."""
    sent: list[ForwardMsg] = []
    monkeypatch.setattr(inside, "WRITE", lambda client, message: sent.append(message))
    monkeypatch.setattr(StarletteSessionClient, "write_forward_msg", StarletteSessionClient.write_forward_msg)
    monkeypatch.setattr(script_run_context, "create_reference_msg", script_run_context.create_reference_msg)
    inside.change_streamlit()
    return sent


class Socket:
    """As much of a connection as a client needs."""

    headers: dict[str, str] = {}  # noqa: RUF012
    cookies: dict[str, str] = {}  # noqa: RUF012
    client = None


def test_a_second_writing_is_a_pointer_and_a_new_connection_gets_it_whole(changed: list[ForwardMsg]) -> None:
    async def write_three() -> None:
        first, second = StarletteSessionClient(Socket()), StarletteSessionClient(Socket())  # type: ignore[arg-type]
        for client in (first, first, second):
            client.write_forward_msg(large("a"))

    asyncio.run(write_three())
    assert [message.WhichOneof("type") for message in changed] == ["delta", "ref_hash", "delta"]
    assert changed[1].ref_hash == large("a").hash


def test_streamlit_hands_every_message_on_whole(changed: list[ForwardMsg], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one of which the browser said, when the choice was made, that it held it."""
    thread = SimpleNamespace(get=lambda: SimpleNamespace(active_script_hash=""))
    monkeypatch.setattr(script_run_context, "ThreadState", thread)
    handed: list[ForwardMsg] = []
    message = large("a")
    context = object.__new__(script_run_context.ScriptRunContext)
    context.cached_message_hashes, context._enqueue = {message.hash}, handed.append
    context.enqueue(message)
    assert [each.WhichOneof("type") for each in handed] == ["delta"]
