"""The list of keyboard shortcuts: those of the actions, menu by menu, and those in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.dialogs.about_dialog import close_box
from colorstudio.ui.menus import MENUS


@dataclass(frozen=True)
class Entry:
    """What a key does, both as they are shown."""

    text: str
    keys: str


# Keys that are not those of an action: what they do, and the keys as `QKeySequence` reads them.
PICTURE_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("shortcuts", "Original, while it is held"), ("\\",)),
    (QT_TRANSLATE_NOOP("shortcuts", "Move the picture, while it is held"), ("Space",)),
    (QT_TRANSLATE_NOOP("shortcuts", "Move the divider of the wipe, or the picture"), ("Left", "Right")),
    (QT_TRANSLATE_NOOP("shortcuts", "Move the picture"), ("Up", "Down", "Shift+Left", "Shift+Right")),
)
TOOL_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("shortcuts", "Smaller or larger brush or hint"), ("[", "]")),
    (QT_TRANSLATE_NOOP("shortcuts", "Harder or softer edge of the brush"), ("{", "}")),
    (QT_TRANSLATE_NOOP("shortcuts", "Brush or eraser"), ("X",)),
    (QT_TRANSLATE_NOOP("shortcuts", "Move the selected hint or the crop; with Shift further"), ("Left", "Up")),
    (QT_TRANSLATE_NOOP("shortcuts", "Delete the selected hint"), ("Del",)),
    (QT_TRANSLATE_NOOP("shortcuts", "Apply the crop"), ("Return",)),
)
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_IN_THE_PICTURE = QT_TRANSLATE_NOOP("shortcuts", "In the picture")
_WITH_A_TOOL = QT_TRANSLATE_NOOP("shortcuts", "With a tool in the hand")


class ShortcutsDialog(QDialog):
    """All shortcuts in two columns; typing words or keys leaves only what has them.

    Args:
        actions: all of them.
        parent: the window.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._groups = [(title, _group(entries)) for title, entries in shortcut_groups(actions)]
        self._boxes = [_box(title, [row for pair in rows for row in pair]) for title, rows in self._groups]
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        self._search.textChanged.connect(self._on_search_text_changed)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(_columns(self._boxes))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._search)
        layout.addWidget(area, 1)
        layout.addWidget(close_box(self))
        self.resize(840, 560)

    @Slot(str)
    def _on_search_text_changed(self, wanted: str) -> None:
        for (_, rows), box in zip(self._groups, self._boxes, strict=True):
            found = [_has(wanted, *row) for row in rows]
            for row, is_found in zip(rows, found, strict=True):
                for label in row:
                    label.setVisible(is_found)
            box.setVisible(any(found))


def shortcut_groups(actions: Actions) -> list[tuple[str, list[Entry]]]:
    """Return the shortcuts: those of each menu under its title, then those that work in the picture only."""
    groups = []
    for title, names in MENUS.items():
        found = [actions[name] for name in names if name and actions[name].shortcuts()]
        entries = [Entry(plain_text(action), _keys_text(action.shortcuts())) for action in found]
        groups.append((_plain(QCoreApplication.translate("menus", title)), entries))
    for title, keys in ((_IN_THE_PICTURE, PICTURE_KEYS), (_WITH_A_TOOL, TOOL_KEYS)):
        entries = [
            Entry(QCoreApplication.translate("shortcuts", text), _keys_text([QKeySequence(key) for key in names]))
            for text, names in keys
        ]
        groups.append((QCoreApplication.translate("shortcuts", title), entries))
    return [(title, entries) for title, entries in groups if entries]


def _keys_text(keys: Sequence[QKeySequence]) -> str:
    return "   ".join(map(_key_text, keys))


def _key_text(key: QKeySequence) -> str:
    """Return a key as the desktop writes it, the arrows as arrows."""
    *held, last = key.toString().split("+")
    return "+".join([*held, _ARROWS[last]]) if last in _ARROWS else key.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(title: str) -> str:
    return title.partition("(&")[0].replace("&", "")


def _group(entries: Sequence[Entry]) -> list[tuple[QLabel, QLabel]]:
    rows = []
    for entry in entries:
        text, keys = QLabel(entry.text), QLabel(entry.keys)
        text.setWordWrap(True)
        keys.setObjectName("hint")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        rows.append((text, keys))
    return rows


def _box(title: str, labels: Sequence[QLabel]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 16)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    heading = QLabel(title)
    heading.setObjectName("panelTitle")
    grid.addWidget(heading, 0, 0, 1, 2)
    for index, label in enumerate(labels):
        grid.addWidget(label, 1 + index // 2, index % 2)
    return box


def _columns(boxes: Sequence[QWidget]) -> QWidget:
    """Two columns of about the same height."""
    contents = QWidget()
    contents.setObjectName("scrollContents")
    columns = QHBoxLayout(contents)
    columns.setContentsMargins(0, 0, 8, 0)
    columns.setSpacing(48)
    heights = [box.sizeHint().height() for box in boxes]
    layouts = [QVBoxLayout(), QVBoxLayout()]
    for layout in layouts:
        layout.setSpacing(0)
        columns.addLayout(layout, 1)
    for index, box in enumerate(boxes):
        layouts[sum(heights[:index]) >= sum(heights) / 2].addWidget(box)
    for layout in layouts:
        layout.addStretch(1)
    return contents


def _has(wanted: str, text: QLabel, keys: QLabel) -> bool:
    return wanted.casefold() in text.text().casefold() or wanted.casefold() in keys.text().casefold()
