"""TensorBoard files beside the events."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from training.board import FOLDER, written
from training.reporter import Reporter
from training.runner import train


def _scalars(folder: RunFolder, name: str) -> dict[int, float]:
    accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    events = accumulator.EventAccumulator(str(folder.path / FOLDER)).Reload()
    return {scalar.step: scalar.value for scalar in events.Scalars(name)}


def test_events_are_written_for_tensorboard_and_those_that_are_forgotten_are_taken_back(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    reporter = Reporter(folder, None)
    with written(folder, True, reporter):
        reporter.emit("started", 0, steps=6)
        for step in range(1, 5):
            reporter.emit("step", step, loss_G=float(step), lr=2e-4)
        reporter.emit("rolled_back", 2, to=2)
        reporter.emit("step", 3, loss_G=30.0, lr=1e-4)
        reporter.emit("validation", 3, pictures=2, result={"psnr": 20.5}, grey={"psnr": 18.0})
    assert _scalars(folder, "training/loss_G") == {1: 1.0, 2: 2.0, 3: 30.0}
    assert _scalars(folder, "result/psnr") == {3: 20.5}


def test_a_run_writes_them_if_it_is_to(
    small_config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.runner.finish", lambda *arguments: None)
    for wanted in (True, False):
        folder = RunFolder(tmp_path / str(wanted))
        folder.create(small_config)
        reporter = Reporter(folder, None)
        with written(folder, wanted, reporter):
            assert train(folder, small_config, reporter)
        assert (folder.path / FOLDER).exists() == wanted
    losses = {event["step"]: event["loss_G"] for event in folder.read_events() if event["event"] == "step"}
    assert _scalars(RunFolder(tmp_path / "True"), "training/loss_G") == pytest.approx(losses)


def test_a_missing_package_is_named_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    folder = RunFolder(tmp_path)
    with pytest.raises(TrainingError, match="tensorboard = false"), written(folder, True, Reporter(folder, None)):
        pass
