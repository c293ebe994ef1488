"""Settings, declared once.

`Settings` is the declaration: its fields carry the default, what is allowed, the words of the
settings dialog and former names. Loading, validation, migration and the dialog derive from it.
The file holds only what differs from the defaults (a later version may change a default), and
keeps entries it does not know (a newer version may have written them).
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.files import write_json_atomically

_META = "setting"


@dataclass(frozen=True)
class Declaration:
    """What is known about one setting, besides its name and default.

    Attributes:
        section: heading in the dialog, marked for translation; empty: not in the dialog.
        label: the words in front of the control, marked for translation.
        help: one sentence about it, marked for translation.
        choices: allowed values with their labels (context "settings"), in the order shown; None: any
            value of the default's type.
        formerly: names the setting had in older files, newest first.
        renamed: values of older files and what they are now.
    """

    section: str = ""
    label: str = ""
    help: str = ""
    choices: Mapping[object, str] | None = None
    formerly: tuple[str, ...] = ()
    renamed: Mapping[object, object] = field(default_factory=dict)

    def allows(self, value: object, default: object) -> bool:
        """Whether `value` may take the place of `default`."""
        if type(value) is not type(default):
            return False
        return self.choices is None or value in self.choices


def _setting(default: Any, declaration: Declaration) -> Any:
    return field(default=default, metadata={_META: declaration})


_GENERAL = QT_TRANSLATE_NOOP("settings", "General")
_COLOUR = QT_TRANSLATE_NOOP("settings", "Colour")
_EXPORT = QT_TRANSLATE_NOOP("settings", "Export")


@dataclass(frozen=True)
class Settings:
    """All settings; immutable, so that it may be handed to any thread."""

    language: str = _setting(
        "system",
        Declaration(
            _GENERAL,
            QT_TRANSLATE_NOOP("settings", "Language"),
            QT_TRANSLATE_NOOP("settings", "The language of the window. It changes at once."),
            {"system": QT_TRANSLATE_NOOP("settings", "System"), "en": "English", "ko": "한국어"},
        ),
    )
    theme: str = _setting(
        "system",
        Declaration(
            _GENERAL,
            QT_TRANSLATE_NOOP("settings", "Appearance"),
            QT_TRANSLATE_NOOP("settings", "Light or dark; the surround of the picture is always neutral grey."),
            {
                "system": QT_TRANSLATE_NOOP("settings", "System"),
                "light": QT_TRANSLATE_NOOP("settings", "Light"),
                "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
            },
        ),
    )
    restore_session: bool = _setting(
        False,
        Declaration(
            _GENERAL,
            QT_TRANSLATE_NOOP("settings", "Begin where I left off"),
            QT_TRANSLATE_NOOP("settings", "Opens the project or the scans that were open when the window was closed."),
        ),
    )
    surround: str = _setting(
        "theme",
        Declaration(
            _GENERAL,
            QT_TRANSLATE_NOOP("settings", "Grey around the picture"),
            QT_TRANSLATE_NOOP("settings", "A darker surround lets colours look lighter, a lighter one darker."),
            {
                "theme": QT_TRANSLATE_NOOP("settings", "As the appearance"),
                "dark": QT_TRANSLATE_NOOP("settings", "Dark grey"),
                "middle": QT_TRANSLATE_NOOP("settings", "Middle grey"),
                "light": QT_TRANSLATE_NOOP("settings", "Light grey"),
            },
        ),
    )
    monitor_profile: bool = _setting(
        True,
        Declaration(
            _GENERAL,
            QT_TRANSLATE_NOOP("settings", "Use the monitor's colour profile"),
            QT_TRANSLATE_NOOP("settings", "Shows pictures as they are on a calibrated monitor; exports do not change."),
        ),
    )
    device: str = _setting(
        "auto",
        Declaration(
            _COLOUR,
            QT_TRANSLATE_NOOP("settings", "Compute device"),
            QT_TRANSLATE_NOOP("settings", "Where the model runs. Automatic takes a graphics card when there is one."),
            {
                "auto": QT_TRANSLATE_NOOP("settings", "Automatic"),
                "cpu": QT_TRANSLATE_NOOP("settings", "Processor (CPU)"),
                "cuda": QT_TRANSLATE_NOOP("settings", "NVIDIA graphics card (CUDA)"),
                "mps": QT_TRANSLATE_NOOP("settings", "Apple graphics (MPS)"),
            },
        ),
    )
    render_size: int = _setting(
        0,
        Declaration(
            _COLOUR,
            QT_TRANSLATE_NOOP("settings", "Render size of new scans"),
            QT_TRANSLATE_NOOP("settings", "Short side, in pixels, at which the model sees a scan."),
            {
                0: QT_TRANSLATE_NOOP("settings", "As the model recommends"),
                192: "192 px",
                256: "256 px",
                384: "384 px",
                512: "512 px",
                768: "768 px",
            },
        ),
    )
    export_format: str = _setting(
        "as_scan",
        Declaration(
            _EXPORT,
            QT_TRANSLATE_NOOP("settings", "File format"),
            QT_TRANSLATE_NOOP("settings", "The format that the export dialog proposes."),
            {
                "as_scan": QT_TRANSLATE_NOOP("settings", "As the scan"),
                "tiff": "TIFF",
                "png": "PNG",
                "jpeg": "JPEG",
                "webp": "WebP",
            },
        ),
    )
    show_exported: bool = _setting(
        False,
        Declaration(
            _EXPORT,
            QT_TRANSLATE_NOOP("settings", "Show the folder after an export"),
            QT_TRANSLATE_NOOP("settings", "Opens the file manager with the exported picture."),
        ),
    )
    model: str = _setting("photographs", Declaration())
    tour_seen: bool = _setting(False, Declaration())
    pasted_parts: str = _setting("adjustments palette guess_fade", Declaration())
    hint_author: str = _setting("", Declaration())
    recent_colours: str = _setting("", Declaration())

    overview_map: bool = _setting(True, Declaration())

    def __post_init__(self) -> None:
        for entry in dataclasses.fields(self):
            value = getattr(self, entry.name)
            if not _declaration(entry).allows(value, entry.default):
                raise ValueError(f"setting {entry.name} cannot be {value!r}")


def declarations() -> dict[str, Declaration]:
    """Return every setting's declaration by name, in the order of the dialog."""
    return {entry.name: _declaration(entry) for entry in dataclasses.fields(Settings)}


