"""The back-end for the CPU: ONNX Runtime, with the weights taken from the pack by name."""

from __future__ import annotations

import os

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceError, DeviceMemoryError, PackError
from colorstudio.inference.backend import Backend
from colorstudio.inference.pack import Pack

FloatArray = NDArray[np.float32]

_ERRORS_ONLY = 3


class OnnxBackend(Backend):
    """A generator in ONNX Runtime's CPU execution provider.

    Args:
        pack: the pack to load.
        threads: threads per operator; 0: one per core that the process may use.

    Raises:
        PackError: the pack is damaged, or its graph and its weights do not fit each other.
    """

    device = "cpu"
    device_label = "CPU"

    def __init__(self, pack: Pack, threads: int = 0) -> None:
        super().__init__(pack.card)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or _allowed_threads()
        options.log_severity_level = _ERRORS_ONLY
        # The values must live as long as the session: ONNX Runtime does not copy them.
        self._values = {name: ort.OrtValue.ortvalue_from_numpy(array) for name, array in pack.weights().items()}
        options.add_external_initializers(list(self._values), list(self._values.values()))
        try:
            # There is nothing to fall back to, and it would be announced on standard output.
            self._session = ort.InferenceSession(pack.graph(), options, ["CPUExecutionProvider"], enable_fallback=0)
        except Exception as error:
            raise PackError(
                QT_TRANSLATE_NOOP(
                    "errors", "The network in {name} cannot be loaded; get a fresh copy of the pack from where it came."
                ),
                name=pack.path.name,
            ) from error

    def _run(self, inputs: dict[str, FloatArray]) -> FloatArray:
        try:
            result: FloatArray = self._session.run(["ab"], inputs)[0]
        except Exception as error:  # ONNX Runtime's exceptions have no common public base
            raise _device_error(error) from error
        return result


def _allowed_threads() -> int:
    """0 (one per core) unless the process may not use them all: threads that share a core wait for each other."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    return allowed if allowed < (os.cpu_count() or 1) else 0


def _device_error(error: Exception) -> DeviceError:
    text = str(error).lower()
    if isinstance(error, MemoryError) or "alloc" in text or "memory" in text:
        return DeviceMemoryError(
            QT_TRANSLATE_NOOP("errors", "There is not enough memory for this render size; choose a smaller one.")
        )
    return DeviceError(
        QT_TRANSLATE_NOOP("errors", "The model failed on this picture: {reason}."), reason=str(error).splitlines()[0]
    )
