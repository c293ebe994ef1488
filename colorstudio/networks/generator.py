"""What every generator is: lightness, hints and noise in, chroma out.

All of them see normalised values (see `inference.pack`): L is (L* - 50) / 50, hints and output are a*, b*
divided by 110, the hint mask is 0 or 1.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from torch import Tensor, nn

from colorstudio.networks.layers import pad_to_multiple

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
