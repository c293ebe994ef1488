"""The card of a model pack: what a generator is, what it wants and where it comes from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import msgspec

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError

CARD_FORMAT = 1
NormMode = Literal["running", "batch"]
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]


@dataclass(frozen=True)
class Normalisation:
    """How L*, a*, b* are brought to what the network sees.

    `L_in = (L* - lightness_offset) / lightness_scale`; hint and output a*, b* are divided by `chroma_scale`.
    """

    lightness_offset: float = 50.0
    lightness_scale: float = 50.0
    chroma_scale: float = 110.0


@dataclass(frozen=True)
class ModelCard:
    """Everything that must be known about a pack's generator to use it, rebuild it and judge it.

    Attributes:
        id: short name without version, e.g. ``photographs``.
        version: e.g. ``1.0``; ``reference`` joins both.
        name, description: texts by language code (``en``, ``ko``).
        architecture, arguments: rebuild the network with `networks.build_generator`.
        uses_hints: the graph has an input ``hints`` (N, 3, H, W): a, b, mask.
        noise_channels: width C of the graph's input ``noise`` (N, C); 0: no such input.
        noise_probability: chance with which a noise mask silences a channel.
        multiple_of: height and width of the input must be multiples of it.
        norm_mode: normalisation layers use ``running`` or ``batch`` statistics.
        render_size: default short side in pixels at which chroma is predicted.
        chroma_gain: factor on the output a*, b* that is part of the model.
        licence: SPDX identifier or a short text.
        training: data, steps, hardware, time: whatever describes the training.
        metrics: figures on held-out pictures.
        base_pack: reference of the pack it was fine-tuned from, if any.
    """

    id: Identifier
    version: Identifier
    name: dict[str, str]
    architecture: str
    arguments: dict[str, Any]
    multiple_of: Annotated[int, msgspec.Meta(ge=1, le=1024)]
    uses_hints: bool = False
    noise_channels: Annotated[int, msgspec.Meta(ge=0)] = 0
    noise_probability: Annotated[float, msgspec.Meta(ge=0.0, lt=1.0)] = 0.0
    norm_mode: NormMode = "running"
    normalisation: Normalisation = field(default_factory=Normalisation)
    render_size: Annotated[int, msgspec.Meta(ge=16, le=4096)] = 256
    chroma_gain: Annotated[float, msgspec.Meta(gt=0.0, le=10.0)] = 1.0
    description: dict[str, str] = field(default_factory=dict)
    licence: str = ""
    training: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    base_pack: str | None = None

    @property
    def reference(self) -> str:
        """``id@version``, the way recipes and the command line name a pack."""
        return f"{self.id}@{self.version}"

    def name_in(self, language: str) -> str:
        """The name in a language (``ko``, ``en_GB`` …), English or the id when there is none."""
        return self.name.get(language[:2]) or self.name.get("en") or self.id

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes an equal card."""
        return {"format": CARD_FORMAT, **dataclasses.asdict(self)}

    @classmethod
    def from_json(cls, data: Any, source: str) -> ModelCard:
        """Validate and build a card.

        Args:
            data: the parsed JSON.
            source: the file's name, for the error's sentence.

        Raises:
            PackError: not a card, of a newer format, or with a missing or wrong field.
        """
        if not isinstance(data, dict) or not isinstance(data.get("format"), int):
            raise _bad_card(source, "it has no card")
        if data["format"] > CARD_FORMAT:
            raise PackError(
                QT_TRANSLATE_NOOP(
                    "errors", "{name} was made by a newer Color Studio; update Color Studio to use this model."
                ),
                name=source,
            )
        try:
            return msgspec.convert(data, cls)
        except msgspec.ValidationError as error:
            raise _bad_card(source, str(error)) from error


def _bad_card(source: str, reason: str) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} is not a usable model pack ({reason}); get a fresh copy of it from where it came."
        ),
        name=source,
        reason=reason,
    )
