"""The main window: puts the parts together, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox

from colorstudio.core.settings import Settings
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import DeviceReady, ModelsListed, ModelSummary
from colorstudio.engine.model_library import ModelLibrary
from colorstudio.engine.training.trainer_command import trainer_available
from colorstudio.ui.actions import Actions
from colorstudio.ui.canvas import Canvas
from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.canvas.interaction import is_hold_key
from colorstudio.ui.commands import MODES, Commands
from colorstudio.ui.context import Places, StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.export_controller import ExportController
from colorstudio.ui.features import make_features, may_close, prepare, shut_down
from colorstudio.ui.i18n import current_language
from colorstudio.ui.menus import Menus
from colorstudio.ui.models.files import is_model
from colorstudio.ui.models.workspace import ModelsWorkspace
from colorstudio.ui.opener import Opener
from colorstudio.ui.panels.drawer import Drawer
from colorstudio.ui.panels.rail import MODELS, STUDIO, Rail
from colorstudio.ui.panels.scan_strip import ScanStrip
from colorstudio.ui.panels.side_panel import SidePanel
from colorstudio.ui.panels.status_strip import StatusStrip
from colorstudio.ui.panels.tool_bar import ToolBar
from colorstudio.ui.panels.top_bar import TopBar
from colorstudio.ui.panels.welcome import Welcome
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.project_session import ProjectSession
from colorstudio.ui.recent_files import RecentFiles
from colorstudio.ui.result_text import state_text
from colorstudio.ui.tool_box import ToolBox
from colorstudio.ui.training.workspace import TrainingWorkspace
from colorstudio.ui.view_controller import ViewController
from colorstudio.ui.widgets.message_bar import MessageAction, MessageBar, MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import above, column, parted, row, stack

_PICTURE_ACTIONS = (
    "close_scan", "rotate_right", "rotate_left", "mirror", "flip", "tool_crop", "reset", "recolour",
    "zoom_in", "zoom_out", "zoom_fit", "zoom_actual", *MODES,
)  # fmt: skip


_USUAL_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)


class MainWindow(Retranslated, QMainWindow):
    """The window.

    Args:
        engine: colours; the window shuts it down when it is closed.
        preferences: the settings; the window keeps them.
        places: files and folders.
    """

    closed = Signal()
    """All work has ended. Qt's own sign, `lastWindowClosed`, is not always given for a window that hid first."""

    def __init__(self, engine: InferenceEngine, preferences: Preferences, places: Places) -> None:
        super().__init__()
        self.engine = engine
        self.preferences = preferences
        self._places = places
        self._models: tuple[ModelSummary, ...] = ()
        self._device: DeviceReady | None = None
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.documents = DocumentController(engine, preferences, self)
        self.opener = Opener(self.documents, self)
        self.project = ProjectSession(self.documents, preferences, self)
        self.recent = RecentFiles(places.recent, self)
        self.library = ModelLibrary(places.models, self)
        self._make_parts()
        self._lay_out()
        self.views = ViewController(engine, self.documents, self.canvas, self)
        self.exports = ExportController(self.documents, self.project, preferences, self)
        self.commands = Commands(self.actions_, self.documents, self.canvas, preferences, self.recent, places.log, self)
        context = self._context()
        self.features = make_features(context)
        self.training = TrainingWorkspace(context)
        self.models = ModelsWorkspace(context)
        for workspace in (self.training, self.models):
            self._workspaces.addWidget(workspace)
        self._connect_parts()
        self._connect_engine()
        self._restore_geometry()
        self.retranslate()
        self._show_current(None)

    # -- what the application calls

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open scans and the scans in folders, and take in models; what cannot be opened is said in the quiet bar."""
        models = [path for path in paths if is_model(path)]
        if models:
            self._rail.choose(MODELS)
            self.models.take(models)
        if len(models) < len(paths) or not paths:
            self.opener.open([path for path in paths if path not in models])

    def prepare(self) -> None:
        """Do what can wait until the window is up: samples, the list of models, the first model."""
        self._welcome.load_samples()
        settings = self.preferences.settings
        self.engine.prepare(settings.model, settings.device)
        prepare(self.features)

    def shut_down(self) -> None:
        """Cancel all work and wait until its threads have ended; may be called again."""
        shut_down(self.features)
        parts = (
            self.training,
            self.models,
            self.library,
            self.project,
            self.recent,
            self.exports,
            self.strip,
            self._welcome,
        )
        for part in (*parts, self.engine):
            part.shutdown()

    @Slot()
    def tell_unexpected(self) -> None:
        """Say that something went wrong, and where the log is."""
        text = self.tr("Something went wrong that Color Studio did not expect. Your scans are safe.")
        self.messages.show_message(text, MessageKind.ERROR, MessageAction(self.tr("Show log"), self.commands.show_log))

    def retranslate(self) -> None:
        """Set the words that belong to no part."""
        self.actions_.retranslate()
        self._menus.retranslate()
        self._tell_device()
        self._tell_state()

    def show_studio(self) -> None:
        """Go to where scans are coloured."""
        self._rail.choose(STUDIO)

    def set_chrome_visible(self, is_visible: bool) -> None:
        """Show or hide what is around the picture and has no switch of its own."""
        for part in (self.menuBar(), self._rail, self._top_bar, self._tool_bar, self.status):
            part.setVisible(is_visible)

    # -- putting together

    def _context(self) -> StudioContext:
        return StudioContext(
            window=self,
            engine=self.engine,
            documents=self.documents,
            canvas=self.canvas,
            views=self.views,
            actions=self.actions_,
            tools=self.tools,
            panel=self.panel,
            drawer=self.drawer,
            strip=self.strip,
            status=self.status,
            exports=self.exports,
            messages=self.messages,
            preferences=self.preferences,
            places=self._places,
            opener=self.opener,
            project=self.project,
            recent=self.recent,
            library=self.library,
        )

    def _make_parts(self) -> None:
        self.canvas = Canvas()
        self.tools = ToolBox(self.actions_, self.canvas, self)
        self._tool_bar = ToolBar(self.actions_, self.tools)
        self._menus = Menus(self.menuBar(), self.actions_)
        self._rail = Rail(self.actions_["settings"], trainer_available())
        self._top_bar = TopBar(self.actions_)
        self._welcome = Welcome(self.actions_["open"], self._places.samples, self.recent)
        self.panel = SidePanel()
        self.drawer = Drawer()
        self.strip = ScanStrip(self.documents)
        self.status = StatusStrip()

    def _lay_out(self) -> None:
        self._picture = row(self._tool_bar, above(self.canvas, self.drawer))
        self._centre = stack(self._welcome, self._picture)
        studio = column(self._top_bar, row(self.strip, parted(self._centre, self.panel)), self.status)
        self._workspaces = stack(studio)
        self.setCentralWidget(row(self._rail, self._workspaces))
        self.messages = MessageBar(self._centre)
        self.setMinimumSize(1040, 600)

    def _connect_parts(self) -> None:
        self.commands.paths_chosen.connect(self.open_paths)
        self.opener.opening.connect(self._on_opener_opening)
        self.actions_["export"].triggered.connect(self.exports.ask)
        self._rail.workspace_chosen.connect(self._workspaces.setCurrentIndex)
        self._top_bar.original_held.connect(self.canvas.set_holding_original)
        for chosen in (self._welcome.sample_chosen, self._welcome.project_chosen):
            chosen.connect(self._on_welcome_path_chosen)
        self.canvas.files_dropped.connect(self.open_paths)
        self.canvas.zoom_changed.connect(self._top_bar.set_zoom)
        self._top_bar.zoom_chosen.connect(self.canvas.zoom_to)
        self.documents.current_changed.connect(self._show_current)
        for changed in (self.documents.picture_changed, self.documents.edit_changed, self.documents.activity_changed):
            changed.connect(self._on_documents_changed)
        self.documents.chroma_changed.connect(self._on_documents_changed)
        self.documents.document_removed.connect(self._on_documents_changed)
        self.documents.history.canUndoChanged.connect(self.actions_["undo"].setEnabled)
        self.documents.history.canRedoChanged.connect(self.actions_["redo"].setEnabled)
        self.preferences.changed.connect(self._on_preferences_changed)

    def _connect_engine(self) -> None:
        self.engine.models_listed.connect(self._on_engine_models_listed)
        self.engine.device_ready.connect(self._on_engine_device_ready)
        self.library.changed.connect(self.engine.refresh_models)

    def _restore_geometry(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize() - _FRAME
        self.resize(_USUAL_SIZE.boundedTo(room))
        geometry = self._geometry_file().value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _geometry_file(self) -> QSettings:
        return QSettings(str(self._places.geometry), QSettings.Format.IniFormat)

    # -- what is shown

    @Slot(object)
    def _show_current(self, document: Document | None) -> None:
        self._centre.setCurrentWidget(self._welcome if document is None else self._picture)
        self.panel.setEnabled(document is not None)
        if document is None:
            self._top_bar.set_zoom(0)
        else:
            self.canvas.setFocus()
        self._on_documents_changed(document)

    @Slot(object)
    def _on_documents_changed(self, changed: Document | None) -> None:
        document = self.documents.current
        if changed is not document and changed in self.documents.documents:
            return
        opened = document is not None and document.info is not None
        self.actions_.enable(_PICTURE_ACTIONS, opened)
        self.actions_.enable(("next_scan", "previous_scan"), len(self.documents.documents) > 1)
        self.actions_["cancel"].setEnabled(opened and bool(document.job))
        self.actions_["export"].setEnabled(opened and document.is_coloured)
        self._top_bar.set_picture_tools_enabled(opened)
        self.status.set_scan(document.info if document else None, document.edit.crop if document else None)
        self._tell_state()

    def _tell_state(self) -> None:
        self.status.set_result(state_text(self.documents.current))

    def _tell_device(self) -> None:
        if self._device is None:
            return
        model = next((each for each in self._models if each.id == self._device.model), None)
        name = (model.names.get(current_language()) or model.names.get("en")) if model else None
        self._top_bar.set_device(f"{self._device.label} · {name or self._device.model}")

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self._models = report.models
        self.models.set_models(report.models)
        self._tell_device()

    @Slot(object)
    def _on_engine_device_ready(self, report: DeviceReady) -> None:
        self._device = report
        self._tell_device()

    @Slot(object, object)
    def _on_preferences_changed(self, before: Settings, after: Settings) -> None:
        if before.device != after.device:
            self.engine.prepare(after.model, after.device)

    # -- what the user does

    @Slot()
    def _on_opener_opening(self) -> None:
        self.show_studio()

    @Slot(object)
    def _on_welcome_path_chosen(self, path: Path) -> None:
        self.open_paths([path])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the original while its key is held, wherever the focus is."""
        if is_hold_key(event):
            self.canvas.set_holding_original(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the result again."""
        if is_hold_key(event) and not event.isAutoRepeat():
            self.canvas.set_holding_original(False)
        else:
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders anywhere."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work in order, then close."""
        if self.exports.busy and not self._may_stop_export():
            event.ignore()
            return
        if not may_close(self.features):
            event.ignore()
            return
        self._geometry_file().setValue("geometry", self.saveGeometry())
        self.hide()
        self.shut_down()
        event.accept()
        self.closed.emit()

    def _may_stop_export(self) -> bool:
        question = self.tr("An export is still running. Stop it and close?")
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        return QMessageBox.question(self, "Color Studio", question, buttons) == QMessageBox.StandardButton.Yes
