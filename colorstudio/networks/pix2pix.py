"""Generators as the well-known PyTorch implementation of pix2pix and CycleGAN trains them, for its checkpoints.

The U-Net of Isola et al. 2017 (6.1.1) and the residual network of Johnson et al. 2016 as CycleGAN uses it (Zhu et al.
2017, 7.1). What such a network sees and gives depends on how it was trained:

- ``L`` to ``ab``: that implementation's colorization model, L* / 50 - 1 in, a* / 110 and b* / 110 out;
- ``grey`` or ``RGB`` to ``RGB``: sRGB values scaled to -1..1. The scan's grey is given, in three channels for ``RGB``,
  and the chroma of the result is taken.

The turning into and out of sRGB is part of the network and of its graph. So L goes in and ab comes out as in
every other generator: no back-end, no measure and no training run has to know where it came from.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorstudio.networks.colour import chroma_of_rgb, grey_of_lightness
from colorstudio.networks.generator import Generator
from colorstudio.networks.layers import apply_mask, init_weights, norm_layer
from colorstudio.networks.unet import UnetGenerator

CHANNELS_SEEN = {"L": 1, "grey": 1, "RGB": 3}
CHANNELS_GIVEN = {"ab": 2, "RGB": 3}
_CHROMA_SCALE = 110.0


class _Colours:
    """What a foreign network sees of L, and the chroma in what it gives.

    Args:
        sees: a key of `CHANNELS_SEEN`.
        gives: a key of `CHANNELS_GIVEN`.

    Raises:
        ValueError: another word than these.
    """

    def __init__(self, sees: str, gives: str) -> None:
        if sees not in CHANNELS_SEEN or gives not in CHANNELS_GIVEN:
            raise ValueError(f"colours are {list(CHANNELS_SEEN)} to {list(CHANNELS_GIVEN)}, not {sees} to {gives}")
        self.inputs, self.outputs = CHANNELS_SEEN[sees], CHANNELS_GIVEN[gives]
        self._sees_lightness, self._gives_chroma = sees == "L", gives == "ab"

    def seen(self, L: Tensor) -> Tensor:
        """From L (N, 1, H, W), -1..1, to (N, inputs, H, W), -1..1."""
        if self._sees_lightness:
            return L
        grey = 2.0 * grey_of_lightness(50.0 * L.float() + 50.0) - 1.0
        return grey if self.inputs == 1 else torch.cat([grey] * self.inputs, 1)

    def chroma(self, given: Tensor) -> Tensor:
        """From (N, outputs, H, W), -1..1, to a and b (N, 2, H, W), -1..1."""
        return given if self._gives_chroma else chroma_of_rgb(0.5 * given.float() + 0.5) / _CHROMA_SCALE


class Pix2PixUnet(UnetGenerator):
    """unet_128 (num_downs 7) and unet_256 (8).

    Args:
        num_downs, ngf, norm, norm_mode: see `UnetGenerator`.
        noise_rate: of the dropout in the decoder, which is taken as noise of whole channels; 0: trained without.
        sees, gives: see the module.
    """

    architecture = "pix2pix_unet"

    def __init__(
        self,
        num_downs: int = 8,
        ngf: int = 64,
        norm: str = "batch",
        norm_mode: str = "batch",
        noise_rate: float = 0.5,
        sees: str = "L",
        gives: str = "ab",
    ) -> None:
        self._colours = _Colours(sees, gives)
        super().__init__(num_downs, ngf, norm, norm_mode, uses_hints=False, noise_rate=noise_rate)
        del self.arguments["uses_hints"]
        self.arguments |= {"sees": sees, "gives": gives}
        if not noise_rate:
            self.noise_channels = 0

    def _channels(self) -> tuple[int, int]:
        return self._colours.inputs, self._colours.outputs

    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """See `Generator.body`."""
        return self._colours.chroma(self._run(self._colours.seen(L), noise))


class ConvNorm(nn.Module):
    """A convolution (of either direction) and its normalisation."""

    def __init__(self, conv: nn.Module, norm: nn.Module) -> None:
        super().__init__()
        self.conv, self.norm = conv, norm

    def forward(self, x: Tensor) -> Tensor:
        """Filter and normalise (N, C, H, W)."""
        y: Tensor = self.norm(self.conv(x))
        return y


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions on reflected borders, their result added to the input; noise between them."""

    def __init__(self, first: ConvNorm, second: ConvNorm) -> None:
        super().__init__()
        self.first, self.second = first, second

    def forward(self, x: Tensor, noise: Tensor | None, start: int) -> Tensor:
        """Refine (N, C, H, W)."""
        y = apply_mask(F.relu(self.first(_reflected(x, 1))), noise, start)
        result: Tensor = x + self.second(_reflected(y, 1))
        return result


