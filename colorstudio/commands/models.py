"""`colorstudio models list|info|import|export|remove`."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from colorstudio.commands.converter import CHECKPOINT_OPTIONS, UsageError, converted_pack
from colorstudio.core.errors import ColorStudioError
from colorstudio.core.licences import licence_of
from colorstudio.inference.library import PackLibrary
from colorstudio.inference.pack import SUFFIX, Pack
from colorstudio.inference.registry import Registry
from colorstudio.paths import model_dirs

DONE, FAILED, WRONG_USE = 0, 1, 2


def run_models(options: argparse.Namespace) -> int:
    """Run a word of `models`; returns 0, 1 (it failed) or 2 (wrong use, or no such model)."""
    own, *shipped = model_dirs()
    library = PackLibrary(own, shipped)
    try:
        if options.action == "list":
            _list(options.json)
        elif options.action == "import":
            _import(options, library)
        else:
            return _with_model(options, library)
    except UsageError as error:
        return _complain(error, WRONG_USE)
    except (ColorStudioError, OSError) as error:
        return _complain(error, FAILED)
    return DONE


def _with_model(options: argparse.Namespace, library: PackLibrary) -> int:
    try:
        pack = Registry(model_dirs()).find(options.model)
    except ColorStudioError as error:
        return _complain(error, WRONG_USE)
    if options.action == "info":
        _info(pack, options.json)
    elif options.action == "export":
        path = library.export(options.model, options.target, options.overwrite)
        _tell({"model": pack.card.reference, "file": str(path), "sha256": pack.sha256}, str(path), options.json)
    else:
        library.remove(options.model)
        _tell({"model": pack.card.reference, "removed": str(pack.path)}, pack.card.reference, options.json)
    return DONE


def _import(options: argparse.Namespace, library: PackLibrary) -> None:
    said = {name: value for name in CHECKPOINT_OPTIONS if (value := getattr(options, name)) is not None}
    if options.file.suffix.lower() != SUFFIX:
        with converted_pack(options.file, said) as path:
            pack = library.install(path)
    elif said:
        raise UsageError(f"a model pack is taken as it is; --{next(iter(said)).replace('_', '-')} is for checkpoints")
    else:
        pack = library.install(options.file)
    card = pack.card
    _tell(_summary(pack), f"{card.reference}  {_licence(card.licence)}  SHA-256 {pack.sha256}", options.json)


def _tell(facts: dict[str, Any], line: str, as_json: bool) -> None:
    if as_json:
        print(_json(facts))
    else:
        _show(line)


def _show(line: str) -> None:
    """Print a line without what would steer the terminal: a card may come from anywhere."""
    print(_plain(line))


def _plain(line: str) -> str:
    return "".join(each if each.isprintable() else " " for each in line)


def _json(value: Any, indent: int | None = None) -> str:
    """JSON as people read it; what would steer the terminal is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return "".join(each if each.isprintable() or each == "\n" else f"\\u{ord(each):04x}" for each in text)


def _complain(error: Exception, code: int) -> int:
    print(_plain(f"colorstudio: {error}"), file=sys.stderr)
    return code


def _summary(pack: Pack) -> dict[str, Any]:
    card = pack.card
    return {
        "model": card.reference,
        "name": card.name,
        "licence": card.licence,
        "file": str(pack.path),
        "bytes": pack.path.stat().st_size,
        "sha256": pack.sha256,
    }


def _list(as_json: bool) -> None:
    packs = Registry(model_dirs()).packs()
    if as_json:
        print(_json([_summary(pack) for pack in packs], indent=1))
        return
    for pack in packs:
        _show(f"{pack.card.reference:<24} {pack.card.name_in('en'):<40} {_licence(pack.card.licence)}")


def _licence(text: str) -> str:
    """The licence of a card, and what it asks if whoever chooses the model has to know it first."""
    licence = licence_of(text)
    return f"{text} ({licence.terms})" if licence.is_restricted else text or "unknown"


def _info(pack: Pack, as_json: bool) -> None:
    card = {**_summary(pack), **pack.card.to_json()}
    if as_json:
        print(_json(card, indent=1))
        return
    for key, value in card.items():
        _print_field(key, _licence(value) if key == "licence" else value, "")


def _print_field(key: str, value: Any, indent: str) -> None:
    """Print a value: those of tables one under the other, in lists each behind a dash."""
    if isinstance(value, dict):
        _show(f"{indent}{key}:")
        for inner, content in value.items():
            _print_field(inner, content, indent + "  ")
    elif isinstance(value, list | tuple) and value and all(isinstance(item, dict) for item in value):
        _show(f"{indent}{key}:")
        for item in value:
            _print_item(item, indent + "  ")
    else:
        _show(f"{indent}{key}: {value}")


def _print_item(item: dict[str, Any], indent: str) -> None:
    """Print what an item of a list says; what it leaves open is left out."""
    said = {key: value for key, value in item.items() if value not in ("", 0, None, {}, ())}
    dash = "- "
    for key, value in said.items():
        texts = value if isinstance(value, dict) else None
        words = ", ".join(value) if isinstance(value, tuple) else value
        _show(f"{indent}{dash}{key}:" if texts else f"{indent}{dash}{key}: {words}")
        for inner, content in (texts or {}).items():
            _show(f"{indent}    {inner}: {content}")
        dash = "  "
