"""What must hold for the repository as a whole: versions, sizes, and what never goes into git."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import colorstudio

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
LARGEST_PACK = 16_000_000
LARGEST_SAMPLES = 1_500_000
CODE = ("colorstudio", "training", "tools", "benchmarks", "tests")

# Addresses of package indexes; written apart, so that this file does not hold them either.
INDEX_ADDRESSES = (*("py" + "pi.org", "python" + "hosted", "registry." + "npmjs"), "deb." + "debian")


@pytest.fixture(scope="module")
def project(repository: Path) -> dict[str, Any]:
    """The `[project]` table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    """The files that git knows."""
    if not (repository / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
    return [repository / name for name in listing.split("\0") if name and (repository / name).is_file()]


def python_files(repository: Path, folders: tuple[str, ...] = CODE) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((repository / folder).rglob("*.py"))


def test_versions_agree(repository: Path, project: dict[str, Any]) -> None:
    newest = re.search(r"^## \[(\d[^\]]*)\]", (repository / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert colorstudio.__version__ == project["version"] == newest[1]


def test_no_lock_file_in_git(tracked: list[Path]) -> None:
    assert [path.name for path in tracked if path.name in {"uv.lock", "package-lock.json"}] == []


def test_no_index_address_in_git(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        content = path.read_bytes()
        if b"\0" not in content:
            found += [path.name for address in INDEX_ADDRESSES if address.encode() in content]
    assert found == []


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function in `path`."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.name}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_short(repository: Path) -> None:
    found = [found for path in python_files(repository) for found in functions(path)]
    assert [(name, lines) for name, lines in found if lines > LONGEST_FUNCTION] == []


def test_files_are_short(repository: Path) -> None:
    found = [(path.name, len(path.read_bytes().splitlines())) for path in python_files(repository)]
    assert [(name, lines) for name, lines in found if lines > LONGEST_FILE] == []


def test_nobody_takes_a_screen_from_a_widget(repository: Path) -> None:
    """See colorstudio/ui/screens.py."""
    takers = [
        path.name for path in (repository / "colorstudio").rglob("*.py") if ".screen()" in path.read_text("utf-8")
    ]
    assert takers == ["screens.py"]  # in its words


def test_shipped_packs_are_small(repository: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in (repository / "resources" / "models").glob("*.cspack")}
    assert sizes, "no model pack is shipped"
    assert {name: size for name, size in sizes.items() if size > LARGEST_PACK} == {}


def test_every_sample_names_its_source(repository: Path) -> None:
    folder = repository / "resources" / "samples"
    samples = [path for path in folder.iterdir() if path.suffix != ".md"]
    sources = (folder / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in samples if f"`{path.name}`" not in sources] == []
    assert sum(path.stat().st_size for path in samples) < LARGEST_SAMPLES


def commands(readme: str) -> list[list[str]]:
    """The words of every `uv run` command in the README's code blocks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("uv run ")]
    return [shlex.split(line, comments=True)[2:] for line in lines]


def test_the_commands_of_the_readme_exist(repository: Path, readme: str, project: dict[str, Any]) -> None:
    words = commands(readme)
    assert ["colorstudio"] in words
    assert ["pytest"] in words
    programs = {*project["scripts"], *project["gui-scripts"], "pytest", "python"}
    assert [
        command for command in words if command[0] not in programs and not (repository / command[0]).is_file()
    ] == []
    inputs = [word for command in words for word in command if word.startswith(("resources/", "tools/"))]
    assert [word for word in inputs if not any(repository.glob(word))] == []


def test_readme_and_ci_install_the_same_system_packages(repository: Path, readme: str) -> None:
    line = re.search(r"apt-get install (?:-\S+ )*(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    listed = re.search(r"application_packages=\((.*?)\)", (repository / ".ci" / "run").read_text(), re.DOTALL)
    assert line is not None
    assert listed is not None
    assert sorted(line[1].replace("\\", " ").split()) == sorted(listed[1].split())


def test_catalogues_are_complete_and_compiled(repository: Path) -> None:
    check = [sys.executable, str(repository / "tools" / "translations.py"), "check"]
    done = subprocess.run(check, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
