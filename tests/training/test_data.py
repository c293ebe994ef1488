"""Which pictures are learned from, and what the network gets of them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from icc_profiles import gamma_curve, grey_profile
from PIL import Image
from toy_pictures import colourful_picture, write_pictures

from colorstudio.core.color import srgb_to_lab
from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.core.training_sections import AugmentConfig, HintConfig
from training.augment import centre_crop, random_crop, vary_lightness
from training.batches import Sampler, lab_planes, picture_weights, prefetch
from training.cache import open_cache
from training.check import check_folders
from training.data import load_data
from training.decode import UnusablePicture, colour_spread, decode_grey, decode_rgb
from training.hints import place_hints, simulate_hints
from training.seeds import generator_for
from training.sources import Picture, find_pictures, is_held_out, split


def _silent(*_: object) -> None: ...


def test_the_split_is_the_rule_of_the_data() -> None:
    names = [f"photographs/coco/{i:05d}.webp" for i in range(2000)]
    held_out = [name for name in names if is_held_out(name)]
    assert 60 < len(held_out) < 140
    assert held_out == [n for n in names if int(hashlib.sha1(n.encode()).hexdigest(), 16) % 20 == 0]


def test_a_group_is_the_name_below_the_parent_and_plates_go_by_book(tmp_path: Path) -> None:
    write_pictures(tmp_path / "illustrations" / "met", 1)
    write_pictures(tmp_path / "illustrations" / "gutenberg" / "10607", 2)
    groups = [p.group for p in find_pictures([tmp_path / "illustrations"])]
    assert groups == ["illustrations/gutenberg/10607"] * 2 + ["illustrations/met/00000.png"]


def test_paired_folders_are_known_and_split_by_the_plates_name(tmp_path: Path) -> None:
    write_pictures(tmp_path / "victorian400" / "resized", 2)
    write_pictures(tmp_path / "victorian400" / "gray", 2)
    found = find_pictures([tmp_path / "victorian400"])
    assert [p.group for p in found] == ["00000.png", "00001.png"]
    assert all(p.grey_path is not None and p.grey_path.parent.name == "gray" for p in found)


def test_a_plate_without_partner_is_left_out_and_named(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = tmp_path / "plates"
    write_pictures(folder / "resized", 4)
    write_pictures(folder / "gray", 3)
    tree = small_config.to_dict()
    tree["data"] |= {"folders": [str(folder)]}
    data = load_data(from_dict(tree), _silent)
    assert [(item.name, item.reason) for item in data.left_out] == [("plates/resized/00003.png", "no partner")]
    assert data.pictures + len(data.held_out) == 3
    report = check_folders([folder])
    assert [finding.name for finding in report.of("no partner")] == ["plates/resized/00003.png"]
    assert (len(report.pictures), report.layout) == (4, "victorian400")


def test_without_one_complete_pair_there_is_nothing_to_learn_from(tmp_path: Path) -> None:
    write_pictures(tmp_path / "resized", 2)
    (tmp_path / "gray").mkdir()
    with pytest.raises(TrainingError, match=r"None of the pictures in .*resized has a black-and-white partner"):
        find_pictures([tmp_path])


def test_plates_of_one_name_in_different_volumes_keep_their_partners(tmp_path: Path) -> None:
    for volume in ("one", "two"):
        write_pictures(tmp_path / "resized" / volume, 1)
        write_pictures(tmp_path / "gray" / volume, 1)
    found = [(p.path, p.grey_path) for p in find_pictures([tmp_path])]
    assert [(path.parent.name, grey.parent.name) for path, grey in found if grey] == [("one", "one"), ("two", "two")]


@pytest.mark.parametrize("ending", ["tif", "png"])
def test_the_scan_of_a_pair_may_have_sixteen_bits(tmp_path: Path, ending: str) -> None:
    ramp = np.linspace(0, 65535, 64 * 64).reshape(64, 64).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / f"scan.{ending}")
    assert np.abs(decode_grey(tmp_path / f"scan.{ending}", (64, 64)) - ramp / 257).max() <= 0.5


def test_the_scan_of_a_pair_is_read_through_its_profile(tmp_path: Path) -> None:
    scan = Image.fromarray(np.full((40, 60), 128, np.uint8))
    scan.save(tmp_path / "scan.png", icc_profile=grey_profile("Gray Gamma 1.0", gamma_curve(1.0)))
    assert (decode_grey(tmp_path / "scan.png", (30, 20)) == 188).all()  # half the light, in sRGB


def test_the_scan_of_a_pair_is_cut_to_its_partner_around_the_centre(tmp_path: Path) -> None:
    wide = np.zeros((40, 80), np.uint8)
    wide[:, 20:60] = 200
    Image.fromarray(wide).save(tmp_path / "scan.png")
    assert (decode_grey(tmp_path / "scan.png", (40, 40)) == 200).all()
    assert decode_grey(tmp_path / "scan.png", (31, 17)).shape == (17, 31)


@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_scan_of_a_pair_that_breaks_off_is_damaged(tmp_path: Path, kept: float) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (200, 200), np.uint8)
    path = tmp_path / "scan.jpg"
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with pytest.raises(UnusablePicture, match="damaged"):
        decode_grey(path, (50, 50))


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_pictures_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(TrainingError, match=name):
        find_pictures([tmp_path / name])


def test_pictures_are_decoded_once_and_by_content(pictures: Path, tmp_path: Path) -> None:
    found = find_pictures([pictures])
    reports: list[int] = []
    first = open_cache(found, 32, tmp_path / "cache", lambda done, total: reports.append(done))
    assert reports[-1] == len(found)
    reports.clear()
    second = open_cache(found, 32, tmp_path / "cache", lambda done, total: reports.append(done))
    assert not reports
    assert np.array_equal(first.pixels(3), second.pixels(3))
    assert min(first.pixels(3).shape[:2]) == 32
    colourful_picture(999).save(found[3].path)
    changed = open_cache(found, 32, tmp_path / "cache", _silent)
    assert not np.array_equal(first.pixels(3), changed.pixels(3))


def test_decoded_pictures_that_nobody_asked_for_in_weeks_go(tmp_path: Path) -> None:
    write_pictures(tmp_path / "album", 3)
    found, folder = find_pictures([tmp_path / "album"]), tmp_path / "cache"
    open_cache(found[:1], 32, folder, _silent)
    open_cache(found[:2], 32, folder, _silent)
    (folder / "pictures.u8").write_bytes(b"not ours")
    (folder / "pictures.json").write_text("[]")
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    open_cache(found[:2], 32, folder, _silent)  # asked for again
    open_cache(found, 32, folder, _silent)
    assert sorted(path.suffix for path in folder.iterdir()) == [".json"] * 3 + [".u8"] * 3
    reports: list[int] = []
    assert len(open_cache(found[:2], 32, folder, lambda done, total: reports.append(done)).entries) == 2
    assert reports == []
    open_cache(found[:1], 32, folder, lambda done, total: reports.append(done))
    assert reports == [1]


def test_damaged_small_and_grey_pictures_are_left_out_and_named(small_config: TrainingConfig, pictures: Path) -> None:
    learned = [p.path for p in split(find_pictures([pictures]))[0]]
    learned[0].write_bytes(learned[0].read_bytes()[:200])
    colourful_picture(0, 20, 20).save(learned[1])
    toned = np.asarray(colourful_picture(0).convert("L"), np.float32)[..., None] * np.array([1.0, 0.9, 0.7])
    Image.fromarray(toned.astype(np.uint8)).save(learned[2])
    data = load_data(small_config, _silent)
    assert [item.reason for item in data.left_out] == ["damaged", "too small", "grey"]
    assert data.pictures == len(learned) - 3


def test_colour_spread_knows_a_tone_from_colours() -> None:
    grey = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1).repeat(4, 0).repeat(4, 1), 3, 2)
    sepia = (grey * np.array([1.0, 0.85, 0.6])).astype(np.uint8)
    assert colour_spread(grey) < 0.1
    assert colour_spread(sepia) < 1.5
    assert colour_spread(np.asarray(colourful_picture(1))) > 5


def test_decoding_turns_upright_and_shrinks_but_never_enlarges(tmp_path: Path) -> None:
    image = colourful_picture(1, 120, 60)
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.jpg", exif=exif)
    assert decode_rgb(tmp_path / "turned.jpg", 40).shape == (80, 40, 3)
    assert decode_rgb(tmp_path / "turned.jpg", 500).shape == (120, 60, 3)
    with pytest.raises(UnusablePicture, match="damaged"):
        decode_rgb(tmp_path / "missing.png", 40)


def test_the_scan_of_a_pair_gives_the_lightness() -> None:
    rgb = np.asarray(colourful_picture(2))
    grey = np.full((*rgb.shape[:2], 1), 119, np.uint8)
    lightness, ab = lab_planes(np.concatenate([rgb, grey], axis=2))
    assert np.allclose(lightness, 50.0, atol=0.2)
    assert np.array_equal(ab, srgb_to_lab(rgb)[..., 1:])


def test_crops_are_squares_of_the_chosen_scale() -> None:
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[:, 30:] = 255
    config = AugmentConfig(scale_min=1.0, scale_max=1.0, flip=True)
    crops = [random_crop(pixels, 16, config, np.random.default_rng(i)) for i in range(20)]
    assert all(crop.shape == (16, 16, 3) for crop in crops)
    assert {bool(crop[8, 0, 0] < crop[8, -1, 0]) for crop in crops} == {True, False}  # mirrored or not
    assert centre_crop(pixels, 16)[0, 0, 0] == 0


@pytest.mark.parametrize("seed", range(5))
def test_augmentation_changes_the_input_and_never_the_chroma(small_config: TrainingConfig, seed: int) -> None:
    tree = small_config.to_dict() | {"seed": seed}
    plain = _batch(tree | {"augment": {"probability": 0.0}})
    varied = _batch(tree | {"augment": {"probability": 1.0}})
    assert torch.equal(plain.real_B, varied.real_B)
    assert not torch.allclose(plain.real_A, varied.real_A)
    assert float(varied.real_A.abs().max()) <= 1.0


def test_the_last_crops_of_a_run_can_be_larger(small_config: TrainingConfig) -> None:
    tree = small_config.to_dict() | {"steps": 10, "crop": 32, "late_crop": 40, "late_from": 0.5}
    maker = load_data(from_dict(tree), _silent).maker
    assert [maker.make(step).real_A.shape[-1] for step in (0, 4, 5, 9)] == [32, 32, 40, 40]


def _batch(tree: dict[str, object]):  # type: ignore[no-untyped-def]
    return load_data(from_dict(tree), _silent).maker.make(0)


def test_lightness_stays_without_augmentation(rng: np.random.Generator) -> None:
    lightness = rng.uniform(0, 100, (8, 8)).astype(np.float32)
    assert np.array_equal(vary_lightness(lightness, AugmentConfig(probability=0.0), rng), lightness)


def test_hints_are_patches_of_the_mean_colour(rng: np.random.Generator) -> None:
    ab = rng.uniform(-1, 1, (32, 32, 2)).astype(np.float32)
    hints = place_hints(ab, 1, 9, rng)
    rows, columns = np.nonzero(hints[..., 2])
    patch = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    assert hints[..., 2].sum() == (np.ptp(rows) + 1) * (np.ptp(columns) + 1)
    assert np.ptp(rows) == np.ptp(columns) < 9
    assert np.allclose(hints[patch][..., :2], ab[patch].mean(axis=(0, 1)), atol=1e-6)
    assert not hints[hints[..., 2] == 0].any()


def test_hints_lie_around_the_centre_with_a_quarter_of_the_size_as_deviation(rng: np.random.Generator) -> None:
    ab = np.ones((64, 64, 2), np.float32)
    places = np.array([np.argwhere(place_hints(ab, 1, 1, rng)[..., 2])[0] for _ in range(500)])
    assert places.mean(axis=0) == pytest.approx([31.5, 31.5], abs=2.5)
    assert places.std(axis=0) == pytest.approx([15.3, 15.3], abs=1.5)  # 16, less what is cut off at the borders


def test_hints_are_often_none_and_few(rng: np.random.Generator) -> None:
    ab = np.ones((64, 64, 2), np.float32)
    config = HintConfig(probability=0.5, rate=0.125, largest_patch=1)
    counts = [simulate_hints(ab, config, rng)[..., 2].sum() for _ in range(600)]
    without = np.mean([count == 0 for count in counts])
    assert 0.43 < without < 0.57
    assert 6 < np.mean([count for count in counts if count]) < 9  # 8 on average, some of them at the same place


def test_the_number_of_hints_can_be_log_uniform(rng: np.random.Generator) -> None:
    ab = np.ones((256, 256, 2), np.float32)
    config = HintConfig(probability=1.0, most=64, largest_patch=1)
    counts = np.array([simulate_hints(ab, config, rng)[..., 2].sum() for _ in range(600)])
    assert 1 <= counts.min() <= counts.max() <= 64
    assert np.mean(counts < 8) == pytest.approx(0.5, abs=0.07)  # 8 is the geometric middle of 1 and 64


def test_an_epoch_sees_each_picture_as_often_as_its_weight_says() -> None:
    weights = [1.0, 2.0, 0.5, 0.5]
    sampler = Sampler(weights, batch_size=1, seed=1)
    assert sampler.epoch_length == 4
    seen = np.bincount([i for step in range(4000) for i in sampler.indices(step)], minlength=4)
    assert np.allclose(seen / 1000, weights, atol=0.06)
    plain = Sampler([1.0] * 7, batch_size=7, seed=1)
    assert sorted(plain.indices(0)) == sorted(plain.indices(1)) == list(range(7))
    assert plain.indices(0) != plain.indices(1)


def test_weights_go_by_the_innermost_named_folder() -> None:
    names = ["p/coco/1.png", "p/faces/2.png", "p/faces/old/3.png"]
    pictures = [Picture(Path(name), None, name, name) for name in names]
    assert picture_weights(pictures, {"faces": 2.0, "old": 3.0}) == [1.0, 2.0, 3.0]


def test_a_batch_depends_on_seed_and_step_alone(small_config: TrainingConfig) -> None:
    maker = load_data(small_config, _silent).maker
    ahead = dict(prefetch(maker, 0, 4))
    for step in (3, 1):
        again = load_data(small_config, _silent).maker.make(step)
        for name in ("real_A", "hints", "real_B"):
            assert torch.equal(getattr(ahead[step], name), getattr(again, name))
    assert not torch.equal(ahead[0].real_B, ahead[1].real_B)


def test_purposes_have_numbers_of_their_own() -> None:
    draws = {generator_for(1, 2, purpose).random() for purpose in ("order", "noise", "pictures")}
    assert len(draws) == 3
    assert generator_for(1, 2, "noise").random() in draws
