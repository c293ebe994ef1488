"""The worker: the one thread that owns the open scans and the model."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, Cancelled, ColorStudioError, DeviceError, PackError
from colorstudio.core.progress import CancelToken
from colorstudio.engine.bench import Bench
from colorstudio.engine.mailbox import Mailbox
from colorstudio.engine.messages import (
    WHOLE,
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
    SharpenRequest,
    VariationReady,
    VaryRequest,
    View,
    ViewPurpose,
    ViewRendered,
)
from colorstudio.engine.screen_colours import ScreenColours
from colorstudio.engine.throttle import Throttle
from colorstudio.engine.urgency import STEPWISE, place, priority
from colorstudio.engine.workshop import Darkroom, Painter, Workshop

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from colorstudio.pipeline.chroma import Chroma

logger = logging.getLogger(__name__)

FIRST_SIZE = 160
"""Short side of the quick first pass, in pixels: colour within one small forward pass."""

# Below this many times FIRST_SIZE the first pass would gain nothing.
_WORTH_A_QUICK_PASS = 1.4

# How long nobody may have asked for anything else before a step of patient work is done: a step
# cannot be interrupted, and somebody who moves a slider or a hint would feel it.
_PATIENCE = 0.2


_OfScan = OpenRequest | SharpenRequest | ColorizeRequest | RenderRequest | GuessRequest | VaryRequest


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
        self._screen = ScreenColours()
        self._last_urgent = float("-inf")
        self._begun: dict[Hashable, tuple[int, Iterator[None]]] = {}
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.work)
        self._steps: dict[type[Request], Callable[[Any], Iterator[None]]] = {
            GuessRequest: self._guess,
            VaryRequest: self._vary,
        }
        self._works: dict[type[Request], Callable[[Any], None]] = {
            PrepareRequest: self._prepare,
            ListRequest: self._list,
            OpenRequest: self._open,
            SharpenRequest: self._sharpen,
            ColorizeRequest: self._colorize,
            RenderRequest: self._render,
            ForgetRequest: self._forget,
        }

    @Slot()
    def work(self) -> None:
        """Do the most urgent request, or a step of it; every request ends in one JobFinished or JobFailed."""
        request = self._mailbox.take()
        if request is None:
            return
        patience = self._last_urgent + _PATIENCE - time.monotonic() if isinstance(request, STEPWISE) else 0.0
        end = None if patience > 0 else self._end_of(request)
        if end is None:
            self._put_back(request, max(patience, 0.0))
        else:
            self._report(end)
            self._later.start(0)  # others may have been put back

    @Slot()
    def close(self) -> None:
        """Close all scans and the model, in the thread that opened them, and end that thread."""
        self._later.stop()
        self._begun.clear()
        if self._bench:
            self._bench.close()
        self.thread().quit()

    def _put_back(self, request: Request, seconds: float) -> None:
        """Go on with a request in some seconds, or after what is more urgent."""
        if self._mailbox.put_back(place(request), priority(request), request):
            self._later.start(math.ceil(1000 * seconds))
        else:
            self._report(JobFinished(request.job, request.document, cancelled=True))

    def _end_of(self, request: Request) -> JobFinished | JobFailed | None:
        """Do a request; None: only a step of it was done."""
        try:
            request.token.check()
            if isinstance(request, STEPWISE):
                return None if self._step(request) else JobFinished(request.job, request.document)
            self._works[type(request)](request)
            self._last_urgent = time.monotonic()
        except Cancelled:
            self._give_up(request)
            return JobFinished(request.job, request.document, cancelled=True)
        except ColorStudioError as error:
            return JobFailed(request.job, request.document, error)
        except MemoryError:
            return JobFailed(request.job, request.document, out_of_memory())
        except Exception:
            logger.exception("job %s (%s) failed", request.job, type(request).__name__)
            return JobFailed(request.job, request.document, unexpected())
        return JobFinished(request.job, request.document)

    def _step(self, request: Request) -> bool:
        """Do the next step of a request; return whether there may be more."""
        where = place(request)
        job, steps = self._begun.pop(where, (0, iter(())))
        if job != request.job:
            steps = self._steps[type(request)](request)
        for _ in steps:
            self._begun[where] = request.job, steps
            return True
        return False

    def _give_up(self, request: Request) -> None:
        """Let go of the scan that the steps of a cancelled request hold."""
        if self._begun.get(place(request), (0, None))[0] == request.job:
            del self._begun[place(request)]

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

    def _list(self, _request: ListRequest) -> None:
        workshop, bench = self._tools()
        bench.forget_painters()
        self._report(ModelsListed(workshop.list_models()))

    def _open(self, request: OpenRequest) -> None:
        darkroom = self._darkroom(request)
        self._report(ScanOpened(request.document, request.source, darkroom.info))

    def _sharpen(self, request: SharpenRequest) -> None:
        self._darkroom(request).sharpen(request.token, self._progress(request))
        self._report(DetailReady(request.document, request.source))

    def _render(self, request: RenderRequest) -> None:
        from colorstudio.engine.qimage import to_qimage

        pictures = self._darkroom(request).render(request.view, request.token)
        before, after = to_qimage(pictures.before), None if pictures.after is None else to_qimage(pictures.after)
        screen = self._screen.convert(request.view.screen, before, after)
        self._report(ViewRendered(request.document, request.source, request.view, before, after, *screen))

    def _forget(self, request: ForgetRequest) -> None:
        self._tools()[1].forget(request.document)

    def _colorize(self, request: ColorizeRequest) -> None:
        started = time.monotonic()
        darkroom = self._darkroom(request)
        painter = self._painter(request.choice.model, request.device)
        progress = self._progress(request)
        size = request.choice.render_size or painter.default_size
        if size >= _WORTH_A_QUICK_PASS * FIRST_SIZE:
            # While a hint is dragged the next request is there before the pass has ended: shown all the same.
            token = CancelToken() if request.quick else request.token
            chroma = darkroom.predict(painter, request.choice, FIRST_SIZE, token)
            token.check()
            self._report(_ready(request, request.choice, chroma, painter.reference, started, final=False))
            if request.quick:
                return
            progress(FIRST_SIZE**2 / size**2)
        chroma = darkroom.predict(painter, request.choice, size, request.token)
        request.token.check()
        self._report(_ready(request, request.choice, chroma, painter.reference, started, final=True))
        for note in chroma.notes:
            self._report(Note(note.template, {**note.values, "name": request.source.path.name}))
        self._report_device(painter)

    # -- the requests that are done in steps

    def _guess(self, request: GuessRequest) -> Iterator[None]:
        painter = self._painter(request.choice.model, request.device)
        for guess in self._darkroom(request).guess(painter, request.choice, request.token):
            if guess is not None:
                self._report(GuessReady(request.document, request.source, request.choice, guess))
            yield

    def _vary(self, request: VaryRequest) -> Iterator[None]:
        progress = self._progress(request)
        for done, choice in enumerate(request.choices, 1):
            try:
                painter = self._painter(choice.model, request.device, tells=False)
                yield from self._darkroom(request).fetch(choice.render_size or painter.default_size)
                yield from self._darkroom(request).sketch(painter, choice, request.token)
                self._report(self._variation(request, choice))
            except (PackError, DeviceError) as error:  # the others can be shown all the same
                self._report(Note(error.template, error.values))
            progress(done / len(request.choices))
            yield

    def _variation(self, request: VaryRequest, choice: ChromaChoice) -> VariationReady:
        started = time.monotonic()
        darkroom, painter = self._darkroom(request), self._painter(choice.model, request.device, tells=False)
        chroma = darkroom.predict(painter, choice, choice.render_size or painter.default_size, request.token)
        thumbnail = _thumbnail(darkroom, chroma, request)
        request.token.check()
        ready = _ready(request, choice, chroma, painter.reference, started, final=True)
        return VariationReady(request.job, request.document, ready, thumbnail)

    # -- the parts

    def _darkroom(self, request: _OfScan) -> Darkroom:
        return self._tools()[1].darkroom(request.document, request.source)

    def _painter(self, model: str, device: str, tells: bool = True) -> Painter:
        """The loaded model; `tells`: report it as the one that is used."""
        _, bench = self._tools()
        try:
            painter = bench.painter(model, device)
        except DeviceError as error:
            if device == "cpu":
                raise
            logger.warning("%s does not work: %s", device, error)
            self._report(Note(error.template, error.values))
            painter = bench.painter(model, "cpu")
        if tells:
            self._report_device(painter)
        return painter

    def _report_device(self, painter: Painter) -> None:
        ready = DeviceReady(painter.device_label, painter.reference)
        if ready != self._device:
            self._device = ready
            self._report(ready)


def _ready(
    request: ColorizeRequest | VaryRequest,
    choice: ChromaChoice,
    chroma: Chroma,
    model: str,
    started: float,
    final: bool,
) -> ChromaReady:
    seconds = time.monotonic() - started
    return ChromaReady(request.job, request.document, request.source, choice, chroma, model, final, seconds)


def _thumbnail(darkroom: Darkroom, chroma: Chroma, request: VaryRequest) -> QImage:
    from colorstudio.engine.qimage import to_qimage

    info = darkroom.info
    scale = request.side / max(info.width, info.height)
    width, height = (max(1, round(side * scale)) for side in (info.width, info.height))
    view = View(ViewPurpose.BASE, WHOLE, width, height, chroma, request.look)
    picture = darkroom.render(view, request.token).after
    assert picture is not None
    return to_qimage(picture)


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
