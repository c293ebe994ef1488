"""The trainer's command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TextIO

from colorstudio.core.errors import ColorStudioError, TrainingError
from colorstudio.core.files import write_json_atomically
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, load_recipe
from colorstudio.core.training_messages import to_json
from training import build_command, evaluate_command
from training.answers import Answers
from training.arguments import positive
from training.shipped import UsageError, find_recipe, recipe_names

DONE, FAILED, WRONG_USE = 0, 1, 2


def run_command(arguments: list[str], stream: TextIO) -> int:
    """Parse and run a command.

    Args:
        arguments: without the program's name.
        stream: where events and results go.

    Returns:
        0 done, 1 failed (one line on stderr), 2 wrong use.
    """
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as exit_:
        return int(exit_.code or 0)
    try:
        return int(options.command(options, stream))
    except UsageError as error:
        return _refuse(error.__cause__ or error, options, stream, WRONG_USE)
    except (ColorStudioError, OSError) as error:
        return _refuse(error, options, stream, FAILED)


def _refuse(error: BaseException, options: argparse.Namespace, stream: TextIO, code: int) -> int:
    """Say what is wrong: one line on stderr, and an event for a window that asked (`--events`)."""
    Answers(stream, getattr(options, "events", False)).failed(error)
    print(f"training: {' '.join(str(error).split())}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train generators for Color Studio.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="start a training run")
    run.add_argument("recipe", metavar="RECIPE", help=f"{', '.join(recipe_names())} or a TOML file")
    run.add_argument("--data", action="append", required=True, metavar="DIR", help="folder with pictures (repeatable)")
    run.add_argument("--out", required=True, type=Path, metavar="RUN", help="folder of the run, made if need be")
    run.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="override a value of the recipe")
    _add_reader_option(run)
    run.set_defaults(command=_run)
    resume = commands.add_parser("resume", help="continue a run")
    resume.add_argument("run", type=Path, metavar="RUN")
    _add_reader_option(resume)
    resume.add_argument("--keep-commands", action="store_true", help="obey also commands that were left before")
    resume.set_defaults(command=_resume)
    follow = commands.add_parser("follow", help="share a run with the process that started this one")
    follow.set_defaults(command=_follow)
    build = commands.add_parser("build", help="make a shipped pack again, stage by stage")
    build_command.add_options(build)
    build.set_defaults(command=build_command.build)
    _add_check(commands.add_parser("check", help="look whether pictures are fit for training"))
    _add_probe(commands.add_parser("probe", help="tell how long a run takes here, and whether it fits into memory"))
    evaluate = commands.add_parser("evaluate", help="measure models on held-out pictures")
    evaluate_command.add_options(evaluate)
    evaluate.set_defaults(command=evaluate_command.evaluate)
    gate = commands.add_parser("gate", help="compare the model of a finished run with the one that it began with")
    gate.add_argument("run", type=Path, metavar="RUN")
    add_events_option(gate)
    gate.set_defaults(command=_gate)
    _add_convert(commands.add_parser("convert", help="make a model pack of a pix2pix checkpoint"))
    return parser


def _add_reader_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stop-with-parent", action="store_true", help="stop when nobody reads the events any more")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--layout", default="auto", choices=("auto", "colour", "paired"), help="how the folders lie")
    parser.add_argument(
        "--group", default="auto", choices=("auto", "picture", "folder", "name"), help="what is a group"
    )
    parser.add_argument("--held-out-every", type=positive, default=20, metavar="N", help="one group in N is held out")
    parser.add_argument("--thumbnails", type=Path, metavar="FOLDER", help="write a small JPEG of each picture there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report as JSON")
    add_events_option(parser)
    parser.set_defaults(command=_check)


def _add_probe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", metavar="RECIPE", help=f"{', '.join(recipe_names())} or a TOML file")
    parser.add_argument(
        "--data", action="append", default=[], metavar="DIR", help="instead of the recipe's own folders"
    )
    parser.add_argument("--out", type=Path, metavar="RUN", help="where the run folder will be, for the free disk")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="override a value of the recipe"
    )
    add_events_option(parser)
    parser.set_defaults(command=_probe)


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("checkpoint", type=Path, metavar="CHECKPOINT", help="latest_net_G.pth or one of its like")
    parser.add_argument("-o", "--out", required=True, type=Path, metavar="PACK", help="the .cspack to write")
    options = parser.add_mutually_exclusive_group()
    options.add_argument("--options", type=Path, metavar="FILE", help="default: train_opt.txt beside the checkpoint")
    options.add_argument("--no-options", action="store_true", help="not even train_opt.txt beside the checkpoint")
    parser.add_argument(
        "--norm-mode",
        default="batch",
        choices=("batch", "running"),
        help="statistics of the picture or of the training",
    )
    parser.add_argument(
        "--dropout", action=argparse.BooleanOptionalAction, default=None, help="whether it was trained with dropout"
    )
    for word in ("id", "version", "name", "licence"):
        parser.add_argument(f"--{word}", default="", help=f"{word} of the pack")
    add_events_option(parser)
    parser.set_defaults(command=_convert)


def add_events_option(parser: argparse.ArgumentParser) -> None:
    """The option with which the window asks for JSON lines instead of text."""
    parser.add_argument("--events", action="store_true", help="answer in JSON lines")


def _config_of(options: argparse.Namespace) -> TrainingConfig:
    folders = [str(Path(folder).absolute()) for folder in options.data]
    own = [f"data.folders={json.dumps(folders)}"] if folders else []
    try:
        return load_recipe(find_recipe(options.recipe), [*options.set, *own])
    except TrainingError as error:
        raise UsageError(str(error)) from error


def _run(options: argparse.Namespace, stream: TextIO) -> int:
    from training.distributed import follows_another
    from training.sitting import sit
    from training.sources import find_pictures

    if follows_another():
        return _follow(options, stream)
    config = _config_of(options)
    find_pictures(config.data.folders, config.data.layout, config.data.group)  # before there is a folder to clear away
    folder = RunFolder(options.out)
    folder.create(config)
    sit(folder, config, stream, stop_with_reader=options.stop_with_parent)
    return DONE


def _resume(options: argparse.Namespace, stream: TextIO) -> int:
    from training.distributed import follows_another
    from training.sitting import sit

    if follows_another():
        return _follow(options, stream)
    folder = RunFolder(options.run)
    stops, keeps = options.stop_with_parent, options.keep_commands
    sit(folder, folder.read_config(), stream, stop_with_reader=stops, keep_commands=keeps)
    return DONE


def _follow(options: argparse.Namespace, stream: TextIO) -> int:
    from training.follower import follow

    follow()
    return DONE


def _check(options: argparse.Namespace, stream: TextIO) -> int:
    from training.check import CheckSettings, check_folders, report_text, summary, usable_pictures

    answers = Answers(stream, options.events)
    settings = CheckSettings(options.layout, options.group, options.held_out_every, options.thumbnails)
    report = check_folders(options.folders, settings, answers.progress)
    answers.answer("report", to_json(report))
    if not options.events:
        stream.write(report_text(report))
        stream.flush()
    if options.json:
        write_json_atomically(options.json, summary(report))
    return DONE if options.events or usable_pictures(report) else FAILED


def _probe(options: argparse.Namespace, stream: TextIO) -> int:
    from training.probe import estimate_text, probe

    answers = Answers(stream, options.events)
    estimate = probe(_config_of(options), answers.progress, options.out)
    answers.answer("estimate", to_json(estimate))
    if not options.events:
        stream.write(estimate_text(estimate))
        stream.flush()
    return DONE


def _gate(options: argparse.Namespace, stream: TextIO) -> int:
    from training.gate import repeat_gate

    answers = Answers(stream, options.events)
    figures = repeat_gate(RunFolder(options.run), answers.progress)
    answers.answer("gate", figures)
    if not options.events:
        stream.write(json.dumps(figures, indent=1) + "\n")
        stream.flush()
    return DONE


def _convert(options: argparse.Namespace, stream: TextIO) -> int:
    from training.convert import Conversion, convert

    answers = Answers(stream, options.events)
    words = {word: getattr(options, word) for word in ("id", "version", "name", "licence")}
    wishes = Conversion(options.norm_mode, options.dropout, look_beside=not options.no_options, **words)
    pack = convert(options.checkpoint, options.out, wishes, options.options, answers.progress)
    answers.answer("converted", {"pack": str(pack.path), "model": pack.card.reference, "sha256": pack.sha256})
    if not options.events:
        stream.write(f"{pack.card.reference} {pack.path}\n")
        stream.flush()
    return DONE
