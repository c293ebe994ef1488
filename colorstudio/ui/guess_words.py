"""How far a model guesses, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_SOME, _MUCH = 0.25, 0.55
"""Uncertainty, 0..1, from which on a colour is somewhat, and largely, a guess."""


def guess_word(uncertainty: float) -> str:
    """Return a word for the uncertainty (0..1) of a place."""
    if uncertainty < _SOME:
        return QCoreApplication.translate("guess", "low")
    if uncertainty < _MUCH:
        return QCoreApplication.translate("guess", "medium")
    return QCoreApplication.translate("guess", "high")
