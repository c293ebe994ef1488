"""What can be done with an open scan, one module a feature; the order is that of the side panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from colorstudio.ui.context import StudioContext
from colorstudio.ui.features.adjust import AdjustFeature
from colorstudio.ui.features.autosave import AutosaveFeature
from colorstudio.ui.features.canvas_menu import CanvasMenuFeature
from colorstudio.ui.features.colour import ColourFeature
from colorstudio.ui.features.copy_result import CopyResultFeature
from colorstudio.ui.features.crop import CropFeature
from colorstudio.ui.features.guess import GuessFeature
from colorstudio.ui.features.hints import HintsFeature
from colorstudio.ui.features.history import HistoryFeature
from colorstudio.ui.features.layout import LayoutFeature
from colorstudio.ui.features.looking import LookingFeature
from colorstudio.ui.features.mask import MaskFeature
from colorstudio.ui.features.masters import MastersFeature
from colorstudio.ui.features.monitor import MonitorFeature
from colorstudio.ui.features.pages import PagesFeature
from colorstudio.ui.features.palette import PaletteFeature
from colorstudio.ui.features.paste import PasteFeature
from colorstudio.ui.features.projects import ProjectsFeature
from colorstudio.ui.features.read_out import ReadOutFeature
from colorstudio.ui.features.recent import RecentFeature
from colorstudio.ui.features.reports import ReportsFeature
from colorstudio.ui.features.strip import StripFeature
from colorstudio.ui.features.tour import TourFeature
from colorstudio.ui.features.transfer import TransferFeature
from colorstudio.ui.features.variations import VariationsFeature

FEATURES: tuple[Callable[[StudioContext], QObject], ...] = (
    CropFeature,
    ColourFeature,
    VariationsFeature,
    AdjustFeature,
    MaskFeature,
    HintsFeature,
    GuessFeature,
    PaletteFeature,
    HistoryFeature,
    ReadOutFeature,
    LookingFeature,
    MonitorFeature,
)

# Without a section in the panel.
HABITS: tuple[Callable[[StudioContext], QObject], ...] = (
    ReportsFeature,
    ProjectsFeature,
    MastersFeature,
    AutosaveFeature,
    RecentFeature,
    PasteFeature,
    PagesFeature,
    TourFeature,
    TransferFeature,
    CopyResultFeature,
    CanvasMenuFeature,
    StripFeature,
    LayoutFeature,  # last: it restores the sections of all others
)


def make_features(context: StudioContext) -> list[QObject]:
    """Make all features of a window."""
    return [feature(context) for feature in (*FEATURES, *HABITS)]


def prepare(features: Iterable[QObject]) -> None:
    """Let features do what can wait until the window is up: those that have `prepare`."""
    for feature in features:
        if hasattr(feature, "prepare"):
            feature.prepare()


def may_close(features: Iterable[QObject]) -> bool:
    """Whether all features let the window go: those that have `may_close` are asked, and may ask the archivist."""
    return all(feature.may_close() for feature in features if hasattr(feature, "may_close"))


def shut_down(features: Iterable[QObject]) -> None:
    """Stop what features do beside the window: those that have `shutdown`."""
    for feature in features:
        if hasattr(feature, "shutdown"):
            feature.shutdown()
