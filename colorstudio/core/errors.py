"""Every error that a person may read.

An error is one clear sentence that names the file and the remedy. It keeps its English
template and its values apart, so that the window can show it in the user's language
(`ui.i18n.error_text`) while the command line prints `str(error)`.

Templates are written as `QT_TRANSLATE_NOOP("errors", "...")`: the name is what Qt's
`lupdate` looks for, the function here does nothing, and no Qt is imported.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate extracts
    """Mark `text` for translation in `context` and return it unchanged."""
    return text


class ColorStudioError(Exception):
    """Base of all errors meant for a person.

    Args:
        template: English sentence with `{name}` fields, marked with QT_TRANSLATE_NOOP.
        values: what the fields are filled with.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))


class ScanError(ColorStudioError):
    """A scan cannot be opened or read."""


class ExportError(ColorStudioError):
    """A result cannot be written (or must not be: it would replace an input)."""


class RecipeError(ColorStudioError):
    """A recipe, its hints or one of its values is not valid."""


class ProjectError(ColorStudioError):
    """A project file cannot be read or written."""


class PaletteError(ColorStudioError):
    """A reference photograph has no colours to take."""


class PackError(ColorStudioError):
    """A model pack is missing, damaged or made for something else."""


class DeviceError(ColorStudioError):
    """A compute device is missing or failed."""


class DeviceMemoryError(DeviceError):
    """A compute device ran out of memory; a smaller size or the CPU may do."""


class TrainingError(ColorStudioError):
    """Training data, a training configuration or a run folder is not usable."""


class Cancelled(Exception):
    """Raised by `CancelToken.check` in the thread that does the cancelled work."""
