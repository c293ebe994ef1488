"""How fast the studio answers a hand: from an input to the painted frame, on a scan of 100 and of 2 megapixels.

    uv run python benchmarks/canvas.py [--steps N] [--sizes 100 2] [--grey] [--profile]

Opens the real window, 1920 x 1080, on Qt's offscreen platform with the shipped model; drags every kind of
slider with the picture fitted and at 1:1, paints with the mask brush, moves the wipe, pans and zooms. Printed
are the median and the 95th percentile in milliseconds, and the ratio of the medians of both scans; where a
sharper picture follows the painted one, the time until that as well. Then how far the quick pictures lie
from the composition that an export uses.
"""

from __future__ import annotations

import argparse
import cProfile
import math
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyvips
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from colorstudio import paths
from colorstudio.app import build_window
from colorstudio.core.adjust import Adjustments, HueBand
from colorstudio.core.color import delta_e2000, srgb_to_lab
from colorstudio.core.compose import compose
from colorstudio.core.palette import measure_palette
from colorstudio.core.steering import Look, Mask, MaskStroke
from colorstudio.core.tables import IndexedPicture
from colorstudio.engine.messages import ViewPurpose, ViewRendered
from colorstudio.ui.canvas import CompareMode
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.adjust_panel import AdjustPanel
from colorstudio.ui.view_controller import HALF, THIRD

PATIENCE = 120.0
KEYS, NO_BUTTON, MIDDLE = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton, Qt.MouseButton.MiddleButton
SLIDERS = ("strength", "toning", "saturation", "vibrance", "temperature", "tint", "shadows", "highlights")

Times = dict[str, list[float]]


def make_scan(path: Path, megapixels: float, grey: bool) -> Path:
    """A sepia (or grey) TIFF with detail and grain, 4:3."""
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = round(megapixels * 1e6 / width)
    sample = pyvips.Image.new_from_file(str(paths.resources_dir() / "samples" / "mountains.jpg")).colourspace("b-w")
    large = sample.resize(width / sample.width, vscale=height / sample.height, kernel="cubic")
    grainy = (large + pyvips.Image.gaussnoise(width, height, sigma=4)).cast("uchar")
    if not grey:
        grainy = grainy.bandjoin([grainy * 0.93, grainy * 0.8]).cast("uchar").copy(interpretation="srgb")
    grainy.write_to_file(str(path), tile=True)
    return path


