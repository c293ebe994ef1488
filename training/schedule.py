"""What changes over a run: learning rates and the weight of the adversarial loss."""

from __future__ import annotations

import math

from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import LossConfig, OptimizerConfig


def crop_side(config: TrainingConfig, step: int, steps: int) -> int:
    """Side of the crops in step `step` (from 0) of `steps`: small ones first, for more of them in the time."""
    return config.late_crop if config.late_crop and step >= config.late_from * steps else config.crop


def rate_factor(config: OptimizerConfig, step: int, steps: int) -> float:
    """Share of the generator's learning rate in step `step` (from 0) of `steps`.

    'linear' is that of pix2pix: constant for the first half, then down to 0.
    """
    warm_up = min(1.0, (step + 1) / config.warm_up_steps) if config.warm_up_steps else 1.0
    done = step / max(steps, 1)
    if config.schedule == "linear":
        return warm_up * min(1.0, 2.0 * (1.0 - done))
    if config.schedule == "cosine":
        return warm_up * max(config.floor, 0.5 * (1.0 + math.cos(math.pi * done)))
    return warm_up


def discriminator_rate_factor(config: OptimizerConfig, step: int, steps: int) -> float:
    """Share of the discriminator's rate: 'linear' holds for both networks; else it is constant.

    With a late adversarial stage the discriminator starts from nothing when the generator's rate is already low.
    """
    return min(1.0, 2.0 * (1.0 - step / max(steps, 1))) if config.schedule == "linear" else 1.0


def adversarial_start(config: LossConfig, steps: int) -> int:
    """The first step with a discriminator."""
    return round(config.warm_up * steps)


def adversarial_weight(config: LossConfig, step: int, steps: int) -> float:
    """lambda_GAN in step `step`: 0 in the warm-up, then rising over `ramp` steps."""
    since = step - adversarial_start(config, steps)
    if since < 0:
        return 0.0
    return config.lambda_GAN * (min(1.0, (since + 1) / config.ramp) if config.ramp else 1.0)


def uses_discriminator(config: LossConfig, step: int, steps: int) -> bool:
    """Whether D takes part in step `step`."""
    return config.lambda_GAN > 0 and step >= adversarial_start(config, steps)
