"""How long a run has worked, by its events."""

from __future__ import annotations

from typing import Any

import pytest

from training.clock import working_seconds


def _events(*told: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"event": name, "step": 0, "time": time} for name, time in told]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ((), 0),
        ((("preparing", 10), ("started", 40), ("step", 50), ("checkpoint", 51)), 41),
        ((("started", 0), ("step", 5), ("paused", 6), ("continued", 1000), ("step", 1010)), 16),
        ((("started", 0), ("step", 5), ("stopped", 6), ("preparing", 900), ("resumed", 903), ("step", 910)), 16),
        ((("started", 0), ("checkpoint", 5), ("resumed", 900), ("step", 905)), 10),  # killed; nothing to decode
        ((("started", 0), ("checkpoint", 5), ("preparing", 900), ("resumed", 903), ("step", 905)), 10),
        ((("started", 0), ("failed", 5), ("resumed", 900), ("step", 905)), 10),
        ((("started", 100), ("step", 90), ("step", 95)), 5),  # the clock was set back
    ],
)
def test_the_sittings_count_and_what_is_between_them_does_not(
    told: tuple[tuple[str, float], ...], seconds: float
) -> None:
    assert working_seconds(_events(*told)) == seconds


def test_sleep_is_no_work() -> None:
    events = _events(("started", 0), ("step", 10), ("slept", 7210), ("step", 7220))
    events[2]["seconds"] = 7190
    assert working_seconds(events) == 30


def test_events_without_a_time_tell_nothing() -> None:
    assert working_seconds([{"event": "started", "step": 0}, {"event": "step", "step": 1}]) == 0
