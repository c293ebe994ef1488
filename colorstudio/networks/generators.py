"""The generators, and how one is built from what a card says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorstudio.networks.encoder import FEATURE_CHANNELS, EfficientNetLite0
from colorstudio.networks.generator import HINT_CHANNELS, Generator
from colorstudio.networks.hint_memory import HintMemory
from colorstudio.networks.layers import apply_mask
from colorstudio.networks.pix2pix import Pix2PixResnet, Pix2PixUnet
from colorstudio.networks.unet import UnetGenerator

__all__ = ["HINT_CHANNELS", "EfficientUnet", "Generator", "UnetGenerator", "build_generator"]


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


_ARCHITECTURES: dict[str, Callable[..., Generator]] = {
    kind.architecture: kind for kind in (UnetGenerator, EfficientUnet, Pix2PixUnet, Pix2PixResnet)
}


def build_generator(architecture: str, arguments: Mapping[str, int | float | bool | str]) -> Generator:
    """Build the network that a pack, a checkpoint or a recipe describes.

    Raises:
        ValueError: the architecture is unknown or does not take these arguments.
    """
    if architecture not in _ARCHITECTURES:
        raise ValueError(f"unknown generator {architecture!r}; known are {sorted(_ARCHITECTURES)}")
    try:
        return _ARCHITECTURES[architecture](**arguments)
    except TypeError as error:
        raise ValueError(f"generator {architecture!r}: {error}") from error
