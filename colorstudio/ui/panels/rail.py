"""The slim rail: one entry for each workspace that works, and the settings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated

STUDIO, TRAINING, MODELS = range(3)


class Rail(Retranslated, QWidget):
    """Switches between workspaces.

    Args:
        settings: the action at the lower end.
        has_training: whether this edition can train.
    """

    workspace_chosen = Signal(int)

    def __init__(self, settings: QAction, has_training: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(80)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        for number, symbol in ((STUDIO, Icon.STUDIO), (TRAINING, Icon.TRAINING), (MODELS, Icon.MODELS)):
            layout.addWidget(self._entry(number, symbol))
        self._group.button(TRAINING).setVisible(has_training)
        layout.addStretch(1)
        self._settings = self._button(Icon.SETTINGS)
        self._settings.clicked.connect(settings.trigger)
        layout.addWidget(self._settings)
        self._group.button(STUDIO).setChecked(True)
        self._group.idClicked.connect(self._on_group_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words under the icons."""
        for button, text, tip in (
            (self._group.button(STUDIO), self.tr("Studio"), self.tr("Colour scans one by one.")),
            (self._group.button(TRAINING), self.tr("Training"), self.tr("Teach a model the colours of a collection.")),
            (self._group.button(MODELS), self.tr("Models"), self.tr("What the models were trained on and can do.")),
            (self._settings, self.tr("Settings"), self.tr("Language, appearance, and what new scans begin with.")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)

    def choose(self, number: int) -> None:
        """Go to a workspace."""
        self._group.button(number).setChecked(True)
        self.workspace_chosen.emit(number)

    @Slot(int)
    def _on_group_clicked(self, number: int) -> None:
        self.workspace_chosen.emit(number)

    def _entry(self, number: int, symbol: Icon) -> QToolButton:
        button = self._button(symbol)
        button.setCheckable(True)
        self._group.addButton(button, number)
        return button

    def _button(self, symbol: Icon) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(symbol))
        button.setIconSize(QSize(24, 24))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFixedWidth(80)
        button.setMinimumHeight(64)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
