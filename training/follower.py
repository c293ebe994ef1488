"""The processes beside the leader: they make its steps on their part of each batch, and write nothing."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.core.training_config import TrainingConfig, from_json
from colorstudio.networks.generators import build_generator
from training.batches import Batch, BatchMaker, prefetch
from training.cache import default_cache_folder
from training.data import RunData, load_data
from training.distributed import Order, Team, follows_another, gathered
from training.initialise import initial_discriminator
from training.parking import ParkedTask
from training.precision import choose_precision, prepare_torch
from training.task import ColorizationTask


def invite(team: Team, config: TrainingConfig, data: RunData, task: ColorizationTask) -> None:
    """Give the others all that they need to make steps with the leader's task."""
    team.order(
        "build",
        config=config.to_json(),
        fingerprint=data.fingerprint,
        steps=data.steps,
        architecture=task.netG.architecture,
        arguments=dict(task.netG.arguments),
        state=task.state_dict(),
    )


def follow() -> None:
    """Follow the leader until it lets this process go.

    Raises:
        ColorStudioError: this process cannot go on; the leader is told.
    """
    if not follows_another():
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "“follow” is for processes that a training starts itself; use run or resume.")
        )
    for number in (signal.SIGTERM, signal.SIGINT):  # they reach the leader as well, which ends all in good order
        signal.signal(number, signal.SIG_IGN)
    with gathered(1) as team:
        try:
            _follow(team)
        except (ColorStudioError, MemoryError, OSError, RuntimeError) as error:
            team.tell_failure(str(error).splitlines()[0] if str(error) else type(error).__name__)
            raise


def _follow(team: Team) -> None:
    member = _Member(team)
    for order in team.orders():
        member.obey(order)


def _load_data(config: TrainingConfig, order: Order) -> RunData:
    """The leader's pictures. Where it runs they are decoded already; elsewhere one process decodes them for all."""
    folder = Path(config.data.cache_folder) if config.data.cache_folder else default_cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "decoding.lock"):
        data = load_data(config, lambda what, done, total: None)
    if (data.fingerprint, data.steps) != (order["fingerprint"], order["steps"]):
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The pictures in {path} are not the same on all machines; copy them again."),
            path=", ".join(config.data.folders),
        )
    return data


def _build_task(config: TrainingConfig, order: Order, team: Team) -> ColorizationTask:
    precision = choose_precision(config.device, config.amp, team)
    prepare_torch(precision, team.threads(config.threads), config.seed)
    netG = build_generator(order["architecture"], order["arguments"])
    netD = initial_discriminator(config.discriminator)
    task = ColorizationTask(netG, netD, config, order["steps"], precision, team)
    task.load_state_dict(order["state"])
    return task


class _Member:
    """Does with its task what the leader does with its own."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._data: RunData | None = None
        self._task: ColorizationTask
        self._batches: _Batches
        self._parked: ParkedTask

    def obey(self, order: Order) -> None:
        match order["what"]:
            case "build":
                self._build(order)
            case "step":
                self._task.micro_batch, self._task.rate_share = order["micro_batch"], order["rate_share"]
                self._task.train_step(self._batches.of(order["step"]), order["step"])
            case "load":
                self._task.load_state_dict(order["state"])
            case "park":
                self._parked = ParkedTask(self._task)
            case "bring back":
                self._parked.bring_back(time.sleep)
            case unknown:
                raise ValueError(f"no follower knows the order {unknown!r}")

    def _build(self, order: Order) -> None:
        """Begin, or begin anew: the leader does so to go back to a checkpoint."""
        config = from_json(order["config"])
        self._data = self._data or _load_data(config, order)
        self._task = _build_task(config, order, self._team)
        self._batches = _Batches(self._data.maker.of_part(self._team.rows(config.batch_size)), order["steps"])


class _Batches:
    """Prefetched batches; where the leader goes back, so do they."""

    def __init__(self, maker: BatchMaker, steps: int) -> None:
        self._maker, self._steps = maker, steps
        self._coming: Iterator[tuple[int, Batch]] = iter(())
        self._next = -1

    def of(self, step: int) -> Batch:
        if step != self._next:
            self._coming = prefetch(self._maker, step, self._steps)
        self._next = step + 1
        return next(self._coming)[1]