class Watch(QObject):
    """Waits for what comes of an input, in the application's own event loop."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._painted = 0
        self._loop = QEventLoop(self)
        self._poll = QTimer(self, interval=50)  # ms; for conditions that no picture announces
        self._poll.timeout.connect(self._loop.quit)
        self.rendered: list[ViewRendered] = []
        window.canvas.installEventFilter(self)
        window.engine.view_rendered.connect(self._on_engine_view_rendered)  # after the window's own receiver

    @Slot(object)
    def _on_engine_view_rendered(self, report: ViewRendered) -> None:
        self.rendered.append(report)
        self._loop.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the canvas' frames."""
        if event.type() == QEvent.Type.Paint:
            self._painted += 1
            self._loop.quit()  # takes effect when the frame has been painted
        return False

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the application until `condition` holds."""
        end = time.perf_counter() + PATIENCE
        self._poll.start()
        while not condition():
            self._loop.exec()
            if time.perf_counter() > end:
                raise TimeoutError("the window does not answer")
        self._poll.stop()

    def frame(self, condition: Callable[[], bool] = lambda: True) -> None:
        """Run until a frame has been painted after `condition` came to hold."""
        self.until(condition)
        before = self._painted
        self._window.canvas.update()
        self.until(lambda: self._painted > before)

    def look(self, look: Look) -> Callable[[], bool]:
        """Whether a picture with this look has come."""
        return lambda: any(each.view.look is look or each.view.look == look for each in reversed(self.rendered))

    def settle(self) -> None:
        """Run until nothing has come for a while."""
        count = -1
        while count != len(self.rendered):
            count = len(self.rendered)
            self.until(partial(_has_passed, time.perf_counter() + 0.4))
        self.rendered.clear()


def _has_passed(moment: float) -> bool:
    return time.perf_counter() > moment


@contextmanager
def timed(times: Times, kind: str) -> Iterator[None]:
    """Add the milliseconds of a step."""
    started = time.perf_counter()
    yield
    times.setdefault(kind, []).append(1000 * (time.perf_counter() - started))


class Hand:
    """Does to the window what a hand does, step by step, and takes the time."""

    def __init__(self, window: MainWindow, steps: int) -> None:
        self.window, self.steps, self.times = window, steps, Times()
        self.watch = Watch(window)

    def open(self, path: Path) -> None:
        """Open a scan and wait until it is coloured and sharp."""
        self.window.open_paths([path])
        documents = self.window.documents
        self.watch.until(lambda: bool(documents.current and documents.current.is_coloured))
        self.watch.until(lambda: bool(documents.current and documents.current.is_sharp))
        self.watch.settle()

    def look(self) -> Look:
        """That of the current scan."""
        assert self.window.documents.current is not None
        return self.window.documents.current.edit.look

    def drag_slider(self, kind: str, control: QWidget) -> None:
        """Drag the slider inside a control from end to end and back to where it was."""
        slider = cast(QSlider, control.findChild(QSlider))
        start = slider.value()
        slider.setSliderDown(True)
        for value in np.linspace(slider.minimum(), slider.maximum(), self.steps).round().astype(int):
            if value == slider.value():
                continue
            with timed(self.times, kind):
                slider.setValue(int(value))
                self.watch.frame(self.watch.look(self.look()))
        slider.setValue(start)
        slider.setSliderDown(False)
        self.watch.settle()

    def drag_look(self, kind: str, looks: list[Look], shrink: int = HALF) -> None:
        """Put looks into force, one after the other, as a gesture."""
        first = self.look()
        self.window.views.set_dragging(True, shrink)
        for look in looks:
            fields = {name: getattr(look, name) for name in ("adjustments", "mask", "palette", "guess_fade")}
            with timed(self.times, kind):
                self.window.documents.change_look(kind, gesture=True, **fields)
                self.watch.frame(self.watch.look(look))
        self.window.documents.end_gesture()
        self.window.views.set_dragging(False)
        self.window.documents.change_look(kind, mask=first.mask, palette=first.palette, guess_fade=first.guess_fade)
        self.watch.settle()

    def measure_guess(self) -> None:
        """Have it measured where the model guesses, and wait for it."""
        documents = self.window.documents
        documents.want_guess()
        while not (documents.current and documents.current.chroma and documents.current.chroma.chroma.guess):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.watch.settle()

    def move_wipe(self, kind: str) -> None:
        """Drag the divider."""
        self.window.canvas.set_compare_mode(CompareMode.WIPE)
        for fraction in np.linspace(0.1, 0.9, self.steps):
            with timed(self.times, kind):
                self.window.canvas.set_wipe(float(fraction))
                self.watch.frame()
        self.window.canvas.set_compare_mode(CompareMode.AFTER)
        self.watch.settle()

    def pan(self, kind: str) -> None:
        """Drag the picture with the middle button, forth and back."""
        canvas = self.window.canvas
        at = QPoint(canvas.width() // 2, canvas.height() // 2)
        self._mouse(QEvent.Type.MouseButtonPress, at, MIDDLE, MIDDLE)
        for step in range(self.steps):
            at += QPoint(-24, -9) if step % 20 < 10 else QPoint(24, 9)
            self._seen_and_sharp(kind, partial(self._mouse, QEvent.Type.MouseMove, at, NO_BUTTON, MIDDLE))
        self._mouse(QEvent.Type.MouseButtonRelease, at, MIDDLE, NO_BUTTON)
        self.watch.settle()

    def zoom(self, kind: str) -> None:
        """Turn the wheel, in and out."""
        canvas = self.window.canvas
        at = QPointF(canvas.width() * 0.4, canvas.height() * 0.4)
        for step in range(self.steps):
            turn = QPoint(0, 120 if step % 16 < 8 else -120)
            event = QWheelEvent(
                at, canvas.mapToGlobal(at), QPoint(), turn, NO_BUTTON, KEYS, Qt.ScrollPhase.NoScrollPhase, False
            )
            self._seen_and_sharp(kind, partial(QApplication.sendEvent, canvas, event))
        self.watch.settle()

    def _seen_and_sharp(self, kind: str, act: Callable[[], object]) -> None:
        """Take the time until the next frame, and until the visible part is drawn sharply, if it has to be."""
        self.watch.rendered.clear()
        request = self.window.canvas.view_request()
        with timed(self.times, f"{kind}, sharp"):
            with timed(self.times, kind):
                act()
                self.watch.frame()
            if self.window.canvas.view_request() != request:
                self.watch.frame(self._has_detail)

    def _has_detail(self) -> bool:
        document, request = self.window.documents.current, self.window.canvas.view_request()
        if document is None or request is None or request.scale <= document.overview_scale * 1.02:
            return True
        return any(each.view.purpose is ViewPurpose.DETAIL for each in self.watch.rendered)

    def _mouse(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        canvas = self.window.canvas
        event = QMouseEvent(kind, QPointF(at), QPointF(canvas.mapToGlobal(at)), button, buttons, KEYS)
        QApplication.sendEvent(canvas, event)


def brush_looks(look: Look, steps: int) -> list[Look]:
    """A stroke of the mask's eraser that grows point by point."""
    points = [(0.2 + 0.6 * i / steps, 0.5 + 0.2 * math.sin(i / 6)) for i in range(steps)]
    strokes = [MaskStroke("brush", tuple(points[: i + 1]), amount=0.0, radius=0.06) for i in range(steps)]
    return [replace(look, mask=Mask(strokes=(stroke,))) for stroke in strokes]


