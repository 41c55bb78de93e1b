"""What the server has to say goes out at once.

Streamlit binds its socket without naming the protocol. So asyncio does not take a reader's connection for TCP and
leaves its delay on: the second packet of an answer waits until the first is acknowledged, 40 ms on Linux, at every
click.
"""

from asyncio import base_events
from typing import Any, Final

INTERNET: Final = {"AF_INET", "AF_INET6"}


def send_at_once() -> None:
    """From now on asyncio sends small packets without delay on every TCP connection, whoever made its socket."""
    base_events._set_nodelay = without_delay  # type: ignore[attr-defined]


def without_delay(connection: Any) -> None:
    """Switch the delay of a connection off, if it is one over the network."""
    if connection.family.name in INTERNET and connection.type.name == "SOCK_STREAM":
        sockets: Any = base_events.socket  # type: ignore[attr-defined]
        connection.setsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY, 1)
