"""Batch normalisation over the batch of all processes."""

from __future__ import annotations

from typing import Any, ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.distributed import Team


class SharedStatistics(nn.BatchNorm2d):
    """Normalises by the statistics of the whole batch, of which every process holds an equal part.

    Torch's own `SyncBatchNorm` refuses the CPU; this one is the same mathematics on any device, at the price of some
    passes over memory that a fused kernel would save. Away from training it is what it was before.
    """

    team: ClassVar[Team]

    def forward(self, input: Tensor) -> Tensor:
        """Normalise (N, C, H, W)."""
        if not self.training:
            return super().forward(input)
        x = input.float()
        variance, mean = torch.var_mean(x, (0, 2, 3), correction=0)
        mine = F.one_hot(torch.tensor([self.team.rank]), self.team.size).T.to(x)  # (size, 1)
        both = _sum_of_all(mine * torch.cat([mean, variance])[None], self.team)  # a row for each process
        means, variances = both.chunk(2, 1)
        mean = means.mean(0)
        variance = (variances + (means - mean).square()).mean(0)  # the law of total variance
        self._gather(mean.detach(), variance.detach(), x.numel() // x.shape[1] * self.team.size)
        scale = torch.rsqrt(variance + self.eps)
        y = (x - mean[None, :, None, None]) * scale[None, :, None, None]
        if self.affine:
            y = y * self.weight[None, :, None, None] + self.bias[None, :, None, None]
        return y.to(input.dtype)

    def _gather(self, mean: Tensor, variance: Tensor, count: int) -> None:
        if not self.track_running_stats or self.running_mean is None or self.running_var is None:
            return
        assert self.num_batches_tracked is not None
        self.num_batches_tracked.add_(1)
        share = 1.0 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        self.running_mean.lerp_(mean, share)
        self.running_var.lerp_(variance * (count / max(count - 1, 1)), share)


def share_statistics(net: nn.Module, team: Team) -> None:
    """Let every batch normalisation of `net` see the whole batch. Parameters and their names stay as they are."""
    if team.size == 1:
        return
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            kind = type(module)
            module.__class__ = type(f"Shared{kind.__name__}", (SharedStatistics, kind), {"team": team})


def _sum_of_all(x: Tensor, team: Team) -> Tensor:
    summed: Tensor = _SumOfAll.apply(x, team)  # type: ignore[no-untyped-call]
    return summed


class _SumOfAll(torch.autograd.Function):
    """Sum over all processes. Each of their losses depends on each summand: gradients are summed as well."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, team: Team) -> Tensor:
        ctx.team = team
        total = x.clone()
        team.sum_([total])
        return total

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        total = gradients[0].clone()
        ctx.team.sum_([total])
        return total, None
