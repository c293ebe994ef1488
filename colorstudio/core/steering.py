"""What the archivist steers a result with: frozen parameters, all of them part of the recipe.

No pixels and no numpy: the window needs them before it draws anything. Places are fractions 0..1
of the upright picture, that is after EXIF orientation, quarter turns and mirroring, before the crop.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec

from colorstudio.core.adjust import Adjustments
from colorstudio.core.errors import QT_TRANSLATE_NOOP, RecipeError

Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Point = tuple[Fraction, Fraction]
StrokePlace = Annotated[float, msgspec.Meta(ge=-1.0, le=2.0)]
StrokePoint = tuple[StrokePlace, StrokePlace]
"""As a `Point`, but it may lie beside the picture: a brush goes over its edge, a gradient may begin there."""
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]

SMALLEST_RENDER_SIZE, LARGEST_RENDER_SIZE = 64, 2048
RenderSize = Annotated[int, msgspec.Meta(ge=SMALLEST_RENDER_SIZE, le=LARGEST_RENDER_SIZE)]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Radius = Annotated[float, msgspec.Meta(gt=0.0, le=0.5)]
Chroma = Annotated[float, msgspec.Meta(ge=-128.0, le=128.0)]


@dataclass(frozen=True)
class Model:
    """The pack that predicted the chroma: ``id@version`` and the SHA-256 of the file."""

    reference: str
    sha256: Sha256


@dataclass(frozen=True)
class Hint:
    """A colour that the archivist sets at a point or along a stroke, with its evidence.

    Attributes:
        points: one point, or the corners of a stroke.
        a, b: the colour, CIELAB.
        radius: half the width of the mark, as a fraction of the picture's short side.
        evidence: what the colour is known from, in words; empty: not documented.
        source: where that is found: a catalogue number, a page, a letter.
        author: who entered it.
    """

    points: Annotated[tuple[Point, ...], msgspec.Meta(min_length=1)]
    a: Chroma
    b: Chroma
    radius: Radius = 0.01
    evidence: str = ""
    source: str = ""
    author: str = ""

    @property
    def is_documented(self) -> bool:
        """Whether there is evidence for the colour, or it is the archivist's guess."""
        return bool(self.evidence.strip() or self.source.strip())


@dataclass(frozen=True)
class Crop:
    """The part of the picture that is exported; the chroma is predicted from the whole.

    Raises:
        RecipeError: it is empty.
    """

    x0: Fraction
    y0: Fraction
    x1: Fraction
    y1: Fraction

    def __post_init__(self) -> None:
        if not (self.x0 < self.x1 and self.y0 < self.y1):
            raise RecipeError(QT_TRANSLATE_NOOP("errors", "The crop is empty; draw it again or remove it."))


@dataclass(frozen=True)
class MaskStroke:
    """One stroke of the mask brush.

    Attributes:
        kind: ``brush`` along the points, or ``gradient`` from the first point (whole effect, also
            behind it) to the second (none).
        points: of the stroke.
        amount: the weight of the colour that it leaves: 1 paints colour in, 0 erases it.
        radius: half the brush's width, as a fraction of the picture's short side.
        feather: 0: a hard edge; 1: soft from the middle.
        widths: of a pen that was pressed: the share of the radius at each point, between two points in
            proportion; empty: all of it everywhere.
    """

    kind: Literal["brush", "gradient"]
    points: Annotated[tuple[StrokePoint, ...], msgspec.Meta(min_length=1)]
    amount: Fraction = 1.0
    radius: Radius = 0.05
    feather: Fraction = 0.5
    widths: tuple[Fraction, ...] = ()

    def __post_init__(self) -> None:
        if self.widths and len(self.widths) != len(self.points):
            raise RecipeError(
                QT_TRANSLATE_NOOP(
                    "errors", "A stroke of the mask has {points} points but {widths} widths; give one width a point."
                ),
                points=len(self.points),
                widths=len(self.widths),
            )


@dataclass(frozen=True)
class Mask:
    """Where colour applies and how strongly, as vectors.

    Attributes:
        base: the weight before the first stroke: 1: colour everywhere, 0: nowhere.
        strokes: in the order in which they were made.
        snap: let the mask's edges follow those of the luminance.
    """

    base: Fraction = 1.0
    strokes: tuple[MaskStroke, ...] = ()
    snap: bool = False


@dataclass(frozen=True)
class Patch:
    """A region whose chroma is taken from another variation.

    Attributes:
        points: the corners of the region.
        model: the pack; None: the picture's own.
        render_size, seed: as for the whole picture.
        feather: width of the soft edge, as a fraction of the picture's short side.
    """

    points: Annotated[tuple[Point, ...], msgspec.Meta(min_length=3)]
    model: Model | None = None
    render_size: RenderSize | None = None
    seed: Seed | None = None
    feather: Fraction = 0.02


@dataclass(frozen=True)
class PaletteCell:
    """Chroma of a reference photograph at one lightness and one height.

    Attributes:
        lightness: L* 0..100, the middle of the cell.
        height: 0 (top) to 1 (bottom), likewise.
        a, b: mean.
        a_spread, b_spread: standard deviation.
        weight: share of the reference's pixels, 0..1.
    """

    lightness: Annotated[float, msgspec.Meta(ge=0.0, le=100.0)]
    height: Fraction
    a: Chroma
    b: Chroma
    a_spread: Annotated[float, msgspec.Meta(ge=0.0, le=128.0)]
    b_spread: Annotated[float, msgspec.Meta(ge=0.0, le=128.0)]
    weight: Fraction


@dataclass(frozen=True)
class Palette:
    """The colours of a reference photograph, as statistics.

    Attributes:
        name: of the reference's file.
        cells: its statistics.
        amount: how far the picture's chroma is moved to them.
        by_place: how much the height in the picture counts beside the lightness.
    """

    name: str
    cells: Annotated[tuple[PaletteCell, ...], msgspec.Meta(min_length=1)]
    amount: Fraction = 0.7
    by_place: Fraction = 0.5


@dataclass(frozen=True)
class Look:
    """All that is done to predicted chroma on the way to the result; a change needs no new prediction.

    Attributes:
        adjustments: of the chroma.
        mask: where colour applies; None: everywhere.
        palette: colours of a reference photograph; None: the model's own.
        guess_fade: areas whose uncertainty (0..1) lies above it fade to grey; None: nothing fades.
    """

    adjustments: Adjustments = field(default_factory=Adjustments)
    mask: Mask | None = None
    palette: Palette | None = None
    guess_fade: Fraction | None = None