def threshold_looks(look: Look, steps: int) -> list[Look]:
    """The threshold above which guesses fade to grey, falling."""
    return [replace(look, guess_fade=1 - i / steps) for i in range(steps)]


def palette_looks(window: MainWindow, look: Look, steps: int) -> tuple[list[Look], list[Look]]:
    """The amount of a palette, growing, and how much place counts."""
    assert window.documents.current is not None
    ready = window.documents.current.chroma
    assert ready is not None
    palette = measure_palette(ready.chroma.lightness[::-1], -ready.chroma.ab, "reference")
    amounts = [replace(palette, amount=i / steps) for i in range(steps)]
    places = [replace(palette, by_place=i / steps) for i in range(steps)]
    return [replace(look, palette=each) for each in amounts], [replace(look, palette=each) for each in places]


def measure(path: Path, steps: int) -> Times:
    """Open a scan and do everything with it."""
    window = build_window()
    window.resize(1920, 1080)
    window.show()
    window.prepare()
    hand = Hand(window, steps)
    try:
        hand.open(path)
        panel = next(section for section in window.panel.sections if isinstance(section, AdjustPanel))
        for place, zoom in (("fitted", window.canvas.zoom_to_fit), ("1:1", window.canvas.zoom_to_actual)):
            zoom()
            hand.watch.settle()
            for name in SLIDERS:
                hand.drag_slider(f"slider {name}, {place}", panel.slider(name))
            hand.drag_slider(f"hue shift, {place}", panel.hues.shift)
            hand.drag_slider(f"hue saturation, {place}", panel.hues.saturation)
            hand.drag_look(f"mask brush, {place}", brush_looks(hand.look(), steps))
            amounts, places = palette_looks(window, hand.look(), steps)
            hand.drag_look(f"palette amount, {place}", amounts, THIRD)
            hand.drag_look(f"palette by place, {place}", places, THIRD)
            hand.measure_guess()
            hand.drag_look(f"threshold, {place}", threshold_looks(hand.look(), steps), THIRD)
            hand.move_wipe(f"wipe, {place}")
            hand.zoom(f"zoom, {place}") if place == "fitted" else hand.pan(f"pan, {place}")
    finally:
        window.shut_down()  # closing it would ask whether to save what was changed
        window.hide()
    return hand.times


