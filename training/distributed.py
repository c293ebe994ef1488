"""Several processes that share one run: each learns from its part of every batch, and rank 0 leads.

The leader alone owns the run folder: it decides what comes next and says it to the others before it begins it, so that
all of them make the same steps, go back to the same checkpoint and end together. Gradients are summed over all
processes; every process then makes the same update, and the weights stay equal without being sent.

Orders travel by gloo, gradients by NCCL between GPUs and by gloo between CPUs (docs/adr/0014).
"""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.rendezvous import rendezvous

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

if TYPE_CHECKING:
    from torch._C._distributed_c10d import Store  # its public name is there only where torch was built with it

_JOINING = timedelta(minutes=10)
_FOR_ORDERS = timedelta(days=60)
"""A run may be paused for as long; a process that has gone is noticed at once, by its closed connection."""
_LEAVING_SECONDS = 20.0
_POLL_SECONDS = 0.05
_BUCKET = 2**24
"""Numbers that are summed at once: 64 MB, a buffer that any GPU has left."""

_runs, _announcements = itertools.count(), itertools.count()
"""All processes of torchrun count alike."""

_MORE, _NO_MORE = "run", "end"

Order = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a process stands: rank and size among all, local_rank and local_size among those of its machine."""

    rank: int = 0
    size: int = 1
    local_rank: int = 0
    local_size: int = 1

    @staticmethod
    def of_environment() -> Place:
        """As torchrun (or the leader, for its followers) sets it."""
        rank, size = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
        return Place(rank, size, int(os.environ.get("LOCAL_RANK", rank)), int(os.environ.get("LOCAL_WORLD_SIZE", size)))

    def environment(self, port: int) -> dict[str, str]:
        """The same for a new process, which is to meet the others at a port of this machine."""
        numbers = {"RANK": self.rank, "WORLD_SIZE": self.size, "MASTER_PORT": port}
        numbers |= {"LOCAL_RANK": self.local_rank, "LOCAL_WORLD_SIZE": self.local_size}
        return {"MASTER_ADDR": "127.0.0.1", **{name: str(value) for name, value in numbers.items()}}


class Team:
    """The processes of a run. A team of one says and sums nothing.

    Args:
        place: where this process stands.
        store: where all processes can leave words; None: there are no others.

    Attributes:
        rank: this process, from 0.
        size: how many there are on all machines.
    """

    def __init__(self, place: Place, store: Store | None = None) -> None:
        self.place, self.rank, self.size = place, place.rank, place.size
        self._store, self._listens = store, False

    @property
    def leads(self) -> bool:
        """Whether this process decides, reports and saves."""
        return self.rank == 0

    def rows(self, batch_size: int) -> slice:
        """Which pictures of a batch are this process's.

        Raises:
            TrainingError: the batch cannot be shared evenly.
        """
        if batch_size % self.size:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A batch of {batch} pictures cannot be shared evenly by {count} processes; "
                    "set batch_size to a multiple of {count}.",
                ),
                batch=batch_size,
                count=self.size,
            )
        part = batch_size // self.size
        return slice(self.rank * part, (self.rank + 1) * part)

    def threads(self, wanted: int) -> int:
        """Threads for this process, if the run is to have `wanted` on each machine (0: all)."""
        if self.place.local_size == 1:
            return wanted
        return max(1, (wanted or os.cpu_count() or 1) // self.place.local_size)

    def order(self, what: str, **values: Any) -> None:
        """Tell the others what comes next: `what`, with tensors and plain values.

        Only the leader's word counts, and only from "build" on to "end".
        """
        self._listens = what == "build" or self._listens
        if self.size > 1 and self.leads and self._listens:
            written = io.BytesIO()
            torch.save({"what": what, **values}, written)
            message = torch.frombuffer(bytearray(written.getbuffer()), dtype=torch.uint8)
            with self._together():
                dist.broadcast(torch.tensor([len(message)]), 0)
                dist.broadcast(message, 0)

    def orders(self) -> Iterator[Order]:
        """What the leader says, until it dismisses the others or is gone: then it says itself why."""
        while (order := self._next_order()) is not None and order["what"] != "end":
            yield order

    def _next_order(self) -> Order | None:
        length = torch.zeros(1, dtype=torch.int64)
        try:
            dist.broadcast(length, 0)
            message = torch.empty(int(length), dtype=torch.uint8)
            dist.broadcast(message, 0)
        except RuntimeError:
            return None
        order: Order = torch.load(io.BytesIO(message.numpy().tobytes()), map_location="cpu", weights_only=True)
        return order

    def sum_(self, tensors: Sequence[Tensor]) -> None:
        """Replace each of these float32 tensors by its sum over all processes, which hold tensors of the same sizes."""
        if self.size == 1:
            return
        for bucket in _buckets(tensors):
            flat = torch.cat([tensor.flatten() for tensor in bucket])
            with self._together():
                dist.all_reduce(flat)
            for tensor, total in zip(bucket, flat.split([tensor.numel() for tensor in bucket]), strict=True):
                tensor.copy_(total.view_as(tensor))

    def dismiss(self) -> None:
        """Let the others go; they end."""
        self.order("end")
        self._listens = False

    def tell_failure(self, sentence: str) -> None:
        """Leave for the leader why this process ends."""
        try:
            if self._store is not None:
                self._store.set("failure", sentence)
        except RuntimeError:  # the leader is gone as well
            pass

    @contextmanager
    def _together(self) -> Iterator[None]:
        """What can only be done with all the others.

        Raises:
            TrainingError: one of them is gone.
        """
        try:
            yield
        except RuntimeError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors", "Another process of this training has ended ({reason}); resume it from its checkpoint."
                ),
                reason=self._failure() or str(error).splitlines()[0],
            ) from error

    def _failure(self) -> str:
        try:
            if self._store is not None and self._store.check(["failure"]):
                return self._store.get("failure").decode()
        except RuntimeError:  # who kept the store is gone, too
            pass
        return ""


ALONE = Team(Place())


def _buckets(tensors: Sequence[Tensor]) -> Iterator[list[Tensor]]:
    bucket: list[Tensor] = []
    for tensor in tensors:
        if bucket and sum(map(Tensor.numel, bucket)) + tensor.numel() > _BUCKET:
            yield bucket
            bucket = []
        bucket.append(tensor)
    if bucket:
        yield bucket


def follows_another() -> bool:
    """Whether this process was started (by torchrun or by the leader) to follow a leader."""
    return Place.of_environment().rank > 0


@contextmanager
def gathered(processes: int) -> Iterator[Team]:
    """The team of this run: that of torchrun, or one of `processes` on this machine that are started here, or one.

    Raises:
        TrainingError: the others do not come.
    """
    place = Place.of_environment()
    if place.size > 1:
        # What the processes of an earlier run left for each other would mislead those of this one.
        store = _store_of_run(next(_runs), _common_store())
        with _joined(place, store) as team:
            yield team
    elif processes > 1:
        with _started_here(processes) as team:
            yield team
    else:
        yield ALONE


def announce(more: bool) -> None:
    """Tell the other processes of torchrun, if there are any, whether a run comes; see `another_run_comes`."""
    if Place.of_environment().size > 1:
        _common_store().set(f"announcement {next(_announcements)}", _MORE if more else _NO_MORE)


def another_run_comes() -> bool:
    """Wait until the leader of a build announces its next run, which is then to be followed, or that there is none.

    Raises:
        RuntimeError: the leader is gone.
    """
    key = f"announcement {next(_announcements)}"
    _common_store().wait([key], _FOR_ORDERS)
    return _common_store().get(key) == _MORE.encode()


@cache
def _common_store() -> Store:
    """Where all processes that torchrun started can leave words, from their start to their end."""
    place = Place.of_environment()
    store: Store = next(rendezvous("env://", place.rank, place.size, timeout=_JOINING))[0]
    return store


def _store_of_run(number: int, store: Store) -> Store:
    """What the processes of the `number`-th run that they make together, from 0, leave for each other."""
    prefixed: Store = dist.PrefixStore(f"run {number}", store)  # type: ignore[attr-defined]
    return prefixed


@contextmanager
def _joined(place: Place, store: Store) -> Iterator[Team]:
    """Be part of the team that meets at `store`."""
    store.set_timeout(_JOINING)
    store.add("here", 1)
    by_nccl = torch.cuda.is_available() and dist.is_nccl_available()
    dist.init_process_group(
        "cpu:gloo,cuda:nccl" if by_nccl else "gloo",
        store=store,
        rank=place.rank,
        world_size=place.size,
        timeout=_FOR_ORDERS,
    )
    team = Team(place, store)
    try:
        yield team
        team.dismiss()
    finally:
        dist.destroy_process_group()


@contextmanager
def _started_here(processes: int) -> Iterator[Team]:
    """Lead a team of new processes on this machine, which end with this one."""
    server = dist.TCPStore(  # type: ignore[attr-defined]
        "127.0.0.1", 0, is_master=True, wait_for_workers=False, timeout=_JOINING
    )
    store = _store_of_run(0, server)  # followers that are started here join one run
    leader, *others = (Place(rank, processes, rank, processes) for rank in range(processes))
    followers: list[subprocess.Popen[bytes]] = []
    try:
        followers += [_start_follower(place, server.port) for place in others]
        _await(followers, store)
        with _joined(leader, store) as team:
            yield team
    finally:
        _end(followers)


def _start_follower(place: Place, port: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "training", "follow"],
        env=os.environ | place.environment(port),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows each would open a console
    )


def _await(followers: Sequence[subprocess.Popen[bytes]], store: Store) -> None:
    """Wait until all of them have come: one that cannot even start would be waited for in vain later."""
    deadline = time.monotonic() + _JOINING.total_seconds()
    while store.add("here", 0) < len(followers):
        if time.monotonic() > deadline or any(follower.poll() is not None for follower in followers):
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The {count} processes of this training did not start; set processes = 1."),
                count=len(followers) + 1,
            )
        time.sleep(_POLL_SECONDS)


def _end(followers: Sequence[subprocess.Popen[bytes]]) -> None:
    """They end by themselves when the leader's connection closes; who is stuck is ended."""
    deadline = time.monotonic() + _LEAVING_SECONDS
    for follower in followers:
        try:
            follower.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            follower.kill()
            follower.wait()
