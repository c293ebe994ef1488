"""Generators: lightness, hints and noise in, chroma out.

All of them see normalised values (see `inference.pack`): L is (L* - 50) / 50, hints and output are a*, b*
divided by 110, the hint mask is 0 or 1.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorstudio.networks.encoder import FEATURE_CHANNELS, EfficientNetLite0
from colorstudio.networks.hint_memory import HintMemory
from colorstudio.networks.layers import apply_mask, init_weights, norm_layer, pad_to_multiple

HINT_CHANNELS = 3
"""a, b and mask."""


class Generator(nn.Module, ABC):
    """What every generator offers.

    Attributes:
        architecture: the name under which `build_generator` knows the class.
        arguments: keyword arguments that build an equal network.
        multiple_of: sizes that `body` takes are multiples of this.
        uses_hints: whether `hints` are looked at.
        noise_channels: C of the noise masks (N, C).
        noise_rate: share of the channels that noise drops.
    """

    architecture: ClassVar[str]
    arguments: dict[str, int | float | bool | str]
    multiple_of: int
    uses_hints: bool
    noise_channels: int
    noise_rate: float
    norm_mode: str

    @abstractmethod
    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """`forward` without padding: H and W must be multiples of `multiple_of`. This is what is exported.

        `hints` may be None only if the generator has none.
        """

    def forward(self, L: Tensor, hints: Tensor | None = None, noise: Tensor | None = None) -> Tensor:
        """Predict chroma.

        Args:
            L: float32 (N, 1, H, W), -1..1, any size.
            hints: float32 (N, 3, H, W): a, b (-1..1), mask (0 or 1); None: no hints.
            noise: float32 (N, noise_channels), masks with mean 1; None: no noise.

        Returns:
            float32 (N, 2, H, W), a and b.
        """
        height, width = L.shape[-2:]
        if hints is None and self.uses_hints:
            hints = L.new_zeros(L.shape[0], HINT_CHANNELS, height, width)
        padded_L = pad_to_multiple(L, self.multiple_of, "replicate")
        padded_hints = pad_to_multiple(hints, self.multiple_of, "constant") if hints is not None else None
        return self.body(padded_L, padded_hints, noise)[..., :height, :width]

    def take_gain(self, gain: float) -> float:
        """Make `gain` part of the weights if what is hinted keeps its own colour by that; returns what is left."""
        return gain


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

    def _build(self, num_downs: int, ngf: int, norm: str, norm_mode: str) -> None:
        make_norm = norm_layer(norm, norm_mode)
        widths = [ngf * min(2**i, 8) for i in range(num_downs)]
        inputs = 1 + (HINT_CHANNELS if self.uses_hints else 0)
        bias = norm != "batch"  # pix2pix goes by the kind of norm, also where a layer has none; the last layer has one
        self.downs = nn.ModuleList()
        self.ups = nn.ModuleList()
        for i, width in enumerate(widths):
            outermost, innermost = i == 0, i == num_downs - 1
            down_norm = None if outermost or innermost else make_norm(width)
            self.downs.append(UnetDown(inputs if outermost else widths[i - 1], width, down_norm, not outermost, bias))
            out = 2 if outermost else widths[i - 1]
            up_norm = None if outermost else make_norm(out)
            self.ups.append(UnetUp(width if innermost else 2 * width, out, up_norm, bias or outermost))

    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """See `Generator.body`."""
        x = L if hints is None or not self.uses_hints else torch.cat([L, hints], 1)
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


class DecoderStep(nn.Module):
    """Bilinear x2, concatenation with the skip, convolution 3x3, normalisation, ReLU."""

    def __init__(self, channels_in: int, skip_channels: int, channels_out: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels_in + skip_channels, channels_out, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels_out)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        """Combine (N, C, H, W) with a skip (N, K, 2H, 2W) to (N, channels_out, 2H, 2W)."""
        return F.relu(self.norm(self.conv(torch.cat([_double(x), skip], 1))))


class EfficientUnet(Generator):
    """U-Net with an EfficientNet-Lite0 encoder and a light decoder that ends at half size.

    Hints enter at the stem and, averaged to half size, at the last decoder step. With `hint_memory` they enter at
    every decoder step, and what a memory recalls of them at each place is seen by the last step and blended over its
    prediction. All of these ways start at zero or are silent without hints, so that the behaviour learned before is
    untouched at the start. Noise is dropout of whole decoder channels.

    Args:
        uses_hints: whether hints are looked at.
        noise_rate: share of the decoder's channels that noise drops, 0..1.
        decoder: widths of the four decoder steps as 'w-w-w-w'.
        hint_memory: heads of the memory of hints; 0: none.
        noise_steps: how many decoder steps noise drops channels of, from the deepest; what they say is broad and of
            one piece, while the last ones only add texture.
    """

    architecture = "efficient_unet"
    multiple_of = 32
    norm_mode = "running"

    def __init__(
        self,
        uses_hints: bool = True,
        noise_rate: float = 0.1,
        decoder: str = "192-128-96-64",
        hint_memory: int = 0,
        noise_steps: int = 4,
    ) -> None:
        super().__init__()
        self.arguments = {"uses_hints": uses_hints, "noise_rate": noise_rate, "decoder": decoder}
        # What is as ever is not named: packs from before there was a choice have the same arguments.
        if hint_memory:
            self.arguments["hint_memory"] = hint_memory
        if noise_steps != 4:
            self.arguments["noise_steps"] = noise_steps
        self.uses_hints, self.noise_rate = uses_hints, noise_rate
        widths = [int(width) for width in decoder.split("-")]
        self._decoder_channels, self.noise_channels = sum(widths), sum(widths[:noise_steps])
        self.encoder = EfficientNetLite0()
        self.stem_hints = nn.Conv2d(HINT_CHANNELS, 32, 3, 2, 1, bias=False) if uses_hints else None
        self.memory = HintMemory(widths[-2], hint_memory) if uses_hints and hint_memory else None
        self.steps = nn.ModuleList()
        channels = FEATURE_CHANNELS[-1]
        for i, (width, skip) in enumerate(zip(widths, reversed(FEATURE_CHANNELS[:-1]), strict=True)):
            self.steps.append(DecoderStep(channels, skip + self._hint_channels(i == len(widths) - 1), width))
            channels = width
        self.head = nn.Conv2d(channels, 2, 3, 1, 1)
        self._init_decoder()

    def take_gain(self, gain: float) -> float:
        """See `Generator.take_gain`: the guess is made more vivid, what is recalled stays as given."""
        if self.memory is None:
            return gain
        assert self.head.bias is not None
        with torch.no_grad():
            self.head.weight.mul_(gain)
            self.head.bias.mul_(gain)
        return 1.0

    def _hint_channels(self, last: bool) -> int:
        """Channels about hints in a decoder step."""
        if self.memory is None:
            return HINT_CHANNELS if last and self.uses_hints else 0
        return HINT_CHANNELS * (1 + self.memory.heads) if last else HINT_CHANNELS

    def _init_decoder(self) -> None:
        for i, step in enumerate(self.steps):
            assert isinstance(step, DecoderStep)
            nn.init.kaiming_normal_(step.conv.weight, mode="fan_out", nonlinearity="relu")
            about_hints = self._hint_channels(i == len(self.steps) - 1)
            nn.init.zeros_(step.conv.weight[:, step.conv.in_channels - about_hints :])
        nn.init.normal_(self.head.weight, 0.0, 0.01)
        assert self.head.bias is not None
        nn.init.zeros_(self.head.bias)
        if self.stem_hints is not None:
            nn.init.zeros_(self.stem_hints.weight)

    def body(self, L: Tensor, hints: Tensor | None, noise: Tensor | None) -> Tensor:
        """See `Generator.body`."""
        if self.stem_hints is None or hints is None:
            return _double(self.head(self._decode(self.encoder(L), noise)))
        features = self.encoder(L, self.stem_hints(hints))
        if self.memory is not None:
            return _double(self._decode_with_memory(self.memory, features, hints, noise))
        features[0] = torch.cat([features[0], F.avg_pool2d(hints, 2)], 1)
        return _double(self.head(self._decode(features, noise)))

    def _decode(self, features: list[Tensor], noise: Tensor | None) -> Tensor:
        """Run a decoder step for each of the features but the last (deepest), which is where they start."""
        x, start = features[-1], 0
        for step, skip in zip(self.steps, reversed(features[:-1]), strict=False):
            x = step(x, skip)
            if start < self.noise_channels:
                x = apply_mask(x, noise, start)
            start += x.shape[1]
        return x

    def _decode_with_memory(
        self, memory: HintMemory, features: list[Tensor], hints: Tensor, noise: Tensor | None
    ) -> Tensor:
        coarse = [torch.cat([f, _marked(hints, 4 << i)], 1) for i, f in enumerate(features[1:-1])]
        x = self._decode([*coarse, features[-1]], noise)
        recall = memory(x, F.avg_pool2d(hints, 4))
        seen = torch.cat([recall.colours, recall.weight], 2).flatten(1, 2)
        skip = torch.cat([features[0], F.avg_pool2d(hints, 2), _double(seen)], 1)
        x = self.steps[-1](x, skip)
        if self.noise_channels == self._decoder_channels:
            x = apply_mask(x, noise, self.noise_channels - x.shape[1])
        ab = self.head(x)
        blended = _double(torch.cat([recall.colours, recall.weight], 2).mean(1))
        result: Tensor = ab * (1.0 - blended[:, 2:]) + blended[:, :2]
        return result


def _double(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)


def _marked(hints: Tensor, size: int) -> Tensor:
    """Hints in cells of `size` pixels: mean a, b and mask, times how sure a cell is (one pixel: half)."""
    mean = F.avg_pool2d(hints, size)
    return mean / (mean[:, 2:] + 1.0 / size**2)


_ARCHITECTURES: dict[str, type[UnetGenerator] | type[EfficientUnet]] = {
    UnetGenerator.architecture: UnetGenerator,
    EfficientUnet.architecture: EfficientUnet,
}


def build_generator(architecture: str, arguments: Mapping[str, int | float | bool | str]) -> Generator:
    """Build the network that a pack, a checkpoint or a recipe describes.

    Raises:
        ValueError: the architecture is unknown or does not take these arguments.
    """
    if architecture not in _ARCHITECTURES:
        raise ValueError(f"unknown generator {architecture!r}; known are {sorted(_ARCHITECTURES)}")
    try:
        return _ARCHITECTURES[architecture](**arguments)  # type: ignore[arg-type]
    except TypeError as error:
        raise ValueError(f"generator {architecture!r}: {error}") from error
