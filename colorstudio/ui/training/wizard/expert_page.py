"""Every parameter of a training, each explained, for those who know what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.errors import ColorStudioError, TrainingError
from colorstudio.core.files import replace_atomically
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.core.training_goals import with_values
from colorstudio.engine.training.recipes import recipe_names
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.panels.section import PanelGroup
from colorstudio.ui.training.wizard.check_words import words
from colorstudio.ui.training.wizard.expert_words import GROUPS
from colorstudio.ui.training.wizard.headings import heading, narrow, quiet
from colorstudio.ui.training.wizard.machines import MachinesBox
from colorstudio.ui.training.wizard.parameter_row import ParameterRow
from colorstudio.ui.training.wizard.words import Group
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.retranslated import Retranslated

_LABEL_WIDTH = 168
_FIELD_WIDTH = 192
_BACK_WIDTH = 32
_SEARCH_WIDTH = 280
_OPEN_FIRST = ("length", "loss")


class ExpertPage(Retranslated, QWidget):
    """The parameters in groups that fold, a search, and the way back to the recipe."""

    changed = Signal()
    """Other changes, or another recipe."""
    left = Signal()
    refused = Signal(object)
    """A `ColorStudioError`: a value that does not go with the others, or a file that cannot be written."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: dict[str, Any] = {}
        self.recipe = ""
        self._base = self._config = TrainingConfig()
        self._rows: dict[str, ParameterRow] = {}
        self._groups: list[tuple[Group, PanelGroup]] = []
        self._make_parts()
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(self.tr("All settings"))
        self._hint.setText(self.tr("Nothing here has to be changed. What is bold differs from the recipe."))
        self._search.setPlaceholderText(self.tr("Find a setting"))
        self._search.setAccessibleName(self.tr("Find a setting"))
        self._search.setToolTip(self.tr("Shows the settings whose name or explanation has these letters."))
        self._recipe_label.setText(self.tr("Recipe"))
        self._recipes.setAccessibleName(self.tr("Recipe"))
        self._recipes.setToolTip(self.tr("The set of values to begin with; the goal has chosen one."))
        self._recipes.setItemText(0, self.tr("As the goal says"))
        self._reset.setText(self.tr("Back to the recipe"))
        self._reset.setToolTip(self.tr("Takes back all changes on this page."))
        self._save.setText(self.tr("Save as a recipe…"))
        self._save.setToolTip(self.tr("Writes all settings to a file from which the command line can train as well."))
        self._done.setText(self.tr("Done"))
        self._done.setToolTip(self.tr("Back to the time that it takes."))
        for group, box in self._groups:
            box.set_title(words(group.title))
            box.set_tip(self.tr("Opens and closes this group of settings."))
        self._name_rows()

    def set_base(self, config: TrainingConfig) -> None:
        """Show the parameters of a configuration without the changes that were made here."""
        self._base = config
        self._show()

    def begin(self) -> None:
        """Begin afresh, without changes."""
        self.changes, self.recipe = {}, ""
        self._recipes.setCurrentIndex(0)
        self._search.clear()

    # What is shown

    def _show(self) -> None:
        self._config = from_dict(with_values(self._base.to_dict(), self.changes))
        for row in self._rows.values():
            row.show_value(self._config, self._base)
        self._reset.setEnabled(bool(self.changes))
        self._machines.show_config(self._config)
        self._name_rows()
        self._filter()

    def _name_rows(self) -> None:
        limits = self.tr("From {low} to {high}.")
        back = self.tr("{label}: back to {value}, as the recipe has it")
        for row in self._rows.values():
            row.set_words(limits, back)

    @Slot()
    def _filter(self) -> None:
        wanted = self._search.text().strip()
        for group, box in self._groups:
            rows = [self._rows[name] for name in group.words]
            shown = [row for row in rows if row.parameter.applies_to(self._config) and row.matches(wanted)]
            for row in rows:
                row.set_visible(row in shown)
            box.setVisible(bool(shown))

    @Slot(str)
    def _on_search_changed(self, wanted: str) -> None:
        for group, box in self._groups:
            box.set_open(bool(wanted.strip()) or group.key in _OPEN_FIRST)
        self._filter()

    # What the archivist does

    @Slot(str, object)
    def _on_row_changed(self, name: str, value: Any) -> None:
        changes = self.changes | {name: value}
        if value == self._rows[name].parameter.value_in(self._base):
            changes.pop(name)
        self._take(changes)

    @Slot(str)
    def _on_row_reset(self, name: str) -> None:
        self._take({key: value for key, value in self.changes.items() if key != name})

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._take({})

    def _take(self, changes: dict[str, Any]) -> None:
        before = self.changes
        self.changes = changes
        try:
            self._show()
        except ColorStudioError as error:
            self.changes = before
            self._show()
            self.refused.emit(error)
            return
        self.changed.emit()

    @Slot(int)
    def _on_recipes_activated(self, index: int) -> None:
        self.recipe, self.changes = self._recipes.itemData(index), {}
        self.changed.emit()

    @Slot()
    def _on_save_clicked(self) -> None:
        title = self.tr("Save as a recipe")
        name, _ = QFileDialog.getSaveFileName(self, title, "recipe.toml", self.tr("Recipes") + " (*.toml)")
        if name:
            self._write(Path(name).with_suffix(".toml"))

    def _write(self, path: Path) -> None:
        try:
            with replace_atomically(path) as temporary:
                temporary.write_text(self._config.to_toml(), encoding="utf-8")
        except OSError as error:
            template = "The training settings cannot be written to {path}: {reason}."  # marked in time_step
            self.refused.emit(TrainingError(template, path=path, reason=error.strerror or error))

    # Putting together

    def _make_parts(self) -> None:
        self._heading, self._hint, self._search = heading(), quiet(), QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search_changed)
        self._recipe_label, self._recipes = QLabel(), CalmComboBox()
        self._recipe_label.setBuddy(self._recipes)
        for name in ("", *recipe_names()):
            self._recipes.addItem(name, name)
        self._recipes.activated.connect(self._on_recipes_activated)
        self._reset, self._save = QPushButton(icon(Icon.RESET), ""), QPushButton(icon(Icon.SAVE), "")
        self._done = QPushButton()
        for button in (self._reset, self._save):
            button.setIconSize(BESIDE_WORDS)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._done.clicked.connect(self.left)
        self._machines = MachinesBox()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self._recipe_label, self._recipes, self._reset, self._save):
            top.addWidget(part)
        top.addStretch(1)
        contents = QWidget()
        contents.setObjectName("scrollContents")
        column = narrow(contents)
        column.setSpacing(4)
        for group in GROUPS:
            column.addWidget(self._box(group))
        column.addWidget(self._machines)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(contents)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._search)
        head.addWidget(self._done)
        self._search.setFixedWidth(_SEARCH_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addLayout(top)
        layout.addWidget(area, 1)

    def _box(self, group: Group) -> PanelGroup:
        box = PanelGroup(group.key, group.key in _OPEN_FIRST)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, width in enumerate((_LABEL_WIDTH, _FIELD_WIDTH, _BACK_WIDTH)):
            grid.setColumnMinimumWidth(place, width)
        for place, stretch in ((1, 2), (3, 3)):  # the longest choices are read in full where there is room
            grid.setColumnStretch(place, stretch)
        for line, (name, texts) in enumerate(group.words.items()):
            row = ParameterRow(name, texts, self)
            row.changed.connect(self._on_row_changed)
            row.reset.connect(self._on_row_reset)
            row.label.setFixedWidth(_LABEL_WIDTH)
            row.field.setMinimumWidth(_FIELD_WIDTH)
            row.back.setFixedWidth(_BACK_WIDTH)
            for place, part in enumerate((row.label, row.field, row.back, row.explanation)):
                grid.addWidget(part, line, place)
            self._rows[name] = row
        box.body.addLayout(grid)
        self._groups.append((group, box))
        return box
