"""Ctrl+V: files from the clipboard are opened; a picture is stored as a file first, so that it has a master."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, ScanError
from colorstudio.core.files import replace_atomically
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.context import StudioContext
from colorstudio.ui.i18n import error_text
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind


class PasteFeature(QObject):
    """Opens what is on the clipboard.

    Attributes:
        now: tells the time, for the names of pasted pictures.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._opener, self._messages, self._folder = context.opener, context.messages, context.places.pasted
        self._calls = TaskCalls(self)
        self.now: Callable[[], datetime] = datetime.now
        context.actions["paste"].triggered.connect(self._on_paste)

    def shutdown(self) -> None:
        """Wait until a picture is stored."""
        self._calls.finish()

    @Slot()
    def _on_paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        paths = [path for path in local_paths(data) if path.exists()]
        image = picture_in(data)
        if paths:
            self._opener.open(paths)
        elif image:
            name = self.tr("Pasted {time}").format(time=self.now().strftime("%Y-%m-%d %H.%M.%S"))
            work = partial(_store, image, self._folder, name)
            self._calls.start(work, self._take_stored, self._tell_failure)
        else:
            self._messages.show_message(self.tr("There is no picture and no file on the clipboard."))

    def _take_stored(self, path: Path) -> None:
        self._opener.open([path])
        text = self.tr("The picture was stored as {name}; that file is its master now.").format(name=path.name)
        show = MessageAction(self.tr("Show in folder"), lambda: _show(path.parent))
        self._messages.show_message(text, MessageKind.INFO, show)

    def _tell_failure(self, error: ColorStudioError) -> None:
        self._messages.show_message(error_text(error), MessageKind.ERROR)


def picture_in(data: QMimeData) -> QImage | None:
    """Return the picture that a clipboard holds, if it holds one."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _store(image: QImage, folder: Path, name: str, token: CancelToken, progress: Progress) -> Path:
    """Write a picture as a PNG with a name that is free.

    Raises:
        ScanError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, number = folder / f"{name}.png", 2
        while path.exists():
            path, number = folder / f"{name} ({number}).png", number + 1
        with replace_atomically(path) as temporary:
            if not image.save(str(temporary)):
                raise OSError("PNG")
    except OSError as error:
        raise ScanError(
            QT_TRANSLATE_NOOP(
                "errors", "The picture cannot be stored in {name} ({reason}); save it yourself and open the file."
            ),
            name=folder.name,
            reason=error.strerror or str(error),
        ) from error
    return path


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
