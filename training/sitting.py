"""A sitting: one process holds the folder of a run and trains until the run is finished or stopped."""

from __future__ import annotations

import logging
import os
from typing import TextIO

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from training.board import written
from training.distributed import gathered
from training.reporter import Reporter
from training.runner import train


def sit(
    folder: RunFolder,
    config: TrainingConfig,
    stream: TextIO,
    *,
    stop_with_reader: bool = False,
    keep_commands: bool = False,
) -> bool:
    """Train (or continue) a run with its log, its events on `stream`, and the other processes that share it.

    Args:
        folder: the run.
        config: its configuration.
        stream: where events go.
        stop_with_reader: whether the run ends when nobody reads the events any more.
        keep_commands: whether commands that were left before are meant for this process.

    Returns:
        Whether the run is finished; else it was stopped.

    Raises:
        ColorStudioError: another process trains in the folder, or the training failed; its events say so.
    """
    with folder.locked():
        handler = logging.FileHandler(folder.log_path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        logging.getLogger("training").setLevel(logging.INFO)
        logging.captureWarnings(True)
        reporter = Reporter(folder, stream)
        try:
            with written(folder, config.tensorboard, reporter), gathered(config.processes) as team:
                finished = train(
                    folder, config, reporter, stop_with_reader=stop_with_reader, keep_commands=keep_commands, team=team
                )
        except ColorStudioError as error:
            _tell_failure(reporter, error)
            raise
        except Exception as error:
            logging.getLogger(__name__).exception("the training stopped unexpectedly")
            failure = TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The training stopped unexpectedly ({reason}). Resume it: it goes on from its last checkpoint.",
                ),
                reason=" ".join(f"{type(error).__name__}: {error}".split()),
            )
            _tell_failure(reporter, failure)
            raise failure from error
        finally:
            logging.getLogger().removeHandler(handler)
            handler.close()
    _settle(stream)
    return finished


def _tell_failure(reporter: Reporter, error: ColorStudioError) -> None:
    """The event `failed`: template and values apart, so that the window can say it in the user's language."""
    values = {name: str(value) for name, value in error.values.items()}
    reporter.tell("failed", error=str(error), template=error.template, values=values)


def _settle(stream: TextIO) -> None:
    """A reader that has gone must not turn a finished run into a failed one at interpreter exit."""
    try:
        stream.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
