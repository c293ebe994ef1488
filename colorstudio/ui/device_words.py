"""The words for a processor and its threads."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication


def cpu_words(threads: int) -> str:
    """Return what a calculation on the CPU ran on."""
    if threads <= 1:
        return QCoreApplication.translate("monitor", "CPU, 1 thread")
    return QCoreApplication.translate("monitor", "CPU, {threads} threads").format(threads=threads)


def hardware_words(label: str) -> str:
    """Return what a card names as its machine: `training.precision.device_label`, or whatever its maker wrote."""
    cpu = re.fullmatch(r"CPU, (\d+) threads?", label)
    return cpu_words(int(cpu[1])) if cpu else label
