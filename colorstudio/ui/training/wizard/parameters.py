"""The parameters of a training, as the expert page needs them: kind, limits, choices, and which of them matter."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_goals import value_of
from colorstudio.core.training_sections import GeneratorConfig

_ARGUMENTS = "generator.arguments."
_UNET_ARGUMENTS: dict[str, tuple[type, Any, dict[str, Any]]] = {
    "ngf": (int, 64, {"low": 1, "high": 512}),
    "num_downs": (int, 8, {"low": 5, "high": 10}),
    "norm": (str, "batch", {"choices": ("batch", "instance")}),
    "norm_mode": (str, "batch", {"choices": ("batch", "running")}),
    "uses_hints": (bool, True, {}),
    "noise_rate": (float, 0.5, {"low": 0.0, "high": 0.9}),
}
"""Kind, default, and limits of what the U-Net takes."""

_WEIGHT = re.compile(r"\s*([^=,]+?)\s*=\s*([\d.]+)\s*")


@dataclass(frozen=True)
class Parameter:
    """One parameter.

    Attributes:
        name: with dots, `optimizer.lr`.
        kind: bool, int, float, str, or dict (names with numbers).
        low, high: limits of a number.
        choices: allowed values of a text; none: any.
        default: its value where a configuration does not give it.
    """

    name: str
    kind: type
    low: float = float("-inf")
    high: float = float("inf")
    choices: tuple[str, ...] = ()
    default: Any = None

    def value_in(self, config: TrainingConfig) -> Any:
        """Its value in a configuration."""
        value = value_of(config, self.name)
        return self.default if value is None else value

    def applies_to(self, config: TrainingConfig) -> bool:
        """Whether it says anything in a configuration: a network that comes with a model brings its own shape."""
        is_shape = self.name.startswith(_ARGUMENTS) or self.name in ("generator.architecture", "generator.init")
        if is_shape and config.generator.init_from:
            return False
        return not self.name.startswith(_ARGUMENTS) or config.generator.architecture == "unet"

    def parse(self, text: str) -> Any:
        """The value that a person means by a text; None: it is not valid."""
        text = text.strip().replace("\N{MINUS SIGN}", "-")
        try:
            value = _PARSERS[self.kind](text)
        except ValueError:
            return None
        if self.kind in (int, float) and not self.low <= value <= self.high:
            return None
        return value

    def text_of(self, value: Any) -> str:
        """How a value is written."""
        if isinstance(value, Mapping):
            return ", ".join(f"{key}={number:g}" for key, number in value.items())
        return f"{value:g}" if self.kind is float else str(value)


def parameter(name: str) -> Parameter:
    """The parameter with a dotted name."""
    if name.startswith(_ARGUMENTS):
        kind, default, limits = _UNET_ARGUMENTS[name.removeprefix(_ARGUMENTS)]
        return Parameter(name, kind, default=default, **limits)
    kind, field = _declaration(name)
    return Parameter(name, kind, **field.metadata)


def all_names(cls: Any = TrainingConfig, prefix: str = "") -> list[str]:
    """The dotted names of all fields of a configuration, and of the arguments of a generator."""
    hints, names = typing.get_type_hints(cls), []
    for field in dataclasses.fields(cls):
        kind, name = hints[field.name], prefix + field.name
        names += all_names(kind, name + ".") if dataclasses.is_dataclass(kind) else [name]
    return names + ([_ARGUMENTS + each for each in _UNET_ARGUMENTS] if cls is GeneratorConfig else [])


def _declaration(name: str) -> tuple[type, dataclasses.Field[Any]]:
    cls: Any = TrainingConfig
    *parents, last = name.split(".")
    for parent in parents:
        cls = typing.get_type_hints(cls)[parent]
    kind = typing.get_type_hints(cls)[last]
    field = next(each for each in dataclasses.fields(cls) if each.name == last)
    return (kind if isinstance(kind, type) else dict), field


def _parse_weights(text: str) -> dict[str, float]:
    weights = {}
    for part in filter(str.strip, text.split(",")):
        found = _WEIGHT.fullmatch(part)
        if not found:
            raise ValueError(part)
        weights[found[1]] = float(found[2])
    return weights


_PARSERS: dict[type, Any] = {
    int: int,
    float: lambda text: float(text.replace(",", ".")),
    str: str,
    dict: _parse_weights,
}
