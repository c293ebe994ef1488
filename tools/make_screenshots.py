"""Take the pictures of the window in `docs/images`, light and dark, English and Korean.

    xvfb-run -a -s "-screen 0 1600x1000x24" uv run tools/make_screenshots.py FOLDER

A sample scan is opened and coloured, and the wipe stands in the middle; the user's own settings are not touched.
"""

from __future__ import annotations

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from colorstudio.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = [
    ROOT / "resources" / "samples" / name for name in ("valley.tif", "portrait.jpg", "mountains.jpg", "temple.png")
]
SIZE = (1280, 800)
PATIENCE_S = 60
FADE_S = 1.5


def wait(condition: Callable[[], bool], patience: float = PATIENCE_S) -> bool:
    """Let the window work until `condition` holds or `patience` (seconds) is at an end."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + patience
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return condition()


def open_samples(window: MainWindow) -> None:
    """Open the samples and wait for the first one's colours, faded in and sharp."""
    window.resize(*SIZE)
    window.preferences.change(tour_seen=True)
    window.show()
    window.prepare()
    window.open_paths(SAMPLES)
    window.documents.show(window.documents.documents[0])
    if not wait(lambda: bool(window.documents.current and window.documents.current.is_coloured)):
        raise SystemExit("the sample was not coloured: is there a model pack?")
    window.actions_["show_wipe"].trigger()
    wait(lambda: False, FADE_S)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the pictures go")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("COLORSTUDIO_HOME", home)
        from colorstudio.app import build_window

        window = build_window()
        try:
            open_samples(window)
            for theme, language in itertools.product(("light", "dark"), ("en", "ko")):
                window.preferences.change(theme=theme, language=language)
                wait(lambda: False, FADE_S)
                window.grab().save(str(folder / f"window-{theme}-{language}.webp"), quality=92)
        finally:
            window.close()


if __name__ == "__main__":
    main()
