"""A run of some steps, with a checkpoint after every second one."""

from __future__ import annotations

from pathlib import Path

import pytest
from survivor import STEPS
from toy_pictures import write_pictures

from colorstudio.core.training_config import TrainingConfig, from_dict
from training import runner


@pytest.fixture
def config(tmp_path: Path) -> TrainingConfig:
    """Eight steps of a tiny U-Net against a discriminator, with a checkpoint after every second one."""
    write_pictures(tmp_path / "album", 6)
    return from_dict(
        {
            "seed": 3,
            "steps": STEPS,
            "batch_size": 4,
            "crop": 32,
            "checkpoint_every": 2,
            "threads": 1,
            "device": "cpu",
            "data": {"folders": [str(tmp_path / "album")], "cache_size": 40, "cache_folder": str(tmp_path / "cache")},
            "generator": {"architecture": "unet", "arguments": {"num_downs": 5, "ngf": 2}},
            "discriminator": {"ndf": 2, "n_layers": 1},
            "validation": {"pictures": 2, "size": 32, "samples": 2},
        }
    )


@pytest.fixture(autouse=True)
def _no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """These runs end with their last step: what comes of them is tested elsewhere."""
    monkeypatch.setattr(runner, "finish", lambda *arguments: None)
