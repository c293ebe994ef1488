"""One line about how far a scan is, for the panel and the strip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from colorstudio.ui.document import Document


def state_text(document: Document | None) -> str:
    """Return what is to be said about the colour of a document."""
    if document is None:
        return ""
    if document.info is None:
        return QCoreApplication.translate("result", "Reading the scan…")
    if document.job:
        return _working_text(document)
    if document.is_coloured:
        return _done_text(document)
    if document.failed:
        return QCoreApplication.translate("result", "Not coloured: something went wrong.")
    if document.chroma:
        return QCoreApplication.translate("result", "Stopped at the first, quick colours.")
    return QCoreApplication.translate("result", "Not coloured.")


def _working_text(document: Document) -> str:
    if document.chroma:
        return QCoreApplication.translate("result", "First colours; the chosen render size follows…")
    return QCoreApplication.translate("result", "Colouring…")


def _done_text(document: Document) -> str:
    assert document.chroma is not None
    text = QCoreApplication.translate("result", "Coloured in {seconds} s at {size} px")
    return text.format(seconds=f"{document.chroma.seconds:.1f}", size=document.chroma.chroma.render_size)
