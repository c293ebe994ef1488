"""The back-end for GPUs: torch on CUDA and MPS, and on the CPU when asked.

The only module of `inference` that imports torch; it is imported when a GPU is there or asked for.
"""

from __future__ import annotations

import contextlib
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceError, DeviceMemoryError, PackError
from colorstudio.inference.backend import Backend
from colorstudio.inference.pack import Pack
from colorstudio.networks.generators import build_generator

FloatArray = NDArray[np.float32]


def cuda_works() -> bool:
    """Whether torch can use a CUDA device here."""
    return bool(torch.cuda.is_available())


def mps_works() -> bool:
    """Whether torch can use Apple's GPU here."""
    return bool(torch.backends.mps.is_available())


class TorchBackend(Backend):
    """A generator in eager torch: channels_last everywhere, autocast to half precision on a GPU.

    Args:
        pack: the pack to load.
        device: ``cuda``, ``mps`` or ``cpu``.

    Raises:
        PackError: the pack is damaged, or its weights do not fit its network.
        DeviceError: the device cannot be used.
    """

    def __init__(self, pack: Pack, device: str) -> None:
        super().__init__(pack.card)
        self.device = device
        self.device_label = torch.cuda.get_device_name() if device == "cuda" else device.upper()
        network = _rebuild(pack)
        with _device_errors():
            self._network = network.to(device=device, memory_format=torch.channels_last)

    def _run(self, inputs: dict[str, FloatArray]) -> FloatArray:
        with _device_errors(), torch.inference_mode(), self._precision():
            tensors = {role: self._on_device(array) for role, array in inputs.items()}
            result = self._network.body(tensors["L"], tensors.get("hints"), tensors.get("noise"))
            array: FloatArray = result.float().cpu().numpy()
        return array

    def _on_device(self, array: FloatArray) -> torch.Tensor:
        tensor = torch.from_numpy(array).to(self.device)
        return tensor.contiguous(memory_format=torch.channels_last) if tensor.ndim == 4 else tensor

    def _precision(self) -> contextlib.AbstractContextManager[Any]:
        if self.device == "cpu":
            return contextlib.nullcontext()
        return torch.autocast(self.device, dtype=torch.float16)


def _rebuild(pack: Pack) -> Any:
    card = pack.card
    try:
        network = build_generator(card.architecture, dict(card.arguments))
        state = {name: torch.from_numpy(array) for name, array in pack.weights().items()}
        missing, unexpected = network.load_state_dict(state, strict=False)
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise _misfit(pack) from error
    if unexpected or [name for name in missing if not name.endswith("num_batches_tracked")]:
        raise _misfit(pack)
    network.eval()
    return network


def _misfit(pack: Pack) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors", "The network in {name} cannot be loaded; get a fresh copy of the pack from where it came."
        ),
        name=pack.path.name,
    )


@contextlib.contextmanager
def _device_errors() -> Any:
    try:
        yield
    except torch.OutOfMemoryError as error:
        torch.cuda.empty_cache()
        raise DeviceMemoryError(
            QT_TRANSLATE_NOOP("errors", "There is not enough memory for this render size; choose a smaller one.")
        ) from error
    except RuntimeError as error:
        raise _as_device_error(error) from error


def _as_device_error(error: RuntimeError) -> DeviceError:
    # MPS and the CPU allocator report exhaustion as plain RuntimeErrors.
    if "out of memory" in str(error).lower() or "can't allocate" in str(error).lower():
        return DeviceMemoryError(
            QT_TRANSLATE_NOOP("errors", "There is not enough memory for this render size; choose a smaller one.")
        )
    return DeviceError(
        QT_TRANSLATE_NOOP("errors", "The model failed on this picture: {reason}."), reason=str(error).splitlines()[0]
    )
