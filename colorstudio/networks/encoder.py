"""EfficientNet-Lite0 as an encoder of lightness.

EfficientNet-Lite is EfficientNet (Tan & Le 2019) without squeeze-and-excitation and with ReLU6, made for
phones: quick on a CPU without any special kernels. The classifier's head is left out; the features at
1/2, 1/4, 1/8, 1/16 and 1/32 of the picture are what a U-Net decoder needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn

from colorstudio.networks.layers import DepthwiseConv2d


class Stage(NamedTuple):
    """One block of the network: its kernel, stride, channels and expansion of the inner width."""

    kernel: int
    stride: int
    channels_in: int
    channels_out: int
    expansion: int


def _stages() -> list[Stage]:
    rows = [(3, 1, 16, 1, 1), (3, 2, 24, 6, 2), (5, 2, 40, 6, 2), (3, 2, 80, 6, 3)]
    rows += [(5, 1, 112, 6, 3), (5, 2, 192, 6, 4), (3, 1, 320, 6, 1)]
    stages: list[Stage] = []
    channels = 32
    for kernel, stride, out, expansion, repeats in rows:
        for i in range(repeats):
            stages.append(Stage(kernel, stride if i == 0 else 1, channels, out, expansion))
            channels = out
    return stages


LITE0_STAGES: tuple[Stage, ...] = tuple(_stages())
"""The 16 blocks of EfficientNet-Lite0."""

FEATURE_CHANNELS = (16, 24, 40, 112, 320)
"""Channels of the features at 1/2, 1/4, 1/8, 1/16 and 1/32."""

_FEATURE_AFTER = (0, 2, 4, 10, 15)


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)


class MobileBlock(nn.Module):
    """Inverted residual block: expand 1x1, depthwise, project 1x1 (Sandler et al. 2018)."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        width = stage.channels_in * stage.expansion
        self.residual = stage.stride == 1 and stage.channels_in == stage.channels_out
        self.expand: nn.Module = nn.Identity()
        if stage.expansion != 1:
            self.expand = nn.Sequential(
                nn.Conv2d(stage.channels_in, width, 1, bias=False), _norm(width), nn.ReLU6(inplace=True)
            )
        self.depthwise = nn.Sequential(
            DepthwiseConv2d(width, stage.kernel, stage.stride),
            _norm(width),
            nn.ReLU6(inplace=True),
        )
        self.project = nn.Sequential(nn.Conv2d(width, stage.channels_out, 1, bias=False), _norm(stage.channels_out))

    def forward(self, x: Tensor) -> Tensor:
        """Map float32 (N, channels_in, H, W) to (N, channels_out, H/stride, W/stride)."""
        y: Tensor = self.project(self.depthwise(self.expand(x)))
        return x + y if self.residual else y


class EfficientNetLite0(nn.Module):
    """The encoder. Its input is L, one channel, -1..1; `stem_offset` is added before the stem's normalisation.

    The original network takes RGB scaled to -1..1. A grey picture has three equal channels, so the three kernels
    of the stem are summed into one: the same values for a third of the work.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 32, 3, 2, 1, bias=False)
        self.stem_norm = _norm(32)
        self.stem_act = nn.ReLU6(inplace=True)
        self.blocks = nn.ModuleList(MobileBlock(stage) for stage in LITE0_STAGES)

    def forward(self, L: Tensor, stem_offset: Tensor | None = None) -> list[Tensor]:
        """Encode lightness.

        Args:
            L: float32 (N, 1, H, W), -1..1, H and W multiples of 32.
            stem_offset: float32 (N, 32, H/2, W/2) or None.

        Returns:
            Five features, of `FEATURE_CHANNELS` channels, at 1/2 to 1/32 of the size.
        """
        x = self.stem(L)
        if stem_offset is not None:
            x = x + stem_offset
        x = self.stem_act(self.stem_norm(x))
        features = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in _FEATURE_AFTER:
                features.append(x)
        return features


def lite0_state_from_rgb(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Rename the weights of the RGB classifier EfficientNet-Lite0 to those of `EfficientNetLite0`.

    Args:
        state: state_dict in the names of the common PyTorch port (`_conv_stem`, `_blocks.3._bn1`, …).

    Returns:
        A state_dict that `EfficientNetLite0.load_state_dict(strict=True)` takes; the head is dropped.

    Raises:
        KeyError: a weight of the network is not in `state`.
    """
    renamed = {"stem.weight": state["_conv_stem.weight"].sum(dim=1, keepdim=True)}
    renamed |= _norm_state(state, "_bn0", "stem_norm")
    for index, stage in enumerate(LITE0_STAGES):
        parts = [("_depthwise_conv", "_bn1", "depthwise"), ("_project_conv", "_bn2", "project")]
        if stage.expansion != 1:
            parts.insert(0, ("_expand_conv", "_bn0", "expand"))
        for conv, norm, name in parts:
            renamed[f"blocks.{index}.{name}.0.weight"] = state[f"_blocks.{index}.{conv}.weight"]
            renamed |= _norm_state(state, f"_blocks.{index}.{norm}", f"blocks.{index}.{name}.1")
    return renamed


def _norm_state(state: Mapping[str, Tensor], old: str, new: str) -> dict[str, Tensor]:
    names = ("weight", "bias", "running_mean", "running_var")
    values = {f"{new}.{name}": state[f"{old}.{name}"] for name in names}
    values[f"{new}.num_batches_tracked"] = torch.zeros((), dtype=torch.long)
    return values
