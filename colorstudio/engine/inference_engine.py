"""The worker as the window sees it: methods that return at once, and signals in the window's thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

from colorstudio.core.progress import CancelToken
from colorstudio.core.steering import Look
from colorstudio.engine.inference_worker import InferenceWorker
from colorstudio.engine.mailbox import Mailbox
from colorstudio.engine.messages import (
    ChromaChoice,
    ChromaReady,
    ColorizeRequest,
    DetailReady,
    DeviceReady,
    ForgetRequest,
    GuessReady,
    GuessRequest,
    JobFailed,
    JobFinished,
    JobProgressed,
    ListRequest,
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
    VariationReady,
    VaryRequest,
    View,
    ViewRendered,
)
from colorstudio.engine.urgency import cancels, place, priority
from colorstudio.engine.workshop import Workshop

THUMBNAIL_SIDE = 320
"""Longer side of a variation's small picture, in pixels."""


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
    guess_ready = Signal(object)
    variation_ready = Signal(object)
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
            GuessReady: self.guess_ready,
            VariationReady: self.variation_ready,
            ViewRendered: self.view_rendered,
            Note: self.note_raised,
            JobProgressed: self.job_progressed,
            JobFinished: self.job_finished,
            JobFailed: self.job_failed,
        }

    def prepare(self, model: str, device: str) -> int:
        """List the models and load one; return the job's number."""
        return self._post(PrepareRequest(next(self._jobs), 0, model, device))

    def refresh_models(self) -> int:
        """List the models again, since some came, went or changed; `models_listed` follows."""
        return self._post(ListRequest(next(self._jobs), 0))

    def open_scan(self, document: int, source: ScanSource) -> int:
        """Open a scan; `scan_opened` follows, or `job_failed`."""
        return self._post(OpenRequest(next(self._jobs), document, source))

    def sharpen(self, document: int, source: ScanSource) -> int:
        """Read a scan at full size when nothing is more urgent; `detail_ready` follows."""
        return self._post(SharpenRequest(next(self._jobs), document, source))

    def colorize(
        self, document: int, source: ScanSource, choice: ChromaChoice, device: str, quick: bool = False
    ) -> int:
        """Predict chroma; `chroma_ready` follows once or twice, the last one final, or `job_failed`.

        Args:
            document, source, choice, device: what, and where.
            quick: only the small first pass (which is final where the render size is as small).
        """
        return self._post(ColorizeRequest(next(self._jobs), document, source, choice, device, quick))

    def guess(self, document: int, source: ScanSource, choice: ChromaChoice, device: str, asker: str = "") -> int:
        """Find out where the model is unsure, when nothing is more urgent; `guess_ready` follows, or `job_failed`.

        Args:
            document, source, choice, device: what, and where.
            asker: the newest question of an asker ends the one before it, and those of nobody else.
        """
        return self._post(GuessRequest(next(self._jobs), document, source, choice, device, asker))

    def vary(
        self,
        document: int,
        source: ScanSource,
        choices: Sequence[ChromaChoice],
        device: str,
        look: Look | None = None,
        side: int = THUMBNAIL_SIDE,
        asker: str = "",
    ) -> int:
        """Predict several choices when nothing is more urgent; `variation_ready` follows for each, in this order.

        Args:
            document, source, device: what, and where.
            choices: all of them; a request in the time between makes them wait, not stop.
            look: of the small pictures; None: that of a new scan.
            side: their longer side, in pixels.
            asker: the newest request of an asker ends the one before it, and those of nobody else.
        """
        wanted = tuple(choices), device, look or Look(), side, asker
        return self._post(VaryRequest(next(self._jobs), document, source, *wanted))

    def render(self, document: int, source: ScanSource, view: View) -> int:
        """Draw a part of a scan; `view_rendered` follows."""
        return self._post(RenderRequest(next(self._jobs), document, source, view))

    def cancel(self, job: int) -> None:
        """Ask a job to stop; it ends at its next strip or step."""
        if job in self._running:
            self._running[job][1].cancel()

    def forget(self, document: int) -> None:
        """Stop all work for a document and close its scan."""
        for request, token in list(self._running.values()):
            if request.document == document:
                token.cancel()
        self._post(ForgetRequest(next(self._jobs), document))

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

    def _post(self, request: Request) -> int:
        if self._is_shut_down:
            return request.job
        for older, token in list(self._running.values()):
            if cancels(request, older):
                token.cancel()
        self._running[request.job] = (request, request.token)
        replaced = self._mailbox.post(place(request), priority(request), request)
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
