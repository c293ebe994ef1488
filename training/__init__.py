"""The trainer: a process of its own that owns a run folder. See `python -m training --help`."""

import time

STARTED = time.time()
"""When this process began, in seconds since 1970; importing all that a trainer needs takes seconds more."""
