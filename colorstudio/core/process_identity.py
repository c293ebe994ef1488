"""Which process is it? A pid alone is not enough: the system gives it again to another process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


def process_start(pid: int) -> str | None:
    """When the process `pid` started, as a text that is only good for comparing; None if there is no such process."""
    if sys.platform == "win32":
        return _windows_start(pid)
    proc = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            # The command may hold spaces and brackets, so count from the last bracket: start time is field 22.
            fields = proc.read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] == "Z" else fields[19]
    result = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return result.stdout.strip() or None


def current_process() -> tuple[int, str]:
    """Pid and start of this process."""
    return os.getpid(), process_start(os.getpid()) or ""


def end_process(pid: int, start: str) -> None:
    """End the process `pid` at once, if it is still the one that began at `start` (see `process_start`)."""
    if process_start(pid) != start:
        return
    # Windows knows no SIGKILL; there os.kill ends a process at once by SIGTERM.
    with suppress(OSError):  # it has ended by itself meanwhile
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _windows_start(pid: int) -> str | None:
    import ctypes
    from ctypes import wintypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the attribute exists on Windows only
    limited_information, still_active = 0x1000, 259
    handle = kernel.OpenProcess(limited_information, False, pid)
    if not handle:
        return None
    try:
        times = [wintypes.FILETIME() for _ in range(4)]
        code = wintypes.DWORD()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        found = kernel.GetProcessTimes(handle, *(ctypes.byref(t) for t in times))
    finally:
        kernel.CloseHandle(handle)
    if not found or code.value != still_active:
        return None
    return f"{times[0].dwHighDateTime}:{times[0].dwLowDateTime}"
