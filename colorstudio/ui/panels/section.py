"""A part of the side panel that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated


class PanelSection(Retranslated, QWidget):
    """A heading that folds and unfolds what lies below it.

    Subclasses put their controls into `body`, and their title and words into `retranslate`.

    Args:
        key: identifies the section in what is remembered; never shown.

    Attributes:
        body: the layout of the controls.
    """

    fold_changed = Signal(bool)
    """Whether the section is open now."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName(f"section-{key}")
        self._heading = QToolButton()
        self._heading.setObjectName("sectionHeading")
        self._heading.setCheckable(True)
        self._heading.setChecked(True)
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.toggled.connect(self._on_heading_toggled)
        self._buttons = QHBoxLayout()
        self._contents = QWidget()
        self.body = QVBoxLayout(self._contents)
        self.body.setContentsMargins(16, 4, 16, 16)
        self.body.setSpacing(12)
        self._lay_out_section()
        self._on_heading_toggled(True)

    @property
    def is_open(self) -> bool:
        """Whether the controls are seen."""
        return self._heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self._heading.setChecked(is_open)

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self._heading.setText(title)
        self._heading.setAccessibleName(title)

    def add_button(self, button: QToolButton) -> None:
        """Put a small button at the right of the heading."""
        self._buttons.addWidget(button)

    def _lay_out_section(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(8, 8, 8, 0)
        line.addWidget(self._heading, 1)
        line.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._contents)

    @Slot(bool)
    def _on_heading_toggled(self, is_open: bool) -> None:
        self._heading.setIcon(icon(Icon.EXPAND if is_open else Icon.NEXT))
        self._contents.setVisible(is_open)
        self.fold_changed.emit(is_open)