class Pix2PixResnet(Generator):
    """resnet_6blocks and resnet_9blocks: c7s1-64, d128, d256, R256 ..., u128, u64, c7s1-out, tanh.

    Args:
        blocks: number of residual blocks.
        ngf: width of the first layer.
        norm, norm_mode, noise_rate, sees, gives: see `Pix2PixUnet`.
    """

    architecture = "pix2pix_resnet"
    multiple_of = 8
    """4 would do for the strides; a reflected border wants two pixels of the deepest layer."""
    uses_hints = False

    def __init__(
        self,
        blocks: int = 9,
        ngf: int = 64,
        norm: str = "batch",
        norm_mode: str = "batch",
        noise_rate: float = 0.5,
        sees: str = "L",
        gives: str = "ab",
    ) -> None:
        super().__init__()
        self.arguments = {
            "blocks": blocks,
            "ngf": ngf,
            "norm": norm,
            "norm_mode": norm_mode,
            "noise_rate": noise_rate,
            "sees": sees,
            "gives": gives,
        }
        self.norm_mode, self.noise_rate = norm_mode, noise_rate
        self._width = 4 * ngf
        self.noise_channels = blocks * self._width if noise_rate else 0
        self._colours = _Colours(sees, gives)
        self._build(blocks, ngf, norm, norm_mode)
        init_weights(self)

    def _build(self, blocks: int, ngf: int, norm: str, norm_mode: str) -> None:
        make_norm, bias, wide = norm_layer(norm, norm_mode), norm != "batch", 4 * ngf

        def conv(channels_in: int, channels_out: int, kernel: int, stride: int, padding: int) -> ConvNorm:
            layer = nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=bias)
            return ConvNorm(layer, make_norm(channels_out))

        def up(channels: int) -> ConvNorm:
            layer = nn.ConvTranspose2d(channels, channels // 2, 3, 2, 1, output_padding=1, bias=bias)
            return ConvNorm(layer, make_norm(channels // 2))

        self.start = conv(self._colours.inputs, ngf, 7, 1, 0)
        self.downs = nn.ModuleList([conv(ngf, 2 * ngf, 3, 2, 1), conv(2 * ngf, wide, 3, 2, 1)])
        pairs = ((conv(wide, wide, 3, 1, 0), conv(wide, wide, 3, 1, 0)) for _ in range(blocks))
        self.blocks = nn.ModuleList(ResidualBlock(first, second) for first, second in pairs)
        self.ups = nn.ModuleList([up(wide), up(2 * ngf)])
        self.head = nn.Conv2d(ngf, self._colours.outputs, 7)

    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """See `Generator.body`."""
        x = F.relu(self.start(_reflected(self._colours.seen(L), 3)))
        for down in self.downs:
            x = F.relu(down(x))
        for i, block in enumerate(self.blocks):
            x = block(x, noise, i * self._width)
        for up in self.ups:
            x = F.relu(up(x))
        return self._colours.chroma(torch.tanh(self.head(_reflected(x, 3))))


def _reflected(x: Tensor, border: int) -> Tensor:
    return F.pad(x, (border, border, border, border), mode="reflect")
