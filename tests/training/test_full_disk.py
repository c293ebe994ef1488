"""The trainer as a process on a disk that really is full: a small one of its own, in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from training.checkpoints import load_checkpoint

_SIZE = 8 << 20


def _may_mount() -> bool:
    try:
        command = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt && ls /proc/self/root"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


@pytest.mark.skipif(not _may_mount(), reason="this system lets nobody mount a disk")
def test_a_run_waits_while_the_disk_is_full(small_config: TrainingConfig, pictures: Path, tmp_path: Path) -> None:
    recipe, place = tmp_path / "toy.toml", tmp_path / "disk"
    recipe.write_text(small_config.to_toml())
    place.mkdir()
    trainer = [sys.executable, "-m", "training", "run", recipe, "--data", pictures, "--out", place / "run"]
    # The shell stays until it is told: the disk goes with the last process that sees it.
    script = f'mount -t tmpfs -o size={_SIZE} none "$0" && "$@"; code=$?; echo "$END"; read line; exit $code'
    command = ["unshare", "-rm", "sh", "-c", script, place, *trainer, "--set", "steps=1000"]
    process = subprocess.Popen(
        [str(word) for word in command],
        env=os.environ | {"END": json.dumps({"event": "end"})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    seen = Path(f"/proc/{process.pid}/root{place}")  # how that disk looks from here
    folder = RunFolder(seen / "run")
    told: list[str] = []
    left: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        told.append(event["event"])
        if told.count("checkpoint") == 2 and not (seen / "ballast").exists() and "disk_full" not in told:
            _fill(seen / "ballast")
        if event["event"] == "disk_full":
            left = [path.name for path in (seen / "run").rglob("*") if ".part" in path.name]
            (seen / "ballast").unlink()
        if event["event"] == "checkpoint" and "continued" in told:
            folder.send("stop")
        if event["event"] == "end":
            break
    steps = [event["step"] for event in folder.read_events() if event["event"] == "step"]
    folder_steps = folder.checkpoint_steps()
    states = [load_checkpoint(folder.checkpoint_path(step))["step"] for step in folder_steps]
    errors = process.communicate("\n")[1]
    assert process.returncode == 0, errors
    assert told.index("disk_full") < told.index("continued")
    assert left == []
    assert told[-2:] == ["stopped", "end"]
    assert steps == list(range(1, steps[-1] + 1))
    assert states == folder_steps
