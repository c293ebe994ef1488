"""What a run needs of this computer, as rows; and what does not fit, as remarks."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from colorstudio.core.training_messages import Estimate
from colorstudio.ui.icons import Icon
from colorstudio.ui.training.wizard.headings import Remark, title
from colorstudio.ui.training.wizard.time_words import lost_words, size_words
from colorstudio.ui.widgets.form import Form
from colorstudio.ui.widgets.retranslated import Retranslated

_LABEL_WIDTH = 160
_ROWS = 5


class EstimateFacts(Retranslated, QWidget):
    """Device, memory, disk, time of a step; hidden while nothing is known."""

    def __init__(self) -> None:
        super().__init__()
        self._estimate: Estimate | None = None
        self._lost = 0.0
        self._title = title()
        self._rows = [(QLabel(), QLabel()) for _ in range(_ROWS)]
        self._parts, self._memory, self._disk = Remark(), Remark(), Remark()
        form = Form(_LABEL_WIDTH)
        for label, value in self._rows:
            label.setObjectName("hint")
            value.setWordWrap(True)
            form.add_row(label, value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(form)
        for remark in (self._parts, self._memory, self._disk):
            layout.addWidget(remark)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("What it needs of this computer"))
        self.show_estimate(self._estimate, self._lost)

    def show_estimate(self, estimate: Estimate | None, lost: float = 0.0) -> None:
        """Show what was measured.

        Args:
            estimate: None: nothing yet.
            lost: seconds of work that a power cut may cost.
        """
        self._estimate, self._lost = estimate, lost
        self.setVisible(estimate is not None)
        if estimate is None:
            return
        for (label, value), (name, words) in zip(self._rows, self._facts(estimate), strict=True):
            label.setText(name)
            value.setText(words)
        self._show_remarks(estimate)

    def _facts(self, estimate: Estimate) -> tuple[tuple[str, str], ...]:
        of = self.tr("about {needed}; {free} are free")
        memory = of.format(needed=size_words(estimate.memory), free=size_words(estimate.memory_free))
        disk = of.format(needed=size_words(estimate.disk), free=size_words(estimate.disk_free))
        seconds = QLocale().toString(estimate.seconds_per_step, "g", 2)
        return (
            (self.tr("Computes on"), self._device(estimate)),
            (self.tr("Memory"), memory),
            (self.tr("Disk"), disk),
            (self.tr("A step"), self.tr("{seconds} seconds").format(seconds=seconds)),
            (self.tr("Lost in a power cut"), lost_words(self._lost)),
        )

    def _device(self, estimate: Estimate) -> str:
        return self.tr("Processor (CPU)") if estimate.device == "cpu" else estimate.device_label

    def _show_remarks(self, estimate: Estimate) -> None:
        parts = self.tr("Not all pictures of a step fit into the memory at once: they are taken {count} at a time.")
        self._parts.say(Icon.INFO, parts.format(count=estimate.micro_batch) if estimate.micro_batch else "")
        memory = self.tr("The memory may not do. Close other programs, or choose smaller crops in all settings.")
        self._memory.say(Icon.WARNING, memory if estimate.memory > estimate.memory_free else "")
        disk = self.tr("There is not enough room on the disk. Make room before you begin, or the training will wait.")
        self._disk.say(Icon.WARNING, disk if estimate.disk > estimate.disk_free else "")
