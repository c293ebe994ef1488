from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_pack import toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.engine.model_summary import summarize
from colorstudio.engine.qimage import to_pixels
from colorstudio.inference.card_parts import Failure, Source, Stage
from colorstudio.inference.pack import Pack, open_pack, write_pack
from colorstudio.inference.pack_pictures import encode_picture

NAME = "pictures/00.webp"


def pack_with_failure(path: Path, picture: bytes) -> Pack:
    card = toy_card(failures=(Failure({"en": "Flags"}, NAME, "NASA"), Failure({"en": "Cars"})))
    write_pack(path, card, toy_weights(), toy_graph(), {NAME: picture})
    return open_pack(path)


def test_a_card_becomes_rows_and_figures(tmp_path: Path) -> None:
    figures = {"result": {"psnr": 24.61, "delta_e2000": 8.934}, "grey": {"psnr": 22.5}, "truth": {}, "pictures": 23}
    pack = write_toy_pack(tmp_path, metrics=figures)
    summary = summarize(pack)
    rows = dict(summary.details)
    assert (summary.id, summary.names["ko"], summary.render_size) == ("toy@1.0", "장난감", 128)
    assert (rows["Version"], rows["File"], rows["SHA-256"]) == ("1.0", pack.path.name, pack.sha256)
    assert summary.facts.measured == 23
    told = [(figure.label.split(";")[0], figure.result, figure.grey) for figure in summary.facts.figures]
    assert told == [("Mean colour error (ΔE2000)", "8.93", ""), ("PSNR in dB", "24.61", "22.50")]


def test_the_making_is_told_of_old_cards_and_new(tmp_path: Path) -> None:
    old = write_toy_pack(tmp_path, training={"data": "Slides", "pictures": 7, "steps": 9})
    facts = summarize(old).facts
    assert facts.sources == (Source({"en": "Slides"}, pictures=7),)
    assert [stage.steps for stage in facts.stages] == [9]
    sources, stages = (Source({"en": "Plates"}, {"en": "CC0"}, 3),), (Stage("base", 5), Stage("plates", 6))
    facts = summarize(write_toy_pack(tmp_path, version="2.0", sources=sources, stages=stages)).facts
    assert (facts.sources, facts.stages) == (sources, stages)


def test_a_card_without_figures_has_none(tmp_path: Path) -> None:
    assert summarize(write_toy_pack(tmp_path)).facts.figures == ()


def test_figures_that_are_none_are_left_out(tmp_path: Path) -> None:
    figures = {"psnr": 10**400, "delta_e2000": float("nan"), "chroma_error": float("inf"), "colorfulness": 20.0}
    facts = summarize(write_toy_pack(tmp_path, metrics={"result": figures, "pictures": 10**30})).facts
    assert [figure.result for figure in facts.figures] == ["20.0"]
    assert facts.measured == 0


def test_a_failure_brings_its_picture(tmp_path: Path) -> None:
    grey = np.full((20, 30, 3), 128, np.uint8)
    flags, cars = summarize(pack_with_failure(tmp_path / "toy.cspack", encode_picture(grey))).facts.failures
    assert (flags.texts, flags.credit) == ({"en": "Flags"}, "NASA")
    assert flags.image is not None
    assert to_pixels(flags.image) == pytest.approx(grey, abs=3)
    assert (cars.texts, cars.image) == ({"en": "Cars"}, None)


def test_a_bad_picture_costs_the_picture_alone(tmp_path: Path) -> None:
    """In a pack that was put into the folder by hand: what is imported is looked at first."""
    flags, _ = summarize(pack_with_failure(tmp_path / "toy.cspack", b"no picture")).facts.failures
    assert (flags.texts, flags.image) == ({"en": "Flags"}, None)
