"""Run every check that needs no test: format, lint, types, layers, translations.

    uv run tools/check.py

All of them run, so that one visit shows everything; the exit code is 1 if any failed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CHECKS: dict[str, list[str]] = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "layers": ["lint-imports", "--no-logo"],
    "translations": [sys.executable, "tools/translations.py", "check"],
}


def main() -> int:
    failed = []
    for name, command in CHECKS.items():
        print(f"== {name}: {' '.join(command)}", flush=True)
        program = shutil.which(command[0], path=sysconfig.get_path("scripts")) or command[0]
        if subprocess.run([program, *command[1:]], cwd=ROOT, check=False).returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
