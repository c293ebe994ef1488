"""Entry of the frozen `colorstudio-window`: the window, without a console."""

import sys

from colorstudio.app import main

sys.exit(main())
