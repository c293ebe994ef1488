"""Losses of the conditional GAN."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorstudio.core.training_sections import LossConfig
from training.batches import AB_SCALE

_TINY = 1e-4
GAN_MODES = ("vanilla", "saturating", "lsgan", "hinge")


class GANLoss(nn.Module):
    """The adversarial objective.

    vanilla: binary cross-entropy on logits (Goodfellow et al. 2014) with the non-saturating generator, which
    maximises log D(G(z)) instead of minimising log(1 - D(G(z))). saturating: the same D, and the generator of the
    minimax game itself (equation 1), whose gradient vanishes where D is sure that a picture is a fake. lsgan: Mao et
    al. 2017. hinge: Lim & Ye 2017.
    """

    def __init__(self, gan_mode: str = "vanilla") -> None:
        super().__init__()
        if gan_mode not in GAN_MODES:
            raise ValueError(f"gan_mode must be one of {GAN_MODES}, not {gan_mode!r}")
        self.gan_mode = gan_mode

    def discriminator(self, prediction: Tensor, target_is_real: bool) -> Tensor:
        """Loss of D for one kind of pictures; the caller averages real and fake."""
        if self.gan_mode == "hinge":
            return F.relu(1.0 - prediction if target_is_real else 1.0 + prediction).mean()
        return self._to_target(prediction, target_is_real)

    def generator(self, prediction_of_fake: Tensor) -> Tensor:
        """Loss of G: D should take its pictures for real. The saturating one is negative: G lowers it without limit."""
        if self.gan_mode == "hinge":
            return -prediction_of_fake.mean()
        if self.gan_mode == "saturating":
            return F.logsigmoid(-prediction_of_fake).mean()  # log(1 - D), finite for every logit
        return self._to_target(prediction_of_fake, True)

    def _to_target(self, prediction: Tensor, is_real: bool) -> Tensor:
        target = torch.full_like(prediction, 1.0 if is_real else 0.0)
        if self.gan_mode == "lsgan":
            return F.mse_loss(prediction, target)
        return F.binary_cross_entropy_with_logits(prediction, target)


def chroma_loss(fake_B: Tensor, real_B: Tensor, config: LossConfig) -> Tensor:
    """The pixel loss of a configuration, less `vividness` times the spread of colours within each result.

    The spread is what Hasler & Süsstrunk 2003 call colourful: a reward for chroma alone would tint what is grey.
    """
    if config.compression <= 0:
        return pixel_loss(fake_B, real_B, config.smooth)
    fake, real = (compress_chroma(ab * AB_SCALE, config.compression) for ab in (fake_B, real_B))
    distance = (fake - real).square().sum(1)
    rounded = (distance + config.smooth**2 + _TINY).sqrt() - config.smooth
    spread = (fake.var((2, 3), correction=0).sum(1) + _TINY).sqrt()
    return (rounded.mean() - config.vividness * spread.mean()) / AB_SCALE


def compress_chroma(ab: Tensor, compression: float) -> Tensor:
    """Shorten (N, 2, H, W) in Lab units to a chroma of ln(1 + k C) / k, in which distances look alike (DIN 99).

    A colour difference counts for less the more colour there is (CIE94, CIEDE2000).
    """
    chroma = (ab.square().sum(1, keepdim=True) + _TINY).sqrt() * compression
    return ab * (torch.log1p(chroma) / chroma)


def pixel_loss(fake_B: Tensor, real_B: Tensor, smooth: float) -> Tensor:
    """L1 on normalised chroma; `smooth` > 0 (Lab units) rounds it off near zero (Huber)."""
    if smooth <= 0:
        return F.l1_loss(fake_B, real_B)
    return F.smooth_l1_loss(fake_B, real_B, beta=smooth / AB_SCALE)
