"""Servers for the measurements: each a process of its own on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
ROOT = Path(__file__).parents[1]
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Served:
    """A running server."""

    url: str
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """CPU that the process has used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def megabytes(self) -> float:
        """Memory that the process holds now."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE / 1e6

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(timeout=20)


def serve(entry: Path, folder: Path = ROOT) -> Served:
    """`streamlit run` on a file, started in a folder; RuntimeError where it does not come up within a minute."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(entry),
        "--server.address",
        HOST,
        "--server.port",
        str(port),
    ]
    quiet = subprocess.DEVNULL
    served = Served(f"http://{HOST}:{port}", subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet))
    for _ in range(600):
        if _answers(served.url):
            return served
        time.sleep(0.1)
    served.stop()
    raise RuntimeError(f"{entry.name} did not come up")


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
