"""Entry of the frozen `colorstudio`: the command line, and the window when no sub-command is given."""

import sys

from colorstudio.cli import main

sys.exit(main())
