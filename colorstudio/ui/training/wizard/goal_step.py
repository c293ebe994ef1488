"""The third step: what the archivist wants, and how the model is to be called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QLineEdit, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from colorstudio.core.licences import UNKNOWN, licence_of
from colorstudio.core.settings import Settings
from colorstudio.core.training_goals import Goal
from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.i18n import current_language
from colorstudio.ui.licence_words import licence_name, licence_terms, marked
from colorstudio.ui.training.wizard.check_words import words
from colorstudio.ui.training.wizard.goal_words import GOALS, LICENCES
from colorstudio.ui.training.wizard.headings import heading, narrow, quiet, title
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.form import Form
from colorstudio.ui.widgets.retranslated import Retranslated

_FOR_ANY_PICTURE = Settings().model
_LABEL_WIDTH = 160
_INDENT = 28


class GoalStep(Retranslated, QScrollArea):
    """Three goals, and a form about the model that comes out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._models: tuple[ModelSummary, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._heading, self._title = heading(), title()
        self._group = QButtonGroup(self)
        self._goals = {goal: _GoalChoice() for goal in Goal}
        for number, choice in enumerate(self._goals.values()):
            self._group.addButton(choice.button, number)
        self._goals[Goal.FINE_TUNE].button.setChecked(True)
        self._group.idToggled.connect(self._on_group_toggled)
        self._base, self._base_label, self._base_hint = CalmComboBox(), QLabel(), quiet()
        self._base.currentIndexChanged.connect(self._on_field_changed)
        self._name, self._name_label = QLineEdit(), QLabel()
        self._name.setObjectName("modelName")
        self._name.setMaxLength(80)
        self._licence, self._licence_label = CalmComboBox(), QLabel()
        self._licence.setEditable(True)
        self._licence.setInsertPolicy(CalmComboBox.InsertPolicy.NoInsert)
        self._source, self._source_label = QLineEdit(), QLabel()
        self._name.textChanged.connect(self._on_field_changed)
        self._licence.editTextChanged.connect(self._on_field_changed)
        self._source.textChanged.connect(self._on_field_changed)
        for licence in LICENCES:
            self._licence.addItem("", licence)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(self.tr("What do you want?"))
        for goal, choice in self._goals.items():
            choice.set_words(*(words(text) for text in (GOALS[goal].name, GOALS[goal].time, GOALS[goal].text)))
        self._title.setText(self.tr("The new model"))
        self._set_field_words()
        self._fill_models()
        licence = self.licence
        for index, text in enumerate(LICENCES.values()):
            self._licence.setItemText(index, words(text))
        self._show_licence(licence)

    def _set_field_words(self) -> None:
        for label, field, text, tip in (
            (
                self._base_label,
                self._base,
                self.tr("Begins with"),
                self.tr("The model that knows the world already; the new one starts from what it knows."),
            ),
            (
                self._name_label,
                self._name,
                self.tr("Name"),
                self.tr(
                    "How the model is called wherever models are chosen; the name of the collection is a good one."
                ),
            ),
            (
                self._licence_label,
                self._licence,
                self.tr("Rights of the pictures"),
                self.tr("A model keeps traces of its pictures: under which terms may it be passed on? Can be typed."),
            ),
            (
                self._source_label,
                self._source,
                self.tr("Where they come from"),
                self.tr("Stands on the model's card, so that others know what its colours rest on."),
            ),
        ):
            label.setText(text)
            field.setAccessibleName(text)
            field.setToolTip(tip)
            field.setAccessibleDescription(tip)
        self._licence.lineEdit().setAccessibleName(self.tr("Rights of the pictures"))
        self._name.setPlaceholderText(self.tr("For example: Slides of the city archive"))
        self._source.setPlaceholderText(self.tr("For example: colour slides of the city archive, 1961 to 1978"))

    # What was answered

    @property
    def goal(self) -> Goal:
        """The chosen goal."""
        return list(self._goals)[self._group.checkedId()]

    @property
    def base(self) -> str:
        """Reference of the model to begin with; '' where the goal begins with none, or none is installed."""
        return self._base.currentData() or "" if self.goal is not Goal.PAPER else ""

    @property
    def name(self) -> str:
        """Of the new model."""
        return self._name.text().strip()

    @property
    def licence(self) -> str:
        """Identifier of the chosen terms, or what was typed."""
        index = self._licence.findText(self._licence.currentText())
        return self._licence.itemData(index) if index >= 0 else self._licence.currentText().strip()

    @property
    def source(self) -> str:
        """Where the pictures come from."""
        return self._source.text().strip()

    @property
    def taken(self) -> tuple[str, ...]:
        """Ids of the models there are."""
        return tuple(model.id.split("@")[0] for model in self._models)

    # What is shown

    def begin(self) -> None:
        """Begin afresh."""
        self._goals[Goal.FINE_TUNE].button.setChecked(True)
        self._name.clear()
        self._source.clear()
        self._show_licence("")

    def propose_name(self, name: str) -> None:
        """Fill in a name where there is none yet."""
        if not self.name:
            self._name.setText(name)

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Offer other models to begin with."""
        self._models = tuple(models)
        self._fill_models()

    def _fill_models(self) -> None:
        chosen = self._base.currentData()
        self._base.blockSignals(True)
        self._base.clear()
        for model in self._models:
            name = model.names.get(current_language()) or model.names.get("en") or model.id
            self._base.addItem(marked(f"{name} ({model.id.split('@')[-1]})", model.licence), model.id)
        shipped = {_name_of(model) for model in self._models if not model.is_own}
        # That for pictures of any kind, in its newest version; without it, one that came with the application.
        usual = sorted(
            self._models, key=lambda model: (_name_of(model) != _FOR_ANY_PICTURE, _name_of(model) not in shipped)
        )
        known = self._base.findData(chosen)
        self._base.setCurrentIndex(known if known >= 0 else max(0, self._base.findData(usual[0].id if usual else "")))
        self._base.blockSignals(False)
        self._show_base()

    def _show_base(self) -> None:
        begins_with_model = self.goal is not Goal.PAPER
        for part in (self._base_label, self._base, self._base_hint):
            part.setVisible(begins_with_model)
        model = next((each for each in self._models if each.id == self._base.currentData()), None)
        self._base_hint.setText(self._base_terms(model.licence) if model else "")

    def _base_terms(self, licence: str) -> str:
        """What the licence of the model that it begins with means for the new one."""
        if licence_of(licence) is UNKNOWN:
            return ""
        text = self.tr("Its own licence, {licence}, holds for the new model as well.")
        text = text.format(licence=licence_name(licence))
        return f"{text} {licence_terms(licence)}" if licence_of(licence).is_restricted else text

    def _show_licence(self, licence: str) -> None:
        index = self._licence.findData(licence)
        if index >= 0:
            self._licence.setCurrentIndex(index)
            self._licence.setEditText(self._licence.itemText(index))
        else:
            self._licence.setEditText(licence)

    @Slot(int, bool)
    def _on_group_toggled(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self._show_base()
            self.changed.emit()

    @Slot()
    def _on_field_changed(self) -> None:
        self._show_base()
        self.changed.emit()

    def _build(self) -> None:
        contents = QWidget()
        contents.setObjectName("scrollContents")
        layout = narrow(contents)
        layout.addWidget(self._heading)
        for choice in self._goals.values():
            layout.addWidget(choice)
        layout.addWidget(self._title)
        form = Form(_LABEL_WIDTH)
        form.add_row(self._name_label, self._name)
        form.add_row(self._base_label, self._base)
        form.addWidget(self._base_hint, form.rowCount(), 1)
        form.add_row(self._licence_label, self._licence)
        form.add_row(self._source_label, self._source)
        layout.addLayout(form)
        layout.addStretch(1)
        self.setWidget(contents)


class _GoalChoice(QWidget):
    """A radio button with a sentence under it."""

    def __init__(self) -> None:
        super().__init__()
        self.button, self._text = QRadioButton(), quiet()
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        self._text.setContentsMargins(_INDENT, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button)
        layout.addWidget(self._text)

    def set_words(self, name: str, time: str, text: str) -> None:
        """Set the words."""
        self.button.setText(name)
        self.button.setToolTip(text)
        self.button.setAccessibleDescription(f"{time}. {text}")
        self._text.setText(f"{time}. {text}")


def _name_of(model: ModelSummary) -> str:
    return model.id.split("@")[0]
