"""The canvas: one picture, before and after, under a wipe, zoomed and panned."""

from colorstudio.ui.canvas.canvas import Canvas
from colorstudio.ui.canvas.view_transform import ViewRequest
from colorstudio.ui.canvas.wipe import CompareMode

__all__ = ["Canvas", "CompareMode", "ViewRequest"]
