"""What is said about runs: each illness is found, and healthy runs are left in peace."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from run_events import Events, event, started, steps, validation, validations

from colorstudio.core.run_findings import WORDS
from colorstudio.core.run_health import Finding, Severity, assess, balance, chance_loss
from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import from_dict


def findings(events: Events, phase: RunPhase | None = None, silence: float = 0.0, **config: Any) -> tuple[Finding, ...]:
    record, state = RunRecord(), RunState()
    record.add(events)
    for each in events:
        state = state.after(each)
    if phase:
        state = RunState(phase, state.step, state.steps)
    return assess(record, from_dict(config), state, record.newest_time + silence)


def kinds(events: Events, phase: RunPhase | None = None, **config: Any) -> list[str]:
    return [finding.kind for finding in findings(events, phase, **config)]


def healthy(last: int = 500, errors: Sequence[float] = (9.5, 9.0, 8.8, 8.7, 8.6)) -> Events:
    rng = np.random.default_rng(1)
    made = [
        steps(at, at, l1=0.05 * float(rng.uniform(0.5, 1.8)), loss_D=float(rng.uniform(0.2, 1.0)))[0]
        for at in range(1, last + 1)
    ]
    return [started(1000), *made, *validations(errors)]


def test_a_healthy_run_is_praised_and_nothing_else_is_said() -> None:
    (finding,) = findings(healthy())
    assert (finding.kind, finding.severity) == ("learning", Severity.GOOD)
    assert finding.values == {"grey": 14}
    assert str(finding).startswith("It is learning well. On pictures it has not seen")


def test_better_than_the_base_model_is_said() -> None:
    events = [started(1000), *steps(1, 200), validation(100, 8.4, base=8.6), validation(200, 8.0)]
    assert findings(events)[0].values == {"grey": 20, "base": 7}
    assert kinds([*events, event("finished", 1000)]) == ["surpassed base"]


def test_a_lead_that_may_be_chance_is_not_praised() -> None:
    events = [started(1000), *steps(1, 200), validation(100, 8.2, base=8.2), validation(200, 8.05)]
    assert kinds(events) == ["level with base"]
    assert kinds([*events, event("finished", 1000)]) == ["no better than base"]


def test_worse_than_the_base_model_is_said_even_if_measured_only_once() -> None:
    events = [started(300), *steps(1, 300), validation(300, 8.5, base=8.0)]
    assert kinds(events, RunPhase.FINISHED) == ["stayed behind base"]


@pytest.mark.parametrize("mode", ["vanilla", "saturating", "lsgan", "hinge"])
def test_the_discriminator_wins_loses_and_plays_even_in_every_game(mode: str) -> None:
    chance, loss = chance_loss(mode), {"gan_mode": mode}
    found = {
        share: kinds([started(1000), *steps(1, 200, loss_D=share * chance)], loss=loss) for share in (0.1, 1.0, 1.5)
    }
    assert found[0.1][0] == "discriminator winning"
    assert found[1.0] == ["not measured"]
    assert found[1.5][0] == "discriminator losing"


def test_balance_is_even_where_the_discriminator_guesses() -> None:
    assert balance(np.log(2), "vanilla") == pytest.approx(0.5)
    assert list(balance(np.array([0.0, 2.0, 9.0]), "hinge")) == [1.0, 0.0, 0.0]


def test_learning_by_heart_is_told_from_getting_worse() -> None:
    errors = (9.0, 8.0, 8.3, 8.4, 8.5)
    heart = [started(1000), *steps(1, 500), *validations(errors, learned=(8.5, 7.5, 7.0, 6.5, 6.0))]
    (finding,) = findings(heart)
    assert finding.kind == "overfitting"
    assert finding.values == {"step": 200, "percent": 6}
    worse = [started(1000), *steps(1, 500), *validations(errors, learned=(8.5, 7.5, 7.7, 7.9, 8.0))]
    assert kinds(worse) == ["getting worse"]
    assert kinds(heart, RunPhase.FINISHED) == ["overfitted"]


def test_overfitting_is_seen_by_the_loss_where_known_pictures_are_not_measured() -> None:
    falling = [each for at in range(1, 501) for each in steps(at, at, l1=0.1 - at * 1e-4)]
    assert kinds([started(1000), *falling, *validations((9.0, 8.0, 8.3, 8.4, 8.5))]) == ["overfitting"]


def test_one_bad_measurement_is_no_illness() -> None:
    assert kinds([started(1000), *steps(1, 400), *validations((9.2, 8.4, 9.4, 8.4))]) == ["learning"]


def test_no_better_than_grey_is_said_after_a_while() -> None:
    early = [started(1000), *steps(1, 100), validation(100, 11.0)]
    assert kinds(early) == ["beginning"]
    assert kinds([started(1000), *steps(1, 300), *validations((11.0, 10.5, 10.1))]) == ["not learning"]


def test_worse_than_the_base_model_is_said_when_half_is_done() -> None:
    events = [validation(at, 8.5, base=8.0) for at in (100, 200, 300)]
    assert kinds([started(1000), *steps(1, 300), *events]) == ["learning"]
    assert kinds([started(500), *steps(1, 300), *events]) == ["behind base"]
    assert kinds([started(300), *steps(1, 300), *events], RunPhase.FINISHED) == ["stayed behind base"]


def test_a_loss_that_rises_again_means_too_high_a_rate() -> None:
    events = [started(2000), *steps(1, 500, l1=0.05), *steps(501, 1000, l1=0.1)]
    assert "rate too high" in kinds(events)
    assert "rate too high" not in kinds([started(2000), *steps(1, 500, l1=0.05), *steps(501, 1000, l1=0.07)])


def test_pale_and_gaudy_colours() -> None:
    for ratio, kind in ((0.2, "pale"), (1.6, "gaudy")):
        assert kinds([started(200), *steps(1, 100), validation(100, 9.0, chroma_ratio=ratio)]) == ["learning", kind]


def test_what_happened_is_told() -> None:
    events = [started(1000), event("few_pictures", 0, pictures=30, enough=200), *steps(1, 50)]
    events += [event("sized_down", 50, batch_size=16, micro_batch=4, device="cuda"), event("slept", 50, seconds=1800)]
    events += [event("rolled_back", 50, to=40, rate=0.5, reason="nan")]
    found = {finding.kind: finding.values for finding in findings(events)}
    assert found["few pictures"] == {"pictures": 30, "enough": 200}
    assert found["sized down"] == {"batch": 16, "part": 4}
    assert found["slept"] == {"minutes": 30}
    assert found["rolled back"] == {"step": 40, "percent": 50}


def test_rolling_back_again_and_again_is_a_warning() -> None:
    back = event("rolled_back", 50, to=40, rate=0.5)
    assert findings([started(100), back])[0].kind == "not measured"
    assert findings([started(100), back, back])[0].severity is Severity.WARNING
    short = event("rolled_back", 50, to=40, rate=1.0, reason="out of memory")
    assert kinds([started(100), short, short]) == ["not measured", "went back"]


def test_a_full_disk_comes_first_and_goes_when_there_is_room() -> None:
    events = [*healthy(), event("disk_full", 500, free=1_000_000, needed=2_500_000_000)]
    (finding,) = findings(events)
    assert (finding.kind, finding.severity) == ("disk full", Severity.ERROR)
    assert finding.values == {"needed": "2.5 GB", "free": "1 MB"}
    assert kinds([*events, event("continued", 500)]) == ["learning"]


def test_slower_than_usual_and_very_long() -> None:
    slow = [started(10_000), *steps(1, 200), *steps(201, 215, pictures_per_second=2.0)]
    assert "slowed down" in kinds(slow)
    assert "slowed down" not in kinds(slow, RunPhase.STOPPED)
    assert kinds([started(10_000), *steps(1, 20, seconds_left=9 * 86400)]) == ["takes long"]


def test_silence_is_noticed_while_it_should_talk() -> None:
    events = [started(1000), *steps(1, 50)]
    assert [finding.kind for finding in findings(events, silence=500)] == ["not measured"]
    assert findings(events, silence=1200)[0].values == {"minutes": 20}
    assert [finding.kind for finding in findings(events, RunPhase.PAUSED, silence=1200)] == ["not measured"]
    slow = [started(100_000), *steps(1, 50, pictures_per_second=1.0)]  # an event every 100 seconds
    assert [finding.kind for finding in findings(slow, silence=1200)] == ["not measured"]


def test_a_run_that_stands_still_is_let_come_to_its_end() -> None:
    events = [started(1000), *steps(1, 500), *validations((9.0, 8.5, 8.52, 8.51, 8.53))]
    assert kinds(events) == ["plateau"]
    assert kinds(events, RunPhase.FINISHED) == ["learned"]


def test_before_anything_is_measured() -> None:
    assert kinds([event("preparing", 0, what="training", done=1, total=2)]) == ["starting"]
    assert kinds([started(1000), *steps(1, 5)], validation={"every": 100}) == ["too early"]
    assert kinds([started(1000), *steps(1, 5)]) == ["not measured"]
    assert kinds([started(1000), *steps(1, 5), event("stopped", 5)]) == ["not measured"]
    assert kinds([started(1000), *steps(1, 5), event("failed", 5)]) == ["never measured"]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("kind", WORDS)
def test_titles_are_short_and_texts_are_sentences(kind: str) -> None:
    words = WORDS[kind]
    assert len(words.title) < 45
    assert not fields(words.title)
    assert all(text.endswith(".") for text in (words.text, words.remedy) if text)
