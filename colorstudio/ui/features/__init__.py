"""What can be done with an open scan, one module a feature; the order is that of the side panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from colorstudio.ui.context import StudioContext
from colorstudio.ui.features.adjust import AdjustFeature
from colorstudio.ui.features.colour import ColourFeature
from colorstudio.ui.features.layout import LayoutFeature

FEATURES: tuple[Callable[[StudioContext], QObject], ...] = (ColourFeature, AdjustFeature, LayoutFeature)


def make_features(context: StudioContext) -> list[QObject]:
    """Make all features of a window."""
    return [feature(context) for feature in FEATURES]
