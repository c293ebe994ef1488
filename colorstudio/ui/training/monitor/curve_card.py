"""One diagram: heading, legend with values, and the plot. The only module that knows pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from colorstudio.core.run_record import RunRecord
from colorstudio.core.training_config import TrainingConfig
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.theme import current_tokens, theme_notifier
from colorstudio.ui.training.monitor.curve_legend import Legend, line_colour, line_pen
from colorstudio.ui.training.monitor.curve_specs import CurveSpec, Draw, FloatArray, Line, Look
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.retranslated import Retranslated

_LOWEST, _HIGHEST = 168, 360
"""Heights of a plot."""

_AROUND = 104
"""Height of what else is in a card: margins, heading, two rows of the legend."""

_HEADING = 28
_NARROWEST_CHOICE = 120
_FAINT = 64
"""Opacity of the band of single values behind a smooth line, of 255."""

_MOST_ZIGZAGS, _MOST_POINTS = 400, 240
"""About as many as a diagram has pixels; and as many as a smooth line needs."""

_KEY_STEPS = 50
"""A key moves the pointer by one of so many parts of the run."""

pg.setConfigOptions(antialias=True, exitCleanup=False)  # its clean-up at exit walks through objects Qt has let go of


class CurveCard(Retranslated, QFrame):
    """Draws a `CurveSpec`; the pointer (mouse or arrow keys) reads values off.

    Args:
        spec: what it shows.
        choices: other things it can show instead: (words, lines); the words marked in context "curves".
    """

    pointed = Signal(object)
    """The step (float) under the pointer, or None."""

    def __init__(self, spec: CurveSpec, choices: Sequence[tuple[str, Draw]] = ()) -> None:
        super().__init__()
        self.spec = spec
        self._draw = spec.lines
        self._choices = choices
        self._source: tuple[RunRecord, TrainingConfig] | None = None
        self.lines: tuple[Line, ...] = ()
        self._step: float | None = None
        self._items: dict[str, _LineItems] = {}
        self._title, self._help, self._empty = QLabel(), QLabel(), QLabel()
        self.choice = CalmComboBox()
        self.legend = Legend()
        self.plot = _Plot()
        self._pointer = pg.InfiniteLine(angle=90, movable=False)
        self._pointer.hide()
        self.plot.addItem(self._pointer, ignoreBounds=True)
        self._build()
        self.plot.pointed.connect(self._on_plot_pointed)
        self.plot.moved.connect(self._on_plot_moved)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        theme_notifier().theme_changed.connect(self._on_theme_changed)
        self.retranslate()
        self._on_theme_changed()

    def retranslate(self) -> None:
        """Set the words."""
        title, tip = (QCoreApplication.translate("curves", text) for text in (self.spec.title, self.spec.tip))
        self._title.setText(title)
        for label in (self._title, self._help):
            label.setToolTip(tip)  # not on the plot: it would cover what is read off
        self.plot.setAccessibleName(title)
        self._empty.setText(self.tr("Nothing to draw yet."))
        self.choice.setAccessibleName(self.tr("What is measured"))
        self.choice.setToolTip(self.tr("Choose which figure of the measurements is drawn"))
        for index, (words, _) in enumerate(self._choices):
            self.choice.setItemText(index, QCoreApplication.translate("curves", words))
        self.plot.name_axes(self.tr("Step"), self.spec.ends)
        self._show_values()

    def show_record(self, record: RunRecord, config: TrainingConfig) -> None:
        """Draw what has been told so far."""
        self._source = record, config
        self.lines = tuple(self._draw(record, config))
        has_lines = bool(self.lines)
        self.plot.setVisible(has_lines)
        self._empty.setVisible(not has_lines)
        self._draw_lines()
        self._set_ranges()
        self._show_values()

    def show_step(self, step: float | None) -> None:
        """Read the values off at a step; None: the newest ones."""
        self._step = step
        self._pointer.setVisible(step is not None)
        if step is not None:
            self._pointer.setPos(step)
        self._show_values()

    def set_room(self, height: int) -> None:
        """Use a height for the whole card, as far as it does a diagram good."""
        for part in (self.plot, self._empty):
            part.setFixedHeight(max(_LOWEST, min(_HIGHEST, height - _AROUND)))

    def values(self) -> list[str]:
        """The legend, a text for each line: name and value."""
        return self.legend.texts()

    def _draw_lines(self) -> None:
        labels = {line.label for line in self.lines}
        for label in [label for label in self._items if label not in labels]:
            self._items.pop(label).remove_from(self.plot)
        span = self._span()
        for line in self.lines:
            items = self._items.get(line.label)
            if items is None:
                items = self._items[line.label] = _LineItems(self.plot, line.look)
            items.draw(line, span)

    def _span(self) -> tuple[float, float]:
        ends = [(line.steps[0], line.steps[-1]) for line in self.lines if len(line.steps)]
        if not ends:
            return 0.0, 1.0
        first, last = min(first for first, _ in ends), max(last for _, last in ends)
        return (first, last) if first < last else (0.0, max(last, 1.0))  # a single measurement has no width

    def _set_ranges(self) -> None:
        if not self.lines:
            return
        first, last = self._span()
        low, high = self.spec.limits or value_range(self.lines)
        self.plot.setRange(xRange=(first, last), yRange=(low, high), padding=0.03)

    def _show_values(self) -> None:
        found = []
        for line in self.lines:
            value = line.at(self._span()[1] if self._step is None else self._step)
            text = "–" if value is None else _number(value, self.spec.decimals)
            found.append((QCoreApplication.translate("curves", line.label), text, line.look))
        self.legend.show_entries(found)
        described = [f"{name} {value}" for name, value, _ in found]
        if self._step is not None:
            described.insert(0, self.tr("Step {step}").format(step=QLocale().toString(round(self._step))))
        self.plot.setAccessibleDescription(", ".join(described))

    def _build(self) -> None:
        self.setObjectName("curveCard")
        self._title.setObjectName("panelTitle")
        self._empty.setObjectName("hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for _ in self._choices:
            self.choice.addItem("")
        self.choice.setVisible(bool(self._choices))
        self.choice.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMinimumWidth(_NARROWEST_CHOICE)
        self._help.setPixmap(icon(Icon.HELP, Tone.QUIET).pixmap(16, 16))
        self._title.setMinimumHeight(_HEADING)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title)
        heading.addWidget(self._help)
        heading.addStretch(1)
        heading.addWidget(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot)
        layout.addWidget(self._empty)

    @Slot(object)
    def _on_plot_pointed(self, step: float | None) -> None:
        self.pointed.emit(step)

    @Slot(int)
    def _on_plot_moved(self, direction: int) -> None:
        first, last = self._span()
        at = last if self._step is None else self._step
        self.pointed.emit(min(last, max(first, at + direction * (last - first) / _KEY_STEPS)))

    @Slot(int)
    def _on_choice_changed(self, index: int) -> None:
        if index >= 0 and self._choices:
            self._draw = self._choices[index][1]
            if self._source is not None:
                self.show_record(*self._source)

    @Slot()
    def _on_theme_changed(self) -> None:
        tokens = current_tokens()
        self.plot.paint_in(tokens.field, tokens.muted, tokens.border)
        self._pointer.setPen(pg.mkPen(tokens.outline, width=1))
        for items in self._items.values():
            items.paint()
        self.legend.update()


def value_range(lines: Sequence[Line]) -> tuple[float, float]:
    """The values that a diagram shows: all of the lines, and of their bands what is not an outlier."""
    values = np.concatenate([line.values for line in lines])
    bands = [edge for line in lines for edge in (line.lows, line.highs) if len(edge)]
    low, high = float(values.min()), float(values.max())
    if bands:
        edges = np.concatenate(bands)
        low, high = min(low, float(np.quantile(edges, 0.02))), max(high, float(np.quantile(edges, 0.98)))
    margin = (high - low) * 0.05 or abs(high) * 0.1 or 1.0
    return low - margin, high + margin


class _LineItems:
    """A line in a plot, with the band of single values behind it."""

    def __init__(self, plot: pg.PlotWidget, look: Look) -> None:
        self._look, self._plot = look, plot
        self._band, self._curve = pg.PlotCurveItem(antialias=False), pg.PlotDataItem()
        for item in (self._band, self._curve):
            plot.addItem(item)
        self.paint()

    def draw(self, line: Line, span: tuple[float, float]) -> None:
        """Take new points."""
        if line.is_level:
            self._curve.setData(np.array(span), np.repeat(line.values, 2))
            return
        self._band.setData(*zigzag(line))
        self._curve.setData(*thinned(line), symbol="o" if line.has_points and len(line.steps) < 60 else None)

    def paint(self) -> None:
        """Take the colours of the theme."""
        colour = line_colour(self._look)
        density = self._plot.devicePixelRatioF()
        self._curve.setPen(line_pen(self._look, density))
        self._curve.setSymbolBrush(colour)
        self._curve.setSymbolPen(None)
        self._curve.setSymbolSize(5)
        faint = QColor(colour)
        faint.setAlpha(_FAINT)
        self._band.setPen(pg.mkPen(faint, width=density))

    def remove_from(self, plot: pg.PlotWidget) -> None:
        """Go."""
        for item in (self._band, self._curve):
            plot.removeItem(item)


def thinned(line: Line) -> tuple[FloatArray, FloatArray]:
    """Points (steps, values) of a line, of a smooth one only some: a wide, soft stroke takes its time."""
    if line.has_points or len(line.steps) <= _MOST_POINTS:
        return line.steps, line.values
    kept = np.linspace(0, len(line.steps) - 1, _MOST_POINTS).astype(np.int64)
    return line.steps[kept], line.values[kept]


def zigzag(line: Line) -> tuple[FloatArray, FloatArray]:
    """Points (steps, values) of a line that goes up and down between the extremes of a band, and so fills it.

    It takes a tenth of the time of a filled area. In a short run each bucket is one value, and the zigzag those values.
    """
    lows, highs, steps = line.lows, line.highs, line.steps
    if len(lows) > 1 and np.array_equal(lows, highs):
        return steps, lows
    while len(lows) > _MOST_ZIGZAGS:
        even = len(lows) // 2 * 2
        lows, highs = np.minimum(lows[0:even:2], lows[1:even:2]), np.maximum(highs[0:even:2], highs[1:even:2])
        steps = steps[0:even:2]
    return np.repeat(steps[: len(lows)], 2), np.stack([lows, highs], axis=1).ravel()


class _Plot(pg.PlotWidget):
    """A plot that neither zooms nor scrolls, but tells where it is pointed at."""

    pointed = Signal(object)
    moved = Signal(int)
    """An arrow key: -1 or 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseEnabled(False, False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.showGrid(x=False, y=True, alpha=0.35)
        for side in ("left", "bottom"):
            self.getAxis(side).enableAutoSIPrefix(False)
        self.getAxis("left").setWidth(56)
        self.disableAutoRange()

    def name_axes(self, step: str, ends: tuple[str, str] | None) -> None:
        """Set the words at the axes."""
        self.getAxis("bottom").setLabel(step)
        if ends is not None:
            upper, lower = (QCoreApplication.translate("curves", text) for text in ends)
            self.getAxis("left").setTicks([[(0.0, lower), (0.5, "½"), (1.0, upper)]])
            widest = max(self.fontMetrics().horizontalAdvance(text) for text in (upper, lower))
            self.getAxis("left").setWidth(max(56, widest + 16))

    def paint_in(self, ground: str, words: str, lines: str) -> None:
        """Take the colours of the theme."""
        self.setBackground(ground)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(lines))
            axis.setTextPen(pg.mkPen(words))

    def mouseMoveEvent(self, event) -> None:
        """Tell the step under the pointer."""
        super().mouseMoveEvent(event)
        at = self.getPlotItem().vb.mapSceneToView(QPointF(self.mapToScene(event.position().toPoint())))
        self.pointed.emit(at.x())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pointed at."""
        super().focusOutEvent(event)
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read off with the arrow keys."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            QWidget.keyPressEvent(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _number(value: float, decimals: int) -> str:
    return QLocale().toString(value, "g", 3) if decimals > 4 else QLocale().toString(value, "f", decimals)
