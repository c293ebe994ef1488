"""Trees of frozen dataclasses from plain values and back, with errors that name the key.

Fields may carry metadata: `low` and `high` (a range) or `choices`.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import types
import typing
from collections.abc import Mapping
from typing import Any

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError


def to_plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return [to_plain(item) for item in value] if isinstance(value, tuple) else value


def build(cls: Any, tree: Any, prefix: str = "") -> Any:
    """Build the dataclass `cls` from nested mappings; fields that are not given have their defaults.

    Raises:
        TrainingError: names the key that is unknown (with the closest known one), of the wrong type or out of range.
    """
    if not isinstance(tree, Mapping):
        raise _wrong_type(prefix.rstrip("."), "a table")
    fields = {f.name: f for f in dataclasses.fields(cls)}
    for key in tree:
        if key not in fields:
            raise _unknown_key(prefix, key, list(fields))
    hints = typing.get_type_hints(cls)
    values = {key: _convert(hints[key], fields[key], tree[key], prefix + key) for key in tree}
    return cls(**values)


def _convert(kind: Any, spec: dataclasses.Field[Any], value: Any, name: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return build(kind, value, name + ".")
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _convert_list(typing.get_args(kind)[0], value, name)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _convert_mapping(typing.get_args(kind)[1], spec, value, name)
    return _in_range(spec, _scalar(kind, value, name), name)


def _convert_list(kind: Any, value: Any, name: str) -> tuple[Any, ...]:
    """Texts, or tables of a dataclass (`[[pack.sources]]` in TOML)."""
    items = value if isinstance(value, list | tuple) else None
    if dataclasses.is_dataclass(kind):
        if items is None:
            raise _wrong_type(name, "a list of tables")
        return tuple(build(kind, item, f"{name}[{number}].") for number, item in enumerate(items))
    if items is None or not all(isinstance(item, str) for item in items):
        raise _wrong_type(name, "a list of texts")
    return tuple(items)


def _convert_mapping(kind: Any, spec: dataclasses.Field[Any], value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong_type(name, "a table")
    if isinstance(kind, types.UnionType):
        for key, item in value.items():
            if not isinstance(item, int | float | bool | str):
                raise _wrong_type(f"{name}.{key}", "a number, a text or true/false")
        return dict(value)
    items = {str(key): _scalar(kind, item, f"{name}.{key}") for key, item in value.items()}
    return {key: _in_range(spec, item, f"{name}.{key}") for key, item in items.items()}


def _scalar(kind: Any, value: Any, name: str) -> Any:
    words = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise _wrong_type(name, words[kind])
    return value


def _in_range(spec: dataclasses.Field[Any], value: Any, name: str) -> Any:
    choices = spec.metadata.get("choices")
    if choices and value not in choices:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training setting {name} is “{value}”; it must be one of {choices}."),
            name=name,
            value=value,
            choices=", ".join(choices),
        )
    low, high = spec.metadata.get("low"), spec.metadata.get("high")
    if low is not None and not low <= value <= high:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training setting {name} is {value}; it must lie from {low} to {high}."),
            name=name,
            value=value,
            low=low,
            high=high,
        )
    return value


def _wrong_type(name: str, expected: str) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The training setting {name} must be {expected}."), name=name, expected=expected
    )


def _unknown_key(prefix: str, key: str, known: list[str]) -> TrainingError:
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.0)
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "There is no training setting {name}; did you mean {close}?"),
        name=prefix + key,
        close=prefix + close[0] if close else "",
    )


def to_toml(tree: Mapping[str, Any], prefix: str = "") -> str:
    """Nested mappings of scalars and lists as TOML."""
    lines = [f"{_toml_key(k)} = {_toml_value(v)}" for k, v in tree.items() if not isinstance(v, Mapping)]
    text = "\n".join(lines) + "\n" if lines else ""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            name = prefix + _toml_key(key)
            text += f"\n[{name}]\n" + to_toml(value, name + ".")
    return text


def _toml_key(key: str) -> str:
    return key if key.replace("_", "a").isalnum() and key.isascii() else json.dumps(key)


def _toml_value(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_toml_key(k)} = {_toml_value(v)}" for k, v in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)
