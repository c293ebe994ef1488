"""How long a run takes and what it needs, told before it starts."""

from __future__ import annotations

import io
import json
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.core.training_messages import Estimate, from_json
from training import probe as probe_module
from training import trial as trial_module
from training.commands import run_command
from training.memory import MemoryWatch, free_memory, is_out_of_memory
from training.probe import estimate_text, probe
from training.task import ColorizationTask
from training.trial import Phase, Trial, phases_of


def _silent(*_: object) -> None: ...


class _Clock:
    """Stands still but for what a test lets happen."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    """The clock that steps are timed with."""
    clock = _Clock()
    monkeypatch.setattr(trial_module, "time", clock)
    return clock


@pytest.fixture(autouse=True)
def _short_gate(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colouring with the shipped pack takes its time; one test is enough for it."""
    if "gate" not in request.node.name:
        monkeypatch.setattr(Trial, "_time_gate", lambda trial: 0.0)


def _changed(config: TrainingConfig, **values: object) -> TrainingConfig:
    tree = config.to_dict()
    for key, value in values.items():
        tree[key] = tree[key] | value if isinstance(value, dict) else value
    return from_dict(tree)


def test_phases_are_where_the_work_changes(small_config: TrainingConfig) -> None:
    config = _changed(small_config, late_crop=40, late_from=0.65, loss={"warm_up": 0.9})
    assert phases_of(config, 10) == [Phase(0, 7, 32, False), Phase(7, 9, 40, False), Phase(9, 10, 40, True)]
    assert phases_of(_changed(small_config, loss={"lambda_GAN": 0.0}), 10) == [Phase(0, 10, 32, False)]
    assert phases_of(_changed(small_config, late_crop=40, late_from=0.0), 10) == [Phase(0, 10, 40, True)]


