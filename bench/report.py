"""What every measurement says besides its figures: on which machine, when, and whether a target was missed."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


def machine() -> str:
    """Date, processor, cores, Python, and how busy the machine was when this was asked."""
    described = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in described.splitlines() if line.startswith("model name")]
    processor = names[0] if names else platform.machine()
    busy = f"{os.getloadavg()[0]:.1f} processes busy at the start"
    return f"{date.today()}, {processor}, {os.cpu_count()} cores, Python {platform.python_version()}, {busy}"


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which `share` per cent of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


@dataclass
class Targets:
    """What was held against its target, and what missed it."""

    missed: list[str] = field(default_factory=list)

    def hold(self, name: str, value: float, most: float, unit: str = "") -> None:
        """Say the value beside the most it may be."""
        unit = f" {unit}" if unit else ""
        kept = value <= most
        print(f"  {'kept  ' if kept else 'MISSED'} {name}: {value:.3g}{unit}, at most {most:g}{unit}", flush=True)
        if not kept:
            self.missed.append(name)

    def end(self) -> None:
        """Leave with an error where a target was missed."""
        if self.missed:
            sys.exit(f"missed: {'; '.join(self.missed)}")
