"""The end of a run: chroma gain, model pack, figures through the product's own back-end, contact sheet."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.files import write_json_atomically
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import PackConfig
from colorstudio.inference.pack import Pack, open_pack
from colorstudio.networks.generators import EfficientUnet, Generator, build_generator
from training.clock import working_seconds
from training.data import RunData
from training.failures import describe_failures
from training.gate import pass_gate
from training.mean import card_of_all
from training.packs import base_pack, find_pack, make_card, save_pack
from training.precision import Precision, device_label
from training.reporter import Reporter
from training.validation import Example, contact_sheet, measure, predict, save_sheet

_GAIN_STEP = 0.05


def finish(
    folder: RunFolder, config: TrainingConfig, netG: Generator, data: RunData, precision: Precision, reporter: Reporter
) -> None:
    """Write `model.cspack`, `metrics.json`, `gate.json` with `gate/`, and `samples/result.png`."""
    predictions = predict(netG, data.examples, precision)
    gain = choose_gain(data.examples, predictions, config.pack)
    base = base_pack(config)
    events = list(folder.read_events())
    hardware = device_label(precision, max((event.get("processes", 1) for event in events), default=1))
    training = _training_record(config, data, hardware, base, working_seconds(events))
    netG = shipped_generator(netG, config.pack)
    left = netG.take_gain(gain)
    if config.generator.mean_of:
        parts = card_of_all([find_pack(model).card for model in config.generator.mean_of])
        card = make_card(netG, config.pack, training, left, parts)
    else:
        card = make_card(netG, config.pack, training, left, base.card if base else None, data.usable)
    save_pack(folder.pack_path, card, netG, base)
    metrics = pass_gate(
        folder, config, data.held_out, data.usable, lambda done, total: reporter.progress("measuring", done, total)
    )
    card = dataclasses.replace(card, metrics=metrics)
    save_pack(folder.pack_path, card, netG, open_pack(folder.pack_path))
    if config.pack.failures:
        describe_failures(folder.pack_path, config.pack.failures)
    write_json_atomically(folder.metrics_path, {"chroma_gain": gain, **metrics})
    shown = slice(None, None, max(1, len(data.examples) // 24))
    sheet = contact_sheet(data.examples[shown][:24], predictions[shown][:24], gain)
    save_sheet(sheet, folder.samples / "result.png")
    reporter.emit("finished", data.steps, pack=folder.pack_path.name, chroma_gain=gain, **metrics)


def shipped_generator(netG: Generator, config: PackConfig) -> Generator:
    """A copy of the generator that was learned, with the noise and the caution that its pack has."""
    noise = {"noise_steps": config.noise_steps, "noise_rate": config.noise_rate} if config.noise_steps else {}
    twin = build_generator(netG.architecture, {**netG.arguments, **noise})
    twin.load_state_dict(netG.state_dict())
    if isinstance(twin, EfficientUnet) and twin.memory is not None:
        twin.memory.raise_threshold(config.hint_caution)
    return twin.eval()


def choose_gain(examples: Sequence[Example], predictions: Sequence[NDArray[np.float32]], config: PackConfig) -> float:
    """The default chroma gain of a pack.

    A generator that is led by L1 hedges: its chroma is the median of what is plausible, so it is paler than the
    truth. The gain rises in steps of 0.05 until the results have `chroma_ratio` of the truth's chroma and
    `colorfulness` of its colorfulness, and stops before dE2000 grows by more than `gain_cost` or the gain exceeds
    `gain_max`.
    """
    gain, current = 1.0, measure(examples, predictions)
    limit = current.result.delta_e2000 * (1.0 + config.gain_cost)
    while current.chroma_ratio < config.chroma_ratio or current.colorfulness_ratio < config.colorfulness:
        higher = round(gain + _GAIN_STEP, 2)
        if higher > config.gain_max:
            break
        current = measure(examples, predictions, higher)
        if current.result.delta_e2000 > limit:
            break
        gain = higher
    return gain


def _training_record(
    config: TrainingConfig, data: RunData, hardware: str, base: Pack | None, seconds: float
) -> dict[str, Any]:
    record = {"recipe": config.recipe, "data": config.pack.training_data, "steps": data.steps}
    if config.generator.mean_of:
        shares: dict[str, float] = defaultdict(float)  # two parts can have the same reference
        for model, share in config.generator.mean_of.items():
            shares[find_pack(model).card.reference] += share
        return {**record, "mean_of": dict(shares)}
    return {
        **record,
        "pictures": data.pictures,
        "batch_size": config.batch_size,
        "crop": config.crop,
        "late_crop": config.late_crop,
        "seconds": round(seconds),
        "hardware": hardware,
        "init": base.card.reference if base else config.generator.init,
    }
