"""Keep the translation catalogues in step with the source.

    uv run tools/translations.py update    find new texts, compile what is translated
    uv run tools/translations.py check     fail if a text is new, untranslated or not compiled

The catalogues are `resources/translations/*.ts`; Qt loads the `.qm` files compiled from them.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"


def program(name: str) -> str:
    """A program of this Python's own environment, whether that is on the PATH or not."""
    return shutil.which(name, path=sysconfig.get_path("scripts")) or name


def sources() -> list[str]:
    """The files with texts, relative to the checkout, in a stable order."""
    # The trainer's errors come to the window as events, with their templates.
    packages = (ROOT / "colorstudio", ROOT / "training")
    return sorted(path.relative_to(ROOT).as_posix() for package in packages for path in package.rglob("*.py"))


def extract(catalogue: Path) -> None:
    """Bring `catalogue` up to date with the source; texts that are gone are dropped."""
    options = ["-no-obsolete", "-locations", "none", "-silent"]
    subprocess.run([program("pyside6-lupdate"), *options, *sources(), "-ts", str(catalogue)], cwd=ROOT, check=True)


def compile_to(catalogue: Path, target: Path) -> None:
    """Compile the finished texts of `catalogue` to the `.qm` file `target`."""
    # Not in place: a window that is open has mapped the file into its memory.
    fresh = target.with_suffix(".new")
    command = [program("pyside6-lrelease"), "-silent", str(catalogue), "-qm", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    fresh.replace(target)


def messages(catalogue: Path) -> set[tuple[str, str]]:
    """All texts of `catalogue` as (context, source text)."""
    contexts = ET.parse(catalogue).getroot().iter("context")
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
    }


def untranslated(catalogue: Path) -> list[str]:
    """The texts of `catalogue` that nobody has translated yet."""
    return [
        message.findtext("source", "")
        for message in ET.parse(catalogue).getroot().iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def complaints(catalogue: Path, scratch: Path) -> list[str]:
    """What is wrong with one catalogue, a line for each fault."""
    fresh = Path(shutil.copy(catalogue, scratch))
    extract(fresh)
    stale = sorted(messages(fresh) ^ messages(catalogue))
    found = [f"not in step with the source: {context}: {text!r}" for context, text in stale]
    found += [f"not translated: {text!r}" for text in untranslated(catalogue)]
    compiled = scratch / catalogue.with_suffix(".qm").name
    compile_to(catalogue, compiled)
    shipped = catalogue.with_suffix(".qm")
    if not shipped.is_file() or shipped.read_bytes() != compiled.read_bytes():
        found.append(f"{shipped.name} is not what {catalogue.name} compiles to")
    return [f"{catalogue.name}: {fault}" for fault in found]


def check(catalogues: list[Path]) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        found = [fault for catalogue in catalogues for fault in complaints(catalogue, Path(scratch))]
    print("\n".join(found) if found else f"{len(catalogues)} catalogues are complete")
    return 1 if found else 0


def update(catalogues: list[Path]) -> int:
    for catalogue in catalogues:
        extract(catalogue)
        compile_to(catalogue, catalogue.with_suffix(".qm"))
        print(f"{catalogue.name}: {len(untranslated(catalogue))} of {len(messages(catalogue))} not translated")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=("update", "check"))
    action = parser.parse_args().action
    catalogues = sorted(FOLDER.glob("*.ts"))
    return update(catalogues) if action == "update" else check(catalogues)


if __name__ == "__main__":
    sys.exit(main())
