"""A connection whose socket does not name its protocol, as Streamlit's does not, sends without delay all the same."""

import asyncio
import socket

import pytest

from components.serving.at_once import send_at_once


async def delay_is_off() -> bool:
    """Whether a server on a socket made as Streamlit makes it sends its answers at once."""
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    class Answer(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            mine = transport.get_extra_info("socket")
            told.set_result(mine.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            transport.close()

    bound = socket.socket(family=socket.AF_INET)
    bound.bind(("127.0.0.1", 0))
    server = await asyncio.get_running_loop().create_server(Answer, sock=bound)
    _, writer = await asyncio.open_connection(*bound.getsockname())
    said = await told
    writer.close()
    server.close()
    return bool(said)


def test_small_packets_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    before = asyncio.base_events._set_nodelay  # type: ignore[attr-defined]
    monkeypatch.setattr(asyncio.base_events, "_set_nodelay", before)  # put back afterwards
    send_at_once()
    assert asyncio.run(delay_is_off())
