"""Foreign checkpoints by way of the trainer, which is a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.inference.pack import SUFFIX

CHECKPOINT_OPTIONS = ("options", "no_options", "norm_mode", "dropout", "id", "version", "name", "licence")
"""What can be said about a checkpoint: names of `models import`, in the order of `python -m training convert`."""


class UsageError(Exception):
    """The words do not go together."""


@contextmanager
def converted_pack(checkpoint: Path, said: Mapping[str, Any]) -> Iterator[Path]:
    """A pack made of a checkpoint; it is gone after the block.

    Args:
        checkpoint: `latest_net_G.pth` or one of its like.
        said: values by the names of `CHECKPOINT_OPTIONS`.

    Raises:
        UsageError: this edition has no trainer.
        TrainingError: the checkpoint cannot be converted.
    """
    if getattr(sys, "frozen", False) or find_spec("training") is None:
        raise UsageError("this edition has no trainer; import checkpoints with an installation from source.")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"converted{SUFFIX}"
        words = ["convert", str(checkpoint), "-o", str(target), *_words(said), "--events"]
        command = [sys.executable, "-m", "training", *words]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if answer.returncode:
            raise _failure(answer.stdout, answer.stderr)
        yield target


def _words(said: Mapping[str, Any]) -> Iterator[str]:
    for name, value in said.items():
        option = name.replace("_", "-")
        if isinstance(value, bool):
            yield f"--{option}" if value else f"--no-{option}"
        else:
            yield f"--{option}={value}"


def _failure(events: str, complaints: str) -> TrainingError:
    for line in events.splitlines():
        with suppress(ValueError):
            event = json.loads(line)
            if isinstance(event, dict) and event.get("event") == "failed":
                return TrainingError(event["template"], **event["values"])
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The trainer ended unexpectedly ({reason}); the log tells more."),
        reason=complaints.strip().splitlines()[-1] if complaints.strip() else "-",
    )
