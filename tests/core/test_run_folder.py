"""The run folder: what a window and a trainer agree on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from colorstudio.core.errors import TrainingError
from colorstudio.core.process_identity import current_process, process_start
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import EventTail
from colorstudio.core.training_config import from_dict


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    folder.create(from_dict({"steps": 3}))
    return folder


def test_a_new_run_has_its_parts_and_is_not_overwritten(run: RunFolder) -> None:
    assert {p.name for p in run.path.iterdir()} == {"config.json", "control", "checkpoints", "samples"}
    assert run.read_config().steps == 3
    with pytest.raises(TrainingError, match="already holds a training run"):
        run.create(from_dict({}))


def test_another_folder_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="not the folder of a training run"):
        RunFolder(tmp_path).read_config()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TrainingError, match="cannot be made"):
        RunFolder(tmp_path / "file" / "run").create(from_dict({}))


@pytest.mark.parametrize("rest", [b'{"event": "st', '{"text": "색'.encode()[:-1], b"\0\0\0", b"12", b'{"event": "x"}'])
def test_events_survive_a_cut_and_are_forgotten_after_a_step(run: RunFolder, rest: bytes) -> None:
    for step in range(5):
        run.append_event({"event": "step", "step": step, "text": "색"})
    with run.events_path.open("ab") as file:
        file.write(rest)
    assert [event["step"] for event in run.read_events()] == [0, 1, 2, 3, 4]
    run.truncate_events(2)
    assert [event["step"] for event in run.read_events()] == [0, 1, 2]
    assert run.events_path.read_text().endswith("}\n")


def test_a_run_without_events_has_none(run: RunFolder) -> None:
    assert list(run.read_events()) == []
    run.truncate_events(3)
    assert list(run.read_events()) == []


def test_commands_are_taken_once(run: RunFolder) -> None:
    assert not run.take("pause")
    run.send("pause")
    assert run.take("pause")
    assert not run.take("pause")
    run.send("stop")
    run.clear_commands()
    assert not run.take("stop")
    with pytest.raises(ValueError, match="explode"):
        run.send("explode")


def test_one_process_holds_a_run(run: RunFolder) -> None:
    with run.locked():
        owner = run.lock_owner()
        assert owner is not None
        assert owner.pid == os.getpid()
        with pytest.raises(TrainingError, match=f"process {os.getpid()}"), RunFolder(run.path).locked():
            pass
        assert run.lock_owner() is not None
    assert run.lock_owner() is None
    assert not run.lock_path.exists()


@pytest.mark.parametrize("kind", ["ended", "pid given again", "damaged"])
def test_stale_locks_are_recognised(run: RunFolder, kind: str) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    records = {
        "ended": json.dumps({"pid": ended.pid, "start": "1"}),
        "pid given again": json.dumps({"pid": os.getpid(), "start": "another time"}),
        "damaged": '{"pid"',
    }
    run.lock_path.write_text(records[kind])
    assert run.lock_owner() is None
    with run.locked():
        assert run.lock_owner() is not None


def test_of_two_that_find_a_stale_lock_one_takes_it(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run.lock_path.write_text('{"pid"')
    lock_owner, both_looked = RunFolder.lock_owner, threading.Barrier(2)

    def slow_look(folder: RunFolder) -> object:
        owner = lock_owner(folder)
        with suppress(threading.BrokenBarrierError):  # broken: the other waits for its turn, as it should
            both_looked.wait(0.3)
        return owner

    def take() -> bool:
        try:
            RunFolder(run.path)._acquire()
        except TrainingError:
            return False
        return True

    monkeypatch.setattr(RunFolder, "lock_owner", slow_look)
    with ThreadPoolExecutor(2) as pool:
        taken = [pool.submit(take) for _ in range(2)]
    assert sorted(future.result() for future in taken) == [False, True]


def test_a_process_is_known_by_pid_and_start() -> None:
    pid, start = current_process()
    assert start
    assert process_start(pid) == start
    assert process_start(2**22 + 1) is None


def test_checkpoints_are_listed_and_pruned(run: RunFolder) -> None:
    for step in (500, 1000, 20000, 100):
        run.checkpoint_path(step).touch()
    (run.checkpoints / "step-x.pt").touch()
    assert run.checkpoint_steps() == [100, 500, 1000, 20000]
    run.prune_checkpoints(2)
    assert run.checkpoint_steps() == [1000, 20000]


def test_the_newest_event_is_found_without_the_others(run: RunFolder) -> None:
    assert run.last_event() is None
    for step in range(2000):
        run.append_event({"event": "step", "step": step, "text": "x" * 100})
    with run.events_path.open("ab") as file:
        file.write(b'{"event": "st')  # the power was cut
    assert run.last_event() == {"event": "step", "step": 1999, "text": "x" * 100}


def test_a_run_whose_process_was_ended_is_noted_as_stopped_once(run: RunFolder) -> None:
    run.append_event({"event": "step", "step": 7})
    run.note_stopped()
    run.note_stopped()
    assert [(event["event"], event["step"]) for event in run.read_events()] == [("step", 7), ("stopped", 7)]
    with run.locked(), pytest.raises(TrainingError, match="is being trained in"):
        run.note_stopped()
    assert run.lock_owner() is None


def test_pause_and_resume_revoke_each_other(run: RunFolder) -> None:
    assert not run.has_commands()
    run.send("pause")
    run.send("resume")
    assert [run.take("pause"), run.take("resume")] == [False, True]
    assert not run.has_commands()


def test_events_are_forgotten_although_somebody_reads_them(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in range(4):
        run.append_event({"event": "step", "step": step})
    replace, refusals = Path.replace, [1, 2]

    def refusing(self: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(13, "in use")  # as Windows does
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    monkeypatch.setattr("colorstudio.core.run_folder._SECONDS_BETWEEN_ATTEMPTS", 0.0)
    run.truncate_events(1)
    assert [event["step"] for event in run.read_events()] == [0, 1]
    assert [path.name for path in run.path.glob(".*")] == []


def test_events_that_need_not_be_forgotten_are_not_written_anew(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    for step in range(10):
        folder.append_event({"event": "step", "step": step})
    tail = EventTail(folder)
    tail.read()
    folder.truncate_events(5)
    first = folder.events_path.stat()
    folder.truncate_events(5)
    assert folder.events_path.stat().st_ino == first.st_ino
    for step in range(6, 20):  # more than was forgotten: the size does not tell
        folder.append_event({"event": "step", "step": step})
    events, replaced, _ = tail.read()
    assert replaced
    assert [event["step"] for event in events] == [*range(6), *range(6, 20)]

    with folder.events_path.open("ab") as file:
        file.write(b'{"event": "st')  # what a power failure left
    folder.truncate_events(50)
    assert folder.events_path.read_bytes().endswith(b"}\n")
