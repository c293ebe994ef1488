"""A run that is finished, with a gate, made without training."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PIL import Image
from toy_pack import toy_card, toy_graph, toy_weights

from colorstudio.core.figures import Figures
from colorstudio.core.files import write_json_atomically
from colorstudio.core.gate import GATE_FILE, BlindPair, GateReport, MeasuredPicture
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import from_dict
from colorstudio.inference.pack import write_pack

MODEL_RED, BASE_RED, TRUTH_RED = 200, 120, 160
"""Red of the upper half of the pictures of the blind comparison."""


def write_finished_run(home: Path, name: str = "slides", better: float = 1.0, **data: Any) -> RunFolder:
    """Write a finished run below `home`, whose model is `better` by so much (in CIEDE2000) on 12 pictures.

    Its pack gives half the colours of the toy; `data` is the configuration's.
    """
    folder = RunFolder(home / "data" / "runs" / name)
    pack = {"id": name, "name_en": name.capitalize(), "name_ko": "우리 슬라이드", "licence": "CC-BY-4.0"}
    folder.create(from_dict({"steps": 4, "device": "cpu", "pack": pack, "data": data}))
    weights = {key: value / 2 for key, value in toy_weights().items()}
    card = toy_card(id=name, name={"en": name.capitalize(), "ko": "우리 슬라이드"}, render_size=32, licence="CC-BY-4.0")
    write_pack(folder.pack_path, card, weights, toy_graph())
    for step, event in ((0, "started"), (4, "finished")):
        folder.append_event({"event": event, "step": step, "time": time.time(), "steps": 4, "pictures": 8})
    report = GateReport("slides@1.0", "photographs@99.0", {"en": "Photographs", "ko": "사진"})
    held_out = tuple(_measured(number, better) for number in range(12))
    pairs = tuple(_pair(folder, number) for number in range(8))
    report = GateReport(report.model, report.base, report.base_names, held_out, held_out, pairs, 4)
    write_json_atomically(folder.path / GATE_FILE, report.to_json())
    return folder


def _measured(number: int, better: float) -> MeasuredPicture:
    base = 9.0 + 0.1 * number
    model = base - better - 0.05 * (number % 3)
    scores = [Figures(25.0 - delta, delta, delta, 15.0, 20.0) for delta in (model, base, 12.0)]
    return MeasuredPicture(f"{number}.png", f"{number}.png", *scores, truth_chroma=18.0)


def _pair(folder: RunFolder, number: int) -> BlindPair:
    (folder.path / "gate").mkdir(exist_ok=True)
    files = []
    for kind, red in (("truth", TRUTH_RED), ("model", MODEL_RED), ("base", BASE_RED)):
        files.append(f"gate/{number:02d}-{kind}.webp")
        picture = Image.effect_noise((48, 48), 60).convert("RGB")  # Qt refuses files of a few bytes
        picture.paste((red, 100, 100), (0, 0, 48, 24))
        picture.save(folder.path / files[-1], lossless=True)
    return BlindPair(f"{number}.png", *files)
