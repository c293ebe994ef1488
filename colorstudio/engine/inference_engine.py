"""The worker as the window sees it: methods that return at once, and signals in the window's thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

from colorstudio.core.progress import CancelToken
from colorstudio.engine.inference_worker import InferenceWorker
from colorstudio.engine.mailbox import Mailbox
from colorstudio.engine.messages import (
    ChromaChoice,
    ChromaReady,
    ColorizeRequest,
    DetailReady,
    DeviceReady,
    ForgetRequest,
    JobFailed,
    JobFinished,
    JobProgressed,
    ModelsListed,
    Note,
    OpenRequest,
    PrepareRequest,
    RenderRequest,
    Report,
    Request,
    ScanOpened,
    ScanSource,
    SharpenRequest,
    View,
    ViewRendered,
)
from colorstudio.engine.workshop import Workshop

_PRIORITY: dict[type[Request], int] = {
    RenderRequest: 0,
    OpenRequest: 1,
    ColorizeRequest: 2,
    PrepareRequest: 3,
    SharpenRequest: 4,
    ForgetRequest: 5,
}
# What a request cancels while it is running; the asker of a cancelled sharpening asks again later.
# Drawings are not cancelled: they are quick, and a slider that moves would never show anything.
_CANCELS: dict[type[Request], tuple[type[Request], ...]] = {
    OpenRequest: (OpenRequest, SharpenRequest),
    ColorizeRequest: (ColorizeRequest, SharpenRequest),
    SharpenRequest: (SharpenRequest,),
    RenderRequest: (SharpenRequest,),
}


class InferenceEngine(QObject):
    """Speaks with the worker, whose thread starts with the first request. The newest request of a kind wins.

    Args:
        make_workshop: called in the worker's thread.
        parent: the owner.
    """

    models_listed = Signal(object)
    device_ready = Signal(object)
    scan_opened = Signal(object)
    detail_ready = Signal(object)
    chroma_ready = Signal(object)
    view_rendered = Signal(object)
    note_raised = Signal(object)
    job_progressed = Signal(object)
    job_finished = Signal(object)
    job_failed = Signal(object)
    _work_left = Signal()
    _closing = Signal()

    def __init__(self, make_workshop: Callable[[], Workshop], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = itertools.count(1)
        self._running: dict[int, tuple[Request, CancelToken]] = {}
        self._is_shut_down = False
        self._mailbox: Mailbox[Request] = Mailbox()
        self._worker = InferenceWorker(self._mailbox, make_workshop)
        self._thread = QThread(self)
        self._thread.setObjectName("inference")
        self._worker.moveToThread(self._thread)
        self._work_left.connect(self._worker.work)
        self._closing.connect(self._worker.close)
        self._worker.reported.connect(self._on_worker_reported)
        self._signals: dict[type[Report], SignalInstance] = {
            ModelsListed: self.models_listed,
            DeviceReady: self.device_ready,
            ScanOpened: self.scan_opened,
            DetailReady: self.detail_ready,
            ChromaReady: self.chroma_ready,
            ViewRendered: self.view_rendered,
            Note: self.note_raised,
            JobProgressed: self.job_progressed,
            JobFinished: self.job_finished,
            JobFailed: self.job_failed,
        }

    def prepare(self, model: str, device: str) -> int:
        """List the models and load one; return the job's number."""
        return self._post(PrepareRequest(next(self._jobs), 0, model, device), "prepare")

    def open_scan(self, document: int, source: ScanSource) -> int:
        """Open a scan; `scan_opened` follows, or `job_failed`."""
        return self._post(OpenRequest(next(self._jobs), document, source), "open")

    def sharpen(self, document: int, source: ScanSource) -> int:
        """Read a scan at full size when nothing is more urgent; `detail_ready` follows."""
        return self._post(SharpenRequest(next(self._jobs), document, source), "sharpen")

    def colorize(self, document: int, source: ScanSource, choice: ChromaChoice, device: str) -> int:
        """Predict chroma; `chroma_ready` follows once or twice, the last one final, or `job_failed`."""
        return self._post(ColorizeRequest(next(self._jobs), document, source, choice, device), "colorize")

    def render(self, document: int, source: ScanSource, view: View) -> int:
        """Draw a part of a scan; `view_rendered` follows."""
        return self._post(RenderRequest(next(self._jobs), document, source, view), view.purpose)

    def cancel(self, job: int) -> None:
        """Ask a job to stop; it ends at its next strip or step."""
        if job in self._running:
            self._running[job][1].cancel()

    def forget(self, document: int) -> None:
        """Stop all work for a document and close its scan."""
        for request, token in list(self._running.values()):
            if request.document == document:
                token.cancel()
        self._post(ForgetRequest(next(self._jobs), document), ("forget", document))

    def shutdown(self) -> None:
        """Cancel everything and wait until the thread has ended; later requests are not taken."""
        self._is_shut_down = True
        if not self._thread.isRunning():
            return
        for _, token in list(self._running.values()):
            token.cancel()
        self._mailbox.remove(lambda waiting: True)
        self._closing.emit()
        self._thread.wait()

    def _post(self, request: Request, place: Hashable) -> int:
        if self._is_shut_down:
            return request.job
        for older, token in list(self._running.values()):
            if isinstance(older, _CANCELS.get(type(request), ())):
                token.cancel()
        self._running[request.job] = (request, request.token)
        replaced = self._mailbox.post(place, _PRIORITY[type(request)], request)
        if replaced is not None:
            self._on_worker_reported(JobFinished(replaced.job, replaced.document, cancelled=True))
        if not self._thread.isRunning():
            self._thread.start()
        self._work_left.emit()
        return request.job

    @Slot(object)
    def _on_worker_reported(self, report: Report) -> None:
        if isinstance(report, JobFinished | JobFailed):
            self._running.pop(report.job, None)
        self._signals[type(report)].emit(report)
