"""Sample pictures are read in a thread, newest wish first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from toy_pictures import colourful_picture

from colorstudio.core.run_record import Sample
from colorstudio.engine.training.sample_reader import ORIGINALS, SamplePictures, SampleReader


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[SampleReader]:
    reader = SampleReader()
    yield reader
    reader.shutdown()


def write(path: Path, seed: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    colourful_picture(seed).save(path, quality=90)


def write_sample(run: Path, step: int, count: int = 2) -> Sample:
    for number in range(count):
        write(run / f"samples/step-{step:08d}/{number:02d}.webp", step + number)
    return Sample(step, f"samples/step-{step:08d}", count)


def read(qtbot: QtBot, reader: SampleReader, run: Path, sample: Sample) -> SamplePictures:
    with qtbot.waitSignal(reader.pictures_read, timeout=10_000) as blocker:
        reader.ask(run, sample)
    return blocker.args[0]


def test_a_sample_is_read_once(qtbot: QtBot, reader: SampleReader, tmp_path: Path) -> None:
    sample = write_sample(tmp_path, 100)
    pictures = read(qtbot, reader, tmp_path, sample)
    assert pictures.sample == sample
    assert [(image.width(), image.height()) for image in pictures.images] == [(48, 40), (48, 40)]
    with Image.open(tmp_path / "samples/step-00000100/00.webp") as truth:
        assert pictures.images[0].pixelColor(5, 5).getRgb()[:3] == truth.convert("RGB").getpixel((5, 5))
    (tmp_path / "samples/step-00000100/00.webp").unlink()
    assert read(qtbot, reader, tmp_path, sample) == pictures


def test_a_damaged_or_missing_picture_leaves_a_gap_and_is_tried_again(
    qtbot: QtBot, reader: SampleReader, tmp_path: Path
) -> None:
    sample = write_sample(tmp_path, 100, 1)
    (tmp_path / "samples/step-00000100/00.webp").write_bytes(b"RIFF0000WEBP")
    assert read(qtbot, reader, tmp_path, sample).images == (None,)
    write(tmp_path / "samples/step-00000100/00.webp", 1)
    assert read(qtbot, reader, tmp_path, sample).images[0] is not None


def test_the_newest_wish_overtakes_the_others(qtbot: QtBot, reader: SampleReader, tmp_path: Path) -> None:
    samples = [write_sample(tmp_path, step) for step in range(100, 1100, 100)]
    seen: list[SamplePictures] = []
    reader.pictures_read.connect(seen.append)
    for sample in samples:
        reader.ask(tmp_path, sample)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].sample == samples[-1], timeout=10_000)
    assert len(seen) <= 2


def test_originals_come_kind_by_kind(qtbot: QtBot, reader: SampleReader, tmp_path: Path) -> None:
    for kind in ("grey", "truth"):
        write(tmp_path / f"samples/pictures/00-{kind}.webp", 1)
    seen: dict[str, SamplePictures] = {}
    reader.pictures_read.connect(lambda pictures: seen.update({pictures.kind: pictures}))
    reader.ask_originals(tmp_path, 1)
    qtbot.waitUntil(lambda: len(seen) == len(ORIGINALS), timeout=10_000)
    assert seen["grey"].images[0] is not None
    assert seen["base"].images == (None,)
    assert seen["truth"].sample is None


def test_an_old_contact_sheet_is_one_picture(qtbot: QtBot, reader: SampleReader, tmp_path: Path) -> None:
    write(tmp_path / "samples/step-00000100.png", 1)
    pictures = read(qtbot, reader, tmp_path, Sample(100, sheet="samples/step-00000100.png"))
    assert len(pictures.images) == 1
