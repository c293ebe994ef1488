"""Build the frozen application with PyInstaller and try it.

    uv run tools/build_frozen.py FOLDER

FOLDER/colorstudio holds the application afterwards. Both executables run their self-test on a display of
their own (Xvfb, where there is one to be had), then the console one colours a sample scan.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "valley.tif"
TIMEOUT_S = 180
NOTICE = """What Color Studio ships besides its own code, and under which licences. Qt (with PySide6) and
libvips are libraries of their own in this folder and may be replaced, as the LGPL wants."""
SHIPPED = (
    "PySide6-Essentials", "shiboken6", "pyvips", "pyvips-binary", "onnxruntime", "numpy", "pillow", "qtawesome",
    "safetensors", "msgspec", "platformdirs", "filelock", "tifffile", "tqdm", "cffi", "pyinstaller",
)  # fmt: skip


def build(folder: Path) -> Path:
    """Run PyInstaller; return the folder with the executables."""
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={folder}", f"--workpath={folder / 'work'}"]
    run("build", [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "colorstudio.spec")])
    return folder / "colorstudio"


def write_notices(application: Path) -> None:
    """Put the licences of everything that is shipped into `licenses`: their texts, and one list of them all."""
    folder = application / "licenses"
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "colorstudio.txt")
    lines = [NOTICE, ""]
    for name in SHIPPED:
        package = metadata.distribution(name)
        fields = package.metadata.json
        licence = str(fields.get("license_expression") or fields.get("license") or "see its text")
        lines.append(f"{name} {package.version}: {licence.splitlines()[0]}")
        for number, file in enumerate(entry for entry in package.files or () if _is_licence(entry.name)):
            shutil.copy(str(file.locate()), folder / f"{name}-{number}-{file.name}")
    (folder / "THIRD-PARTY.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _is_licence(name: str) -> bool:
    return any(word in name.upper() for word in ("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def run(what: str, command: list[str], home: Path | None = None) -> None:
    """Run `command` with a fresh application home and print how long it took; raises when it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    if home is not None:
        environment["COLORSTUDIO_HOME"] = str(home)
    started = time.perf_counter()
    subprocess.run(command, check=True, env=environment, cwd=ROOT, timeout=None if home is None else TIMEOUT_S)
    print(f"{what}: {time.perf_counter() - started:.1f} s", flush=True)


def on_display(command: list[str]) -> list[str]:
    """`command` on a virtual display where Xvfb is installed, else on the one there is."""
    xvfb = shutil.which("xvfb-run")
    return [xvfb, "--auto-servernum", *command] if xvfb else command


def try_out(application: Path) -> None:
    """Self-test of both executables, and a sample scan through the command line."""
    suffix = ".exe" if sys.platform == "win32" else ""
    console, window = (str(application / f"{name}{suffix}") for name in ("colorstudio", "colorstudio-window"))
    with tempfile.TemporaryDirectory() as scratch:
        home, result = Path(scratch, "home"), Path(scratch, "result.tif")
        run("window: self-test", on_display([window, "--self-test"]), home)
        run("console: self-test", on_display([console, "--self-test"]), home)
        run("console: a sample in colour", [console, "colorize", str(SAMPLE), "-o", str(result)], home)
        print(f"{result.name}: {result.stat().st_size / 1e6:.1f} MB")


def size_of(folder: Path) -> int:
    """Bytes of all files in `folder`; links count nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where to build; made if need be")
    application = build(parser.parse_args().folder.resolve())
    write_notices(application)
    print(f"{application}: {size_of(application) / 1e6:.0f} MB")
    try_out(application)


if __name__ == "__main__":
    main()
