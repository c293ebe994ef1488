"""Layers that the generators share: normalisation by mode, noise masks, padding."""

from __future__ import annotations

import functools
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

NORM_MODES = ("running", "batch")


class BatchStatisticsNorm(nn.BatchNorm2d):
    """Batch normalisation that never uses running statistics, as pix2pix is tested (Isola et al. 2017, 6.2).

    While training the statistics are those of the batch; afterwards those of each picture alone, which is the
    same at pix2pix's batch size of one and keeps a picture's result independent of its neighbours.
    """

    def __init__(self, channels: int, eps: float = 1e-5) -> None:
        super().__init__(channels, eps=eps, track_running_stats=False)

    def forward(self, input: Tensor) -> Tensor:
        """Normalise float32 (N, C, H, W)."""
        if self.training:
            return super().forward(input)
        whole = input.float()  # squares of more than 255 are too much for half precision
        centred = whole - whole.mean(dim=(2, 3), keepdim=True)
        variance = (centred * centred).mean(dim=(2, 3), keepdim=True)
        scale = self.weight[None, :, None, None] * torch.rsqrt(variance + self.eps)
        return (centred * scale + self.bias[None, :, None, None]).to(input.dtype)


class DepthwiseConv2d(nn.Conv2d):
    """A depthwise convolution that stays in float32 under mixed precision on the CPU.

    The backward pass of depthwise kernels in bfloat16 has no fast path there: it was measured 4 to 15 times slower
    than in float32, and half of a whole training step.
    """

    def __init__(self, channels: int, kernel: int, stride: int) -> None:
        super().__init__(channels, channels, kernel, stride, kernel // 2, groups=channels, bias=False)

    def forward(self, input: Tensor) -> Tensor:
        """Filter each channel of (N, C, H, W) alone."""
        if input.device.type != "cpu" or not torch.is_autocast_enabled("cpu"):
            return super().forward(input)
        with torch.autocast("cpu", enabled=False):
            return super().forward(input.float()).to(input.dtype)


def norm_layer(kind: str, mode: str = "running") -> Callable[[int], nn.Module]:
    """A maker of normalisation layers.

    Args:
        kind: 'batch' or 'instance'.
        mode: for 'batch': 'running' (statistics gathered in training) or 'batch' (`BatchStatisticsNorm`).

    Raises:
        ValueError: an unknown kind or mode.
    """
    if mode not in NORM_MODES:
        raise ValueError(f"norm_mode must be one of {NORM_MODES}, not {mode!r}")
    if kind == "instance":
        return functools.partial(nn.InstanceNorm2d, affine=False, track_running_stats=False)
    if kind == "batch":
        return nn.BatchNorm2d if mode == "running" else BatchStatisticsNorm
    raise ValueError(f"norm must be 'batch' or 'instance', not {kind!r}")


def apply_mask(x: Tensor, noise: Tensor | None, start: int) -> Tensor:
    """Multiply the channels of `x` (N, C, H, W) by the masks `noise[:, start:start + C]`; None changes nothing."""
    if noise is None:
        return x
    return x * noise[:, start : start + x.shape[1], None, None]


def pad_to_multiple(x: Tensor, multiple: int, mode: str) -> Tensor:
    """Pad (N, C, H, W) at the right and at the bottom to multiples of `multiple` ('replicate' or 'constant')."""
    height, width = x.shape[-2:]
    bottom, right = -height % multiple, -width % multiple
    return x if not bottom and not right else F.pad(x, (0, right, 0, bottom), mode=mode)


def init_weights(net: nn.Module, gain: float = 0.02) -> None:
    """Initialise as in pix2pix: convolutions N(0, gain), normalisation weights N(1, gain), biases 0."""
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, 0.0, gain)
        elif isinstance(module, nn.BatchNorm2d) and module.affine:
            nn.init.normal_(module.weight, 1.0, gain)
        else:
            continue
        if module.bias is not None:
            nn.init.zeros_(module.bias)
