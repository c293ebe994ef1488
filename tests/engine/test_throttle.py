from __future__ import annotations

from colorstudio.engine.throttle import Throttle


def test_at_most_twenty_calls_a_second_and_always_the_last() -> None:
    now, passed = [0.0], []
    throttle = Throttle(passed.append, clock=lambda: now[0])
    for step in range(1001):
        now[0] = step / 1000  # one call each millisecond, for a second
        throttle(step / 1000)
    assert len(passed) <= 22
    assert passed[0] == 0.0
    assert passed[-1] == 1.0
    assert passed == sorted(passed)
