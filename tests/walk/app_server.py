"""The app, served as its readers get it: its own process on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PATIENCE = 60  # seconds


@dataclass(frozen=True)
class AppServer:
    """A running server: its address without a closing slash, its process, its log."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def stop(self) -> None:
        """End the process, the politer way first."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_server(log: Path, entry: str = "server.py", settings: Mapping[str, str] | None = None) -> AppServer:
    """Start `streamlit run` on a file of the project, in this environment with these settings besides; RuntimeError
    with the log where it does not come up."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", entry, "--server.address", HOST, "--server.port", str(port)]
    with log.open("wb") as written:
        own = os.environ | (settings or {})
        process = subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=subprocess.STDOUT, env=own)
    server = AppServer(f"http://{HOST}:{port}", process, log)
    deadline = time.monotonic() + PATIENCE
    while not healthy(server.url):
        if process.poll() is not None or time.monotonic() > deadline:
            server.stop()
            raise RuntimeError(f"{entry} did not come up:\n{log.read_text(encoding='utf-8', errors='replace')}")
        time.sleep(0.05)
    return server


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def healthy(url: str) -> bool:
    """Whether the server answers."""
    try:
        with urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
