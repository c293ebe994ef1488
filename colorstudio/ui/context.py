"""What a feature of the window works with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from colorstudio.engine.inference_engine import InferenceEngine
    from colorstudio.engine.model_library import ModelLibrary
    from colorstudio.ui.actions import Actions
    from colorstudio.ui.canvas import Canvas
    from colorstudio.ui.document_controller import DocumentController
    from colorstudio.ui.export_controller import ExportController
    from colorstudio.ui.main_window import MainWindow
    from colorstudio.ui.opener import Opener
    from colorstudio.ui.panels.drawer import Drawer
    from colorstudio.ui.panels.scan_strip import ScanStrip
    from colorstudio.ui.panels.side_panel import SidePanel
    from colorstudio.ui.panels.status_strip import StatusStrip
    from colorstudio.ui.preferences import Preferences
    from colorstudio.ui.project_session import ProjectSession
    from colorstudio.ui.recent_files import RecentFiles
    from colorstudio.ui.tool_box import ToolBox
    from colorstudio.ui.view_controller import ViewController
    from colorstudio.ui.widgets.message_bar import MessageBar


@dataclass(frozen=True)
class Places:
    """Files and folders that the window uses.

    Attributes:
        samples: folder with sample scans.
        geometry: where the window's size and place are kept.
        log: the log file.
        journals: folder of unsaved work.
        pasted: folder of pictures that came from the clipboard.
        recent: where recent files are kept.
        models: folders of model packs, the user's own first.
        thumbnails: folder of what the models make of the sample.
    """

    samples: Path
    geometry: Path
    log: Path
    journals: Path
    pasted: Path
    recent: Path
    models: tuple[Path, ...]
    thumbnails: Path


@dataclass(frozen=True)
class StudioContext:
    """The parts of the window that features share.

    A feature is a `QObject` that takes a context, puts its section into the side panel, its tool into
    the tool box and its marks on the canvas, and connects its actions. It knows no other feature.
    """

    window: MainWindow
    engine: InferenceEngine
    documents: DocumentController
    canvas: Canvas
    views: ViewController
    actions: Actions
    tools: ToolBox
    panel: SidePanel
    drawer: Drawer
    strip: ScanStrip
    status: StatusStrip
    exports: ExportController
    messages: MessageBar
    preferences: Preferences
    places: Places
    opener: Opener
    project: ProjectSession
    recent: RecentFiles
    library: ModelLibrary
