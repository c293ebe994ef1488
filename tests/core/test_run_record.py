"""What is kept of a run's events."""

from __future__ import annotations

from run_events import BEGINNING, event, started, step, steps, validation

from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_series import Series


def record_of(*events: dict[str, object]) -> RunRecord:
    record = RunRecord()
    record.add(events)
    return record


def test_steps_become_curves() -> None:
    record = record_of(started(10), step(1, l1=0.5, loss_D=None), step(2, l1=0.4, loss_D=0.6, seconds_left=8.0))
    assert list(record.series["loss_G_L1"].means) == [0.5, 0.4]
    assert list(record.series["loss_D"].steps) == [2]
    assert record.series["loss_D"].newest == 0.6
    assert record.seconds_left == 8.0
    assert record.step == 2


def test_a_hundred_thousand_events_stay_small() -> None:
    record = RunRecord()
    for first in range(0, 100_000, 5000):
        record.add(steps(first + 1, first + 5000))
        record.add(event("checkpoint", first + 5000) for _ in range(100))
        record.add(validation(first + 5000, 9.0) for _ in range(100))
    assert record.series["loss_G"].count == 100_000
    assert all(len(series) <= Series.CAPACITY for series in record.series.values())
    assert len(record.notes) <= 500
    assert len(record.measurements) <= 512
    assert record.measurements[0].step == 5000
    assert record.measurements[-1].step == 100_000


def test_measurements_keep_the_figures_of_the_base_model() -> None:
    record = record_of(validation(100, 9.0, base=8.0, learned=7.0), validation(200, 8.5))
    assert record.base == {"delta_e2000": 8.0}
    assert record.measurements[0].learned == {"delta_e2000": 7.0}
    assert record.measurements[1].learned == {}
    assert record.measurements[1].grey["delta_e2000"] == 10.0


def test_samples_of_both_kinds_and_a_second_one_of_the_same_step() -> None:
    record = record_of(
        event("sample", 100, file="samples/step-00000100.png"),
        event("sample", 200, folder="samples/step-00000200", pictures=8),
        event("sample", 200, folder="samples/step-00000200", pictures=8),
    )
    assert [(sample.step, sample.sheet, sample.pictures) for sample in record.samples] == [
        (100, "samples/step-00000100.png", 0),
        (200, "", 8),
    ]


def test_work_beside_the_steps_has_a_stage_that_ends() -> None:
    record = record_of(event("preparing", 0, what="training", done=20, total=300))
    assert record.stage
    assert (record.stage.done, record.stage.total) == (20, 300)
    record.add([started(10)])
    assert record.stage is None
    record.add([event("measuring", 10, done=1, total=9)])
    assert record.stage
    assert record.stage.what == "measuring"
    record.add([event("finished", 10)])
    assert record.stage is None


def test_what_would_be_lost_is_counted_from_the_newest_checkpoint() -> None:
    record = record_of(started(1000), *steps(1, 300))
    assert record.seconds_since_saved() == 300
    record.add([event("checkpoint", 300), *steps(301, 360)])
    assert record.seconds_since_saved() == 60
    assert (record.saved_step, record.saved_time) == (300, BEGINNING + 300)


def test_events_without_times_are_taken_too() -> None:
    record = record_of({"event": "started", "step": 0, "steps": 10}, {"event": "step", "step": 1, "loss_G_L1": None})
    assert record.seconds_since_saved() is None
    assert record.series["loss_G_L1"].count == 0
