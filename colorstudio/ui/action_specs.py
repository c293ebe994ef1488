"""The actions of the window, declared: words, keys, icon, and a sentence that teaches."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from colorstudio.ui.icons import Icon


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


SPECS: dict[str, ActionSpec] = {
    "open": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Open…"),
        ("Ctrl+O",),
        Icon.OPEN,
        tip=QT_TRANSLATE_NOOP("actions", "Opens scans; files and folders can also be dropped anywhere in the window."),
    ),
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
    "export": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Export…"),
        ("Ctrl+E",),
        Icon.EXPORT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Writes the coloured scan as a new file at full size; the scan itself is never changed."
        ),
    ),
    "close_scan": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Close scan"),
        ("Ctrl+W",),
        tip=QT_TRANSLATE_NOOP("actions", "Closes the scan; its file stays as it is."),
    ),
    "settings": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Settings…"), ("Ctrl+,",), Icon.SETTINGS),
    "quit": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
    "undo": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",), Icon.UNDO),
    "redo": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Icon.REDO),
    "reset": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Re&set adjustments"),
        (),
        Icon.RESET,
        tip=QT_TRANSLATE_NOOP("actions", "Brings back the colours as the model predicted them."),
    ),
    "rotate_right": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Rotate &right"),
        ("R",),
        Icon.ROTATE_RIGHT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Turns the picture; hints and mask turn with it, the scan's file stays as it is."
        ),
    ),
    "rotate_left": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Rotate &left"),
        ("Shift+R",),
        Icon.ROTATE_LEFT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Turns the picture; hints and mask turn with it, the scan's file stays as it is."
        ),
    ),
    "recolour": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Re&colour"),
        ("F5",),
        Icon.COLORIZE,
        tip=QT_TRANSLATE_NOOP("actions", "Predicts the colours again."),
    ),
    "cancel": ActionSpec(QT_TRANSLATE_NOOP("actions", "C&ancel"), (), Icon.CANCEL),
    "escape": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Put the tool away, leave full screen, cancel"), ("Esc",)),
    "zoom_in": ActionSpec(QT_TRANSLATE_NOOP("actions", "Zoom &in"), ("Ctrl++", "+", "=", "Ctrl+="), Icon.ZOOM_IN),
    "zoom_out": ActionSpec(QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("Ctrl+-", "-"), Icon.ZOOM_OUT),
    "zoom_fit": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Fit in window"),
        ("Ctrl+0",),
        Icon.ZOOM_FIT,
        tip=QT_TRANSLATE_NOOP("actions", "The whole picture; a double click on it changes to actual pixels and back."),
    ),
    "zoom_actual": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Actual pixels"),
        ("Ctrl+1",),
        Icon.ZOOM_ACTUAL,
        tip=QT_TRANSLATE_NOOP("actions", "One pixel of the scan on one pixel of the screen."),
    ),
    "show_after": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Coloured"),
        ("A",),
        Icon.AFTER,
        True,
        tip=QT_TRANSLATE_NOOP("actions", "The coloured result alone."),
    ),
    "show_wipe": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Wipe"),
        ("W",),
        Icon.WIPE,
        True,
        tip=QT_TRANSLATE_NOOP("actions", "A divider to drag: the scan at its left, the result at its right."),
    ),
    "show_side_by_side": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Side by side"),
        ("S",),
        Icon.SIDE_BY_SIDE,
        True,
        tip=QT_TRANSLATE_NOOP("actions", "The scan beside the result; both zoom and move together."),
    ),
    "show_before": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Original"),
        ("B",),
        Icon.BEFORE,
        True,
        tip=QT_TRANSLATE_NOOP("actions", "The scan as it is; hold the backslash key to see it for a moment."),
    ),
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
    "import_hints": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Import hints…"),
        tip=QT_TRANSLATE_NOOP("actions", "Reads hints from a file and adds them to this scan."),
    ),
    "export_hints": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "E&xport hints…"),
        tip=QT_TRANSLATE_NOOP("actions", "Writes the hints of this scan with their evidence to a file."),
    ),
    "clear_hints": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Dele&te all hints"),
        (),
        Icon.DELETE,
        tip=QT_TRANSLATE_NOOP("actions", "Removes all hints of this scan."),
    ),
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
    "remove_crop": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Remo&ve crop"),
        tip=QT_TRANSLATE_NOOP("actions", "The whole picture is exported again."),
    ),
    "mirror": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Mirror"),
        ("Ctrl+Shift+M",),
        Icon.MIRROR,
        tip=QT_TRANSLATE_NOOP("actions", "Exchanges left and right, for a scan of a negative's wrong side."),
    ),
    "flip": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "&Flip upside down"),
        ("Ctrl+Shift+F",),
        Icon.FLIP,
        tip=QT_TRANSLATE_NOOP("actions", "Exchanges top and bottom."),
    ),
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
    "show_in_folder": ActionSpec(
        QT_TRANSLATE_NOOP("actions", "Show in &folder"),
        (),
        Icon.FOLDER,
        tip=QT_TRANSLATE_NOOP("actions", "Opens the folder of the scan."),
    ),
    "toggle_panel": ActionSpec(QT_TRANSLATE_NOOP("actions", "Side &panel"), ("F4",), None, True),
    "toggle_strip": ActionSpec(QT_TRANSLATE_NOOP("actions", "Strip of s&cans"), ("F3",), None, True),
    "next_scan": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Next scan"), ("Ctrl+PgDown",)),
    "previous_scan": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Previous scan"), ("Ctrl+PgUp",)),
    "shortcuts": ActionSpec(QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"), ("F1",), Icon.KEYBOARD),
    "show_log": ActionSpec(QT_TRANSLATE_NOOP("actions", "Show &log file")),
    "about": ActionSpec(QT_TRANSLATE_NOOP("actions", "&About Color Studio"), (), Icon.INFO),
}
