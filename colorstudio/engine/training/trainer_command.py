"""How the trainer is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec


@cache
def trainer_available() -> bool:
    """Whether this edition can train; nothing heavy is imported to find out."""
    return not getattr(sys, "frozen", False) and all(find_spec(name) for name in ("training", "torch"))


def trainer_command(words: Sequence[str]) -> list[str]:
    """The command line for `python -m training WORDS…`; a run in several processes starts the others itself."""
    return [sys.executable, "-u", "-m", "training", *words]


def trainer_environment() -> dict[str, str]:
    """The environment for a trainer: it finds the packages that this process has found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
