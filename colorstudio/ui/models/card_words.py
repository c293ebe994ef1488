"""What a card tells about the making of a model, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from colorstudio.engine.model_facts import ModelFailure
from colorstudio.inference.card_parts import Source, Stage, text_in
from colorstudio.ui.device_words import hardware_words
from colorstudio.ui.i18n import current_language
from colorstudio.ui.licence_words import licence_name
from colorstudio.ui.training.wizard.time_words import duration_words


def source_items(sources: tuple[Source, ...]) -> list[tuple[str, str]]:
    """Each source and what is to be known of it: how many pictures, under which rights."""
    return [(text_in(source.name, current_language()), _source_text(source)) for source in sources]


def _source_text(source: Source) -> str:
    rights = text_in(source.rights, current_language())
    parts = [_pictures(source.pictures) if source.pictures else "", licence_name(rights) if rights else _no_rights()]
    return " · ".join(filter(None, parts))


def _no_rights() -> str:
    return QCoreApplication.translate("models", "rights not stated")


def _pictures(count: int) -> str:
    return QCoreApplication.translate("models", "{count} pictures").format(count=QLocale().toString(count))


def stage_items(stages: tuple[Stage, ...]) -> list[tuple[str, str]]:
    """Each stage by the name of its recipe, and what was done in it."""
    return [(f"{number}. {stage.recipe or '–'}", _stage_text(stage)) for number, stage in enumerate(stages, 1)]


def _stage_text(stage: Stage) -> str:
    parts = (_steps(stage), _pictures(stage.pictures) if stage.pictures else "", _effort(stage), _ends(stage))
    return " · ".join(filter(None, parts)) or "–"


def _steps(stage: Stage) -> str:
    if stage.mean_of:
        text = QCoreApplication.translate("models", "the mean of the weights of {packs}")
        return text.format(packs=", ".join(stage.mean_of))
    if not stage.steps:
        return ""
    text = QCoreApplication.translate("models", "{steps} steps of {batch} pictures at {crop}")
    steps = QLocale().toString(stage.steps)
    return text.format(steps=steps, batch=stage.batch_size or "–", crop=_crop(stage))


def _crop(stage: Stage) -> str:
    if stage.late_crop and stage.late_crop != stage.crop:
        text = QCoreApplication.translate("models", "{first}, later {last} px")
        return text.format(first=stage.crop, last=stage.late_crop)
    return f"{stage.crop} px" if stage.crop else "–"


def _effort(stage: Stage) -> str:
    machine = hardware_words(stage.hardware)
    if stage.seconds and machine:
        text = QCoreApplication.translate("models", "{time} on {machine}")
        return text.format(time=duration_words(stage.seconds), machine=machine)
    return duration_words(stage.seconds) if stage.seconds else machine


def _ends(stage: Stage) -> str:
    """Where its weights came from, if no stage before it tells, and which pack came of it."""
    parts = []
    if stage.base == "imagenet":
        parts.append(QCoreApplication.translate("models", "began with an encoder that had learned ImageNet"))
    elif stage.base == "random":
        parts.append(QCoreApplication.translate("models", "began with random weights"))
    elif stage.base:
        parts.append(QCoreApplication.translate("models", "began with {pack}").format(pack=stage.base))
    if stage.pack:
        parts.append(QCoreApplication.translate("models", "gave {pack}").format(pack=stage.pack))
    return " · ".join(parts)


def failure_text(failure: ModelFailure) -> str:
    """What a model does badly."""
    return text_in(failure.texts, current_language())


def picture_caption(failure: ModelFailure) -> str:
    """What stands under the picture of a failure."""
    text = QCoreApplication.translate("models", "Left the scan, right what this model makes of it.")
    if not failure.credit:
        return text
    return f"{text} " + QCoreApplication.translate("models", "Scan: {credit}").format(credit=failure.credit)
