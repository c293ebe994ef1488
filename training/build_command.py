"""The command `build`: a shipped pack, made again by its chain."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from colorstudio.core.errors import TrainingError
from training.shipped import UsageError, chain_names

if TYPE_CHECKING:
    from colorstudio.core.run_folder import RunFolder
    from colorstudio.core.training_config import TrainingConfig


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `build` understands."""
    parser.add_argument("pack", metavar="PACK", help=f"{', '.join(chain_names())} or a TOML file")
    parser.add_argument(
        "--data", action="append", required=True, type=Path, metavar="DIR",
        help="folder with the sub-folders of pictures that the stages name (repeatable)",
    )  # fmt: skip
    parser.add_argument("--out", required=True, type=Path, metavar="BUILD", help="folder of the runs and packs")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="override a value of all stages"
    )


def build(options: argparse.Namespace, stream: TextIO) -> int:
    """Make the stages that are not made yet; with torchrun all processes do so together.

    Raises:
        UsageError: the chain or its settings are wrong.
        ColorStudioError: a stage failed.
        OSError: something cannot be written.
    """
    from training.distributed import follows_another

    if follows_another():
        _follow_all()
    else:
        _lead_all(options, stream)
    return 0


def _lead_all(options: argparse.Namespace, stream: TextIO) -> None:
    from training.build import build as build_pack
    from training.chain import plan
    from training.distributed import announce
    from training.sitting import sit

    def sit_together(folder: RunFolder, config: TrainingConfig) -> bool:
        announce(True)
        return sit(folder, config, stream)

    try:
        steps = plan(options.pack, options.data, options.out.absolute(), options.set)
    except TrainingError as error:
        raise UsageError(str(error)) from error
    try:
        build_pack(steps, sit_together, _say)
    finally:
        announce(False)


def _follow_all() -> None:
    from training.distributed import another_run_comes
    from training.follower import follow

    while another_run_comes():
        follow()


def _say(line: str) -> None:
    print(f"training: {line}", file=sys.stderr, flush=True)
