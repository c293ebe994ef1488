"""One interface for all back-ends: L* and hints in, a* and b* out, as numpy arrays."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from colorstudio.inference.device import choose_device

if TYPE_CHECKING:
    from colorstudio.inference.card import ModelCard
    from colorstudio.inference.pack import Pack

FloatArray = NDArray[np.float32]


class Backend(ABC):
    """A loaded generator on a device. Used by one thread at a time.

    Attributes:
        card: the card of the pack it was made from.
        device: ``cpu``, ``cuda`` or ``mps``.
        device_label: what a person is shown, e.g. "CPU" or the name of the GPU.
    """

    device: str
    device_label: str

    def __init__(self, card: ModelCard) -> None:
        self.card = card

    def predict(
        self, lightness: FloatArray, hints: FloatArray | None = None, noise: FloatArray | None = None
    ) -> FloatArray:
        """Predict chroma.

        Args:
            lightness: float32 (N, H, W), L* 0..100, any size; padded to the generator's multiple by reflection.
            hints: float32 (N, H, W, 3), a*, b* and a mask 0 or 1; None: no hints.
            noise: float32 (N, C) from `noise.sample_noise`; None: no noise, the result is deterministic.

        Returns:
            float32 (N, H, W, 2), a* and b*, the card's chroma gain included.

        Raises:
            DeviceMemoryError: the device ran out of memory.
            DeviceError: the device failed in another way.
        """
        n, height, width = lightness.shape
        inputs = {"L": self._padded(self._normalised_lightness(lightness))}
        if self.card.uses_hints:
            inputs["hints"] = self._padded(self._normalised_hints(hints, (n, height, width)))
        if self.card.noise_channels:
            ones = np.ones((n, self.card.noise_channels), np.float32)
            inputs["noise"] = ones if noise is None else np.asarray(noise, np.float32)
        ab = self._run(inputs)[:, :, :height, :width]
        gain = np.float32(self.card.normalisation.chroma_scale * self.card.chroma_gain)
        return np.ascontiguousarray(np.moveaxis(ab.astype(np.float32, copy=False), 1, -1)) * gain

    @abstractmethod
    def _run(self, inputs: dict[str, FloatArray]) -> FloatArray:
        """Run the graph on normalised (N, C, H, W) inputs by role; returns ab (N, 2, H, W)."""

    def _normalised_lightness(self, lightness: FloatArray) -> FloatArray:
        scaling = self.card.normalisation
        scaled = (lightness - np.float32(scaling.lightness_offset)) / np.float32(scaling.lightness_scale)
        return scaled[:, None].astype(np.float32, copy=False)

    def _normalised_hints(self, hints: FloatArray | None, shape: tuple[int, int, int]) -> FloatArray:
        n, height, width = shape
        if hints is None:
            return np.zeros((n, 3, height, width), np.float32)
        scale = np.float32(self.card.normalisation.chroma_scale)
        return np.moveaxis(hints / np.array([scale, scale, 1.0], np.float32), -1, 1).astype(np.float32, copy=False)

    def _padded(self, planes: FloatArray) -> FloatArray:
        multiple = self.card.multiple_of
        bottom, right = -planes.shape[2] % multiple, -planes.shape[3] % multiple
        if not bottom and not right:
            return np.ascontiguousarray(planes)
        return np.pad(planes, ((0, 0), (0, 0), (0, bottom), (0, right)), mode="symmetric")


def open_backend(pack: Pack, device: str = "auto", engine: str = "auto") -> Backend:
    """Load a pack's generator.

    Args:
        pack: the pack.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        engine: ``auto`` (ONNX Runtime on the CPU, torch on a GPU), or ``torch`` to use it on the CPU too.

    Raises:
        DeviceError: there is no such device.
        PackError: the pack is damaged or the network cannot be built from it.
    """
    chosen = choose_device(device)
    if chosen == "cpu" and engine == "auto":
        from colorstudio.inference.onnx_backend import OnnxBackend

        return OnnxBackend(pack)
    from colorstudio.inference.torch_backend import TorchBackend

    return TorchBackend(pack, chosen)
