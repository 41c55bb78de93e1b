"""Servers for the measurements: each a process of its own on a free port of this machine."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

sys.path.append(str(Path(__file__).parents[1] / "deploy"))  # behind this folder: both have a `serving`

from fleet import HOST, NAMES, Front, free_port

ROOT = Path(__file__).parents[1]
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

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


def serve(entry: Path, folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> Served:
    """`streamlit run` on a file, started in a folder; RuntimeError where it does not come up within a minute."""
    port = free_port()
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
    quiet, own = subprocess.DEVNULL, {**os.environ, **(environment or {})}
    served = Served(port, subprocess.Popen(command, cwd=folder, env=own, stdout=quiet, stderr=quiet))
    for _ in range(600):
        if _answers(served.url):
            return served
        time.sleep(0.1)
    served.stop()
    raise RuntimeError(f"{entry.name} did not come up")


def front(folder: Path, ports: Sequence[int]) -> Front:
    """nginx with the containers' configuration before these servers, started; its other replicas are not there.

    RuntimeError where nginx is not installed or does not come up.
    """
    folder.mkdir()
    # The configuration knows three replicas. A single server stands for all of them; of two the third does not answer.
    all_ports = [ports[0]] * len(NAMES) if len(ports) == 1 else [*ports, free_port()]
    before = Front(folder, dict(zip(NAMES, all_ports, strict=True)))
    before.start()
    return before


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
