"""The settings dialog, made from the declaration of the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from colorstudio.core.settings import Declaration, Settings, declarations
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.widgets.form import Form
from colorstudio.ui.widgets.retranslated import Retranslated

_LABEL_WIDTH = 208


class SettingsDialog(Retranslated, QDialog):
    """Every setting that has a section; a change holds at once.

    Args:
        preferences: shown and changed.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._headings: list[tuple[QLabel, str]] = []
        self._rows: list[tuple[QLabel, QWidget, Declaration]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 16, 24, 16)
        self._layout.setSpacing(8)
        for section in dict.fromkeys(each.section for each in declarations().values() if each.section):
            self._add_section(section)
        self._layout.addStretch(1)
        self._buttons = QDialogButtonBox()
        self._defaults = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self._close = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._defaults.setAutoDefault(False)
        self._close.setDefault(True)
        self._defaults.clicked.connect(self._on_defaults_clicked)
        self._buttons.rejected.connect(self.reject)
        self._layout.addSpacing(8)
        self._layout.addWidget(self._buttons)
        self.setMinimumWidth(480)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words; the dialog is open while its own language setting changes."""
        self.setWindowTitle(self.tr("Settings"))
        self._defaults.setText(self.tr("Restore defaults"))
        self._close.setText(self.tr("Close"))
        for heading, text in self._headings:
            heading.setText(_words(text))
        for label, control, declaration in self._rows:
            label.setText(_words(declaration.label))
            control.setToolTip(_words(declaration.help))
            control.setAccessibleName(_words(declaration.label))
            control.setAccessibleDescription(_words(declaration.help))
            if isinstance(control, QComboBox):
                for index, text in enumerate((declaration.choices or {}).values()):
                    control.setItemText(index, _words(text))

    @Slot()
    def _on_defaults_clicked(self) -> None:
        defaults = {name: getattr(Settings(), name) for name, _ in _shown()}
        self._preferences.change(**defaults)
        for (name, _), (_, control, _) in zip(_shown(), self._rows, strict=True):
            _show_value(control, getattr(self._preferences.settings, name))

    def _add_section(self, section: str) -> None:
        heading = QLabel()
        heading.setObjectName("panelTitle")
        self._headings.append((heading, section))
        form = Form(_LABEL_WIDTH)
        for name, declaration in _shown():
            if declaration.section == section:
                label, control = QLabel(), self._control(name, declaration)
                self._rows.append((label, control, declaration))
                form.add_row(label, control)
        self._layout.addSpacing(8)
        self._layout.addWidget(heading)
        self._layout.addLayout(form)

    def _control(self, name: str, declaration: Declaration) -> QWidget:
        value = getattr(self._preferences.settings, name)
        control = QCheckBox() if declaration.choices is None else QComboBox()
        if isinstance(control, QComboBox):
            for choice, text in (declaration.choices or {}).items():
                control.addItem(text, choice)
        _show_value(control, value)
        changed = control.currentIndexChanged if isinstance(control, QComboBox) else control.toggled
        changed.connect(self._changer(name, control))
        return control

    def _changer(self, name: str, control: QComboBox | QCheckBox) -> Callable[[object], None]:
        def change(_: object) -> None:
            value = control.currentData() if isinstance(control, QComboBox) else control.isChecked()
            self._preferences.change(**{name: value})

        return change


def _shown() -> list[tuple[str, Declaration]]:
    ordered = [(name, each) for name, each in declarations().items() if each.section]
    sections = list(dict.fromkeys(each.section for _, each in ordered))
    return sorted(ordered, key=lambda entry: sections.index(entry[1].section))


def _show_value(control: QWidget, value: object) -> None:
    if isinstance(control, QComboBox):
        control.setCurrentIndex(control.findData(value))
    elif isinstance(control, QCheckBox):
        control.setChecked(bool(value))


def _words(text: str) -> str:
    return QCoreApplication.translate("settings", text)
