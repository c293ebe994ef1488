"""The command line: `colorstudio colorize …`, `colorstudio models …`, or the window.

Nothing heavy is imported before the words are understood: no Qt for `colorize`, no
back-end for `--help`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from colorstudio import __version__
from colorstudio.inference.device import DEVICE_NAMES

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
INTERRUPTED = 130  # as shells report a program that Ctrl+C ended
_COMMANDS = ("colorize", "models", "train")


def build_parser() -> argparse.ArgumentParser:
    """The parser of everything but the window's own file arguments."""
    parser = argparse.ArgumentParser(
        prog="colorstudio",
        description="Bring colour to black-and-white scans without touching the master.",
        epilog="Without a command the window opens, with the FILEs given.",
    )
    parser.add_argument("--version", action="version", version=f"Color Studio {__version__}")
    parser.add_argument("--self-test", action="store_true", help="check the installation and exit")
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(_COMMANDS) + "}")
    _add_colorize(commands)
    _add_models(commands)
    commands.add_parser("train", help="train a model: the same as 'python -m training'")
    return parser


def _add_colorize(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("colorize", help="colour scans", description="Colour scans; the masters stay.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a scan")
    parser.add_argument(
        "-o", "--out", required=True, type=Path, metavar="OUT", help="a file, or a folder; several FILEs need a folder"
    )
    parser.add_argument("--model", metavar="ID|PATH", help="a model's id, id@version, or a .cspack file")
    parser.add_argument("--render-size", type=_render_size, metavar="N", help="short side at which chroma is predicted")
    parser.add_argument("--strength", type=float, metavar="X", help="0 (grey) to 1 (all of the colour)")
    parser.add_argument("--saturation", type=float, metavar="X", help="factor on the chroma, 0 to 3")
    parser.add_argument("--seed", type=_seed, metavar="N", help="one variation; without it, no chance is involved")
    parser.add_argument("--recipe", type=Path, metavar="FILE", help="a recipe or an export's sidecar")
    parser.add_argument("--format", choices=("tiff", "png", "jpeg", "webp"), help="default: TIFF for TIFF, else PNG")
    parser.add_argument("--bits", type=int, choices=(8, 16), help="default: the master's depth")
    parser.add_argument("--device", choices=DEVICE_NAMES, default="auto")
    parser.add_argument("--no-provenance", action="store_true", help="no XMP statement and no sidecar")
    parser.add_argument("--overwrite", action="store_true", help="replace existing results (never a scan)")
    parser.add_argument("--json", action="store_true", help="one JSON object per result on standard output")


def _render_size(text: str) -> int:
    from colorstudio.core.recipe import LARGEST_RENDER_SIZE, SMALLEST_RENDER_SIZE

    return _whole_number(text, SMALLEST_RENDER_SIZE, LARGEST_RENDER_SIZE)


def _seed(text: str) -> int:
    return _whole_number(text, 0, 2**63 - 1)


def _whole_number(text: str, lowest: int, highest: int) -> int:
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from {lowest} to {highest}")
    return int(text)


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    models = commands.add_parser("models", help="the installed models").add_subparsers(dest="action", required=True)
    listing = models.add_parser("list", help="every model, a line each")
    listing.add_argument("--json", action="store_true")
    info = models.add_parser("info", help="a model's card")
    info.add_argument("model", metavar="ID|PATH")
    info.add_argument("--json", action="store_true")
    _add_import(models.add_parser("import", help="take in a .cspack, or a pix2pix checkpoint such as latest_net_G.pth"))
    export = models.add_parser("export", help="copy a model to a file or a folder")
    export.add_argument("model", metavar="ID|PATH")
    export.add_argument("target", type=Path, metavar="OUT")
    export.add_argument("--overwrite", action="store_true", help="replace an existing file")
    export.add_argument("--json", action="store_true")
    remove = models.add_parser("remove", help="move one of your own models to the trash")
    remove.add_argument("model", metavar="ID")
    remove.add_argument("--json", action="store_true")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    checkpoint = parser.add_argument_group("checkpoints")
    options = checkpoint.add_mutually_exclusive_group()
    options.add_argument("--options", type=Path, metavar="FILE", help="default: train_opt.txt beside it")
    options.add_argument(
        "--no-options", dest="no_options", action="store_const", const=True, help="not even train_opt.txt beside it"
    )
    checkpoint.add_argument(
        "--norm-mode", choices=("batch", "running"), help="statistics of each picture (default), or of the training"
    )
    checkpoint.add_argument(
        "--dropout", action=argparse.BooleanOptionalAction, default=None, help="whether it was trained with dropout"
    )
    for word in ("id", "version", "name", "licence"):
        checkpoint.add_argument(f"--{word}", help=f"{word} of the model")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 all done, 1 some failed, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (not words[0].startswith("-") and words[0] not in _COMMANDS):
        return _window(words)
    if words[0] == "train":  # its words are the trainer's, --help among them
        return _train(words[1:])
    parser = build_parser()
    try:
        options = parser.parse_args(words)
    except SystemExit as end:  # argparse has printed what was wrong, or the help
        return end.code if isinstance(end.code, int) else WRONG_USE
    if options.self_test:
        from colorstudio.app import self_test

        return self_test()
    if options.command:
        return _run_quietly(options)
    return _window([])


def _run_quietly(options: argparse.Namespace) -> int:
    """Run a sub-command; a reader that goes away and Ctrl+C end it without a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal cannot show must not end a batch
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run_command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would try to flush once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    except KeyboardInterrupt:
        print("colorstudio: stopped.", file=sys.stderr)
        return INTERRUPTED
    return code


def _run_command(options: argparse.Namespace) -> int:
    if options.command == "models":
        from colorstudio.commands.models import run_models

        return run_models(options)
    from colorstudio.commands.colorize import run_colorize

    return run_colorize(options)


def _window(files: Sequence[str]) -> int:
    from colorstudio.app import run_window

    return run_window([Path(file) for file in files])


def _train(words: Sequence[str]) -> int:
    import subprocess

    if getattr(sys, "frozen", False):
        print("colorstudio: this edition has no trainer; train with an installation from source.", file=sys.stderr)
        return WRONG_USE
    with subprocess.Popen([sys.executable, "-m", "training", *words]) as trainer:
        while True:
            try:
                return trainer.wait()
            except KeyboardInterrupt:
                continue  # the trainer has had it too and stops with a checkpoint; `subprocess.call` would kill it


if __name__ == "__main__":
    sys.exit(main())
