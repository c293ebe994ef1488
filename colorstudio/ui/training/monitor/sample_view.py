"""The sample pictures of a run over time: a table of them, and a slider back to the first ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.run_record import Sample
from colorstudio.engine.training.sample_reader import SamplePictures, SampleReader
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.training.monitor.sample_grid import SampleGrid
from colorstudio.ui.widgets.groove_slider import GrooveSlider
from colorstudio.ui.widgets.retranslated import Retranslated

_NOW = ""
_FRAME_MILLISECONDS = 400


class SampleView(Retranslated, QWidget):
    """Follows the newest sample until the archivist goes back in time."""

    def __init__(self) -> None:
        super().__init__()
        self._run: Path | None = None
        self._samples: tuple[Sample, ...] = ()
        self._shown: Sample | None = None
        self._originals = 0
        self._follows = True
        self.reader = SampleReader(self)
        self.reader.pictures_read.connect(self._on_reader_pictures_read)
        self.grid, self.slider = SampleGrid(), GrooveSlider(0, 0, 0)
        self.play, self._back, self._forward = QToolButton(), QToolButton(), QToolButton()
        self._when, self._empty = QLabel(), QLabel()
        self._timer = QTimer(self, interval=_FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._build()
        self._connect_parts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Sample pictures"))
        self.setAccessibleDescription(self.tr("Left and right go through time, space plays it"))
        self.slider.setAccessibleName(self.tr("Point in time of the samples"))
        self.slider.setToolTip(self.tr("Go back to what the model made earlier, and forth again"))
        for button, text in (
            (self._back, self.tr("Earlier sample")),
            (self._forward, self.tr("Later sample")),
            (self.play, self.tr("Show how the pictures changed, from the first sample to the last")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._empty.setText(
            self.tr("As soon as the model has coloured the sample pictures for the first time, they are shown here.")
        )
        self.grid.set_headings(
            [
                ("grey", self.tr("Without colour")),
                ("base", self.tr("Model at the start")),
                (_NOW, self.tr("Model in training")),
                ("truth", self.tr("True colours")),
            ]
        )
        self._show_when()

    def show_run(self, run: Path | None) -> None:
        """Show the samples of another run."""
        self._timer.stop()
        self._run, self._samples, self._shown, self._originals, self._follows = run, (), None, 0, True
        self.reader.forget()
        self.grid.clear()
        self._show_samples()

    def set_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show which samples there are; the newest one, if the archivist has not gone back."""
        if samples == self._samples:
            return
        if samples[: len(self._samples)] != self._samples:  # it goes on from an earlier step, or was thinned out
            self.reader.forget()
            self._shown = None
        self._samples = samples
        self._show_samples()

    def shutdown(self) -> None:
        """Stop reading."""
        self._timer.stop()
        self.reader.shutdown()

    @property
    def is_playing(self) -> bool:
        """Whether time is played."""
        return self._timer.isActive()

    def shown_step(self) -> int | None:
        """The step of the sample whose pictures are seen."""
        return None if self._shown is None else self._shown.step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through time."""
        if event.key() == Qt.Key.Key_Space:
            self.play.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.slider.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _show_samples(self) -> None:
        last = max(0, len(self._samples) - 1)
        at = last if self._follows else min(self.slider.value(), last)
        self.slider.blockSignals(True)  # a range that grows is no wish to see another sample
        self.slider.setRange(0, last)
        self.slider.setValue(at)
        self.slider.blockSignals(False)
        self._ask()

    def _ask(self) -> None:
        has_samples = bool(self._samples)
        self._empty.setVisible(not has_samples)
        self.grid.setVisible(has_samples)
        self._show_when()
        if not has_samples or self._run is None:
            return
        sample = self._samples[self.slider.value()]
        if sample.pictures > self._originals:
            self._originals = sample.pictures
            self.reader.ask_originals(self._run, sample.pictures)
        if sample != self._shown:
            self.reader.ask(self._run, sample)

    def _show_when(self) -> None:
        at, last = self.slider.value(), self.slider.maximum()
        for control in (self.slider, self.play):
            control.setEnabled(last > 0)
        self._back.setEnabled(at > 0)
        self._forward.setEnabled(at < last)
        self.play.setIcon(icon(Icon.PAUSE if self.is_playing else Icon.PLAY))
        self._when.setVisible(bool(self._samples))
        if self._samples:
            step = QLocale().toString(self._samples[min(at, len(self._samples) - 1)].step)
            newest = at == last
            words = self.tr("After step {step} (newest)") if newest else self.tr("After step {step}")
            self._when.setText(words.format(step=step))

    @Slot(object)
    def _on_reader_pictures_read(self, pictures: SamplePictures) -> None:
        if pictures.run != self._run:
            return
        if pictures.sample is None:
            self.grid.set_images(pictures.kind, pictures.images)
        elif self._samples and pictures.sample == self._samples[self.slider.value()]:
            self._shown = pictures.sample
            self.grid.set_sheet(pictures.images[0] if pictures.sample.sheet else None)
            self.grid.set_images(_NOW, () if pictures.sample.sheet else pictures.images)

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self._follows = value == self.slider.maximum()
        self._ask()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._timer.stop()
        self.slider.setValue(self.slider.value() - 1)

    @Slot()
    def _on_forward_clicked(self) -> None:
        self._timer.stop()
        self.slider.setValue(self.slider.value() + 1)

    @Slot()
    def _on_play_clicked(self) -> None:
        if self.is_playing:
            self._timer.stop()
        else:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()
        self._show_when()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._timer.stop()
        self._show_when()

    def _build(self) -> None:
        self._back.setIcon(icon(Icon.PREVIOUS))
        self._forward.setIcon(icon(Icon.NEXT))
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._when.setMinimumWidth(self._when.fontMetrics().horizontalAdvance("After step 100,000 (newest)"))
        self._when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        for widget in (self.play, self._back, self._forward):
            bar.addWidget(widget)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self._when)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._empty, 1)
        layout.addLayout(bar)

    def _connect_parts(self) -> None:
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self._back.clicked.connect(self._on_back_clicked)
        self._forward.clicked.connect(self._on_forward_clicked)
        self.play.clicked.connect(self._on_play_clicked)