def percentile95(values: list[float]) -> float:
    """The 95th percentile."""
    return float(np.percentile(values, 95))


def report(results: dict[float, Times]) -> None:
    """Print the table."""
    sizes = list(results)
    print(f"{'ms from input to painted frame':36}" + "".join(f"{size:>8g} MP   p95" for size in sizes) + "   ratio")
    for kind in results[sizes[0]]:
        cells = [results[size].get(kind, []) for size in sizes]
        medians = [statistics.median(each) if each else float("nan") for each in cells]
        line = "".join(
            f"{middle:11.1f} {percentile95(each) if each else float('nan'):5.1f}"
            for middle, each in zip(medians, cells, strict=True)
        )
        print(f"{kind:36}{line}{medians[0] / medians[-1]:8.2f}")
    for group in ("slider", "hue", "mask", "palette", "wipe", "pan", "zoom"):
        every = [
            [
                ms
                for kind, values in results[size].items()
                if kind.startswith(group) and "sharp" not in kind
                for ms in values
            ]
            for size in sizes
        ]
        medians = [statistics.median(each) for each in every]
        line = "".join(f"{statistics.median(each):11.1f} {percentile95(each):5.1f}" for each in every)
        print(f"all of {group:29}{line}{medians[0] / medians[-1]:8.2f}")


def report_difference() -> None:
    """Print how far the tables lie from the composition, on a picture with the full range of tones."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:540, :960].astype(np.float32)
    lightness = np.clip(x / 9.6 + rng.normal(0, 3, x.shape), 0, 100).astype(np.float32)
    ab = np.stack([40 * np.sin(x / 90) * np.cos(y / 70), 40 * np.cos(x / 110 + y / 60)], axis=-1)
    looks = {
        "neutral": Adjustments(),
        "strong": Adjustments(saturation=1.6, vibrance=0.5, temperature=0.4, hues=(HueBand(0.3, 1.2),) * 8),
    }
    for name, adjustments in looks.items():
        exact = compose(lightness, ab.astype(np.float32), adjustments, 8)
        quick = np.ascontiguousarray(IndexedPicture(lightness, ab.astype(np.float32)).compose(adjustments))
        levels = np.abs(exact.astype(int) - quick)
        colours = delta_e2000(srgb_to_lab(exact), srgb_to_lab(quick))
        print(
            f"table against composition, {name}: {levels.mean():.2f} levels on average, {levels.max()} at most; "
            f"dE2000 {colours.mean():.2f} on average, {np.percentile(colours, 99):.2f} at most for 99 % of the pixels"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=40, help="of every drag")
    parser.add_argument("--sizes", type=float, nargs="+", default=[100, 2], help="megapixels of the scans")
    parser.add_argument("--grey", action="store_true", help="grey scans instead of sepia ones")
    parser.add_argument("--profile", action="store_true", help="profile the window's thread")
    options = parser.parse_args()
    print("load average", *(f"{load:.1f}" for load in os.getloadavg()), "on", os.cpu_count(), "processors")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COLORSTUDIO_HOME"] = folder
        profile = cProfile.Profile(time.thread_time)
        results: dict[float, Times] = {}
        for size in options.sizes:
            path = make_scan(Path(folder) / f"{size:g}mp.tif", size, options.grey)
            results[size] = (
                profile.runcall(measure, path, options.steps) if options.profile else measure(path, options.steps)
            )
        report(results)
        report_difference()
        if options.profile:
            pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(25)
    print("load average", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main()
