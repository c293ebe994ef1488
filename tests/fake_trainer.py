"""A trainer that answers at once: what the window's questions and runs need of one, and no more.

    python fake_trainer.py check FOLDER… --events …      findings by the names of the files
    python fake_trainer.py probe RECIPE --events         two seconds a step, or FAKE_SECONDS_PER_STEP
    python fake_trainer.py resume RUN                    a run that is finished at once

A file whose name begins with the name of a problem has that problem. A folder called `unreadable` ends the check with
an error, a recipe with seed 13 the timing.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

SECONDS_PER_STEP = float(os.environ.get("FAKE_SECONDS_PER_STEP", "2"))
OVERHEAD = 100.0
_PROBLEMS = ("damaged", "grey", "duplicate", "near duplicate", "small")


def tell(**event: Any) -> None:
    """Write an event."""
    print(json.dumps(event), flush=True)


def fail(sentence: str) -> int:
    """End with an error, as the trainer does."""
    tell(event="failed", error=sentence, template=sentence, values={})
    return 1


def check(words: list[str]) -> int:
    """Answer with a report."""
    folders = words[: next((i for i, word in enumerate(words) if word.startswith("--")), len(words))]
    files = sorted(path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    if any(Path(folder).name == "unreadable" for folder in folders):
        return fail("The folder cannot be read; choose another one.")
    for number, _ in enumerate(files, 1):
        tell(event="progress", done=number, total=len(files))
    pictures = [finding(path, number) for number, path in enumerate(files)]
    tell(event="report", folders=folders, layout="colour", pictures=pictures, rolls=len(files))
    return 0


def finding(path: Path, number: int) -> dict[str, Any]:
    """What was found out about a file; one in ten is held out."""
    problem = next((each for each in _PROBLEMS if path.name.startswith(each)), "")
    name = f"{path.parent.name}/{path.name}"
    facts = {"name": name, "path": str(path), "group": name, "held_out": number % 10 == 0, "problem": problem}
    return {**facts, "twin": "", "width": 48, "height": 40, "chroma": 20.0, "thumbnail": str(path)}


def probe(words: list[str]) -> int:
    """Answer with an estimate for the steps of the recipe."""
    recipe = Path(words[0]).read_text(encoding="utf-8").splitlines()
    top = dict(line.split(" = ", 1) for line in recipe[: recipe.index("")])
    if top["seed"] == "13":
        return fail("The memory does not suffice; choose smaller crops.")
    tell(event="progress", done=1, total=2)
    per_step = SECONDS_PER_STEP * (2 if top["threads"] != "0" else 1)
    seconds = OVERHEAD + int(top["steps"]) * per_step
    device = {"device": "cpu", "device_label": "CPU"}
    room = {"memory": 2_000_000_000, "memory_free": 8_000_000_000, "disk": 300_000_000, "disk_free": 50_000_000_000}
    length = {"steps": int(top["steps"]), "seconds_per_step": per_step, "seconds": seconds}
    tell(event="estimate", **device, **length, **room, micro_batch=4)
    return 0


def resume(words: list[str]) -> int:
    """Finish a run at once."""
    folder = Path(words[0])
    steps = json.loads((folder / "config.json").read_text(encoding="utf-8"))["steps"]
    events = [{"event": "started", "step": 0, "steps": steps}, {"event": "finished", "step": steps}]
    lines = [json.dumps({**event, "time": time.time()}) + "\n" for event in events]
    (folder / "events.jsonl").write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    sys.exit({"check": check, "probe": probe, "resume": resume}[command](rest))
