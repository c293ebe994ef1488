"""Undo: commands hold the parameters before and after, never pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from colorstudio.ui.edit import Edit

_MERGEABLE = 1


class ChangeEdit(QUndoCommand):
    """Replaces the parameters of a document.

    Args:
        text: what the user did, for the menu.
        before: the parameters that undo brings back.
        after: the parameters from now on.
        apply: puts parameters into force.
        gesture: commands of the same gesture (a slider drag) fold into one; None: stands alone.
    """

    def __init__(
        self, text: str, before: Edit, after: Edit, apply: Callable[[Edit], None], gesture: object | None = None
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._apply = apply
        self._gesture = gesture

    def id(self) -> int:
        """Tell Qt whether it should try to merge."""
        return -1 if self._gesture is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the result of the next command of the same gesture."""
        if not isinstance(other, ChangeEdit) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Apply the change."""
        self._apply(self._after)

    def undo(self) -> None:
        """Bring the former parameters back."""
        self._apply(self._before)
