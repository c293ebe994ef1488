"""Every action of the window, made from its declaration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from colorstudio.ui.action_specs import SPECS, ActionSpec
from colorstudio.ui.icons import icon


class Actions(QObject):
    """Makes the actions; `actions["open"]` is one of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {name: self._make(name, spec) for name, spec in SPECS.items()}
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def retranslate(self) -> None:
        """Set the words, and tooltips that name the shortcut."""
        for name in SPECS:
            self.set_own_words(name)

    def set_own_words(self, name: str) -> None:
        """Set the declared words of one action, and its tooltip."""
        action, spec = self._actions[name], SPECS[name]
        text = QCoreApplication.translate("actions", spec.text)
        action.setText(text)
        action.setIconText(_without_mnemonic(text))  # what buttons show
        tip = _tip(text, action.shortcut())
        sentence = QCoreApplication.translate("actions", spec.tip) if spec.tip else ""
        action.setToolTip(f"{tip}\n{sentence}" if sentence else tip)

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """Enable or disable several actions."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def _make(self, name: str, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setIconVisibleInMenu(False)
        return action


def plain_text(action: QAction) -> str:
    """Return an action's own words without mnemonic and dots, also while the menu names a step to undo."""
    return action.iconText()


def _without_mnemonic(text: str) -> str:
    """Korean mnemonics stand in brackets."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").removesuffix("…")


def _tip(text: str, keys: QKeySequence) -> str:
    words = _without_mnemonic(text)
    return f"{words} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})" if not keys.isEmpty() else words
