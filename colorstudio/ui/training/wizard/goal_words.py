"""What the goals and licences are called, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.training_goals import Goal


@dataclass(frozen=True)
class GoalWords:
    """A goal: its name, how long it usually takes, what it is for; marked for translation."""

    name: str
    time: str
    text: str


GOALS = {
    Goal.FINE_TUNE: GoalWords(
        QT_TRANSLATE_NOOP("training", "Teach a finished model the colours of my collection"),
        QT_TRANSLATE_NOOP("training", "Half an hour to a night"),
        QT_TRANSLATE_NOOP(
            "training",
            "The model knows skin, sky and trees already, and learns how your pictures differ. The right choice for "
            "most collections.",
        ),
    ),
    Goal.QUICK: GoalWords(
        QT_TRANSLATE_NOOP("training", "Try it quickly"),
        QT_TRANSLATE_NOOP("training", "Ten minutes"),
        QT_TRANSLATE_NOOP(
            "training",
            "The same with small pictures and few steps: shows whether the pictures are good to learn from, before you "
            "give it a night.",
        ),
    ),
    Goal.PAPER: GoalWords(
        QT_TRANSLATE_NOOP("training", "Train a model from nothing, as in the pix2pix paper"),
        QT_TRANSLATE_NOOP("training", "A day or more"),
        QT_TRANSLATE_NOOP(
            "training",
            "Two networks play against each other: one colours, the other tries to tell its colours from true ones. "
            "For research, and for pictures unlike anything else, such as Victorian engravings.",
        ),
    ),
}

LICENCES = {
    "": QT_TRANSLATE_NOOP("training", "Not clarified yet"),
    "CC0-1.0": QT_TRANSLATE_NOOP("training", "Public domain (CC0 1.0)"),
    "CC-BY-4.0": QT_TRANSLATE_NOOP("training", "Free with credit (CC BY 4.0)"),
    "CC-BY-SA-4.0": QT_TRANSLATE_NOOP("training", "Free with credit, under the same terms (CC BY-SA 4.0)"),
    "CC-BY-NC-4.0": QT_TRANSLATE_NOOP("training", "Not for commercial use (CC BY-NC 4.0)"),
    "KOGL-1.0": QT_TRANSLATE_NOOP("training", "Korea Open Government License, type 1 (credit)"),
    "in-house": QT_TRANSLATE_NOOP("training", "For this house alone, not to be passed on"),
}
"""Terms under which a model may be passed on, by SPDX identifier or a word of ours."""
