"""Messages and handshakes that no page of ours makes, at the app as its readers reach it."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from screen import RELEASE
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.walk.app_server import AppServer, start_server

ORDERS = [bytes.fromhex("2801"), bytes.fromhex("3001"), BackMsg(load_git_info=True).SerializeToString()]


class Silent:
    """A proxy that never answers, and counts who came."""

    def __init__(self) -> None:
        self.door, self.came = socket.create_server(("127.0.0.1", 0)), 0
        self.taken: list[socket.socket] = []
        threading.Thread(target=self.take, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.door.getsockname()[1]}"

    def take(self) -> None:
        while True:
            try:
                self.taken.append(self.door.accept()[0])
            except OSError:
                return
            self.came += 1


@pytest.fixture(scope="module")
def outside() -> Iterator[Silent]:
    """All that lies beyond this machine."""
    silent = Silent()
    yield silent
    silent.door.close()


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(RELEASE, tmp_path_factory.mktemp("served") / "release"))


@pytest.fixture(scope="module")
def server(release: Path, outside: Silent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The app, whose requests to the outside would go to the silent proxy."""
    proxies = {name: outside.address for each in ("http_proxy", "https_proxy") for name in (each, each.upper())}
    settings = {"NO_PROXY": "", "no_proxy": "", "HARTA_RELEASE": str(release), "HARTA_WATCH_SECONDS": "3600"}
    running = start_server(tmp_path_factory.mktemp("server") / "log", settings=proxies | settings)
    yield running
    running.stop()


def session(server: AppServer, origin: str | None = None, host: str = "") -> ClientConnection:
    """A session as a browser opens it."""
    address = f"ws://{host or urlsplit(server.url).netloc}/_stcore/stream"
    port = urlsplit(server.url).port
    line = socket.create_connection(("127.0.0.1", port))
    return connect(address, sock=line, subprotocols=["streamlit"], max_size=None, origin=origin, proxy=None)  # type: ignore[arg-type, list-item]


def figures(server: AppServer) -> str:
    """What stands on the Risk page for somebody who opens it now."""
    asked = BackMsg()
    asked.rerun_script.query_string, asked.rerun_script.page_name = "lang=en", "rreziku"
    said: list[str] = []
    with session(server) as line:
        line.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(line.recv(60, decode=False))
            said.append(str(message))
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(said)


def test_an_order_to_empty_the_caches_is_not_heard(server: AppServer, release: Path) -> None:
    assert "97.5%" in figures(server)
    away = release.rename(release.with_name("away"))
    try:
        with session(server) as line:
            for order in ORDERS:
                line.send(order)
            time.sleep(1)
        assert "97.5%" in figures(server), "the release is no longer where it was opened from, and need not be"
    finally:
        away.rename(release)


@pytest.mark.parametrize("origin", ["http://evil.example", "https://evil.example", "null", "http://localhost:9"])
def test_a_foreign_origin_makes_the_server_ask_nobody(server: AppServer, outside: Silent, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        session(server, origin)
    assert refused.value.response.status_code == 403
    assert outside.came == 0, "not at the start either"


def test_a_name_that_is_not_ours_opens_no_session(server: AppServer) -> None:
    with pytest.raises(InvalidStatus) as refused:
        session(server, "http://evil.example", "evil.example")
    assert refused.value.response.status_code == 400


def test_our_own_page_opens_a_session(server: AppServer) -> None:
    with session(server, server.url) as line:
        assert line.protocol.state.name == "OPEN"
