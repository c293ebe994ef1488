"""The configuration of a training run: one frozen tree, shared by the trainer and the window.

A recipe is this tree as TOML with only the values that differ from the defaults; `config.json` of a run folder is
the whole tree as JSON. `from_dict` checks every key, type and range and names what is wrong.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from colorstudio.core.config_tree import build, to_plain, to_toml
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

ConfigValue = int | float | bool | str


def _number(default: float, low: float, high: float = float("inf")) -> Any:
    return field(default=default, metadata={"low": low, "high": high})


def _choice(default: str, *others: str) -> Any:
    return field(default=default, metadata={"choices": (default, *others)})


def _mapping() -> Any:
    return field(default_factory=dict)


@dataclass(frozen=True)
class DataConfig:
    """Which pictures, and how they are held.

    Attributes:
        folders: folders with pictures, any depth; filled from `--data`.
        layout: 'colour' (plain folders), 'paired' (colour pictures and their black-and-white scans) or 'auto'.
        group: what the validation split holds together: each 'picture', its 'folder', the file 'name', or 'auto'
            (folders of plates together, all else singly; with `join_duplicates` rolls and books, too).
        cache_size: short side in pixels to which pictures are decoded once; larger ones are shrunk.
        cache_folder: where decoded pictures are kept; '' is the user's cache folder.
        minimum_chroma: pictures whose mean chroma (Lab) is below it count as grey and are left out.
        weights: sub-folder -> how often its pictures are seen in an epoch (1 if not named).
        left_out: names of pictures that the archivist left out (`Picture.name`).
        held_out_every: one group in so many is held out, by its hash; 20 is the rule of the shipped packs.
        join_duplicates: groups with pictures that look alike are held together, so that none is measured on whose twin
            was learned from; and so many are held out that there is something to measure on.
    """

    folders: tuple[str, ...] = ()
    layout: str = _choice("auto", "colour", "paired")
    group: str = _choice("auto", "picture", "folder", "name")
    cache_size: int = _number(192, 16, 2048)
    cache_folder: str = ""
    minimum_chroma: float = _number(2.0, 0, 50)
    weights: Mapping[str, float] = _mapping()
    left_out: tuple[str, ...] = ()
    held_out_every: int = _number(20, 2, 1000)
    join_duplicates: bool = False


@dataclass(frozen=True)
class AugmentConfig:
    """How a training picture is varied. Gamma, contrast, grain and blur touch the input only.

    Attributes:
        scale_min, scale_max: side of the square crop as a share of the short side.
        flip: whether pictures are mirrored at random.
        probability: how often the input is changed in each of the four ways.
        fading, vignette, halftone, borders: how often the input is changed in each of the ways of `training.prints`:
            faded, darker or lighter towards the corners, printed with a screen, framed by film or paper.
        gamma: largest change of gamma, as an exponent of 2.
        contrast: largest relative change of contrast.
        grain: largest standard deviation of grain, in L*.
        blur: largest standard deviation of blur, in pixels of the crop.
    """

    scale_min: float = _number(0.5, 0.05, 1)
    scale_max: float = _number(1.0, 0.05, 1)
    flip: bool = True
    probability: float = _number(0.0, 0, 1)
    fading: float = _number(0.0, 0, 1)
    vignette: float = _number(0.0, 0, 1)
    halftone: float = _number(0.0, 0, 1)
    borders: float = _number(0.0, 0, 1)
    gamma: float = _number(0.5, 0, 2)
    contrast: float = _number(0.25, 0, 0.9)
    grain: float = _number(4.0, 0, 30)
    blur: float = _number(1.2, 0, 5)


@dataclass(frozen=True)
class HintConfig:
    """Simulated hints (Zhang et al. 2017, 3.1.2).

    Attributes:
        probability: how often a picture has hints at all.
        rate: parameter p of the geometric number of hints; their mean number is 1 / p.
        most: largest number of hints, which then is log-uniform; 0: geometric by `rate`.
        largest_patch: largest side of a hint's patch in pixels.
    """

    probability: float = _number(0.5, 0, 1)
    rate: float = _number(0.125, 0.01, 1)
    most: int = _number(0, 0, 10000)
    largest_patch: int = _number(9, 1, 64)


@dataclass(frozen=True)
class GeneratorConfig:
    """The generator and where its weights start.

    Attributes:
        architecture: 'efficient_unet' or 'unet'.
        arguments: keyword arguments of the architecture.
        init: 'imagenet' (encoder from ImageNet weights) or 'random'.
        init_from: id or path of a model pack whose weights are the start; architecture and arguments are then its,
            but for the arguments that are given here: inputs that the pack does not know start at zero.
    """

    architecture: str = _choice("efficient_unet", "unet")
    arguments: Mapping[str, ConfigValue] = _mapping()
    init: str = _choice("random", "imagenet")
    init_from: str = ""


@dataclass(frozen=True)
class DiscriminatorConfig:
    """The PatchGAN: width, layers with stride 2 (3: patches of 70 x 70), normalisation."""

    ndf: int = _number(64, 1, 512)
    n_layers: int = _number(3, 1, 6)
    norm: str = _choice("batch", "instance")


@dataclass(frozen=True)
class LossConfig:
    """What is minimised: lambda_L1 * L1 + lambda_GAN * GAN, on a, b divided by 110.

    Attributes:
        gan_mode: 'vanilla' (Goodfellow et al. 2014, non-saturating generator), 'saturating' (the original minimax game:
            the generator minimises log(1 - D(G(z)))), 'lsgan' or 'hinge'.
        lambda_GAN: weight of the adversarial loss.
        lambda_L1: weight of the pixel loss.
        smooth: width of the quadratic part of the pixel loss in Lab units; 0 is plain L1.
        compression: k > 0: the pixel loss is the distance of a, b whose chroma C is ln(1 + k C) / k; 0: of a and of b.
        vividness: how much of the spread of such colours within a result is taken off the loss: results move from the
            median of what is plausible towards its more colourful part. Needs `compression`.
        warm_up: share of the steps with the pixel loss alone, before the discriminator comes in.
        ramp: steps over which the adversarial weight then rises from 0.
    """

    gan_mode: str = _choice("vanilla", "saturating", "lsgan", "hinge")
    lambda_GAN: float = _number(1.0, 0)
    lambda_L1: float = _number(100.0, 0)
    smooth: float = _number(0.0, 0, 110)
    compression: float = _number(0.0, 0, 1)
    vividness: float = _number(0.0, 0, 0.9)
    warm_up: float = _number(0.0, 0, 1)
    ramp: int = _number(0, 0)


@dataclass(frozen=True)
class OptimizerConfig:
    """How it is minimised.

    Attributes:
        name: 'adam' or 'adamw'.
        lr: learning rate of the generator (of its decoder, if encoder_lr is set).
        encoder_lr: learning rate of the encoder; 0: the same as lr.
        lr_D: learning rate of the discriminator.
        d_steps: updates of the discriminator for each of the generator.
        beta1, beta2: Adam's betas.
        weight_decay: decoupled with 'adamw'.
        schedule: 'linear' (constant, then down to 0 over the second half), 'cosine' or 'constant'.
        warm_up_steps: steps over which the rate rises from 0.
        floor: smallest share of the rate that 'cosine' goes down to.
        freeze_encoder_norm: keep the encoder's batch statistics as they came.
        ema: decay of the averaged weights, which are the ones that are used; 0: no averaging.
    """

    name: str = _choice("adam", "adamw")
    lr: float = _number(2e-4, 0, 1)
    encoder_lr: float = _number(0.0, 0, 1)
    lr_D: float = _number(2e-4, 0, 1)
    d_steps: int = _number(1, 1, 20)
    beta1: float = _number(0.5, 0, 0.9999)
    beta2: float = _number(0.999, 0, 0.99999)
    weight_decay: float = _number(0.0, 0, 1)
    schedule: str = _choice("linear", "cosine", "constant")
    warm_up_steps: int = _number(0, 0)
    floor: float = _number(0.0, 0, 1)
    freeze_encoder_norm: bool = False
    ema: float = _number(0.0, 0, 0.99999)


@dataclass(frozen=True)
class ValidationConfig:
    """How a run is measured on pictures it never learns from.

    Attributes:
        every: steps between two measurements; 0: only at the end.
        pictures: how many held-out pictures are looked at.
        size: side of the centre squares that are looked at while training, in pixels.
        sample_every: steps between two sets of sample pictures; 0: only at the end.
        samples: how many sample pictures there are.
    """

    every: int = _number(0, 0)
    pictures: int = _number(128, 1)
    size: int = _number(192, 16, 1024)
    sample_every: int = _number(0, 0)
    samples: int = _number(8, 1, 64)


@dataclass(frozen=True)
class PackConfig:
    """The model pack that comes out.

    Attributes:
        id, version: its identity, `photographs@1.0`.
        name_en, name_ko: its names.
        description_en, description_ko: what it is good for, in a sentence or two.
        licence: licence of the weights.
        training_data: what it was trained on, in a sentence or two.
        render_size: short side in pixels at which it works best.
        chroma_ratio: the default chroma gain is chosen so that results have about this share of the truth's chroma.
        gain_max: largest gain that is chosen.
        gain_cost: largest relative rise of dE2000 that the gain may cost.
        noise_steps, noise_rate: the noise of variations, if it is another than that of training (`EfficientUnet`
            alone): decoder steps and share of channels that it drops; 0 steps: the same.
        hint_caution: how much the threshold of the memory of hints is raised after training, where every hint told the
            truth and colours of one picture go together: a person's hint means one thing.
    """

    id: str = "own"
    version: str = "1.0"
    name_en: str = "Own model"
    name_ko: str = "내 모델"
    description_en: str = ""
    description_ko: str = ""
    licence: str = "unknown"
    training_data: str = ""
    render_size: int = _number(256, 32, 2048)
    chroma_ratio: float = _number(0.75, 0, 2)
    gain_max: float = _number(1.5, 1, 3)
    gain_cost: float = _number(0.03, 0, 1)
    noise_steps: int = _number(0, 0, 4)
    noise_rate: float = _number(0.0, 0, 0.9)
    hint_caution: float = _number(0.0, 0, 10)


@dataclass(frozen=True)
class TrainingConfig:
    """All that makes a training run. Two runs with equal configs on the same CPU give equal weights.

    Attributes:
        recipe: name of the recipe it came from.
        seed: seed of every random number.
        steps: updates of the generator; 0: from `epochs`.
        epochs: passes over the pictures, if `steps` is 0.
        batch_size: pictures in a step.
        crop: side of the training crops in pixels.
        late_crop, late_from: side of the training crops after that share of the steps; 0: `crop`.
        checkpoint_every, keep_checkpoints: steps between two checkpoints, and how many of these are kept.
        device: 'auto', 'cpu', 'cuda' or 'mps'.
        amp: mixed precision: 'auto' (bf16 or fp16 on CUDA, none elsewhere), 'off' or 'bf16'.
        threads: threads of the CPU; 0: all.
        micro_batch: pictures that are in memory at once; smaller than the batch, gradients are accumulated; 0: all.
        processes: how many processes (one for each GPU) share a batch on this machine, by torchrun.
        tensorboard: whether the run also writes TensorBoard files (package tensorboard).
    """

    recipe: str = "own"
    seed: int = _number(0, 0)
    steps: int = _number(0, 0)
    epochs: int = _number(1, 1)
    batch_size: int = _number(1, 1, 4096)
    crop: int = _number(256, 16, 2048)
    late_crop: int = _number(0, 0, 2048)
    late_from: float = _number(0.5, 0, 1)
    checkpoint_every: int = _number(500, 1)
    keep_checkpoints: int = _number(2, 1, 1000)
    device: str = _choice("auto", "cpu", "cuda", "mps")
    amp: str = _choice("auto", "off", "bf16")
    threads: int = _number(0, 0, 1024)
    micro_batch: int = _number(0, 0, 4096)
    processes: int = _number(1, 1, 64)
    tensorboard: bool = False
    data: DataConfig = DataConfig()
    augment: AugmentConfig = AugmentConfig()
    hints: HintConfig = HintConfig()
    generator: GeneratorConfig = GeneratorConfig()
    discriminator: DiscriminatorConfig = DiscriminatorConfig()
    loss: LossConfig = LossConfig()
    optimizer: OptimizerConfig = OptimizerConfig()
    validation: ValidationConfig = ValidationConfig()
    pack: PackConfig = PackConfig()

    def to_dict(self) -> dict[str, Any]:
        """The whole tree as plain dicts, lists and scalars."""
        tree: dict[str, Any] = json.loads(json.dumps(to_plain(self)))
        return tree

    def to_json(self) -> str:
        """The whole tree as indented JSON."""
        return json.dumps(self.to_dict(), indent=1, ensure_ascii=False) + "\n"

    def to_toml(self) -> str:
        """The whole tree as TOML, as in a recipe."""
        return to_toml(self.to_dict())


def from_dict(tree: Mapping[str, Any]) -> TrainingConfig:
    """Build and check a configuration; keys that are not given have their defaults.

    Raises:
        TrainingError: names the key that is unknown (with the closest known one), of the wrong type or out of range.
    """
    config = build(TrainingConfig, tree)
    assert isinstance(config, TrainingConfig)
    if config.augment.scale_min > config.augment.scale_max:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "{low} must not be larger than {high} in the training settings."),
            low="augment.scale_min",
            high="augment.scale_max",
        )
    return config


def from_json(text: str) -> TrainingConfig:
    """Read what `TrainingConfig.to_json` wrote.

    Raises:
        TrainingError: not JSON, or not valid (see `from_dict`).
    """
    try:
        tree = json.loads(text)
    except ValueError as error:
        raise _unreadable("JSON", error) from error
    return from_dict(tree)


def load_recipe(path: Path, overrides: Iterable[str] = ()) -> TrainingConfig:
    """Read a recipe and apply overrides of the form KEY=VALUE or section.key=VALUE.

    Raises:
        TrainingError: the file is missing, is not TOML, or a value is not valid.
    """
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training recipe {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror or error,
        ) from error
    except ValueError as error:
        raise _unreadable("TOML", error) from error
    tree.setdefault("recipe", path.stem)
    return from_dict(with_overrides(tree, overrides))


def with_overrides(tree: Mapping[str, Any], overrides: Iterable[str]) -> dict[str, Any]:
    """A copy of `tree` with 'KEY=VALUE' pairs set; VALUE is a TOML value, or a string without quotes.

    Raises:
        TrainingError: an override has no '=' or its key leads through something that is not a table.
    """
    result: dict[str, Any] = json.loads(json.dumps(tree, default=str))  # TOML has dates, which are texts here
    for override in overrides:
        key, equals, text = override.partition("=")
        *parents, last = key.strip().split(".")
        table: Any = result
        for parent in parents:
            table = table.setdefault(parent, {}) if isinstance(table, dict) else None
        if not equals or not last or not isinstance(table, dict):
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "“{override}” is not a setting; write KEY=VALUE."), override=override
            )
        table[last] = _parse_value(text.strip())
        if last == "steps" and not parents:
            result.pop("epochs", None)
    return result


def _parse_value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _unreadable(kind: str, error: Exception) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The training settings are not valid {kind}: {reason}."), kind=kind, reason=error
    )
