"""The workspace of the models, made when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.context import StudioContext

if TYPE_CHECKING:
    from colorstudio.ui.models.models_page import ModelsPage


class ModelsWorkspace(QWidget):
    """Made empty; its page is made when it is shown for the first time, or when a model is brought.

    Attributes:
        page: the `ModelsPage`; None: not made yet.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__()
        self._context = context
        self._models: tuple[ModelSummary, ...] = ()
        self.page: ModelsPage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Show these models."""
        self._models = tuple(models)
        if self.page is not None:
            self.page.set_models(self._models)

    def take(self, paths: Sequence[Path]) -> None:
        """Lead files into the library."""
        self._make()
        self.page.importing.take(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page."""
        self._make()
        super().showEvent(event)

    def shutdown(self) -> None:
        """Stop what it does beside the window."""
        if self.page is not None:
            self.page.shutdown()

    def _make(self) -> None:
        if self.page is not None:
            return
        from colorstudio.ui.models.models_page import ModelsPage

        self.page = ModelsPage(self._context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.page.set_models(self._models)