def test_an_estimate_tells_time_memory_and_disk(small_config: TrainingConfig, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    stale = Path(small_config.data.cache_folder) / "probe-999999999"
    stale.mkdir(parents=True)  # of a process that the window has killed
    (stale / "picture").write_bytes(b"")
    before = set(tmp_path.rglob("*")) - {stale, stale / "picture"}
    estimate = probe(small_config, lambda *progress: told.append(progress), tmp_path / "run" / "of tomorrow")
    assert (estimate.device, estimate.steps, estimate.micro_batch) == ("cpu", 6, 0)
    assert estimate.seconds > 6 * estimate.seconds_per_step > 0
    assert 1e8 < estimate.memory < 1e10  # torch alone takes 200 MB
    assert estimate.memory_free > 1e8
    weights = sum(value.numel() for value in _networks(small_config))
    assert estimate.disk > 4 * weights * 3  # at least two checkpoints and one that is being written
    assert estimate.disk_free > 0
    assert told == sorted(told)
    assert told[-1] == (100, 100)
    assert set(tmp_path.rglob("*")) == before  # nothing is left, no run folder is made
    assert "steps of" in estimate_text(estimate)


def _networks(config: TrainingConfig) -> list[torch.Tensor]:
    from training.initialise import initial_discriminator, initial_generator

    netG, netD = initial_generator(config.generator), initial_discriminator(config.discriminator)
    return [*netG.state_dict().values(), *netD.state_dict().values()]


def test_the_comparison_at_the_gate_counts(
    small_config: TrainingConfig, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(trial_module, "gate_base", lambda config: None)
        without = probe(small_config, _silent).seconds

    def slow(backend: object, lightness: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
        clock.now += 0.5
        return np.zeros((*lightness.shape, 2), np.float32)

    monkeypatch.setattr(trial_module, "coloured", slow)
    pictures = 2 + 2 + 2  # held out, learned from, and the pairs to look at
    assert probe(small_config, _silent).seconds == pytest.approx(without + pictures * 2 * 0.5)


def test_each_phase_counts_with_its_own_time(
    small_config: TrainingConfig, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowTask(ColorizationTask):
        def train_step(self, batch, step):  # type: ignore[no-untyped-def]
            clock.now += 0.06 if batch.real_A.shape[-1] == 40 else 0.02
            return {}

    monkeypatch.setattr(trial_module, "ColorizationTask", SlowTask)
    config = _changed(small_config, steps=1000, late_crop=40, late_from=0.75, loss={"lambda_GAN": 0.0})
    estimate = probe(config, _silent)
    assert estimate.seconds_per_step == pytest.approx(0.75 * 0.02 + 0.25 * 0.06)
    assert estimate.seconds > 1000 * estimate.seconds_per_step


def test_epochs_are_counted_in_pictures_that_are_learned_from(small_config: TrainingConfig) -> None:
    from training.selection import select_pictures

    config = _changed(small_config, steps=0, epochs=3, batch_size=4)
    learned = len(select_pictures(config.data, _silent).learned)
    assert probe(config, _silent).steps == 3 * -(-learned // 4)


class _GreedyTask(ColorizationTask):
    """Memory for two pictures."""

    room = 2

    def train_step(self, batch, step):  # type: ignore[no-untyped-def]
        if (self.micro_batch or len(batch.real_A)) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return super().train_step(batch, step)


def test_what_does_not_fit_is_made_in_parts(small_config: TrainingConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_module, "ColorizationTask", _GreedyTask)
    estimate = probe(_changed(small_config, batch_size=7), _silent)
    assert estimate.micro_batch == 2
    assert "only 2 pictures fit" in estimate_text(estimate)
    monkeypatch.setattr(_GreedyTask, "room", 0)
    with pytest.raises(TrainingError, match=r"single picture of 32 pixels; choose a smaller crop"):
        probe(small_config, _silent)


class _Hog(MemoryWatch):
    """As if every picture took 100 MB on top of 1 GB."""

    seen = 0

    @property
    def most(self) -> int:
        return 1_000_000_000 + 100_000_000 * type(self).seen


@pytest.mark.parametrize(("room", "expected"), [(3_000_000_000, 0), (1_500_000_000, 4), (1_150_000_000, 1)])
def test_memory_is_foreseen_and_never_asked_for_in_vain(
    small_config: TrainingConfig, monkeypatch: pytest.MonkeyPatch, room: int, expected: int
) -> None:
    real = ColorizationTask.train_step

    def counted(self: ColorizationTask, batch, step):  # type: ignore[no-untyped-def]
        _Hog.seen = max(_Hog.seen, self.micro_batch or len(batch.real_A))
        return real(self, batch, step)

    _Hog.seen = 0
    monkeypatch.setattr(ColorizationTask, "train_step", counted)
    monkeypatch.setattr(probe_module, "MemoryWatch", _Hog)
    monkeypatch.setattr(probe_module, "free_memory", lambda device: room / 0.85 + 1)
    estimate = probe(_changed(small_config, batch_size=8), _silent)
    assert estimate.micro_batch == expected
    assert estimate.memory <= room


def test_the_window_asks_with_a_recipe_of_its_own(small_config: TrainingConfig, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(small_config.to_toml(), encoding="utf-8")
    stream = io.StringIO()
    assert run_command(["probe", str(recipe), "--set", "steps=9", "--events"], stream) == 0
    events = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {event["event"] for event in events[:-1]} == {"progress"}
    assert events[-1].pop("event") == "estimate"
    assert from_json(Estimate, events[-1]).steps == 9


@pytest.mark.parametrize(
    ("setting", "code", "sentence"),
    [
        ("data.folders=[]", 1, "There are no pictures"),
        ("device=quantum", 2, "quantum"),
        ("generator.init_from=nobody", 1, "nobody"),
        ("generator.mean_of={a=1}", 1, "A mean of packs makes no steps"),
    ],
)
def test_what_makes_a_run_impossible_is_said_before_it_starts(
    small_config: TrainingConfig, tmp_path: Path, setting: str, code: int, sentence: str
) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(small_config.to_toml(), encoding="utf-8")
    stream = io.StringIO()
    assert run_command(["probe", str(recipe), "--set", setting, "--events"], stream) == code
    event = json.loads(stream.getvalue().splitlines()[-1])
    assert event["event"] == "failed"
    assert sentence in event["error"] == TrainingError(event["template"], **event["values"]).args[0]


def test_a_watch_remembers_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, look = threading.Event(), MemoryWatch._look

    def look_and_tell(watch: MemoryWatch) -> None:
        look(watch)
        looked.set()

    monkeypatch.setattr(MemoryWatch, "_look", look_and_tell)
    with MemoryWatch(torch.device("cpu")) as watch:
        before = watch.most
        hog = torch.ones(50_000_000)
        for _ in range(2):  # the first look may have begun before there was anything to see
            looked.clear()
            assert looked.wait(60)
        del hog
        assert watch.most >= before + 150_000_000
    assert free_memory(torch.device("cpu")) > 0


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), True),
        (MemoryError(), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp:118] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"), True),
        (RuntimeError("The size of tensor a (4) must match the size of tensor b (5)"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_errors_that_say_that_memory_ran_out(error: Exception, expected: bool) -> None:
    assert is_out_of_memory(error) is expected
