"""What the pages of the training workspace work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from colorstudio.engine.inference_engine import InferenceEngine
    from colorstudio.engine.model_library import ModelLibrary
    from colorstudio.engine.training.run_library import RunLibrary
    from colorstudio.engine.training.trainer import Trainer
    from colorstudio.ui.document_controller import DocumentController
    from colorstudio.ui.preferences import Preferences
    from colorstudio.ui.widgets.message_bar import MessageBar


@dataclass(frozen=True)
class TrainingContext:
    """The parts that the pages share.

    Attributes:
        window: parent of dialogs.
        engine: lists the models, and uses a new one at once.
        documents: the open scans.
        preferences: the settings.
        messages: the quiet bar of this workspace.
        trainer: starts and commands runs.
        runs: the runs there are.
        library: takes in the models that come out.
        show_studio: goes to where scans are coloured.
    """

    window: QWidget
    engine: InferenceEngine
    documents: DocumentController
    preferences: Preferences
    messages: MessageBar
    trainer: Trainer
    runs: RunLibrary
    library: ModelLibrary
    show_studio: Callable[[], None]
