"""Choosing a preset, keeping one and forgetting one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from colorstudio.core.adjust import Adjustments
from colorstudio.core.presets import Preset
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.retranslated import Retranslated


class PresetBar(Retranslated, QWidget):
    """A list of presets, and a menu for the user's own."""

    preset_chosen = Signal(object)
    """The `Preset` that the user took."""
    save_wanted = Signal()
    """The adjustments as they are shall become a preset."""
    remove_wanted = Signal(object)
    """The `Preset` that is chosen shall be forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: tuple[Preset, ...] = ()
        self._adjustments = Adjustments()
        self._label, self._list = QLabel(), CalmComboBox()
        self._list.stay_narrow()
        self._more = QToolButton()
        self._save, self._remove = QAction(self), QAction(self)
        self._build()
        self._list.activated.connect(self._on_list_activated)
        self._save.triggered.connect(self.save_wanted)
        self._remove.triggered.connect(self._on_remove_triggered)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words, and name the shipped presets anew."""
        self._label.setText(self.tr("Preset"))
        self._list.setAccessibleName(self.tr("Preset"))
        self._list.setToolTip(self.tr("Sets all adjustments at once; change them afterwards as you like."))
        self._list.setPlaceholderText(self.tr("Own settings"))
        self._more.setToolTip(self.tr("Save or delete a preset"))
        self._more.setAccessibleName(self.tr("Save or delete a preset"))
        self._save.setText(self.tr("&Save as preset…"))
        self._remove.setText(self.tr("&Delete preset"))
        self._fill()

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Offer these; shipped ones come first."""
        self._presets = tuple(presets)
        self._fill()

    def set_adjustments(self, adjustments: Adjustments) -> None:
        """Show the preset that these adjustments are, or none; without a signal."""
        if adjustments != self._adjustments:
            self._adjustments = adjustments
            self._show_match()

    def chosen(self) -> Preset | None:
        """Return the preset that is shown."""
        preset = self._list.currentData()
        return preset if isinstance(preset, Preset) else None

    def _fill(self) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for preset in self._presets:
                if not preset.tip and self._list.count() and self._list.itemData(self._list.count() - 1).tip:
                    self._list.insertSeparator(self._list.count())
                self._list.addItem(preset_name(preset), preset)
                tip = QCoreApplication.translate("presets", preset.tip) if preset.tip else ""
                self._list.setItemData(self._list.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._show_match()

    def _show_match(self) -> None:
        rows = range(self._list.count())
        presets = ((row, self._list.itemData(row)) for row in rows)
        row = next((row for row, preset in presets if preset and preset.adjustments == self._adjustments), -1)
        with QSignalBlocker(self._list):
            self._list.setCurrentIndex(row)
        preset = self.chosen()
        self._remove.setEnabled(preset is not None and not preset.tip)

    @Slot(int)
    def _on_list_activated(self, _: int) -> None:
        preset = self.chosen()
        if preset:
            self.preset_chosen.emit(preset)

    @Slot()
    def _on_remove_triggered(self) -> None:
        preset = self.chosen()
        if preset:
            self.remove_wanted.emit(preset)

    def _build(self) -> None:
        self._label.setBuddy(self._list)
        self._label.setMinimumWidth(88)
        menu = QMenu(self)
        menu.addActions([self._save, self._remove])
        self._more.setIcon(icon(Icon.MORE))
        self._more.setIconSize(QSize(20, 20))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setObjectName("menuButton")
        self._more.setMenu(menu)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._more)


def preset_name(preset: Preset) -> str:
    """Return a preset's name in the window's language; the user's own are as they were typed."""
    return QCoreApplication.translate("presets", preset.name) if preset.tip else preset.name
