"""The words for what can be said about a run: title, meaning, remedy.

Written for a careful person who has never heard of a GAN. `core.run_health` decides what is said, and fills the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from colorstudio.core.errors import QT_TRANSLATE_NOOP

CONTEXT = "run_health"
"""Translation context of the texts."""


@dataclass(frozen=True)
class FindingWords:
    """English templates.

    Attributes:
        title: a few words.
        text: what it means.
        remedy: what to do; '' if there is nothing to do.
    """

    title: str
    text: str
    remedy: str = ""


WORDS: Mapping[str, FindingWords] = {
    "disk full": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The disk is full"),
        QT_TRANSLATE_NOOP("run_health", "The training waits: it needs {needed} to save its work, and {free} are free."),
        QT_TRANSLATE_NOOP("run_health", "Make room on the disk; the training then goes on by itself."),
    ),
    "rolled back": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The training went back a little"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Its numbers grew without limit, so it went on from step {step} with {percent} % of its learning rate.",
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Nothing needs to be done. If it happens again and again, begin anew with a lower learning rate.",
        ),
    ),
    "went back": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The training went back a little"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Its memory ran out in the middle of a step, so it went on from step {step} and lost nothing else.",
        ),
        QT_TRANSLATE_NOOP("run_health", "Nothing needs to be done; closing other programs gives it more memory."),
    ),
    "sized down": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Memory was short"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "{batch} pictures at once did not fit into the memory; the training takes {part} at a time and adds up "
            "what they teach. The result is as good, it takes somewhat longer.",
        ),
        QT_TRANSLATE_NOOP("run_health", "Nothing needs to be done; closing other programs gives it more memory."),
    ),
    "silent": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It has fallen silent"),
        QT_TRANSLATE_NOOP(
            "run_health", "Nothing was heard from it for {minutes} minutes, although its program is running."
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "If the computer was asleep or is very busy, wait. If it stays silent, stop it now and resume it: it goes "
            "on from what was saved last.",
        ),
    ),
    "slept": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The computer was asleep"),
        QT_TRANSLATE_NOOP("run_health", "It slept for {minutes} minutes, and the training stood still."),
        QT_TRANSLATE_NOOP(
            "run_health", "To train through the night, keep the computer from going to sleep in its power settings."
        ),
    ),
    "few pictures": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "There are few pictures"),
        QT_TRANSLATE_NOOP(
            "run_health", "{pictures} pictures teach a palette only roughly; {enough} or more are better."
        ),
        QT_TRANSLATE_NOOP("run_health", "Add more pictures the next time; pictures of the same kind help most."),
    ),
    "discriminator winning": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The discriminator is winning"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "The part that tells real colours from invented ones finds nearly every invention, so that the model "
            "learns little from it.",
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Let it go on as long as the pictures get better. If they do not, begin anew with a lower learning rate "
            "for the discriminator (lr_D), or with a smaller weight of the adversarial loss (lambda_GAN).",
        ),
    ),
    "discriminator losing": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The discriminator is losing"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "The part that tells real colours from invented ones is wrong more often than by guessing, so that it "
            "cannot teach the model which colours look real.",
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Wait a while: it often recovers. If it does not, begin anew with more steps of the discriminator for each "
            "of the generator (d_steps), or with a higher learning rate for it (lr_D).",
        ),
    ),
    "not learning": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is not learning yet"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen, its colours are no closer to the truth than plain grey."
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Look at the samples. If they stay without sense, stop, check that the pictures are in colour and of one "
            "kind, and begin from a shipped model instead of from nothing.",
        ),
    ),
    "overfitting": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is learning the pictures by heart"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "On pictures it has not seen it was best at step {step} and is {percent} % worse now, while it goes on "
            "getting better on those it learns from (overfitting).",
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "A longer training will not help: stop it, and begin anew with fewer steps, or with more pictures.",
        ),
    ),
    "overfitted": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It has learned the pictures by heart"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "On pictures it has not seen it was best at step {step} and ended {percent} % worse (overfitting).",
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Look at the result before you use it. The next time take fewer steps, or more pictures.",
        ),
    ),
    "getting worse": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is getting worse"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen it was best at step {step} and is {percent} % worse now."
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Watch the samples. It may recover as the learning rate falls; if not, begin anew with fewer steps or a "
            "lower learning rate.",
        ),
    ),
    "behind base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Worse than the model it began with"),
        QT_TRANSLATE_NOOP(
            "run_health", "Its colours are {percent} % further from the truth than those of the model it began with."
        ),
        QT_TRANSLATE_NOOP(
            "run_health",
            "It may still catch up as its learning rate falls. If it does not, keep the model you have, or begin anew "
            "with a lower learning rate.",
        ),
    ),
    "stayed behind base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Worse than the model it began with"),
        QT_TRANSLATE_NOOP(
            "run_health", "Its colours are {percent} % further from the truth than those of the model it began with."
        ),
        QT_TRANSLATE_NOOP(
            "run_health", "Keep the model you have, or begin anew with more pictures or a lower learning rate."
        ),
    ),
    "rate too high": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is losing what it had learned"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "The error on the pictures it learns from was {percent} % smaller before; the learning rate is probably "
            "too high.",
        ),
        QT_TRANSLATE_NOOP(
            "run_health", "Watch the samples. If they get worse, stop and begin anew with half the learning rate."
        ),
    ),
    "pale": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The colours are pale"),
        QT_TRANSLATE_NOOP("run_health", "They have {percent} % of the strength that the true colours have."),
        QT_TRANSLATE_NOOP(
            "run_health",
            "Part of it is made up for at the end. A longer training, or more weight of the adversarial loss "
            "(lambda_GAN), makes colours stronger.",
        ),
    ),
    "gaudy": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "The colours are too strong"),
        QT_TRANSLATE_NOOP("run_health", "They have {percent} % of the strength that the true colours have."),
        QT_TRANSLATE_NOOP(
            "run_health",
            "This often settles as the learning rate falls; a smaller adversarial weight (lambda_GAN) helps.",
        ),
    ),
    "slowed down": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Slower than before"),
        QT_TRANSLATE_NOOP("run_health", "It learns from {now} pictures a second; it was {usual} before."),
        QT_TRANSLATE_NOOP(
            "run_health", "Another program probably uses the computer; close it, or let the training run at night."
        ),
    ),
    "takes long": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It will take long"),
        QT_TRANSLATE_NOOP("run_health", "At this speed it will be finished in {days} days."),
        QT_TRANSLATE_NOOP(
            "run_health",
            "You may pause it whenever the computer is needed. A training that begins from a shipped model takes hours "
            "instead.",
        ),
    ),
    "plateau": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It has stopped getting better"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen it was best at step {step}, and is about as good now."
        ),
        QT_TRANSLATE_NOOP(
            "run_health", "Let it come to its end: a falling learning rate often brings a last improvement."
        ),
    ),
    "learning": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is learning well"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey."
        ),
    ),
    "ahead of base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is learning well"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey, and {base} % "
            "closer than those of the model it began with.",
        ),
    ),
    "level with base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "As good as the model it began with"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey."
        ),
        QT_TRANSLATE_NOOP("run_health", "Let it go on: what differs is learned last."),
    ),
    "no better than base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "As good as the model it began with"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey."
        ),
        QT_TRANSLATE_NOOP("run_health", "Look at the result: it compares both models picture by picture."),
    ),
    "learned": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It has learned well"),
        QT_TRANSLATE_NOOP(
            "run_health", "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey."
        ),
    ),
    "surpassed base": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It has learned well"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey, and {base} % "
            "closer than those of the model it began with.",
        ),
    ),
    "too early": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Too early to tell"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "After step {step} the model is measured for the first time, on pictures that it has not seen.",
        ),
    ),
    "beginning": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Too early to tell"),
        QT_TRANSLATE_NOOP(
            "run_health",
            "So far its colours are no closer to the truth than plain grey, which is usual at the beginning.",
        ),
    ),
    "starting": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "It is getting ready"),
        QT_TRANSLATE_NOOP("run_health", "The pictures are read once, and are held at the size that is learned from."),
    ),
    "not measured": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Not measured yet"),
        QT_TRANSLATE_NOOP("run_health", "The model is measured at the end, on pictures that it has not seen."),
    ),
    "never measured": FindingWords(
        QT_TRANSLATE_NOOP("run_health", "Not measured"),
        QT_TRANSLATE_NOOP("run_health", "It ended before the model was measured on pictures that it has not seen."),
    ),
}
