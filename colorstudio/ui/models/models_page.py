"""The library of models: a list, the card of the chosen one, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.settings import Settings
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.model_thumbnails import ModelThumbnail, ModelThumbnails
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.models.compare_view import CompareView
from colorstudio.ui.models.files import CHECKPOINT, PACK
from colorstudio.ui.models.importing import Importing
from colorstudio.ui.models.model_card import ModelCard
from colorstudio.ui.models.model_list import ModelList
from colorstudio.ui.models.words import default_reference, name_of
from colorstudio.ui.variations import find_model
from colorstudio.ui.widgets.message_bar import MessageBar, MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated

_LIST_WIDTH = 304
_WIDEST = 880
_SAMPLE = "temple.png"


class ModelsPage(Retranslated, QWidget):
    """Shows the models, and takes in and gives out.

    Args:
        context: of the window.

    Attributes:
        importing: leads files into the library; the window sends it those that are dropped.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__()
        self._context = context
        self._models: tuple[ModelSummary, ...] = ()
        self._wanted = ""
        self._pictures: dict[str, QImage] = {}
        self._empty, self._scroll = QLabel(), QScrollArea()
        self.import_button, self.compare_button = QPushButton(), QPushButton()
        self.use, self.default, self.export, self.remove = (QPushButton() for _ in range(4))
        self.list, self.card, self.comparison = ModelList(), ModelCard(), CompareView(context.engine)
        self.importing = Importing(context, self)
        sample = context.places.samples / _SAMPLE
        self.thumbnails = ModelThumbnails(context.engine, sample, context.places.thumbnails, self)
        self._build()
        self.messages = MessageBar(self._pages)
        self._connect_parts()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._empty.setText(self.tr("No model is installed."))
        words = (
            (self.import_button, self.tr("Import…"), self.tr("Takes in a model pack, or a checkpoint of pix2pix.")),
            (self.compare_button, self.tr("Compare"), self.tr("Colours the open scan with every model.")),
            (self.use, self.tr("Use for the open scan"), self.tr("Colours the open scan with it; it can be undone.")),
            (self.default, self.tr("Use for new scans"), self.tr("Scans that are opened from now on begin with it.")),
            (self.export, self.tr("Export…"), self.tr("Writes the model as one file, to give it to others.")),
            (self.remove, self.tr("Remove…"), self.tr("Moves the model to the trash; only your own can be removed.")),
        )
        for button, text, tip in words:
            button.setText(text)
            button.setToolTip(tip)

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Show these models."""
        self._models = tuple(models)
        self.importing.set_models(self._models)
        self.list.set_models(self._models, self._default)
        self._choose_wanted()
        self._empty.setVisible(not models)
        if self.isVisible():
            self._want_thumbnails()
        if self._pages.currentWidget() is self.comparison:
            self._compare()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pictures made that are not there yet."""
        super().showEvent(event)
        self._want_thumbnails()
        self._show_state()

    def shutdown(self) -> None:
        """Stop what it does beside the window."""
        self.comparison.stop()
        self.thumbnails.shutdown()
        for dialog in (self.importing.converting, self.importing.looking):
            if dialog is not None:
                dialog.reject()

    # What is shown

    @property
    def _default(self) -> ModelSummary | None:
        return find_model(self._models, self._context.preferences.settings.model)

    def _want_thumbnails(self) -> None:
        self.thumbnails.want(self._models, self._context.preferences.settings.device)

    @Slot(object)
    def _on_thumbnails_ready(self, ready: ModelThumbnail) -> None:
        self._pictures[ready.sha256] = ready.image
        self.list.set_picture(ready.sha256, ready.image)
        if self.list.chosen and self.list.chosen.sha256 == ready.sha256:
            self.card.set_picture(ready.image)

    @Slot(object)
    def _on_list_model_chosen(self, model: ModelSummary | None) -> None:
        self._cards.setVisible(model is not None)
        if model is not None:
            if model.sha256 != self.card.sha256:
                self._scroll.verticalScrollBar().setValue(0)
            self.card.show_model(model, self._models)
            self.card.set_picture(self._pictures.get(model.sha256))
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Enable what can be done."""
        model, document = self.list.chosen, self._context.documents.current
        is_open = document is not None and document.info is not None
        in_use = find_model(self._models, document.edit.choice.model) if is_open else None
        self.use.setEnabled(is_open and model is not None and model != in_use)
        self.default.setEnabled(model is not None and model != self._default)
        self.export.setEnabled(model is not None)
        self.remove.setEnabled(model is not None and model.is_own)
        self.compare_button.setEnabled(is_open and len(self._models) > 1)

    @Slot(object, object)
    def _on_preferences_changed(self, before: Settings, after: Settings) -> None:
        if before.model != after.model:
            self.list.set_models(self._models, self._default)
            self._show_state()

    # What is done with a model

    @Slot()
    def _on_use_clicked(self) -> None:
        self._use(self.list.chosen)

    @Slot(object)
    def _use(self, model: ModelSummary) -> None:
        self.comparison.stop()
        self._pages.setCurrentIndex(0)
        text = self.tr("Change model or render size")
        self._context.documents.change_choice(text, model=model.id, render_size=0, seed=None)
        self._context.window.show_studio()

    @Slot()
    def _on_default_clicked(self) -> None:
        self._context.preferences.change(model=default_reference(self.list.chosen, self._models))

    @Slot()
    def _on_compare_clicked(self) -> None:
        self._pages.setCurrentWidget(self.comparison)
        self._compare()

    def _compare(self) -> None:
        document = self._context.documents.current
        if document is None:
            self._on_comparison_left()
            return
        self.comparison.compare(document, self._models, self._context.preferences.settings.device)

    @Slot()
    def _on_comparison_left(self) -> None:
        self.comparison.stop()
        self._pages.setCurrentIndex(0)

    @Slot()
    def _on_documents_current_changed(self) -> None:
        if self._pages.currentWidget() is self.comparison:
            self._on_comparison_left()
        self._show_state()

    # In and out

    @Slot()
    def _on_import_clicked(self) -> None:
        filters = self.tr("Models and checkpoints") + f" (*{PACK} *{CHECKPOINT})"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import a model"), "", filters)
        self.importing.take(map(Path, names))

    @Slot(object)
    def _on_importing_taken(self, model: ModelSummary) -> None:
        self._wanted = model.id
        self._choose_wanted()
        self.messages.show_message(self.tr("“{name}” is in the library.").format(name=name_of(model)))

    def _choose_wanted(self) -> None:
        """Choose the model that was taken in, as soon as it is listed."""
        if any(model.id == self._wanted for model in self._models):
            self.list.choose(self._wanted)
            self._wanted = ""

    @Slot()
    def _on_export_clicked(self) -> None:
        model = self.list.chosen
        proposed = f"{model.id.replace('@', '-')}{PACK}"
        filters = self.tr("Model packs") + f" (*{PACK})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the model"), proposed, filters)
        if name:
            target = Path(name)
            target = target if target.suffix else target.with_suffix(PACK)
            self._context.library.export(model.id, target, self._tell_export, self._tell_failure)

    def _tell_export(self, path: Path) -> None:
        self.messages.show_message(self.tr("The model was written to {path}.").format(path=path))

    @Slot()
    def _on_remove_clicked(self) -> None:
        model = self.list.chosen
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Remove the model"))
        box.setText(self.tr("Move “{name}” to the trash?").format(name=name_of(model)))
        box.setInformativeText(self._warning(model))
        move = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setObjectName("removeQuestion")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def remove() -> None:
            self._remove(model)

        move.clicked.connect(remove)
        box.open()

    def _warning(self, model: ModelSummary) -> str:
        users = [document.name for document in self._context.documents.documents if self._uses(document, model)]
        if not users:
            return self.tr("No open scan uses it. It can be taken back from the trash.")
        text = self.tr("These open scans use it: {names}. They cannot be coloured anew with it after that.")
        return text.format(names=", ".join(users))

    def _uses(self, document: Document, model: ModelSummary) -> bool:
        choice = document.edit.choice
        packs = [patch.model.reference for patch in choice.patches if patch.model is not None]
        return find_model(self._models, choice.model) == model or model.id in packs

    def _remove(self, model: ModelSummary) -> None:
        was_default = model == self._default

        def removed(_: None) -> None:
            if was_default:
                self._context.preferences.change(model=Settings().model)
            text = self.tr("“{name}” is in the trash.").format(name=name_of(model))
            self.messages.show_message(text)

        self._context.library.remove(model, removed, self._tell_failure)

    @Slot(object)
    def _tell_failure(self, error: ColorStudioError) -> None:
        self.messages.show_message(error_text(error), MessageKind.ERROR)

    # Putting together

    def _connect_parts(self) -> None:
        self.import_button.clicked.connect(self._on_import_clicked)
        self.compare_button.clicked.connect(self._on_compare_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self.default.clicked.connect(self._on_default_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.list.model_chosen.connect(self._on_list_model_chosen)
        for chosen in (self.list.itemClicked, self.list.itemActivated):
            chosen.connect(self._on_comparison_left)
        self.comparison.model_wanted.connect(self._use)
        self.comparison.left.connect(self._on_comparison_left)
        self.thumbnails.thumbnail_ready.connect(self._on_thumbnails_ready)
        self.importing.taken.connect(self._on_importing_taken)
        self.importing.failed.connect(self._tell_failure)
        documents = self._context.documents
        documents.current_changed.connect(self._on_documents_current_changed)
        for changed in (documents.picture_changed, documents.edit_changed):
            changed.connect(self._show_state)
        self._context.preferences.changed.connect(self._on_preferences_changed)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._card_page())
        self._pages.addWidget(self.comparison)
        layout.addWidget(self._pages, 1)

    def _side(self) -> QWidget:
        self._empty.setObjectName("hint")
        self.import_button.setIcon(icon(Icon.ADD))
        self.compare_button.setIcon(icon(Icon.COMPARE))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.import_button, self.compare_button):
            button.setIconSize(BESIDE_WORDS)
            buttons.addWidget(button, 1)
        side = QWidget()
        side.setObjectName("sideBar")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(_LIST_WIDTH)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(buttons)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        return side

    def _card_page(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.use, self.default, self.export, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._cards = QWidget()
        self._cards.setObjectName("scrollContents")
        self._cards.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(self._cards)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(24)
        layout.addLayout(buttons)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._cards)
        return self._scroll
