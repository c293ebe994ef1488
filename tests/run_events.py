"""Events of made-up training runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, from_dict

BEGINNING = 1_700_000_000.0
"""When the made-up runs began, seconds since 1970."""

Events = list[dict[str, Any]]


def event(kind: str, step: int, **values: Any) -> dict[str, Any]:
    """One event; a step takes a second."""
    return {"event": kind, "step": step, "time": BEGINNING + step, **values}


def started(steps: int, **values: Any) -> dict[str, Any]:
    facts = {"pictures": 300, "held_out": 15, "device": "cpu", "device_label": "CPU", "threads": 1}
    return event("started", 0, steps=steps, **(facts | values))


def step(at: int, l1: float = 0.05, loss_D: float | None = 0.65, **values: Any) -> dict[str, Any]:
    """A step; without `loss_D` the run has no discriminator (yet)."""
    game = {} if loss_D is None else {"loss_D_fake": loss_D, "loss_D_real": loss_D, "loss_G_GAN": 0.7}
    figures = {"loss_G_L1": l1, "loss_G": 100 * l1, "lr": 2e-4, "pictures_per_second": 8.0}
    return event("step", at, **(game | figures | values))


def steps(first: int, last: int, **values: Any) -> Events:
    """Steps `first` to `last`, both included."""
    return [step(at, **values) for at in range(first, last + 1)]


def validation(
    at: int, error: float, *, grey: float = 10.0, chroma_ratio: float = 0.7, **parts: float
) -> dict[str, Any]:
    """A measurement; `parts` are dE2000 of other pictures or models, such as `learned` and `base`."""
    others = {name: {"delta_e2000": value} for name, value in parts.items()}
    result = {"delta_e2000": error, "psnr": 30 - error, "chroma_ratio": chroma_ratio}
    return event("validation", at, result=result, grey={"delta_e2000": grey, "psnr": 20.0}, truth={}, **others)


def validations(errors: Sequence[float], every: int = 100, learned: Sequence[float] = ()) -> Events:
    """A measurement every so many steps."""
    found = []
    for index, error in enumerate(errors):
        parts = {"learned": learned[index]} if learned else {}
        found.append(validation((index + 1) * every, error, **parts))
    return found


def write_run(path: Path, events: Iterable[dict[str, Any]], config: TrainingConfig | None = None) -> RunFolder:
    """A run folder with those events and no process."""
    folder = RunFolder(path)
    folder.create(config or from_dict({"pack": {"name_en": "Slides", "name_ko": "슬라이드"}}))
    write_events(folder, events)
    return folder


def write_events(folder: RunFolder, events: Iterable[dict[str, Any]]) -> None:
    """Add events at once."""
    with folder.events_path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in events)
