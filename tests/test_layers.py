"""The layers of docs/architecture.md, and the imports that cost start-up time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "torchvision", "onnx", "onnxruntime", "scipy", "pyqtgraph")


def run_python(code: str, *arguments: str) -> str:
    """Run `code` in a Python of its own and return what it printed; fails with its stderr."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded(modules: str, among: tuple[str, ...]) -> set[str]:
    """Which packages of `among` are in `modules`, the printed names of sys.modules."""
    packages = {name.split(".")[0] for name in modules.split()}
    return packages & set(among)


def test_import_contracts_are_kept(repository: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-logo", "--no-cache"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_loads_no_back_end() -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication
from colorstudio.app import build_window
application = QApplication([])
window = build_window()
window.show()
application.processEvents()
print(*sys.modules, sep="\\n")
"""
    assert loaded(run_python(code), HEAVY) == set()


@pytest.mark.parametrize("sample", ["valley.tif", "portrait.jpg"])
def test_colorizing_on_the_cpu_loads_neither_torch_nor_qt(repository: Path, tmp_path: Path, sample: str) -> None:
    code = """
import sys
from colorstudio.cli import main
code = main(["colorize", sys.argv[1], "-o", sys.argv[2], "--device", "cpu"])
print(*sys.modules, sep="\\n")
sys.exit(code)
"""
    result = tmp_path / "result.tif"
    modules = run_python(code, str(repository / "resources" / "samples" / sample), str(result))
    assert result.is_file()
    assert loaded(modules, ("torch", "torchvision", "scipy", "PySide6", "shiboken6", "qtawesome")) == set()
    assert "onnxruntime" in modules


def test_the_command_line_answers_without_anything_heavy() -> None:
    code = """
import sys
from colorstudio.cli import main
main(["--version"])
print(*sys.modules, sep="\\n")
"""
    assert loaded(run_python(code), (*HEAVY, "PySide6", "pyvips", "numpy")) == set()
