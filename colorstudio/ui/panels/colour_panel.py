"""Which model colours the scan, at which size, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from colorstudio.core.settings import declarations
from colorstudio.engine.messages import ChromaChoice, ModelSummary
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.i18n import current_language
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.licence_words import marked, restriction
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.form import Form


class ColourPanel(PanelSection):
    """Model and render size, the button that colours anew or cancels, progress and state."""

    choice_changed = Signal(object)
    """The `ChromaChoice` that the user made; only its model and render size count."""
    words_changed = Signal()
    """The language changed: the state is to be set again."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("colour", parent)
        self._actions = actions
        self._models: tuple[ModelSummary, ...] = ()
        self._wanted = ""  # the model, until the list is there
        self._busy = False
        self._model_label, self._model = QLabel(), CalmComboBox()
        self._licence = QLabel()
        self._licence.setObjectName("hint")
        self._licence.setWordWrap(True)
        self._size_label, self._size = QLabel(), CalmComboBox()
        self._model.stay_narrow()
        self._size.stay_narrow()
        self._button = QPushButton()
        self._button.setIconSize(BESIDE_WORDS)
        self._button.clicked.connect(self._on_button_clicked)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._state = QLabel()
        self._state.setObjectName("hint")
        self._state.setWordWrap(True)
        self._build()
        self._model.currentIndexChanged.connect(self._on_choice_made)
        self._size.currentIndexChanged.connect(self._on_choice_made)
        self.retranslate()
        self.set_busy(False)

    def retranslate(self) -> None:
        """Set the words, and fill the lists again."""
        self.set_title(self.tr("Colour"))
        self.set_tip(self.tr("Which model colours the scan, and how finely it looks."))
        self._model_label.setText(self.tr("Model"))
        self._model.setAccessibleName(self.tr("Model"))
        self._model.setToolTip(self.tr("The model that predicts the colours; another one gives other colours."))
        self._size_label.setText(self.tr("Render size"))
        self._size.setAccessibleName(self.tr("Render size"))
        self._size.setToolTip(
            self.tr("Short side, in pixels, at which the model sees the scan. The result has the scan's full size.")
        )
        self._progress.setAccessibleName(self.tr("Progress of the colouring"))
        choice = self.choice()
        self._fill()
        self.set_choice(choice)
        self.set_busy(self._busy)
        self.words_changed.emit()

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Offer these models."""
        choice = self.choice()
        self._models = tuple(models)
        self._fill()
        self.set_choice(choice)

    def choice(self) -> ChromaChoice:
        """Return what is chosen."""
        return ChromaChoice(self._model.currentData() or self._wanted, self._size.currentData() or 0)

    def set_choice(self, choice: ChromaChoice) -> None:
        """Show a choice, without a signal."""
        self._wanted = choice.model
        with QSignalBlocker(self._model), QSignalBlocker(self._size):
            self._model.setCurrentIndex(max(0, self._model_index(choice.model)))
            self._size.setCurrentIndex(max(0, self._size.findData(choice.render_size)))
        self._show_licence()

    def set_busy(self, busy: bool) -> None:
        """Show the button as "Cancel" while the scan is being coloured."""
        self._busy = busy
        name = "cancel" if busy else "recolour"
        self._button.setText(plain_text(self._actions[name]))
        self._button.setIcon(icon(Icon.CANCEL if busy else Icon.COLORIZE))
        self._button.setToolTip(self._actions[name].toolTip())
        self._progress.setVisible(busy)

    def set_progress(self, fraction: float) -> None:
        """Show how far the colouring is, 0..1."""
        self._progress.setValue(round(fraction * 100))

    def set_state(self, text: str) -> None:
        """Show one line about the result."""
        self._state.setText(text)

    @Slot()
    def _on_button_clicked(self) -> None:
        self._actions["cancel" if self._busy else "recolour"].trigger()

    @Slot(int)
    def _on_choice_made(self, index: int) -> None:
        self._show_licence()
        if index >= 0:
            self.choice_changed.emit(self.choice())

    def _show_licence(self) -> None:
        """Say so where the licence of the chosen model restricts its use."""
        model = next((each for each in self._models if each.id == self._model.currentData()), None)
        words = restriction(model.licence) if model is not None else ""
        self._licence.setText(words)
        self._licence.setVisible(bool(words))

    def _model_index(self, model: str) -> int:
        """Return the place of a model named with or without its version; -1: it is not here."""
        exact = self._model.findData(model)
        ids = [self._model.itemData(index).split("@")[0] for index in range(self._model.count())]
        return exact if exact >= 0 or model not in ids else ids.index(model)

    def _fill(self) -> None:
        language = current_language()
        with QSignalBlocker(self._model), QSignalBlocker(self._size):
            self._model.clear()
            for model in self._models:
                name = model.names.get(language) or model.names.get("en") or model.id
                self._model.addItem(marked(name, model.licence), model.id)
            self._model.setEnabled(bool(self._models))
            self._size.clear()
            for size in declarations()["render_size"].choices or {}:
                self._size.addItem(self.tr("Recommended") if size == 0 else f"{size} px", size)

    def _build(self) -> None:
        size_policy = self._progress.sizePolicy()
        size_policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(size_policy)
        form = Form()
        form.add_row(self._model_label, self._model)
        form.addWidget(self._licence, form.rowCount(), 0, 1, 2)
        form.add_row(self._size_label, self._size)
        self.body.addLayout(form)
        self.body.addWidget(self._button)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._state)
