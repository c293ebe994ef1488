"""The worker: the one thread that owns the open scans and the model."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, Cancelled, ColorStudioError, DeviceError
from colorstudio.engine.bench import Bench
from colorstudio.engine.mailbox import Mailbox
from colorstudio.engine.messages import (
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
    SharpenRequest,
    ViewRendered,
)
from colorstudio.engine.throttle import Throttle
from colorstudio.engine.workshop import Darkroom, Painter, Workshop

if TYPE_CHECKING:
    from colorstudio.pipeline.colorize import Chroma

logger = logging.getLogger(__name__)

FIRST_SIZE = 160
"""Short side of the quick first pass, in pixels: colour within one small forward pass."""

# Below this many times FIRST_SIZE the first pass would gain nothing.
_WORTH_A_QUICK_PASS = 1.4


class InferenceWorker(QObject):
    """Does the requests of a mailbox, one at a time, in the thread it was moved to.

    Args:
        mailbox: where the requests are.
        make_workshop: makes the workshop, in the worker's thread (it imports the back-ends).
    """

    reported = Signal(object)

    def __init__(self, mailbox: Mailbox[Request], make_workshop: Callable[[], Workshop]) -> None:
        super().__init__()
        self._mailbox = mailbox
        self._make_workshop = make_workshop
        self._workshop: Workshop | None = None
        self._bench: Bench | None = None
        self._device: DeviceReady | None = None
        self._works: dict[type[Request], Callable[[Any], None]] = {
            PrepareRequest: self._prepare,
            OpenRequest: self._open,
            SharpenRequest: self._sharpen,
            ColorizeRequest: self._colorize,
            RenderRequest: self._render,
            ForgetRequest: self._forget,
        }

    @Slot()
    def work(self) -> None:
        """Do the most urgent request, if there is one; it ends in one JobFinished or JobFailed."""
        request = self._mailbox.take()
        if request is not None:
            self._report(self._end_of(request))

    @Slot()
    def close(self) -> None:
        """Close all scans and the model, in the thread that opened them, and end that thread."""
        if self._bench:
            self._bench.close()
        self.thread().quit()

    def _end_of(self, request: Request) -> JobFinished | JobFailed:
        try:
            request.token.check()
            self._works[type(request)](request)
        except Cancelled:
            return JobFinished(request.job, request.document, cancelled=True)
        except ColorStudioError as error:
            return JobFailed(request.job, request.document, error)
        except MemoryError:
            return JobFailed(request.job, request.document, out_of_memory())
        except Exception:
            logger.exception("job %s (%s) failed", request.job, type(request).__name__)
            return JobFailed(request.job, request.document, unexpected())
        return JobFinished(request.job, request.document)

    def _report(self, report: Report) -> None:
        self.reported.emit(report)

    def _progress(self, request: Request) -> Throttle:
        return Throttle(partial(self._report_progress, request))

    def _report_progress(self, request: Request, fraction: float) -> None:
        self._report(JobProgressed(request.job, request.document, fraction))

    def _tools(self) -> tuple[Workshop, Bench]:
        if self._workshop is None or self._bench is None:
            self._workshop = self._make_workshop()
            self._bench = Bench(self._workshop)
        return self._workshop, self._bench

    # -- the requests

    def _prepare(self, request: PrepareRequest) -> None:
        workshop, _ = self._tools()
        self._report(ModelsListed(workshop.list_models()))
        self._painter(request.model, request.device)

    def _open(self, request: OpenRequest) -> None:
        darkroom = self._darkroom(request)
        self._report(ScanOpened(request.document, request.source, darkroom.info))

    def _sharpen(self, request: SharpenRequest) -> None:
        self._darkroom(request).sharpen(request.token, self._progress(request))
        self._report(DetailReady(request.document, request.source))

    def _render(self, request: RenderRequest) -> None:
        from colorstudio.engine.qimage import to_qimage

        pictures = self._darkroom(request).render(request.view, request.token)
        after = None if pictures.after is None else to_qimage(pictures.after)
        rendered = ViewRendered(request.document, request.source, request.view, to_qimage(pictures.before), after)
        self._report(rendered)

    def _forget(self, request: ForgetRequest) -> None:
        self._tools()[1].forget(request.document)

    def _colorize(self, request: ColorizeRequest) -> None:
        started = time.monotonic()
        darkroom = self._darkroom(request)
        painter = self._painter(request.choice.model, request.device)
        progress = self._progress(request)
        size = request.choice.render_size or painter.default_size
        if size >= _WORTH_A_QUICK_PASS * FIRST_SIZE:
            chroma = darkroom.predict(painter, request.choice, FIRST_SIZE, request.token)
            request.token.check()
            self._report(_ready(request, chroma, painter.reference, started, final=False))
            progress(FIRST_SIZE**2 / size**2)
        chroma = darkroom.predict(painter, request.choice, size, request.token)
        request.token.check()
        self._report(_ready(request, chroma, painter.reference, started, final=True))
        for note in chroma.notes:
            self._report(Note(note.template, {**note.values, "name": request.source.path.name}))
        self._report_device(painter)

    # -- the parts

    def _darkroom(self, request: OpenRequest | SharpenRequest | ColorizeRequest | RenderRequest) -> Darkroom:
        return self._tools()[1].darkroom(request.document, request.source)

    def _painter(self, model: str, device: str) -> Painter:
        _, bench = self._tools()
        try:
            painter = bench.painter(model, device)
        except DeviceError as error:
            if device == "cpu":
                raise
            logger.warning("%s does not work: %s", device, error)
            self._report(Note(error.template, error.values))
            painter = bench.painter(model, "cpu")
        self._report_device(painter)
        return painter

    def _report_device(self, painter: Painter) -> None:
        ready = DeviceReady(painter.device_label, painter.reference)
        if ready != self._device:
            self._device = ready
            self._report(ready)


def _ready(request: ColorizeRequest, chroma: Chroma, model: str, started: float, final: bool) -> ChromaReady:
    seconds = time.monotonic() - started
    return ChromaReady(request.job, request.document, request.source, request.choice, chroma, model, final, seconds)


def out_of_memory() -> ColorStudioError:
    """Return the error for a computer without memory left."""
    return ColorStudioError(
        QT_TRANSLATE_NOOP("errors", "This computer has too little free memory; close other programs and try again.")
    )


def unexpected() -> ColorStudioError:
    """Return the error for what should not have happened; the log has the details."""
    return ColorStudioError(
        QT_TRANSLATE_NOOP("errors", "Something went wrong that Color Studio did not expect; the log has the details.")
    )
