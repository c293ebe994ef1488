"""What must happen before Qt is loaded."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path


def prepare() -> None:
    """Make later imports safe; called first thing by every way into the window."""
    if sys.platform == "win32":
        _preload_torch_dll()


def torch_dll(torch_package: Path) -> Path:
    """Return the library of an installed torch that must be loaded before Qt's libraries."""
    return torch_package / "lib" / "c10.dll"


def _preload_torch_dll() -> None:
    """Load torch's c10.dll, without importing torch.

    On Windows, torch 2.9 and newer fails to load (WinError 1114) after Qt has brought its own
    runtime libraries into the process; the other way round both work (pytorch issue 166628).
    """
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    library = torch_dll(Path(spec.origin).parent)
    if library.is_file():
        ctypes.WinDLL(str(library))  # type: ignore[attr-defined,unused-ignore]
