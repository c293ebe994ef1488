"""Variations in the side panel: the way to the sheet, and the regions with colours of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.steering import Patch
from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.variations import patch_name
from colorstudio.ui.widgets.value_slider import ValueSlider

_WIDEST = 0.2
"""Feather at the slider's end, as a fraction of the short side."""
_MOST_ROWS = 4


class VariationsPanel(PanelSection):
    """A button for the sheet; the list of regions with the softness of their edges.

    Args:
        actions: those of the sheet, the lasso and the regions are among them.
    """

    region_selected = Signal(int)
    """-1: none."""
    region_changed = Signal(int, object)
    """The index of a region, and the `Patch` it is now; more may follow until `editing_finished`."""
    editing_finished = Signal()
    remove_wanted = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("variations", parent)
        self._actions = actions
        self._patches: tuple[Patch, ...] = ()
        self._models: tuple[ModelSummary, ...] = ()
        self._sheet, self._lasso, self._remove, self._remove_all = (QPushButton() for _ in range(4))
        self._sheet.setIcon(icon(Icon.VARIATIONS))
        self._lasso.setIcon(icon(Icon.LASSO))
        for button in (self._sheet, self._lasso):
            button.setIconSize(BESIDE_WORDS)
            button.setCheckable(True)
        self._hint, self._list_heading = QLabel(), QLabel()
        self._list = QListWidget()
        self._feather = ValueSlider(100, 10, suffix="")
        self._regions = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_patches(())

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("Variations"))
        self.set_tip(self.tr("Other colours that the model finds plausible, for all of the picture or for a region."))
        self._sheet.setText(self.tr("Show sheet"))
        self._sheet.setAccessibleName(self.tr("Show sheet of variations"))
        self._sheet.setToolTip(self._actions["show_variations"].toolTip())
        self._lasso.setText(plain_text(self._actions["tool_lasso"]))
        self._lasso.setToolTip(self._actions["tool_lasso"].toolTip())
        self._list_heading.setText(self.tr("Regions"))
        self._list.setAccessibleName(self.tr("Regions"))
        self._list.setToolTip(self.tr("Regions that take their colours from another variation; later ones lie above."))
        self._feather.set_words(
            self.tr("Soft edge"), self.tr("How softly the region passes into the picture around it.")
        )
        self._remove.setText(self.tr("Remove"))
        self._remove.setToolTip(self.tr("The region gets the colours of the picture again (Delete)."))
        self._remove_all.setText(self.tr("Remove all"))
        self._remove_all.setAccessibleName(plain_text(self._actions["clear_patches"]))
        self._remove_all.setToolTip(self._actions["clear_patches"].toolTip())
        self._fill()

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Name the models of regions after these."""
        self._models = tuple(models)
        self._fill()

    def set_patches(self, patches: Sequence[Patch]) -> None:
        """Show a scan's regions; the selection stays as far as it can."""
        if len(patches) != len(self._patches):
            self._patches = tuple(patches)
            with QSignalBlocker(self._list):
                self._fill()
                self._list.setCurrentRow(-1)
        else:
            self._patches = tuple(patches)
            self._fill()
        self._show_selected()

    @property
    def selected(self) -> int:
        """The selected region; -1: none."""
        return self._list.currentRow()

    def select(self, index: int) -> None:
        """Select a region; -1: none."""
        self._list.setCurrentRow(index)

    def _fill(self) -> None:
        """Bring the rows in line; the selection stays where it is."""
        with QSignalBlocker(self._list):
            while self._list.count() > len(self._patches):
                self._list.takeItem(self._list.count() - 1)
            for row, patch in enumerate(self._patches):
                if row == self._list.count():
                    self._list.addItem("")
                words = patch_name(patch, self._models)
                self._list.item(row).setText(f"{row + 1}   {words}")
                self._list.item(row).setToolTip(words)
        rows = min(_MOST_ROWS, max(1, len(self._patches)))
        height = self._list.sizeHintForRow(0) if self._patches else 24
        self._list.setFixedHeight(rows * height + 2 * self._list.frameWidth() + 2)
        self._regions.setVisible(bool(self._patches))
        self._hint.setVisible(not self._patches)
        self._hint.setText(self.tr("Draw around a region with the lasso to give it the colours of another variation."))

    def _show_selected(self) -> None:
        patch = self._patches[self.selected] if 0 <= self.selected < len(self._patches) else None
        self._feather.setEnabled(patch is not None)
        self._remove.setEnabled(patch is not None)
        if patch is not None:
            self._feather.set_value(min(100, round(100 * patch.feather / _WIDEST)))

    @Slot(int)
    def _on_list_current_row_changed(self, row: int) -> None:
        self._show_selected()
        self.region_selected.emit(row)

    @Slot(int)
    def _on_feather_value_changed(self, value: int) -> None:
        if 0 <= self.selected < len(self._patches):
            patch = replace(self._patches[self.selected], feather=round(_WIDEST * value / 100, 4))
            self.region_changed.emit(self.selected, patch)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.selected >= 0:
            self.remove_wanted.emit(self.selected)

    def _connect(self) -> None:
        for name, button in (("show_variations", self._sheet), ("tool_lasso", self._lasso)):
            self._actions[name].toggled.connect(button.setChecked)
        self._sheet.toggled.connect(self._actions["show_variations"].setChecked)
        self._lasso.clicked.connect(self._on_lasso_clicked)
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._feather.value_changed.connect(self._on_feather_value_changed)
        self._feather.editing_finished.connect(self.editing_finished)
        self._remove.clicked.connect(self._on_remove_clicked)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove_clicked)
        self._remove_all.clicked.connect(self._actions["clear_patches"].trigger)

    @Slot(bool)
    def _on_lasso_clicked(self, is_on: bool) -> None:
        self._actions["tool_lasso" if is_on else "tool_hand"].trigger()

    def _lay_out(self) -> None:
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        buttons, removal = QHBoxLayout(), QHBoxLayout()
        for line, pair in ((buttons, (self._sheet, self._lasso)), (removal, (self._remove, self._remove_all))):
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button, 1)
        regions = QVBoxLayout(self._regions)
        regions.setContentsMargins(0, 0, 0, 0)
        regions.setSpacing(8)
        for widget in (self._list_heading, self._list, self._feather):
            regions.addWidget(widget)
        regions.addLayout(removal)
        self.body.addLayout(buttons)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._regions)
