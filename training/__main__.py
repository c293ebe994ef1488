"""`python -m training run | resume | build | check | evaluate`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO


def _take_stdout() -> TextIO:
    """Keep stdout for events: whatever libraries print goes to stderr, even below Python."""
    sys.stdout.flush()
    try:
        private = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")
        os.dup2(2, 1)
    except OSError:  # started without stdout: events go to the run folder alone
        private = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    sys.stdout = sys.stderr
    return private


def main(arguments: list[str] | None = None) -> int:
    """Run the trainer's command line; returns the exit code (0 done, 1 failed, 2 wrong use)."""
    stream = _take_stdout()
    # Threads that spin while they wait take the machine from the person who works on it, and lose time themselves.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # After stdout is safe: torch may print while it is imported.
    from training.commands import run_command

    return run_command(sys.argv[1:] if arguments is None else arguments, stream)


if __name__ == "__main__":
    sys.exit(main())
