"""Pairs, groups and the split: what resembles each other is never on both sides."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PIL import Image
from toy_pictures import colourful_picture, write_pictures

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.core.training_sections import DataConfig
from training.alike import perceptual_hash
from training.check import CheckSettings, check_folders
from training.data import load_data
from training.groups import ENOUGH_HELD_OUT, careful_groups, held_out_groups, join_alike, join_rolls
from training.looks import Look
from training.pairs import pairs_by_ending, pairs_by_place, plain_stem
from training.selection import likely_pictures, select_pictures
from training.sources import Picture, find_pictures, is_held_out, layout_of


def _silent(*_: object) -> None: ...


def _pictures(*names: str) -> list[Picture]:
    return [Picture(Path(name), None, name, name) for name in names]


def _looks(*codes: int) -> list[Look]:
    """Looks whose hashes differ by four bits for each step between the codes, up to 60 steps."""
    return [Look("", 300, 200, 20, 9, f"{(1 << 4 * code) - 1:064x}") for code in codes]


def _far(count: int) -> list[Look]:
    """Looks of pictures that have nothing to do with each other."""
    rng = np.random.default_rng(5)
    return [Look("", 300, 200, 20, 9, rng.bytes(32).hex()) for _ in range(count)]


def _groups(pictures: list[Picture]) -> list[str]:
    return [picture.group for picture in pictures]


# Pairs


@pytest.mark.parametrize(
    ("stem", "plain"),
    [
        ("plate 12_bw", "plate 12"),
        ("Plate12-Gray", "plate12"),
        ("017 (colour)", "017"),
        ("017_흑백", "017"),
        ("rainbow", "rainbow"),
        ("bw", "bw"),
        ("col046", "col046"),
    ],
)
def test_words_for_grey_and_colour_are_taken_off_a_name(stem: str, plain: str) -> None:
    assert plain_stem(stem) == plain


def test_partners_in_one_folder_are_known_by_their_endings() -> None:
    names = ["a.jpg", "a_bw.tif", "b_colour.png", "b_grey.png", "c.jpg", "d_bw.jpg", "x/a_bw.jpg"]
    pairs = pairs_by_ending(Path(name) for name in names)
    assert pairs == {Path("a.jpg"): Path("a_bw.tif"), Path("b_colour.png"): Path("b_grey.png")}


def test_partners_are_known_by_korean_names_from_a_mac() -> None:
    def path(form: Literal["NFC", "NFD"], name: str) -> Path:
        return Path(unicodedata.normalize(form, name))

    colour, grey = path("NFC", "앨범/사진.jpg"), path("NFD", "앨범/사진_흑백.jpg")
    assert pairs_by_ending([colour, Path(str(grey.name))]) == {}  # in another folder
    grey = colour.parent / grey.name
    assert pairs_by_ending([colour, grey]) == {colour: grey}
    side, other = path("NFC", "칼라/앨범/사진.jpg"), path("NFD", "흑백/앨범/사진.jpg")
    assert pairs_by_place([side], side.parents[1], [other], other.parents[1]) == {side: other}


def test_a_partner_by_ending_is_no_picture_of_its_own(tmp_path: Path) -> None:
    write_pictures(tmp_path, 2)
    colourful_picture(0).convert("L").save(tmp_path / "00000_bw.png")
    found = find_pictures([tmp_path])
    assert [(p.path.name, p.grey_path and p.grey_path.name) for p in found] == [
        ("00000.png", "00000_bw.png"),
        ("00001.png", None),
    ]
    assert layout_of(found) == "pairs"
    assert len(find_pictures([tmp_path], "colour")) == 3


def _two_sides(colour: Path, grey: Path, count: int = 4) -> None:
    write_pictures(colour, count)
    grey.mkdir(parents=True)
    for i in range(count):
        colourful_picture(i).convert("L").save(grey / f"{i:05d}.jpg")


@pytest.mark.parametrize(("colour", "grey"), [("colour", "bw"), ("b", "a"), ("roll/farbig", "roll/grau")])
def test_two_folders_of_any_names_are_pairs_if_one_side_is_grey(tmp_path: Path, colour: str, grey: str) -> None:
    _two_sides(tmp_path / colour, tmp_path / grey)
    (tmp_path / grey / "99999.png").write_bytes((tmp_path / colour / "00001.png").read_bytes())
    found = find_pictures([tmp_path])
    assert [p.grey_path is not None for p in found if not p.problem] == [True] * 4
    assert [p.name for p in found if p.problem] == [f"{tmp_path.name}/{grey}/99999.png"]


def test_two_chosen_folders_may_be_the_sides(tmp_path: Path) -> None:
    _two_sides(tmp_path / "one" / "tinted", tmp_path / "two" / "engraved")
    found = find_pictures([tmp_path / "two" / "engraved", tmp_path / "one" / "tinted"])
    assert [p.path.parent.name for p in found] == ["tinted"] * 4
    assert layout_of(found) == "pairs"


def test_a_run_on_pairs_sees_the_lightness_of_the_scan(small_config: TrainingConfig, tmp_path: Path) -> None:
    _two_sides(tmp_path / "plates" / "colour", tmp_path / "plates" / "bw", 12)
    for path in (tmp_path / "plates" / "bw").iterdir():
        Image.new("L", (48, 40), 119).save(path)  # L* 50, whatever the colours say
    tree = small_config.to_dict()
    tree["data"] |= {"folders": [str(tmp_path / "plates")]}
    batch = load_data(from_dict(tree), _silent).maker.make(0)
    assert abs(batch.real_A).max() < 0.02
    assert abs(batch.real_B).max() > 0.1


def test_folders_with_equal_names_that_are_both_coloured_are_no_pairs(tmp_path: Path) -> None:
    write_pictures(tmp_path / "a", 4)
    write_pictures(tmp_path / "b", 4)
    found = find_pictures([tmp_path])
    assert len(found) == 8
    assert layout_of(found) == "colour"


def test_who_says_paired_and_has_no_pair_is_told_how_to_name_them(tmp_path: Path) -> None:
    write_pictures(tmp_path / "a", 2)
    with pytest.raises(TrainingError, match=r"same names in two folders, or names that end in _bw"):
        find_pictures([tmp_path], "paired")


# Names


def test_a_picture_in_two_chosen_folders_counts_once(tmp_path: Path) -> None:
    write_pictures(tmp_path / "album" / "inner", 3)
    assert len(find_pictures([tmp_path / "album", tmp_path / "album" / "inner", tmp_path / "album"])) == 3


def test_pictures_of_folders_with_one_name_have_names_of_their_own(tmp_path: Path) -> None:
    for owner in ("kim", "lee"):
        write_pictures(tmp_path / owner / "scans", 1)
    names = [p.name for p in find_pictures([tmp_path / "kim" / "scans", tmp_path / "lee" / "scans"])]
    assert names == ["kim/scans/00000.png", "lee/scans/00000.png"]


def test_what_systems_put_among_pictures_is_not_seen(tmp_path: Path) -> None:
    for folder in (".cache", "@eaDir/00000.png", "__MACOSX"):
        write_pictures(tmp_path / folder, 1)
    write_pictures(tmp_path, 1)
    (tmp_path / "._00000.png").write_bytes(b"resource fork")
    assert [p.name for p in find_pictures([tmp_path])] == [f"{tmp_path.name}/00000.png"]


# Groups


def test_folders_of_the_size_of_a_roll_are_held_together() -> None:
    names = [f"box/roll{r}/{i}.jpg" for r in range(6) for i in range(10)] + [f"box/all/{i}.jpg" for i in range(40)]
    groups = _groups(join_rolls(_pictures(*names)))
    assert groups[:10] == ["box/roll0"] * 10
    assert groups[60:] == names[60:]  # two fifths of all in one folder: no roll


@pytest.mark.parametrize("folders", [1, 2, 3])
def test_a_collection_in_few_deep_folders_has_pictures_to_be_measured_on(folders: int) -> None:
    names = [f"archive/slides/year{i % folders}/{i:03d}.jpg" for i in range(120)]
    pictures = [Picture(Path(name), None, name, name.rpartition("/")[0]) for name in names]
    grouped = careful_groups(pictures, _far(120))
    held_out = held_out_groups(grouped, _far(120), 10)
    count = sum(picture.group in held_out for picture in grouped)
    assert ENOUGH_HELD_OUT <= count <= 120 // 3
    if folders == 3:
        assert len(held_out) == 1  # folders that can be held out as a whole still are


def test_copies_join_their_groups_wherever_they_lie() -> None:
    pictures = _pictures("a/1.jpg", "b/1.jpg", "c/1.jpg", "d/1.jpg")
    assert _groups(join_alike(pictures, _looks(0, 12, 30, 40))) == ["a/1.jpg", "a/1.jpg", "c/1.jpg", "c/1.jpg"]


def test_takes_of_one_scene_are_neighbours_by_number_that_look_alike() -> None:
    names = ["r/IMG_1.jpg", "r/IMG_2.jpg", "r/IMG_9.jpg", "r/IMG_10.jpg", "r/other.jpg"]
    looks = [*_looks(0, 17, 34, 51, 17 + 34), *_far(26)]
    names += [f"q/{letter}.png" for letter in "abcdefghijklmnopqrstuvwxyz"]
    groups = _groups(join_alike(_pictures(*names), looks))
    # 1 and 2 differ in 68 bits: more than copies, less than strangers. 2 and 9 as well, but they are no neighbours.
    assert groups[0] == groups[1] == "r/IMG_1.jpg"
    assert groups[2] != groups[1]
    assert groups[4] == groups[3] == groups[2]  # copies, and neighbours by number


def _walk(count: int, bits: int) -> list[Look]:
    """Looks each of which differs from the one before in so many bits, and from all others in more."""
    rng = np.random.default_rng(1)
    code, codes = np.zeros(256, bool), []
    for _ in range(count):
        code = code ^ np.isin(np.arange(256), rng.choice(256, bits, replace=False))
        codes.append(np.packbits(code).tobytes().hex())
    return [Look("", 300, 200, 20, 9, code) for code in codes]


@pytest.mark.parametrize(("bits", "largest"), [(62, 12), (90, 1)])
def test_a_whole_collection_in_one_style_is_not_one_series(bits: int, largest: int) -> None:
    names = [f"slides/{i:03d}.jpg" for i in range(60)]
    groups = _groups(join_alike(_pictures(*names), _walk(60, bits)))
    assert max(map(groups.count, groups)) == largest


# The split


def test_a_careful_split_holds_out_enough_of_a_small_collection() -> None:
    pictures = [Picture(Path(f"{i}"), None, f"{i}", f"roll{i // 10}") for i in range(100)]
    looks = _far(100)
    held_out = held_out_groups(pictures, looks, 20)
    count = sum(picture.group in held_out for picture in pictures)
    assert ENOUGH_HELD_OUT <= count <= 100 // 3
    assert held_out == held_out_groups(pictures, looks, 20)
    assert {group for group in {p.group for p in pictures} if is_held_out(group, 20)} <= held_out


def test_a_careful_split_of_a_large_collection_is_the_rule() -> None:
    pictures = _pictures(*(f"{i}" for i in range(2000)))
    held_out = held_out_groups(pictures, [Look("")] * 2000, 20)
    assert held_out == {picture.name for picture in pictures if is_held_out(picture.name, 20)}


def test_nearly_everything_in_one_group_is_not_held_out() -> None:
    pictures = [Picture(Path(f"{i}"), None, f"{i}", "all" if i < 90 else f"{i}") for i in range(100)]
    held_out = held_out_groups(pictures, _far(100), 2)
    assert "all" not in held_out
    assert held_out


def test_pictures_that_cannot_be_measured_on_do_not_count_as_held_out() -> None:
    pictures = _pictures(*(f"{i}" for i in range(100)))
    looks = [Look("grey", 300, 200, 0, 0, "00" * 32) if i % 2 else Look("", 300, 200, 20, 9, "") for i in range(100)]
    held_out = held_out_groups(pictures, looks, 20)
    assert sum(int(name) % 2 == 0 for name in held_out) >= 10  # a fifth of those 50


# Runs


def _careful(config: TrainingConfig, **data: object) -> TrainingConfig:
    tree = config.to_dict()
    tree["data"] |= {"join_duplicates": True} | data
    return from_dict(tree)


def test_the_run_learns_from_what_the_check_said(small_config: TrainingConfig, pictures: Path) -> None:
    """Also if the archivist leaves out some of it; and a twin of what is held out is never learned from."""
    colourful_picture(3).resize((60, 50)).save(pictures / "b" / "copy of 3.png")
    report = check_folders([pictures], CheckSettings(held_out_every=4))
    expected = {finding.name: finding.held_out for finding in report.pictures}
    assert expected["album/b/copy of 3.png"] == expected["album/a/00003.png"]
    names = sorted(expected)
    left_out = [next(n for n in names if expected[n]), next(n for n in names if not expected[n])]
    config = _careful(small_config, held_out_every=4, left_out=left_out)
    selection = select_pictures(config.data, _silent)
    assert {p.name for p in selection.held_out} == {n for n in names if expected[n]} - {left_out[0]}
    assert {p.name for p in selection.learned} == {n for n in names if not expected[n]} - {left_out[1]}
    assert {(p.name, p.problem) for p in selection.unused} == {(name, "left out") for name in left_out}
    data = load_data(config, _silent)
    assert data.pictures == len(selection.learned)
    assert sorted(item.reason for item in data.left_out) == ["left out"] * 2
    assert likely_pictures(config.data) == selection


def test_left_out_pictures_and_another_share_count_in_plain_runs_too(pictures: Path) -> None:
    every = {n: select_pictures(DataConfig((str(pictures),), held_out_every=n), _silent) for n in (2, 20)}
    assert len(every[2].held_out) > 10 > len(every[20].held_out)
    name = every[20].learned[0].name
    selection = select_pictures(DataConfig((str(pictures),), left_out=(name,)), _silent)
    assert [p.name for p in selection.unused] == [name]
    assert selection.learned == every[20].learned[1:]


def test_colourless_and_broken_pictures_are_not_measured_on(small_config: TrainingConfig, pictures: Path) -> None:
    config = _careful(small_config, held_out_every=3)
    before = select_pictures(config.data, _silent).held_out
    grey, broken = before[0].path, before[1].path
    Image.open(grey).convert("L").save(grey)
    broken.write_bytes(b"")
    after = select_pictures(config.data, _silent)
    reasons = {p.path: p.problem for p in after.unused}
    assert reasons[broken] == "damaged"
    assert grey not in {p.path for p in after.held_out}


def test_the_default_split_looks_at_no_picture(pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import selection

    monkeypatch.setattr(selection, "look_at", lambda *_: pytest.fail("looked"))
    held_out = select_pictures(DataConfig((str(pictures),)), _silent).held_out
    assert held_out == [picture for picture in find_pictures([pictures]) if is_held_out(picture.group)] != []


def test_hash_of_the_test_and_careful_groups_agree() -> None:
    """The made-up hashes above are of the kind that real ones are."""
    code = perceptual_hash(np.random.default_rng(1).integers(0, 256, (64, 64), np.uint8))
    assert len(code) == len(_far(1)[0].hash) == len(_looks(3)[0].hash) == 64
    assert _groups(careful_groups(_pictures("a/1", "b/2"), _far(2), "picture")) == ["a/1", "b/2"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode elsewhere")
def test_names_that_are_not_unicode_are_left_out_and_learned_from(
    small_config: TrainingConfig, pictures: Path, tmp_path: Path
) -> None:
    names = [os.fsdecode(b"\xbb\xe7\xc1\xf8.png"), os.fsdecode(b"\xc1\xf8.png")]  # of a Korean Windows
    for seed, name in enumerate(names):
        colourful_picture(100 + seed).save(tmp_path / "plain.png")
        (tmp_path / "plain.png").rename(pictures / "a" / name)
    folder = RunFolder(tmp_path / "run")
    folder.create(_careful(small_config, left_out=[f"album/a/{names[0]}"]))
    config = folder.read_config()
    assert config.data.left_out == (f"album/a/{names[0]}",)
    data = load_data(config, _silent)
    assert [item.name for item in data.left_out] == [f"album/a/{names[0]}"]
    assert data.pictures + len(data.held_out) == 41
