"""Compute devices: what there is, and what `auto` means.

Nothing here imports torch: a CUDA driver or Apple silicon is recognised first, so that a
machine without either never pays for the import.
"""

from __future__ import annotations

import ctypes.util
import importlib.util
import platform
import sys
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceError

DeviceName = Literal["auto", "cuda", "mps", "cpu"]
DEVICE_NAMES: tuple[str, ...] = get_args(DeviceName)


def _has_torch() -> bool:
    return importlib.util.find_spec("torch") is not None


def _has_nvidia_driver() -> bool:
    if sys.platform == "win32":
        return ctypes.util.find_library("nvcuda") is not None
    return Path("/proc/driver/nvidia/version").exists() or ctypes.util.find_library("cuda") is not None


def _has_apple_gpu() -> bool:
    return sys.platform == "darwin" and platform.machine() == "arm64"


@cache
def available_devices() -> tuple[str, ...]:
    """The devices of this machine, best first; always ends in ``cpu``."""
    gpus = []
    if _has_torch() and _has_nvidia_driver():
        from colorstudio.inference.torch_backend import cuda_works

        gpus += ["cuda"] if cuda_works() else []
    elif _has_torch() and _has_apple_gpu():
        from colorstudio.inference.torch_backend import mps_works

        gpus += ["mps"] if mps_works() else []
    return (*gpus, "cpu")


def choose_device(wanted: str) -> str:
    """The device to use: `wanted` itself, or the best one for ``auto``.

    Raises:
        DeviceError: this machine has no such device.
    """
    if wanted == "cpu":
        return wanted
    available = available_devices()
    if wanted == "auto":
        return available[0]
    if wanted not in available:
        raise DeviceError(
            QT_TRANSLATE_NOOP("errors", "This computer has no usable device '{device}'; choose one of: {available}."),
            device=wanted,
            available=", ".join(available),
        )
    return wanted
