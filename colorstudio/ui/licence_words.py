"""Licences of models in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from colorstudio.core.licences import licence_of


def licence_name(text: str) -> str:
    """Return what the licence of a card is called: "CC BY 4.0", "licence not known"."""
    return QCoreApplication.translate("licences", licence_of(text).name)


def licence_terms(text: str) -> str:
    """Return what the licence of a card asks, in a sentence; '' where that is not known."""
    terms = licence_of(text).terms
    return QCoreApplication.translate("licences", terms) if terms else ""


def restriction(text: str) -> str:
    """Return name and terms of a licence that whoever chooses the model has to know first, else ''."""
    return f"{licence_name(text)}: {licence_terms(text)}" if licence_of(text).is_restricted else ""


def marked(words: str, text: str) -> str:
    """Return words about a model, and behind them the name of its licence if that restricts its use."""
    return f"{words} · {licence_name(text)}" if licence_of(text).is_restricted else words
