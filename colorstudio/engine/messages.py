"""What crosses the border between the window's thread and the worker's: frozen, and nothing else.

Requests go to the worker and carry the token that cancels them; reports come back. Every
request ends in exactly one `JobFinished` or `JobFailed`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColorSpace, QImage

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.progress import CancelToken
from colorstudio.core.steering import Hint, Look, Patch
from colorstudio.engine.model_facts import ModelFacts

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo
    from colorstudio.inference.uncertainty import GuessMap
    from colorstudio.pipeline.chroma import Chroma

Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 as fractions 0..1 of the upright picture."""

WHOLE: Rect = (0.0, 0.0, 1.0, 1.0)

OVERVIEW_SIDE = 1280
"""Long side, in pixels, of the whole picture at low resolution that is shown first."""


@dataclass(frozen=True)
class ScanSource:
    """Which picture: a file, its page, how it is turned (quarter turns, clockwise) and then mirrored."""

    path: Path
    page: int = 0
    quarter_turns: int = 0
    mirrored: bool = False


@dataclass(frozen=True)
class ChromaChoice:
    """What decides the predicted chroma of a source.

    Attributes:
        model: id of a pack, "photographs" or "photographs@1.0".
        render_size: short side in pixels; 0: as the pack recommends.
        seed: of a variation; None: the usual colours.
        hints: colours that the archivist has set.
        patches: regions that take their chroma from other variations.
    """

    model: str
    render_size: int = 0
    seed: int | None = None
    hints: tuple[Hint, ...] = ()
    patches: tuple[Patch, ...] = ()


class ViewPurpose(Enum):
    """What a rendered picture is for."""

    BASE = "base"
    """The whole picture at low resolution."""
    DETAIL = "detail"
    """What is on screen, sharp."""


@dataclass(frozen=True)
class View:
    """A part of a picture, to be drawn `width` x `height` pixels large.

    Attributes:
        chroma: for the picture after; None: only the picture before is drawn.
        look: what is done to the chroma.
        colour_only: the picture after shows the chroma at a constant lightness.
        quick: a slider or a point is being dragged: a slightly coarser picture will do.
        screen: colours of the monitor that it is drawn for, if they are not those of sRGB.
    """

    purpose: ViewPurpose
    rect: Rect
    width: int
    height: int
    chroma: Chroma | None
    look: Look = field(default_factory=Look)
    colour_only: bool = False
    quick: bool = False
    screen: QColorSpace | None = None


@dataclass(frozen=True)
class Request:
    """A piece of work for the worker.

    Attributes:
        job: its number, never used again.
        document: the number of the open scan it belongs to; 0: none.
        token: cancels it.
    """

    job: int
    document: int
    token: CancelToken = field(default_factory=CancelToken, compare=False, kw_only=True)


@dataclass(frozen=True)
class PrepareRequest(Request):
    """List the models and load one, so that the first scan need not wait for it."""

    model: str
    device: str


@dataclass(frozen=True)
class ListRequest(Request):
    """List the models again, and load them anew: some came, went or changed."""


@dataclass(frozen=True)
class OpenRequest(Request):
    """Open a scan for looking at it."""

    source: ScanSource


@dataclass(frozen=True)
class SharpenRequest(Request):
    """Read a scan at full size, so that what is on screen can be drawn sharply."""

    source: ScanSource


@dataclass(frozen=True)
class ColorizeRequest(Request):
    """Predict the chroma of a scan: first at a small size, then at the chosen one.

    Attributes:
        quick: only at the small size: a hint is being dragged, and more requests will follow.
    """

    source: ScanSource
    choice: ChromaChoice
    device: str
    quick: bool = False


@dataclass(frozen=True)
class GuessRequest(Request):
    """Find out where the model is unsure, in steps between which more urgent work is done.

    Attributes:
        asker: who wants to know; a newer question of the same asker takes the place of the one before it.
    """

    source: ScanSource
    choice: ChromaChoice
    device: str
    asker: str = ""


@dataclass(frozen=True)
class VaryRequest(Request):
    """Predict the chroma of several choices, each with a small picture, in steps like `GuessRequest`.

    Attributes:
        look: of the small pictures.
        side: their longer side, in pixels.
        asker: as for `GuessRequest`.
    """

    source: ScanSource
    choices: tuple[ChromaChoice, ...]
    device: str
    look: Look
    side: int
    asker: str = ""


