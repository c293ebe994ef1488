"""pix2pix: a conditional GAN from lightness (and hints) to chroma. The task owns networks, losses and optimisers."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import OptimizerConfig
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import Generator
from training.batches import Batch
from training.distributed import ALONE, Team
from training.losses import GANLoss, chroma_loss
from training.memory import is_out_of_memory
from training.precision import Precision
from training.schedule import adversarial_weight, discriminator_rate_factor, rate_factor, uses_discriminator
from training.seeds import generator_for
from training.shared_norm import share_statistics

Losses = dict[str, Tensor]


@dataclass
class Part:
    """Some pictures of a batch, all of it if the memory allows.

    Attributes:
        real_A, hints, real_B: as in `Batch`, on the device.
        noise: the generator's masks (N, C), or None.
        share: of the batch, 0..1.
        fake_B: the generator's chroma with its graph, where it is kept from D's update for that of G.
    """

    real_A: Tensor
    hints: Tensor
    real_B: Tensor
    noise: Tensor | None
    share: float
    fake_B: Tensor | None = None


class ColorizationTask:
    """One step at a time: D first on detached fakes, then G with D frozen.

    Args:
        netG: the generator.
        netD: the discriminator.
        config: the run's configuration.
        steps: length of the run.
        precision: device and mixed precision.
        team: the processes that share each batch; those that follow do what the leader's task does.

    Attributes:
        micro_batch: pictures that are in memory at once; 0: the whole batch. May be set between steps.
        rate_share: factor on all learning rates. May be set between steps.
    """

    def __init__(
        self,
        netG: Generator,
        netD: NLayerDiscriminator,
        config: TrainingConfig,
        steps: int,
        precision: Precision,
        team: Team = ALONE,
    ) -> None:
        self.config, self.steps, self.precision, self.team = config, steps, precision, team
        self.micro_batch, self.rate_share = config.micro_batch, 1.0
        self.netG: Generator = _place_network(netG, precision)
        self.netD: NLayerDiscriminator = _place_network(netD, precision)
        self.averaged = copy.deepcopy(self.netG).requires_grad_(False).eval()
        for net in (self.netG, self.netD):
            share_statistics(net, team)
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
        """Update D (after the warm-up; `d_steps` times) and then G with the batch of step `step` (from 0).

        Every update of D sees pictures and noise of its own (Goodfellow et al. 2014, algorithm 1); the last of them
        shares those of G, and the losses that are returned are its.

        With a `micro_batch` the pictures go through the networks a few at a time and their gradients are added up: the
        same step as with all of them at once, but for batch normalisation, which then sees the few alone.
        """
        try:
            return self._step(batch, step)
        except (MemoryError, RuntimeError) as error:
            if self.team.size == 1 or not is_out_of_memory(error):
                raise
            # The others wait for this process in the middle of the step: there is no way back to its beginning.
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The memory is not enough for {count} pictures at once in each process; start with micro_batch = "
                    "{fewer}, or with a smaller batch.",
                ),
                count=(count := self.micro_batch or len(batch.real_A)),
                fewer=max(1, count // 2),
            ) from error

    def _step(self, batch: Batch, step: int) -> Losses:
        self.team.order("step", step=step, micro_batch=self.micro_batch, rate_share=self.rate_share)
        self._set_rates(step)
        self._set_training()
        parts = self._parts(batch, step)
        losses: Losses = {}
        weight = None
        if uses_discriminator(self.config.loss, step, self.steps):
            weight = adversarial_weight(self.config.loss, step, self.steps)
            for k, other in enumerate(batch.for_D):
                self._update_D(self._parts(other, step, f"noise {k}"), alone=True)
            losses |= self._update_D(parts)
        losses |= self._update_G(parts, weight)
        self._average(step)
        return losses

    def _parts(self, batch: Batch, step: int, purpose: str = "noise") -> list[Part]:
        real_A, hints, real_B = (self._place(x) for x in (batch.real_A, batch.hints, batch.real_B))
        count = len(real_A)
        noise, size, whole = self._noise(step, count, purpose), self.micro_batch or count, count * self.team.size
        rows = [slice(first, min(first + size, count)) for first in range(0, count, size)]
        return [
            Part(real_A[r], hints[r], real_B[r], None if noise is None else noise[r], (r.stop - r.start) / whole)
            for r in rows
        ]

    def _update_D(self, parts: Sequence[Part], alone: bool = False) -> Losses:
        """One update; `alone`: that of G with the same parts does not follow."""
        self.netD.requires_grad_(True)
        self.optimizer_D.zero_grad(set_to_none=True)
        losses: Losses = {}
        for part in parts:
            detached_B = self._detached_fake(part, keep=len(parts) == 1 and not alone)
            with self.precision.autocast():
                on_fake, on_real = self.netD(part.real_A, detached_B), self.netD(part.real_A, part.real_B)
            loss_D_fake = self.criterionGAN.discriminator(on_fake.float(), False)
            loss_D_real = self.criterionGAN.discriminator(on_real.float(), True)
            self.scaler_D.scale((loss_D_fake + loss_D_real) * 0.5 * part.share).backward()
            _add(losses, part.share, loss_D_fake=loss_D_fake, loss_D_real=loss_D_real)
        self._descend(self.optimizer_D, self.scaler_D, losses)
        return losses

    def _update_G(self, parts: Sequence[Part], adversarial: float | None) -> Losses:
        self.netD.requires_grad_(False)
        self.optimizer_G.zero_grad(set_to_none=True)
        losses: Losses = {}
        for part in parts:
            fake_B = self._fake(part) if part.fake_B is None else part.fake_B
            part.fake_B = None
            loss_L1 = chroma_loss(fake_B, part.real_B, self.config.loss)
            loss_G = self.config.loss.lambda_L1 * loss_L1
            _add(losses, part.share, loss_G_L1=loss_L1)
            if adversarial is not None:
                with self.precision.autocast():
                    on_fake = self.netD(part.real_A, fake_B)
                loss_GAN = self.criterionGAN.generator(on_fake.float())
                loss_G = loss_G + adversarial * loss_GAN
                _add(losses, part.share, loss_G_GAN=loss_GAN)
            self.scaler_G.scale(loss_G * part.share).backward()
            _add(losses, part.share, loss_G=loss_G)
        self._descend(self.optimizer_G, self.scaler_G, losses)
        return losses

    def _descend(self, optimizer: torch.optim.Optimizer, scaler: torch.amp.GradScaler, losses: Losses) -> None:
        """Update with the gradients of the whole batch, and make the losses those of the whole batch."""
        learned = [p.grad for group in optimizer.param_groups for p in group["params"] if p.grad is not None]
        self.team.sum_([*learned, *losses.values()])
        scaler.step(optimizer)
        scaler.update()

    def _fake(self, part: Part) -> Tensor:
        with self.precision.autocast():
            fake_B: Tensor = self.netG(part.real_A, part.hints, part.noise)
        return fake_B.float()

    def _detached_fake(self, part: Part, keep: bool) -> Tensor:
        """What D sees of G. A whole batch keeps its graph for G's update; of several parts that would fill the memory.

        G is then evaluated twice, and must not count what it sees twice.
        """
        if keep:
            part.fake_B = self._fake(part)
            return part.fake_B.detach()
        with torch.no_grad(), unseen(self.netG):
            return self._fake(part)

    def _place(self, x: Tensor) -> Tensor:
        return x.to(self.precision.device, memory_format=torch.channels_last, non_blocking=True)

    def _noise(self, step: int, count: int, purpose: str = "noise") -> Tensor | None:
        keep, channels = 1.0 - self.netG.noise_rate, self.netG.noise_channels
        if keep >= 1.0 or channels == 0:
            return None
        drawn = generator_for(self.config.seed, step, purpose).random((count * self.team.size, channels))
        kept = drawn[count * self.team.rank : count * (self.team.rank + 1)] < keep
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
            group["lr"] = group["full_lr"] * rate_factor(optimizer, step, self.steps) * self.rate_share
        for group in self.optimizer_D.param_groups:
            group["lr"] = group["full_lr"] * discriminator_rate_factor(optimizer, step, self.steps) * self.rate_share

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
            "micro_batch": self.micro_batch,
            "rate_share": self.rate_share,
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Continue from what `state_dict` gave; states from before there were parts go on without."""
        self.team.order("load", state=state)
        self.micro_batch = state.get("micro_batch", self.config.micro_batch)
        self.rate_share = state.get("rate_share", 1.0)
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


def _add(losses: Losses, share: float, **values: Tensor) -> None:
    """Add one part's losses to those of the batch."""
    for name, value in values.items():
        part = value.detach() * share
        losses[name] = losses[name] + part if name in losses else part


@contextmanager
def unseen(net: nn.Module) -> Iterator[None]:
    """Evaluate a network in training mode without its running statistics taking note."""
    gathering = [m for m in net.modules() if isinstance(m, nn.BatchNorm2d) and m.track_running_stats]
    learning = [module for module in gathering if module.training]
    for module in learning:
        module.track_running_stats = False
    try:
        yield
    finally:
        for module in learning:
            module.track_running_stats = True
