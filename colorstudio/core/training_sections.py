"""The sections of a training configuration, `core.training_config`, each a frozen dataclass that says what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ConfigValue = int | float | bool | str


def number(default: float, low: float, high: float = float("inf")) -> Any:
    """A field with that default that lies from `low` to `high`."""
    return field(default=default, metadata={"low": low, "high": high})


def choice(default: str, *others: str) -> Any:
    """A field with that default that is one of these words."""
    return field(default=default, metadata={"choices": (default, *others)})


def mapping(low: float | None = None, high: float = float("inf")) -> Any:
    """A field that is an empty table unless it is given; with `low`, of numbers that lie from `low` to `high`."""
    return field(default_factory=dict, metadata={} if low is None else {"low": low, "high": high})


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
    layout: str = choice("auto", "colour", "paired")
    group: str = choice("auto", "picture", "folder", "name")
    cache_size: int = number(192, 16, 2048)
    cache_folder: str = ""
    minimum_chroma: float = number(2.0, 0, 50)
    weights: Mapping[str, float] = mapping()
    left_out: tuple[str, ...] = ()
    held_out_every: int = number(20, 2, 1000)
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
        paper_tint: how often a plate gets a sheet of another tint, input and truth alike; see `training.paper`.
        gamma: largest change of gamma, as an exponent of 2.
        contrast: largest relative change of contrast.
        grain: largest standard deviation of grain, in L*.
        blur: largest standard deviation of blur, in pixels of the crop.
    """

    scale_min: float = number(0.5, 0.05, 1)
    scale_max: float = number(1.0, 0.05, 1)
    flip: bool = True
    probability: float = number(0.0, 0, 1)
    fading: float = number(0.0, 0, 1)
    vignette: float = number(0.0, 0, 1)
    halftone: float = number(0.0, 0, 1)
    borders: float = number(0.0, 0, 1)
    paper_tint: float = number(0.0, 0, 1)
    gamma: float = number(0.5, 0, 2)
    contrast: float = number(0.25, 0, 0.9)
    grain: float = number(4.0, 0, 30)
    blur: float = number(1.2, 0, 5)


@dataclass(frozen=True)
class HintConfig:
    """Simulated hints (Zhang et al. 2017, 3.1.2).

    Attributes:
        probability: how often a picture has hints at all.
        rate: parameter p of the geometric number of hints; their mean number is 1 / p.
        most: largest number of hints, which then is log-uniform; 0: geometric by `rate`.
        largest_patch: largest side of a hint's patch in pixels.
    """

    probability: float = number(0.5, 0, 1)
    rate: float = number(0.125, 0.01, 1)
    most: int = number(0, 0, 10000)
    largest_patch: int = number(9, 1, 64)


@dataclass(frozen=True)
class GeneratorConfig:
    """The generator and where its weights start.

    Attributes:
        architecture: 'efficient_unet' or 'unet'.
        arguments: keyword arguments of the architecture.
        init: 'imagenet' (encoder from ImageNet weights) or 'random'.
        init_from: id or path of a model pack whose weights are the start; architecture and arguments are then its,
            but for the arguments that are given here: inputs that the pack does not know start at zero.
        mean_of: ids or paths of model packs, and how much each counts. The generator has the weighted mean of their
            weights then, and nothing is learned, whatever `steps` says; `init_from` is what it is compared with.
    """

    architecture: str = choice("efficient_unet", "unet")
    arguments: Mapping[str, ConfigValue] = mapping()
    init: str = choice("random", "imagenet")
    init_from: str = ""
    mean_of: Mapping[str, float] = mapping(1e-6, 1e6)


@dataclass(frozen=True)
class DiscriminatorConfig:
    """The PatchGAN: width, layers with stride 2 (3: patches of 70 x 70), normalisation."""

    ndf: int = number(64, 1, 512)
    n_layers: int = number(3, 1, 6)
    norm: str = choice("batch", "instance")


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

    gan_mode: str = choice("vanilla", "saturating", "lsgan", "hinge")
    lambda_GAN: float = number(1.0, 0)
    lambda_L1: float = number(100.0, 0)
    smooth: float = number(0.0, 0, 110)
    compression: float = number(0.0, 0, 1)
    vividness: float = number(0.0, 0, 0.9)
    warm_up: float = number(0.0, 0, 1)
    ramp: int = number(0, 0)


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

    name: str = choice("adam", "adamw")
    lr: float = number(2e-4, 0, 1)
    encoder_lr: float = number(0.0, 0, 1)
    lr_D: float = number(2e-4, 0, 1)
    d_steps: int = number(1, 1, 20)
    beta1: float = number(0.5, 0, 0.9999)
    beta2: float = number(0.999, 0, 0.99999)
    weight_decay: float = number(0.0, 0, 1)
    schedule: str = choice("linear", "cosine", "constant")
    warm_up_steps: int = number(0, 0)
    floor: float = number(0.0, 0, 1)
    freeze_encoder_norm: bool = False
    ema: float = number(0.0, 0, 0.99999)


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

    every: int = number(0, 0)
    pictures: int = number(128, 1)
    size: int = number(192, 16, 1024)
    sample_every: int = number(0, 0)
    samples: int = number(8, 1, 64)


@dataclass(frozen=True)
class SourceConfig:
    """Pictures that are learned from, for the card.

    Attributes:
        name_en, name_ko: what they are.
        rights_en, rights_ko: their licence, or what is known of their rights; '': nothing is.
        folders: names of the data's sub-folders that are this source; none: all pictures that are of no other source.
    """

    name_en: str = ""
    name_ko: str = ""
    rights_en: str = ""
    rights_ko: str = ""
    folders: tuple[str, ...] = ()


@dataclass(frozen=True)
class FailureConfig:
    """Something that the model does badly, for the card.

    Attributes:
        text_en, text_ko: what, in a sentence or two.
        sample: one of the sample scans that come with the program (`portrait.jpg`), to show it; '': none does.
    """

    text_en: str = ""
    text_ko: str = ""
    sample: str = ""


@dataclass(frozen=True)
class PackConfig:
    """The model pack that comes out.

    Attributes:
        id, version: its identity, `photographs@1.0`.
        name_en, name_ko: its names.
        description_en, description_ko: what it is good for, in a sentence or two.
        licence: licence of the weights.
        training_data: what it was trained on, in a sentence or two.
        sources: the same one by one, with rights.
        failures: what it is known to do badly.
        render_size: short side in pixels at which it works best.
        chroma_ratio: the default chroma gain is chosen so that results have about this share of the truth's chroma.
        colorfulness: and at least this share of its colorfulness (Hasler & Süsstrunk 2003), because a tint over all has
            chroma, too; 0: that is not looked at.
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
    sources: tuple[SourceConfig, ...] = ()
    failures: tuple[FailureConfig, ...] = ()
    render_size: int = number(256, 32, 2048)
    chroma_ratio: float = number(0.75, 0, 2)
    colorfulness: float = number(0.0, 0, 2)
    gain_max: float = number(1.5, 1, 3)
    gain_cost: float = number(0.03, 0, 1)
    noise_steps: int = number(0, 0, 4)
    noise_rate: float = number(0.0, 0, 0.9)
    hint_caution: float = number(0.0, 0, 10)
