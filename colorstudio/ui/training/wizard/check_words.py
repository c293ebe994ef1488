"""What the check found, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.training_goals import Selection, Verdict
from colorstudio.core.training_messages import PictureFinding
from colorstudio.ui.training.wizard.picture_delegate import PictureState

ALL = "all"
"""Stands for all pictures in the list of findings."""

TITLES = {
    ALL: QT_TRANSLATE_NOOP("training", "All pictures"),
    "damaged": QT_TRANSLATE_NOOP("training", "Damaged"),
    "no partner": QT_TRANSLATE_NOOP("training", "Without a partner"),
    "too small": QT_TRANSLATE_NOOP("training", "Too small"),
    "grey": QT_TRANSLATE_NOOP("training", "Black and white"),
    "toned": QT_TRANSLATE_NOOP("training", "Toned, of one hue"),
    "duplicate": QT_TRANSLATE_NOOP("training", "Duplicates"),
    "near duplicate": QT_TRANSLATE_NOOP("training", "Look-alikes"),
    "odd shape": QT_TRANSLATE_NOOP("training", "Very long or tall"),
    "small": QT_TRANSLATE_NOOP("training", "Small"),
}

EXPLANATIONS = {
    ALL: QT_TRANSLATE_NOOP(
        "training",
        "Click a picture to leave it out, and once more to use it again. The half-dark sign marks what is set aside to "
        "measure on.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "training", "These files cannot be read; they are never used. Scan or copy them again."
    ),
    "no partner": QT_TRANSLATE_NOOP(
        "training", "Their black-and-white partner is missing; give it the same name. They are never used."
    ),
    "too small": QT_TRANSLATE_NOOP("training", "There is too little to be seen in them; they are never used."),
    "grey": QT_TRANSLATE_NOOP("training", "They would teach the model that the world is grey; better leave them out."),
    "toned": QT_TRANSLATE_NOOP(
        "training", "Sepia, cyanotype and the like: they would teach one hue for everything; better leave them out."
    ),
    "duplicate": QT_TRANSLATE_NOOP("training", "The same file is there already; once is enough."),
    "near duplicate": QT_TRANSLATE_NOOP(
        "training", "Almost the same picture is there already. It may stay: twins are kept together when measuring."
    ),
    "odd shape": QT_TRANSLATE_NOOP(
        "training", "Only the middle of them is learned from. Leave out scans of strips and rulers."
    ),
    "small": QT_TRANSLATE_NOOP("training", "Under 128 pixels: they may stay, but they teach little."),
}

_VERDICTS = {
    Verdict.NONE: QT_TRANSLATE_NOOP("training", "There is nothing to learn from: choose folders with colour pictures."),
    Verdict.TOO_FEW: QT_TRANSLATE_NOOP("training", "Too few pictures: do not expect a better model from {count}."),
    Verdict.FEW: QT_TRANSLATE_NOOP("training", "A beginning: {count} pictures can teach a palette, if they are alike."),
    Verdict.FAIR: QT_TRANSLATE_NOOP("training", "Enough: {count} pictures can teach the palette of your collection."),
    Verdict.ENOUGH: QT_TRANSLATE_NOOP("training", "Plenty: {count} pictures can teach colours and things well."),
}

_EXPECTATIONS = {
    Verdict.NONE: "",
    Verdict.TOO_FEW: QT_TRANSLATE_NOOP(
        "training", "The model will learn them by heart. Add more, from 200 on, before you spend a night on it."
    ),
    Verdict.FEW: QT_TRANSLATE_NOOP(
        "training", "Fine-tune a finished model and keep it short; the measuring at the end tells whether it helped."
    ),
    Verdict.FAIR: QT_TRANSLATE_NOOP(
        "training", "Fine-tune a finished model; from scratch the model would know too little of the world."
    ),
    Verdict.ENOUGH: QT_TRANSLATE_NOOP(
        "training", "Fine-tuning is still the surest way; training from scratch is possible and takes far longer."
    ),
}

_LAYOUTS = {
    "colour": QT_TRANSLATE_NOOP("training", "Colour pictures; their grey is computed."),
    "pairs": QT_TRANSLATE_NOOP("training", "Pairs of colour and black-and-white pictures."),
    "victorian400": QT_TRANSLATE_NOOP("training", "The layout of Victorian400: “resized” and “gray” side by side."),
}


def words(text: str) -> str:
    """A marked text in the language of the window."""
    return QCoreApplication.translate("training", text) if text else ""


def verdict_words(selection: Selection) -> tuple[str, str]:
    """Whether the pictures suffice, and what to expect of them."""
    count = len(selection.kept)
    return words(_VERDICTS[selection.verdict]).format(count=count), words(_EXPECTATIONS[selection.verdict])


def split_words(selection: Selection) -> str:
    """What is learned from and what is measured on."""
    text = QCoreApplication.translate(
        "training",
        "{learned} are learned from, {held_out} are set aside to measure on, {left_out} are left out; a roll or a book "
        "is never divided.",
    )
    counts = {"learned": selection.learned, "held_out": selection.held_out}
    layout = words(_LAYOUTS.get(selection.report.layout, ""))
    return " ".join((text.format(**counts, left_out=len(selection.left_out)), layout))


def picture_words(finding: PictureFinding, state: PictureState) -> str:
    """A picture in a sentence or two."""
    parts = [finding.name]
    if finding.width:
        parts.append(f"{finding.width} × {finding.height}")
    if finding.problem:
        parts.append(words(TITLES[finding.problem]))
    if finding.twin:
        parts.append(QCoreApplication.translate("training", "Like {name}").format(name=finding.twin))
    return "\n".join((*parts, _state_words(state)))


def _state_words(state: PictureState) -> str:
    if state is PictureState.LEFT_OUT:
        return QCoreApplication.translate("training", "Left out")
    if state is PictureState.HELD_OUT:
        return QCoreApplication.translate("training", "Set aside to measure on")
    return QCoreApplication.translate("training", "Learned from")
