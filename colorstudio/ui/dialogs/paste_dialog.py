"""What of the copied settings goes to which scans."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from colorstudio.ui.settings_transfer import Part


class PasteTarget(Enum):
    """Which scans get the settings."""

    CURRENT = "current"
    SELECTED = "selected"
    ALL = "all"


class PasteDialog(QDialog):
    """Check boxes for the parts, and the scans they go to.

    Args:
        parts: checked at first.
        selected: how many scans are selected in the strip.
        opened: how many are open.
        target: chosen at first.
    """

    def __init__(
        self,
        parts: Collection[Part],
        selected: int,
        opened: int,
        target: PasteTarget = PasteTarget.ALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste settings"))
        self._boxes = {part: self._box(part, part in parts) for part in Part}
        self._targets = self._make_targets(selected, opened, target)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Paste"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._enable()

    def parts(self) -> tuple[Part, ...]:
        """Return what is checked."""
        return tuple(part for part, box in self._boxes.items() if box.isChecked())

    def target(self) -> PasteTarget:
        """Return where the settings go."""
        return next(target for target, button in self._targets.items() if button.isChecked())

    @Slot()
    def _enable(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.parts()))

    def _box(self, part: Part, is_checked: bool) -> QCheckBox:
        words, tip = self._words()[part]
        box = QCheckBox(words)
        box.setToolTip(tip)
        box.setAccessibleDescription(tip)
        box.setChecked(is_checked)
        box.toggled.connect(self._enable)
        return box

    def _words(self) -> dict[Part, tuple[str, str]]:
        return {
            Part.ADJUSTMENTS: (self.tr("&Adjustments"), self.tr("All sliders of the section Adjust.")),
            Part.PALETTE: (self.tr("&Palette"), self.tr("The colours of the reference photograph.")),
            Part.GUESS_FADE: (self.tr("&Fading of guesses"), self.tr("From where on uncertain areas fade to grey.")),
            Part.MODEL: (
                self.tr("&Model and render size"),
                self.tr("Each scan is coloured anew when it is shown."),
            ),
            Part.MASK: (self.tr("Mas&k"), self.tr("At the same place of the picture: for scans framed alike.")),
            Part.HINTS: (
                self.tr("&Hints"),
                self.tr("At the same places of the picture, with their evidence: for scans framed alike."),
            ),
        }

    def _make_targets(self, selected: int, opened: int, target: PasteTarget) -> dict[PasteTarget, QRadioButton]:
        buttons = {PasteTarget.CURRENT: QRadioButton(self.tr("The scan that is &shown"))}
        if selected > 1:
            buttons[PasteTarget.SELECTED] = QRadioButton(
                self.tr("The {count} scans that are se&lected").format(count=selected)
            )
        if opened > 1:
            buttons[PasteTarget.ALL] = QRadioButton(self.tr("All {count} &open scans").format(count=opened))
        buttons.get(target, buttons[PasteTarget.CURRENT]).setChecked(True)
        return buttons

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for title, controls in (
            (self.tr("What is pasted"), self._boxes.values()),
            (self.tr("Where it goes"), self._targets.values()),
        ):
            heading = QLabel(title)
            heading.setObjectName("panelTitle")
            layout.addWidget(heading)
            for control in controls:
                layout.addWidget(control)
            layout.addSpacing(8)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(360)
