"""`colorstudio models list|info`."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from colorstudio.core.errors import ColorStudioError
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import Registry
from colorstudio.paths import model_dirs


def run_models(options: argparse.Namespace) -> int:
    """Run `models list` or `models info`; returns 0, or 2 (wrong use) if there is no such model."""
    if options.action == "list":
        _list(options.json)
        return 0
    try:
        pack = Registry(model_dirs()).find(options.model)
    except ColorStudioError as error:
        print(f"colorstudio: {error}", file=sys.stderr)
        return 2
    _info(pack, options.json)
    return 0


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
        print(json.dumps([_summary(pack) for pack in packs], ensure_ascii=False, indent=1))
        return
    for pack in packs:
        print(f"{pack.card.reference:<24} {pack.card.name_in('en'):<32} {pack.card.licence}")


def _info(pack: Pack, as_json: bool) -> None:
    card = {**_summary(pack), **pack.card.to_json()}
    if as_json:
        print(json.dumps(card, ensure_ascii=False, indent=1))
        return
    for key, value in card.items():
        _print_field(key, value, "")


def _print_field(key: str, value: Any, indent: str) -> None:
    if isinstance(value, dict):
        print(f"{indent}{key}:")
        for inner, content in value.items():
            _print_field(inner, content, indent + "  ")
    else:
        print(f"{indent}{key}: {value}")
