"""Pictures and settings small enough that a training step takes milliseconds."""

from __future__ import annotations

from pathlib import Path

import pytest
from toy_pictures import write_pictures

from colorstudio.core.training_config import TrainingConfig, from_dict


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with 40 pictures in two sub-folders; one of them (00013) is held out by the rule of the split."""
    write_pictures(tmp_path / "album" / "a", 20)
    write_pictures(tmp_path / "album" / "b", 20, first=20)
    return tmp_path / "album"


SMALL = {
    "seed": 3,
    "steps": 6,
    "batch_size": 2,
    "crop": 32,
    "checkpoint_every": 2,
    "threads": 1,
    "amp": "off",
    "generator": {"architecture": "unet", "arguments": {"num_downs": 5, "ngf": 2}},
    "discriminator": {"ndf": 2, "n_layers": 1},
    "validation": {"pictures": 2, "size": 32, "samples": 2},
    "pack": {"id": "toy", "render_size": 32},
}


@pytest.fixture
def small_config(pictures: Path, tmp_path: Path) -> TrainingConfig:
    """A run of six steps of a tiny U-Net."""
    data = {"folders": [str(pictures)], "cache_size": 40, "cache_folder": str(tmp_path / "cache")}
    return from_dict(SMALL | {"data": data})
