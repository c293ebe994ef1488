"""The U-Net of pix2pix."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorstudio.networks.generator import HINT_CHANNELS, Generator
from colorstudio.networks.layers import apply_mask, init_weights, norm_layer


class UnetDown(nn.Module):
    """One step down: (LeakyReLU), convolution 4x4 of stride 2, (normalisation)."""

    def __init__(self, channels_in: int, channels_out: int, norm: nn.Module | None, activate: bool, bias: bool) -> None:
        super().__init__()
        self.act: nn.Module = nn.LeakyReLU(0.2) if activate else nn.Identity()
        self.conv = nn.Conv2d(channels_in, channels_out, 4, 2, 1, bias=bias)
        self.norm: nn.Module = norm if norm is not None else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """Halve the size of (N, C, H, W)."""
        y: Tensor = self.norm(self.conv(self.act(x)))
        return y


class UnetUp(nn.Module):
    """One step up: ReLU, transposed convolution 4x4 of stride 2, (normalisation)."""

    def __init__(self, channels_in: int, channels_out: int, norm: nn.Module | None, bias: bool) -> None:
        super().__init__()
        self.conv = nn.ConvTranspose2d(channels_in, channels_out, 4, 2, 1, bias=bias)
        self.norm: nn.Module = norm if norm is not None else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """Double the size of (N, C, H, W)."""
        y: Tensor = self.norm(self.conv(F.relu(x)))
        return y


class UnetGenerator(Generator):
    """The U-Net of pix2pix (Isola et al. 2017, 6.1.1): unet_256 with num_downs 8, unet_128 with 7.

    Encoder C64-C128-C256-C512-…, decoder mirrored with skips, tanh. The paper's noise is dropout of 0.5 in the inner
    decoder layers; here it is given from outside and drops whole channels, so that it does not depend on the size.

    Args:
        num_downs: number of halvings, at least 5.
        ngf: width of the first layer.
        norm: 'batch' or 'instance'.
        norm_mode: 'running' or 'batch' statistics when the network is used ('batch': pix2pix's habit).
        uses_hints: whether hint channels are part of the input.
        noise_rate: share of the channels that noise drops, 0..1.
    """

    architecture = "unet"

    def __init__(
        self,
        num_downs: int = 8,
        ngf: int = 64,
        norm: str = "batch",
        norm_mode: str = "batch",
        uses_hints: bool = True,
        noise_rate: float = 0.5,
    ) -> None:
        super().__init__()
        self.arguments = {
            "num_downs": num_downs,
            "ngf": ngf,
            "norm": norm,
            "norm_mode": norm_mode,
            "uses_hints": uses_hints,
            "noise_rate": noise_rate,
        }
        self.multiple_of, self.uses_hints, self.norm_mode = 2**num_downs, uses_hints, norm_mode
        self.noise_rate, self.noise_channels = noise_rate, (num_downs - 5) * ngf * 8
        self._build(num_downs, ngf, norm, norm_mode)
        init_weights(self)

    def _channels(self) -> tuple[int, int]:
        """How many channels go in and come out."""
        return 1 + (HINT_CHANNELS if self.uses_hints else 0), 2

    def _build(self, num_downs: int, ngf: int, norm: str, norm_mode: str) -> None:
        make_norm = norm_layer(norm, norm_mode)
        widths = [ngf * min(2**i, 8) for i in range(num_downs)]
        bias = norm != "batch"  # pix2pix goes by the kind of norm, also where a layer has none; the last layer has one
        inputs, outputs = self._channels()
        self.downs = nn.ModuleList()
        self.ups = nn.ModuleList()
        for i, width in enumerate(widths):
            outermost, innermost = i == 0, i == num_downs - 1
            down_norm = None if outermost or innermost else make_norm(width)
            self.downs.append(UnetDown(inputs if outermost else widths[i - 1], width, down_norm, not outermost, bias))
            out = outputs if outermost else widths[i - 1]
            up_norm = None if outermost else make_norm(out)
            self.ups.append(UnetUp(width if innermost else 2 * width, out, up_norm, bias or outermost))

    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """See `Generator.body`."""
        return self._run(L if hints is None or not self.uses_hints else torch.cat([L, hints], 1), noise)

    def _run(self, x: Tensor, noise: Tensor | None) -> Tensor:
        skips: list[Tensor] = []
        for down in self.downs:
            x = down(x)
            skips.append(x)
        masked = self._masked_layers()
        for i in reversed(range(len(self.ups))):
            x = self.ups[i](x)
            if i in masked:
                x = apply_mask(x, noise, masked[i])
            if i > 0:
                x = torch.cat([skips[i - 1], x], 1)
        return torch.tanh(x)

    def _masked_layers(self) -> dict[int, int]:
        """Decoder layers with noise (all at full width but the innermost) -> where their masks start."""
        count = len(self.ups)
        full_width = self.noise_channels // max(count - 5, 1)
        return {i: (count - 2 - i) * full_width for i in range(4, count - 1)} if count > 5 else {}
