"""Models in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from colorstudio.core.licences import licence_of
from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.i18n import current_language
from colorstudio.ui.licence_words import marked
from colorstudio.ui.training.gate.words import finding_name
from colorstudio.ui.variations import model_name


def name_of(model: ModelSummary) -> str:
    """The model's name in the user's language."""
    return model_name(model.id, (model,))


def in_language(texts: dict[str, str]) -> str:
    """The text in the user's language, English if there is none."""
    return texts.get(current_language()) or texts.get("en") or ""


def kind_of(model: ModelSummary, is_here: bool = True) -> str:
    """Version, whose it is, and a licence that restricts its use; `is_here`: whether it is in the library."""
    version = model.id.partition("@")[2]
    if not is_here:
        text = QCoreApplication.translate("models", "Version {version} · not in the library yet")
    elif model.is_own:
        text = QCoreApplication.translate("models", "Version {version} · your own")
    else:
        text = QCoreApplication.translate("models", "Version {version} · comes with Color Studio")
    return marked(text.format(version=version), model.licence)


def short_kind_of(model: ModelSummary) -> str:
    """Where there is little room: the version, and a licence that restricts its use, or else whose it is."""
    version = model.id.partition("@")[2]
    if licence_of(model.licence).is_restricted:
        return marked(version, model.licence)
    if model.is_own:
        return QCoreApplication.translate("models", "{version} · your own").format(version=version)
    return QCoreApplication.translate("models", "{version} · built in").format(version=version)


def verdict_of(model: ModelSummary, models: Sequence[ModelSummary]) -> str:
    """What the gate at the end of its training found, or ''."""
    if model.verdict_base == "grey":
        base = QCoreApplication.translate("gate", "no colour")
    else:
        base = f"“{model_name(model.verdict_base, models)}”"
    return finding_name(model.verdict, base)


def size_of(model: ModelSummary) -> str:
    """Size of the file."""
    return QLocale().formattedDataSize(model.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def default_reference(model: ModelSummary, models: Sequence[ModelSummary]) -> str:
    """How the settings name a model: by its id alone where it is the newest of that id, so that updates are used."""
    plain = model.id.partition("@")[0]
    newest = next((each for each in models if each.id.partition("@")[0] == plain), model)
    return plain if newest.id == model.id else model.id
