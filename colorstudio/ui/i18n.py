"""The language of the window: translators, and sentences whose values come at run time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.scan_notes import ScanNote
from colorstudio.engine.messages import Note
from colorstudio.paths import resources_dir

LANGUAGES = ("en", "ko")


def effective_language(setting: str) -> str:
    """Return the language for a value of the setting: "system" is the desktop's, if it is one of ours."""
    if setting in LANGUAGES:
        return setting
    wanted = (name.split("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), "en")


def use_language(app: QApplication, setting: str) -> None:
    """Speak the language of a setting's value from now on; all widgets then receive QEvent.LanguageChange.

    Args:
        app: owns the translators; those of the former language are removed.
        setting: "system", "en" or "ko".
    """
    language = effective_language(setting)
    QLocale.setDefault(QLocale("ko_KR" if language == "ko" else "en_GB"))
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    for path in _catalogues(language):
        translator = QTranslator(app)
        if translator.load(str(path)):
            app.installTranslator(translator)


def error_text(error: ColorStudioError) -> str:
    """Return an error's sentence in the window's language."""
    return _filled("errors", error.template, error.values)


def note_text(note: Note | ScanNote) -> str:
    """Return a note's sentence in the window's language."""
    return _filled("errors", note.template, note.values)


def current_language() -> str:
    """Return "ko" or "en", whichever the window speaks."""
    return "ko" if QLocale().language() == QLocale.Language.Korean else "en"


def _filled(context: str, template: str, values: dict[str, object]) -> str:
    translated = QCoreApplication.translate(context, template)
    try:
        return translated.format(**values)
    except (KeyError, IndexError, ValueError):
        return template.format(**values)


def _catalogues(language: str) -> list[Path]:
    # Qt's own catalogue first: the translator installed last is asked first.
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [qt / f"qtbase_{language}.qm", resources_dir() / "translations" / f"colorstudio_{language}.qm"]
