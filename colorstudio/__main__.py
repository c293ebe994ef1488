"""`python -m colorstudio`: the command line, and the window when no sub-command is given."""

from __future__ import annotations

import sys

from colorstudio.cli import main

if __name__ == "__main__":
    sys.exit(main())
