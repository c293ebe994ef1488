"""Every action of the window: words, shortcut and icon, declared once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from colorstudio.ui.icons import Icon, icon


@dataclass(frozen=True)
class ActionSpec:
    """An action.

    Attributes:
        text: with a mnemonic, marked for translation in context "actions".
        keys: shortcuts, the one that menus show first.
        icon: None where a word is enough.
        checkable: it is a state that is on or off.
        tip: one sentence under the words in the tooltip, marked for translation in context "actions".
    """

    text: str
    keys: tuple[str, ...] = ()
    icon: Icon | None = None
    checkable: bool = False
    tip: str = ""


_SPECS: dict[str, ActionSpec] = {
    "open": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Open…"), ("Ctrl+O",), Icon.OPEN),
    "recent_scans": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Recent scans")),
    "recent_projects": ActionSpec(QT_TRANSLATE_NOOP("actions", "Recent pro&jects")),
    "clear_recent_scans": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Clear this list"), (), Icon.DELETE),
    "clear_recent_projects": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Clear this list"), (), Icon.DELETE),
    "paste": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Paste as a scan"),
        ("Ctrl+V",),
        Icon.PASTE,
        tip=QT_TRANSLATE_NOOP("actions", "Opens the picture or the files that are on the clipboard."),
    ),
    "new_project": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&New project"),
        ("Ctrl+N",),
        tip=QT_TRANSLATE_NOOP("actions", "Closes all scans and begins afresh; unsaved changes are asked about."),
    ),
    "open_project": ActionSpec(QT_TRANSLATE_NOOP("actions", "Open pro&ject…"), ("Ctrl+Shift+O",), Icon.FOLDER),
    "save_project": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Save project"),
        ("Ctrl+S",),
        Icon.SAVE,
        tip=QT_TRANSLATE_NOOP("actions", "Keeps which scans are open and all that was done to them, in a small file."),
    ),
    "save_project_as": ActionSpec(QT_TRANSLATE_NOOP("actions", "Save project &as…"), ("Ctrl+Shift+S",)),
    "find_masters": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Find missing scans…"),
        tip=QT_TRANSLATE_NOOP("actions", "Scans of this project that are not where they were, or have changed."),
    ),
    "next_page": ActionSpec(QT_TRANSLATE_NOOP("actions", "Next pa&ge"), ("Ctrl+Alt+PgDown",), Icon.NEXT),
    "previous_page": ActionSpec(QT_TRANSLATE_NOOP("actions", "Pre&vious page"), ("Ctrl+Alt+PgUp",), Icon.PREVIOUS),
    "tour": ActionSpec(QT_TRANSLATE_NOOP("actions", "&First steps"), (), Icon.HELP),
    "export": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+E",), Icon.EXPORT),
    "close_scan": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Close scan"), ("Ctrl+W",)),
    "settings": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Settings…"), ("Ctrl+,",), Icon.SETTINGS),
    "quit": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
    "undo": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",), Icon.UNDO),
    "redo": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Icon.REDO),
    "reset": ActionSpec(QT_TRANSLATE_NOOP("actions", "Re&set adjustments"), (), Icon.RESET),
    "rotate_right": ActionSpec(QT_TRANSLATE_NOOP("actions", "Rotate &right"), ("R",), Icon.ROTATE_RIGHT),
    "rotate_left": ActionSpec(QT_TRANSLATE_NOOP("actions", "Rotate &left"), ("Shift+R",), Icon.ROTATE_LEFT),
    "recolour": ActionSpec(QT_TRANSLATE_NOOP("actions", "Re&colour"), ("F5",), Icon.COLORIZE),
    "cancel": ActionSpec(QT_TRANSLATE_NOOP("actions", "C&ancel"), (), Icon.CANCEL),
    "escape": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Put the tool away, leave full screen, cancel"), ("Esc",)),
    "zoom_in": ActionSpec(QT_TRANSLATE_NOOP("actions", "Zoom &in"), ("Ctrl++", "+", "=", "Ctrl+="), Icon.ZOOM_IN),
    "zoom_out": ActionSpec(QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("Ctrl+-", "-"), Icon.ZOOM_OUT),
    "zoom_fit": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Fit in window"), ("Ctrl+0",), Icon.ZOOM_FIT),
    "zoom_actual": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Actual pixels"), ("Ctrl+1",), Icon.ZOOM_ACTUAL),
    "show_after": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Coloured"), ("A",), Icon.AFTER, True),
    "show_wipe": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Wipe"), ("W",), Icon.WIPE, True),
    "show_side_by_side": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Side by side"), ("S",), Icon.SIDE_BY_SIDE, True),
    "show_before": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Original"), ("B",), Icon.BEFORE, True),
    "show_colour_only": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "C&olour only"),
        ("O",),
        Icon.COLOUR_ONLY,
        True,
        QT_TRANSLATE_NOOP("actions", "The colour alone, at one lightness everywhere: spots and bleeding stand out."),
    ),
    "full_screen": ActionSpec(QT_TRANSLATE_NOOP("actions", "F&ull screen"), ("F11",), Icon.FULL_SCREEN, True),
    "picture_alone": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Picture alon&e"),
        ("F",),
        Icon.PICTURE_ALONE,
        True,
        QT_TRANSLATE_NOOP("actions", "Hides everything around the picture; Esc brings it back."),
    ),
    "overview_map": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Overview &map"),
        ("N",),
        Icon.OVERVIEW_MAP,
        True,
        QT_TRANSLATE_NOOP("actions", "A small picture of the whole scan while you are zoomed in; drag in it to move."),
    ),
    "tool_hand": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Hand"),
        ("V",),
        Icon.HAND,
        True,
        QT_TRANSLATE_NOOP("actions", "Drag to move the picture, or the divider of a wipe."),
    ),
    "tool_crop": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Crop"),
        ("C",),
        Icon.CROP,
        True,
        QT_TRANSLATE_NOOP("actions", "Drag over the part to export; with Shift the shape is kept, Enter applies it."),
    ),
    "tool_hint": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Colour &hint"),
        ("H",),
        Icon.HINT,
        True,
        QT_TRANSLATE_NOOP("actions", "Click where you know a colour, or draw along it; the model colours around it."),
    ),
    "tool_eyedropper": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Eye&dropper"),
        ("I",),
        Icon.EYEDROPPER,
        True,
        QT_TRANSLATE_NOOP("actions", "Click a colour in the picture: the selected hint, or the next one, gets it."),
    ),
    "hide_hints": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Hide hint &marks"),
        ("Shift+H",),
        Icon.HIDE,
        True,
        QT_TRANSLATE_NOOP("actions", "Hides the rings over the picture; the hints stay in force."),
    ),
    "add_hint": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Add hint in the middle"),
        ("Ctrl+H",),
        Icon.ADD,
        tip=QT_TRANSLATE_NOOP("actions", "Sets a hint in the middle of what is seen; the arrow keys move it."),
    ),
    "colour_from_picture": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Colour from another &picture…"),
        ("Shift+I",),
        Icon.FROM_PICTURE,
        tip=QT_TRANSLATE_NOOP("actions", "Take a colour from another open scan or from a reference photograph."),
    ),
    "hints_to_series": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Apply to &series…"),
        ("Ctrl+Shift+H",),
        Icon.SERIES,
        tip=QT_TRANSLATE_NOOP("actions", "Gives hints and adjustments of this scan to other open scans."),
    ),
    "import_hints": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Import hints…")),
    "export_hints": ActionSpec(QT_TRANSLATE_NOOP("actions", "E&xport hints…")),
    "clear_hints": ActionSpec(QT_TRANSLATE_NOOP("actions", "Dele&te all hints"), (), Icon.DELETE),
    "tool_mask": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Mask brush"),
        ("M",),
        Icon.BRUSH,
        True,
        QT_TRANSLATE_NOOP("actions", "Paint where colour applies and where the scan stays grey; Alt turns it round."),
    ),
    "show_mask": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Show mask"),
        ("Shift+M",),
        Icon.LAYERS,
        True,
        QT_TRANSLATE_NOOP("actions", "Hatches what the mask leaves grey; while you paint it is always shown."),
    ),
    "invert_mask": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Invert mask"),
        ("Ctrl+Shift+I",),
        Icon.INVERT,
        tip=QT_TRANSLATE_NOOP("actions", "What was coloured becomes grey, and the other way round."),
    ),
    "clear_mask": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "C&lear mask"),
        (),
        Icon.DELETE,
        tip=QT_TRANSLATE_NOOP("actions", "Removes all strokes: the whole scan is coloured again."),
    ),
    "show_variations": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Variations"),
        ("Ctrl+T",),
        Icon.VARIATIONS,
        True,
        QT_TRANSLATE_NOOP(
            "actions", "Alternatives to choose from: the model's own variations, render sizes, other models."
        ),
    ),
    "tool_lasso": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Lasso"),
        ("L",),
        Icon.LASSO,
        True,
        QT_TRANSLATE_NOOP("actions", "Draw around a region that is to take its colours from another variation."),
    ),
    "clear_patches": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Remove all re&gions"),
        (),
        Icon.DELETE,
        tip=QT_TRANSLATE_NOOP("actions", "The whole picture has the colours of one variation again."),
    ),
    "show_guess": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Guess map"),
        ("G",),
        Icon.GUESS,
        True,
        QT_TRANSLATE_NOOP("actions", "Shows over the picture where the model is not sure of its colours."),
    ),
    "remove_crop": ActionSpec(QT_TRANSLATE_NOOP("actions", "Remo&ve crop")),
    "mirror": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Mirror"), ("Ctrl+Shift+M",), Icon.MIRROR),
    "flip": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Flip upside down"), ("Ctrl+Shift+F",), Icon.FLIP),
    "copy_result": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Cop&y result"),
        ("Ctrl+C",),
        Icon.COPY,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Puts the coloured picture on the clipboard, for a letter or another program."
        ),
    ),
    "copy_settings": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "C&opy settings"),
        ("Ctrl+Shift+C",),
        tip=QT_TRANSLATE_NOOP("actions", "Puts all settings of this scan on the clipboard, to paste them to others."),
    ),
    "paste_settings": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "P&aste settings"),
        ("Ctrl+Shift+V",),
        tip=QT_TRANSLATE_NOOP("actions", "Gives the copied settings to the scans that are selected in the strip."),
    ),
    "paste_settings_to": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Paste &settings to…"),
        ("Ctrl+Alt+V",),
        Icon.PASTE,
        tip=QT_TRANSLATE_NOOP("actions", "Asks which of the copied settings go to which of the open scans."),
    ),
    "close_others": ActionSpec(QT_TRANSLATE_NOOP("actions", "Close &others")),
    "show_in_folder": ActionSpec(QT_TRANSLATE_NOOP("actions", "Show in &folder"), (), Icon.FOLDER),
    "toggle_panel": ActionSpec(QT_TRANSLATE_NOOP("actions", "Side &panel"), ("F4",), None, True),
    "toggle_strip": ActionSpec(QT_TRANSLATE_NOOP("actions", "Strip of s&cans"), ("F3",), None, True),
    "next_scan": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Next scan"), ("Ctrl+PgDown",)),
    "previous_scan": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Previous scan"), ("Ctrl+PgUp",)),
    "shortcuts": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"), ("F1",), Icon.KEYBOARD),
    "show_log": ActionSpec(QT_TRANSLATE_NOOP("actions", "Show &log file")),
    "about": ActionSpec(QT_TRANSLATE_NOOP("actions", "&About Color Studio"), (), Icon.INFO),
}


class Actions(QObject):
    """Makes the actions; `actions["open"]` is one of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {name: self._make(name, spec) for name, spec in _SPECS.items()}
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
        for name in _SPECS:
            self.set_own_words(name)

    def set_own_words(self, name: str) -> None:
        """Set the declared words of one action, and its tooltip."""
        action, spec = self._actions[name], _SPECS[name]
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
