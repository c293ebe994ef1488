"""A parameter on the expert page: label, field, a button that brings the recipe's value back, and an explanation."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QToolButton, QWidget

from colorstudio.core.training_config import TrainingConfig
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.training.wizard.check_words import words
from colorstudio.ui.training.wizard.headings import quiet
from colorstudio.ui.training.wizard.parameters import Parameter, parameter
from colorstudio.ui.training.wizard.words import Words
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox


class ParameterRow(QObject):
    """The widgets of a parameter, and what they say.

    Args:
        name: of the parameter, with dots.
        texts: its words.
    """

    changed = Signal(str, object)
    """Name and the value that the archivist set."""
    reset = Signal(str)
    """The recipe's value is wanted back."""

    def __init__(self, name: str, texts: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.parameter: Parameter = parameter(name)
        self._texts = texts
        self._value: Any = self.parameter.value_in(TrainingConfig())
        self._recipe_value = self._value
        self.label, self.back, self.explanation = QLabel(), QToolButton(), quiet()
        self.label.setWordWrap(True)
        self.back.setObjectName("smallButton")
        self.back.setIcon(icon(Icon.RESET, Tone.QUIET))
        self.back.clicked.connect(self._on_back_clicked)
        self.field: QWidget = self._make_field()
        self.label.setBuddy(self.field)

    def set_words(self, limits: str, back: str) -> None:
        """Set the words.

        Args:
            limits: template for the limits of a number, with {low} and {high}.
            back: template for the button, with {label} and {value}.
        """
        label, tip = words(self._texts.label), words(self._texts.tip)
        self.label.setText(label)
        choices = dict(self._texts.choices)
        if isinstance(self.field, CalmComboBox):
            for index in range(self.field.count()):
                value = self.field.itemData(index)
                self.field.setItemText(index, words(choices.get(value, value)))
        known = self.parameter
        is_share = (known.low, known.high) == (0, 1)  # as the words of the parameter say, where it is one
        if known.kind in (int, float) and known.high < float("inf") and not is_share:
            tip = f"{tip} {limits.format(low=f'{known.low:g}', high=f'{known.high:g}')}"
        self.explanation.setText(tip)
        for part in (self.label, self.field):
            part.setToolTip(f"{tip}\n{known.name}")
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(tip)
        self.back.setAccessibleName(back.format(label=label, value=self._words_of(self._recipe_value)))
        self.back.setToolTip(self.back.accessibleName())

    def matches(self, wanted: str) -> bool:
        """Whether a search means this parameter."""
        texts = self.parameter.name, self.label.text(), words(self._texts.tip)
        return any(wanted.casefold() in text.casefold() for text in texts)

    def show_value(self, config: TrainingConfig, recipe: TrainingConfig) -> None:
        """Show the value that holds, and whether the recipe has another one."""
        value, self._recipe_value = self.parameter.value_in(config), self.parameter.value_in(recipe)
        self._show(value)
        self.back.setVisible(value != self._recipe_value)
        font = self.label.font()
        font.setBold(value != self._recipe_value)
        self.label.setFont(font)

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide the row; the button has a say of its own."""
        for part in (self.label, self.field, self.explanation):
            part.setVisible(is_visible)
        self.back.setVisible(is_visible and self.label.font().bold())

    def _make_field(self) -> QWidget:
        if self.parameter.kind is bool:
            box = QCheckBox()
            box.clicked.connect(self._on_box_clicked)
            return box
        if self.parameter.choices:
            combo = CalmComboBox()
            for choice in self.parameter.choices:
                combo.addItem(choice, choice)
            combo.activated.connect(self._on_combo_activated)
            return combo
        line = QLineEdit()
        line.editingFinished.connect(self._on_line_edited)
        return line

    def _show(self, value: Any) -> None:
        if isinstance(self.field, QCheckBox):
            self.field.setChecked(value)
        elif isinstance(self.field, CalmComboBox):
            self.field.setCurrentIndex(self.field.findData(value))
        elif isinstance(self.field, QLineEdit):
            self.field.setText(self.parameter.text_of(value))
            self.field.setCursorPosition(0)
        self._value = value

    def _words_of(self, value: Any) -> str:
        choices = dict(self._texts.choices)
        return words(choices[value]) if isinstance(value, str) and value in choices else self.parameter.text_of(value)

    def _take(self, value: Any) -> None:
        if value != self._value:
            self.changed.emit(self.parameter.name, value)

    @Slot(bool)
    def _on_box_clicked(self, is_on: bool) -> None:
        self._take(is_on)

    @Slot(int)
    def _on_combo_activated(self, index: int) -> None:
        assert isinstance(self.field, CalmComboBox)
        self._take(self.field.itemData(index))

    @Slot()
    def _on_line_edited(self) -> None:
        assert isinstance(self.field, QLineEdit)
        value = self.parameter.parse(self.field.text())
        if value is None:
            self._show(self._value)  # nonsense: what holds is shown again
        else:
            self._take(value)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.reset.emit(self.parameter.name)
