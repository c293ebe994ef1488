"""The card of a model pack: what a generator is, what it wants and where it comes from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import msgspec

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError
from colorstudio.inference.card_parts import (
    MOST_FAILURES,
    MOST_SOURCES,
    MOST_STAGES,
    Failure,
    Source,
    Stage,
    source_of_record,
    stage_of_record,
    text_in,
)

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
        training: the last stage as a free record, for what has no field.
        metrics: figures on held-out pictures.
        base_pack: reference of the pack it was fine-tuned from, if any.
        sources: the pictures that it and the packs before it learned from.
        stages: the runs that made it, the first one first.
        failures: what it is known to do badly.
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
    sources: Annotated[tuple[Source, ...], msgspec.Meta(max_length=MOST_SOURCES)] = ()
    stages: Annotated[tuple[Stage, ...], msgspec.Meta(max_length=MOST_STAGES)] = ()
    failures: Annotated[tuple[Failure, ...], msgspec.Meta(max_length=MOST_FAILURES)] = ()

    @property
    def reference(self) -> str:
        """``id@version``, the way recipes and the command line name a pack."""
        return f"{self.id}@{self.version}"

    def name_in(self, language: str) -> str:
        """The name in a language (``ko``, ``en_GB`` …), English or the id when there is none."""
        return text_in(self.name, language) or self.id

    @property
    def picture_names(self) -> tuple[str, ...]:
        """The members of the pack that are pictures, each once."""
        return tuple(dict.fromkeys(each.picture for each in self.failures if each.picture is not None))

    @property
    def origins(self) -> tuple[Source, ...]:
        """The sources; of a card without the field the sentence of its training record as the only one."""
        source = source_of_record(self.training)
        return self.sources or (() if source is None else (source,))

    @property
    def history(self) -> tuple[Stage, ...]:
        """The stages; of a card without the field the one that its training record tells of."""
        stage = stage_of_record(self.training)
        return self.stages or (() if stage is None else (stage,))

    @property
    def history_as_base(self) -> tuple[Stage, ...]:
        """The stages as a pack lists them that was made from this one: the last of them is called by its pack."""
        *before, last = self.history or (Stage(),)
        return (*before, dataclasses.replace(last, pack=last.pack or self.reference))

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
