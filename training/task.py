"""pix2pix: a conditional GAN from lightness (and hints) to chroma. The task owns networks, losses and optimisers."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor, nn

from colorstudio.core.training_config import OptimizerConfig, TrainingConfig
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import Generator
from training.batches import Batch
from training.losses import GANLoss, chroma_loss
from training.precision import Precision
from training.schedule import adversarial_weight, discriminator_rate_factor, rate_factor, uses_discriminator
from training.seeds import generator_for

Losses = dict[str, Tensor]


class ColorizationTask:
    """One step at a time: D first on detached fakes, then G with D frozen.

    Args:
        netG: the generator.
        netD: the discriminator.
        config: the run's configuration.
        steps: length of the run.
        precision: device and mixed precision.
    """

    def __init__(
        self, netG: Generator, netD: NLayerDiscriminator, config: TrainingConfig, steps: int, precision: Precision
    ) -> None:
        self.config, self.steps, self.precision = config, steps, precision
        self.netG: Generator = _place_network(netG, precision)
        self.netD: NLayerDiscriminator = _place_network(netD, precision)
        self.averaged = copy.deepcopy(self.netG).requires_grad_(False).eval()
        self.criterionGAN = GANLoss(config.loss.gan_mode)
        self.optimizer_G = _optimizer(parameter_groups(netG, config.optimizer), config.optimizer)
        self.optimizer_D = _optimizer(
            [{"params": list(netD.parameters()), "lr": config.optimizer.lr_D}], config.optimizer
        )
        for group in [*self.optimizer_G.param_groups, *self.optimizer_D.param_groups]:
            group["full_lr"] = group["lr"]
        self.scaler_G, self.scaler_D = precision.scaler(), precision.scaler()

    @property
    def best_generator(self) -> Generator:
        """The generator to use: the averaged one, if weights are averaged."""
        return self.averaged if self.config.optimizer.ema > 0 else self.netG

    def train_step(self, batch: Batch, step: int) -> Losses:
        """Update D (after the warm-up) and G once with the batch of step `step` (from 0)."""
        self._set_rates(step)
        self._set_training()
        real_A, hints, real_B = (self._place(x) for x in (batch.real_A, batch.hints, batch.real_B))
        with self.precision.autocast():
            fake_B = self.netG(real_A, hints, self._noise(step, len(real_A)))
        fake_B = fake_B.float()
        losses: Losses = {}
        adversarial = uses_discriminator(self.config.loss, step, self.steps)
        if adversarial:
            losses |= self._update_D(real_A, real_B, fake_B.detach())
        weight = adversarial_weight(self.config.loss, step, self.steps) if adversarial else None
        losses |= self._update_G(real_A, real_B, fake_B, weight)
        self._average(step)
        return losses

    def _update_D(self, real_A: Tensor, real_B: Tensor, detached_B: Tensor) -> Losses:
        self.netD.requires_grad_(True)
        with self.precision.autocast():
            on_fake, on_real = self.netD(real_A, detached_B), self.netD(real_A, real_B)
        loss_D_fake = self.criterionGAN.discriminator(on_fake.float(), False)
        loss_D_real = self.criterionGAN.discriminator(on_real.float(), True)
        _descend((loss_D_fake + loss_D_real) * 0.5, self.optimizer_D, self.scaler_D)
        return {"loss_D_fake": loss_D_fake.detach(), "loss_D_real": loss_D_real.detach()}

    def _update_G(self, real_A: Tensor, real_B: Tensor, fake_B: Tensor, adversarial: float | None) -> Losses:
        loss_L1 = chroma_loss(fake_B, real_B, self.config.loss)
        loss_G = self.config.loss.lambda_L1 * loss_L1
        losses = {"loss_G_L1": loss_L1.detach()}
        if adversarial is not None:
            self.netD.requires_grad_(False)
            with self.precision.autocast():
                on_fake = self.netD(real_A, fake_B)
            loss_GAN = self.criterionGAN.generator(on_fake.float())
            loss_G = loss_G + adversarial * loss_GAN
            losses["loss_G_GAN"] = loss_GAN.detach()
        _descend(loss_G, self.optimizer_G, self.scaler_G)
        return losses | {"loss_G": loss_G.detach()}

    def _place(self, x: Tensor) -> Tensor:
        return x.to(self.precision.device, memory_format=torch.channels_last, non_blocking=True)

    def _noise(self, step: int, count: int) -> Tensor | None:
        keep, channels = 1.0 - self.netG.noise_rate, self.netG.noise_channels
        if keep >= 1.0 or channels == 0:
            return None
        kept = generator_for(self.config.seed, step, "noise").random((count, channels)) < keep
        masks: Tensor = torch.from_numpy(kept).to(self.precision.device, torch.float32) / keep
        return masks

    def _set_training(self) -> None:
        self.netG.train()
        self.netD.train()
        if self.config.optimizer.freeze_encoder_norm and isinstance(encoder := _encoder_of(self.netG), nn.Module):
            for module in encoder.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eval()

    def _set_rates(self, step: int) -> None:
        optimizer = self.config.optimizer
        for group in self.optimizer_G.param_groups:
            group["lr"] = group["full_lr"] * rate_factor(optimizer, step, self.steps)
        for group in self.optimizer_D.param_groups:
            group["lr"] = group["full_lr"] * discriminator_rate_factor(optimizer, step, self.steps)

    @torch.no_grad()
    def _average(self, step: int) -> None:
        decay = self.config.optimizer.ema
        if decay <= 0:
            return
        decay = min(decay, (1.0 + step) / (10.0 + step))  # the first steps are far from any average
        for mean, value in zip(self.averaged.state_dict().values(), self.netG.state_dict().values(), strict=True):
            if mean.is_floating_point():
                mean.lerp_(value, 1.0 - decay)
            else:
                mean.copy_(value)

    def state_dict(self) -> dict[str, Any]:
        """All that a resumed run needs, as tensors and plain values."""
        return {
            "netG": self.netG.state_dict(),
            "netD": self.netD.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer_G": self.optimizer_G.state_dict(),
            "optimizer_D": self.optimizer_D.state_dict(),
            "scaler_G": self.scaler_G.state_dict(),
            "scaler_D": self.scaler_D.state_dict(),
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Continue from what `state_dict` gave."""
        self.netG.load_state_dict(state["netG"])
        self.netD.load_state_dict(state["netD"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimizer_G.load_state_dict(state["optimizer_G"])
        self.optimizer_D.load_state_dict(state["optimizer_D"])
        self.scaler_G.load_state_dict(state["scaler_G"])
        self.scaler_D.load_state_dict(state["scaler_D"])


def _place_network(net: Any, precision: Precision) -> Any:
    return net.to(precision.device, memory_format=torch.channels_last)


def _encoder_of(netG: Generator) -> nn.Module | None:
    encoder = getattr(netG, "encoder", None)
    return encoder if isinstance(encoder, nn.Module) else None


def parameter_groups(netG: Generator, config: OptimizerConfig) -> list[dict[str, Any]]:
    """Encoder and decoder with their rates; biases and normalisation weights are not decayed."""
    encoder = _encoder_of(netG)
    in_encoder = {id(p) for p in encoder.parameters()} if encoder is not None else set()
    groups = []
    for part, rate in ((True, config.encoder_lr or config.lr), (False, config.lr)):
        for decayed in (True, False):
            chosen = [p for p in netG.parameters() if (id(p) in in_encoder) == part and (p.ndim > 1) == decayed]
            if chosen:
                groups.append({"params": chosen, "lr": rate, "weight_decay": config.weight_decay if decayed else 0.0})
    return groups


def _optimizer(groups: list[dict[str, Any]], config: OptimizerConfig) -> torch.optim.Optimizer:
    kind = torch.optim.AdamW if config.name == "adamw" else torch.optim.Adam
    return kind(groups, betas=(config.beta1, config.beta2), weight_decay=0.0)


def _descend(loss: Tensor, optimizer: torch.optim.Optimizer, scaler: torch.amp.GradScaler) -> None:
    optimizer.zero_grad(set_to_none=True)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