class SettingsFile:
    """Settings on disk: JSON, only what differs from the defaults, replaced atomically.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """Return the stored settings; what is missing, damaged or no longer allowed has its default."""
        stored = self._read()
        values: dict[str, Any] = {entry.name: _stored_value(entry, stored) for entry in dataclasses.fields(Settings)}
        return Settings(**values)

    def save(self, settings: Settings) -> None:
        """Store `settings`, and keep entries of the file that this version does not know.

        Raises:
            OSError: the folder cannot be written; the old file is untouched.
        """
        entries = dataclasses.fields(Settings)
        known = {name for entry in entries for name in (entry.name, *_declaration(entry).formerly)}
        content = {name: value for name, value in self._read().items() if name not in known}
        changed = {entry.name: getattr(settings, entry.name) for entry in entries}
        content |= {entry.name: changed[entry.name] for entry in entries if changed[entry.name] != entry.default}
        write_json_atomically(self._path, content)

    def _read(self) -> dict[str, object]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}


def _declaration(entry: dataclasses.Field[Any]) -> Declaration:
    return cast(Declaration, entry.metadata[_META])


def _stored_value(entry: dataclasses.Field[Any], stored: Mapping[str, object]) -> Any:
    declaration = _declaration(entry)
    for name in (entry.name, *declaration.formerly):
        if name in stored:
            value = _renamed(declaration, stored[name])
            return value if declaration.allows(value, entry.default) else entry.default
    return entry.default


def _renamed(declaration: Declaration, value: object) -> object:
    hashable = isinstance(value, str | int | float)
    return declaration.renamed.get(value, value) if hashable else value