@dataclass(frozen=True)
class RenderRequest(Request):
    """Draw a part of a scan."""

    source: ScanSource
    view: View


@dataclass(frozen=True)
class ForgetRequest(Request):
    """Close a scan and free what it holds."""


@dataclass(frozen=True)
class ModelSummary:
    """A model pack, for a list that a person reads.

    Attributes:
        id: id and version, "photographs@1.0".
        names, descriptions: texts by language, "en" and "ko".
        render_size: as the pack recommends.
        details: (label, value) pairs for the model page, labels in English from context "models".
        sha256: of the pack's file, as recipes name it.
        has_variations: whether a seed makes a variation.
        takes_hints: whether colours can be set for it.
        is_own: whether it is the user's own, and not shipped.
        licence: of the weights.
        size: of the file, in bytes.
        base: reference of the pack that it was made from, or ''.
        verdict: value of the `core.gate.Finding` at the end of its training, or ''.
        verdict_base: reference of the pack that it was compared with, or ''.
        facts: what the card tells about its making and its quality.
    """

    id: str
    names: dict[str, str]
    descriptions: dict[str, str]
    render_size: int
    details: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    has_variations: bool = False
    takes_hints: bool = True
    is_own: bool = False
    licence: str = ""
    size: int = 0
    base: str = ""
    verdict: str = ""
    verdict_base: str = ""
    facts: ModelFacts = field(default_factory=ModelFacts)


@dataclass(frozen=True)
class ModelsListed:
    """The packs that are installed."""

    models: tuple[ModelSummary, ...]


@dataclass(frozen=True)
class DeviceReady:
    """A model was loaded: where it runs, in words ("CPU"), and its id."""

    label: str
    model: str


@dataclass(frozen=True)
class ScanOpened:
    """A scan can be looked at."""

    document: int
    source: ScanSource
    info: ScanInfo


@dataclass(frozen=True)
class DetailReady:
    """A scan was read at full size."""

    document: int
    source: ScanSource


@dataclass(frozen=True)
class ChromaReady:
    """Chroma of a scan; more will follow for the same job unless `final`.

    Attributes:
        choice: as asked for; `chroma.render_size` is what was used.
        model: id and version of the pack that was used.
        seconds: since the job began.
    """

    job: int
    document: int
    source: ScanSource
    choice: ChromaChoice
    chroma: Chroma
    model: str
    final: bool
    seconds: float


@dataclass(frozen=True)
class GuessReady:
    """Where the model is unsure about a scan, coloured by that choice."""

    document: int
    source: ScanSource
    choice: ChromaChoice
    guess: GuessMap


@dataclass(frozen=True)
class VariationReady:
    """One of the choices that were to be varied, coloured.

    Attributes:
        job: of the request; more variations may follow for it.
        ready: its chroma, as if it had been asked for alone.
        thumbnail: the picture, small, in the colours of the request's look.
    """

    job: int
    document: int
    ready: ChromaReady
    thumbnail: QImage

    @property
    def choice(self) -> ChromaChoice:
        """What was varied."""
        return self.ready.choice


@dataclass(frozen=True)
class ViewRendered:
    """A part of a scan, drawn.

    Attributes:
        before: the scan as it is, sRGB.
        after: the result, sRGB; None without chroma.
        screen_before, screen_after: the same for the monitor that the view names; None: it needs no others.
    """

    document: int
    source: ScanSource
    view: View
    before: QImage
    after: QImage | None
    screen_before: QImage | None = None
    screen_after: QImage | None = None

    @property
    def on_screen(self) -> tuple[QImage, QImage | None]:
        """The pictures to be shown, before and after."""
        return self.screen_before or self.before, self.screen_after or self.after


@dataclass(frozen=True)
class Note:
    """Something the user should know that is no error: `template` (context "errors") with values."""

    template: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class JobProgressed:
    """How far a job is, 0..1."""

    job: int
    document: int
    fraction: float


@dataclass(frozen=True)
class JobFinished:
    """A job ended without an error, or was cancelled."""

    job: int
    document: int
    cancelled: bool = False


@dataclass(frozen=True)
class JobFailed:
    """A job ended with an error for the user."""

    job: int
    document: int
    error: ColorStudioError


Report = (
    ModelsListed
    | DeviceReady
    | ScanOpened
    | DetailReady
    | ChromaReady
    | GuessReady
    | VariationReady
    | ViewRendered
    | Note
    | JobProgressed
    | JobFinished
    | JobFailed
)
