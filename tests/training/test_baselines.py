"""Grey, one tint and a toning curve: fitted on pictures whose colours are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorstudio.core.color import lab_to_srgb, quantize
from colorstudio.core.errors import TrainingError
from training.baselines import BASELINES, fit_baseline
from training.sources import Picture, find_pictures


def _plates(folder: Path) -> list[Picture]:
    """Three pictures: three quarters of each are dark and brown (a* 10, b* 20), the rest is light cream (2, 12)."""
    folder.mkdir()
    lab = np.zeros((64, 64, 3), np.float32)
    lab[:48], lab[48:] = (27.5, 10, 20), (82.5, 2, 12)
    for number in range(3):
        Image.fromarray(quantize(lab_to_srgb(lab), 8)).save(folder / f"{number}.png")
    return find_pictures([folder])


def test_grey_has_no_colour_and_needs_no_pictures() -> None:
    assert np.array_equal(fit_baseline("grey", []).predict(np.full((1, 5, 7), 50, np.float32)), np.zeros((1, 5, 7, 2)))


def test_a_tint_is_one_colour_for_all(tmp_path: Path) -> None:
    pictures = _plates(tmp_path / "plates")
    tint = fit_baseline("tint", pictures)
    result = tint.predict(np.linspace(0, 100, 12, dtype=np.float32).reshape(1, 3, 4))
    assert np.ptp(result, axis=(0, 1, 2)) == pytest.approx([0, 0], abs=1e-5)
    assert result[0, 0, 0] == pytest.approx([10, 20], abs=0.7)


def test_toning_goes_by_the_lightness(tmp_path: Path) -> None:
    toning = fit_baseline("toning", _plates(tmp_path / "plates"))
    assert len(toning.colours) == BASELINES["toning"] == 20
    dark, light = toning.predict(np.array([[[27.5, 82.5]]], np.float32))[0, 0]
    assert dark == pytest.approx([10, 20], abs=0.7)
    assert light == pytest.approx([2, 12], abs=0.7)


def test_a_fit_is_the_same_twice_and_needs_a_picture_that_opens(tmp_path: Path) -> None:
    pictures = _plates(tmp_path / "plates")
    assert np.array_equal(fit_baseline("toning", pictures).colours, fit_baseline("toning", pictures).colours)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with pytest.raises(TrainingError, match="None of the 1 pictures"):
        fit_baseline("tint", [Picture(tmp_path / "broken.png", None, "broken.png", "broken.png")])
