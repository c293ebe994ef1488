"""The trainer: a process of its own that owns a run folder. See `python -m training --help`."""
