"""Foreign checkpoints: what comes out of the pack is what the network in the checkpoint gives."""

from __future__ import annotations

import collections
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from foreign_networks import foreign, mask_dropouts, silence_dropouts
from torch import nn

from colorstudio.core.color import lab_to_srgb, srgb_to_lab
from colorstudio.core.errors import ColorStudioError, PackError, TrainingError
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.library import PackLibrary
from colorstudio.inference.noise import sample_noise
from colorstudio.inference.pack import Pack
from training.commands import run_command
from training.convert import Conversion, check_pack, convert
from training.packs import generator_from_pack
from training.pix2pix_checkpoint import describe, read_state, rebuild
from training.pix2pix_options import options_of

OPTIONS = """----------------- Options ---------------
               batch_size: 1
                crop_size: 320                           \t[default: 256]
                 dataroot: ./datasets/slides             \t[default: None]
                lambda_L1: 100.0
                     name: Slides of 1972                \t[default: experiment_name]
                     netG: {netG}
               no_dropout: {no_dropout}
                     norm: {norm}
                      ngf: 2                             \t[default: 64]
                 input_nc: 1
                output_nc: 2
----------------- End -------------------
"""


def saved(net: nn.Module, path: Path, prefix: str = "") -> Path:
    path.parent.mkdir(exist_ok=True)
    torch.save(collections.OrderedDict((prefix + name, value) for name, value in net.state_dict().items()), path)
    return path


def ramp(side: int) -> np.ndarray:
    """L* (1, side, side): a picture with light, shade and edges."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    return (100 * (0.5 * x + 0.3 * y) + 20 * ((x * 5 + y * 3) % 1 > 0.5)).astype(np.float32)[None]


def given_by(net: nn.Module, lightness: np.ndarray, inputs: int = 1, outputs: int = 2) -> np.ndarray:
    """a*, b* (1, H, W, 2) as the network's own implementation makes them."""
    if outputs == 2:
        seen = lightness[:, None] / 50 - 1
    else:
        grey = lab_to_srgb(np.stack([lightness, 0 * lightness, 0 * lightness], -1))[..., 0]
        seen = np.repeat(2 * grey[:, None] - 1, inputs, 1)
    with torch.no_grad():
        out = np.moveaxis(net(torch.from_numpy(seen.astype(np.float32))).numpy(), 1, -1)
    return out * 110 if outputs == 2 else srgb_to_lab(out / 2 + 0.5)[..., 1:]


def as_tested(net: nn.Module, norm_mode: str) -> nn.Module:
    """The network as its implementation tests it: with `--eval`, or with live statistics; without chance."""
    silence_dropouts(net)
    return net.eval() if norm_mode == "running" else net.train()


def rebuilt(net: nn.Module, norm_mode: str, dropout: bool = True) -> nn.Module:
    path = Path("latest_net_G.pth")
    return rebuild(net.state_dict(), describe(net.state_dict(), path), norm_mode, dropout, path)


@pytest.mark.parametrize("norm_mode", ["batch", "running"])
@pytest.mark.parametrize(
    ("netG", "norm"),
    [("unet_128", "batch"), ("unet_256", "instance"), ("resnet_6blocks", "batch"), ("resnet_9blocks", "instance")],
)
def test_every_kind_gives_what_its_network_gives(netG: str, norm: str, norm_mode: str) -> None:
    net = foreign(netG, norm=norm)
    side = 256 if netG == "unet_256" else 128
    lightness = ramp(side)
    ours = rebuilt(net, norm_mode)
    with torch.no_grad():
        found = 110 * np.moveaxis(ours(torch.from_numpy(lightness[:, None] / 50 - 1)).numpy(), 1, -1)
    expected = given_by(as_tested(net, norm_mode), lightness)
    assert expected.std() > 1
    np.testing.assert_allclose(found, expected, atol=2e-3)


@pytest.mark.parametrize("netG", ["unet_128", "resnet_6blocks"])
def test_the_two_norm_modes_differ(netG: str) -> None:
    net = foreign(netG)
    L = torch.from_numpy(ramp(128)[:, None] / 50 - 1)
    with torch.no_grad():
        assert (rebuilt(net, "batch")(L) - rebuilt(net, "running")(L)).abs().mean() > 0.01


@pytest.mark.parametrize("netG", ["unet_256", "resnet_6blocks"])
def test_noise_is_the_networks_own_dropout_by_channels(netG: str) -> None:
    net = foreign(netG)
    ours = rebuilt(net, "batch")
    L = torch.from_numpy(ramp(256)[:, None] / 50 - 1)
    noise = 2.0 * (torch.rand(1, ours.noise_channels, generator=torch.manual_seed(3)) > 0.5)
    assert ours.noise_channels == {"unet_256": 3 * 16, "resnet_6blocks": 6 * 8}[netG]
    with torch.no_grad():
        found, without = ours(L, None, noise), ours(L)
        mask_dropouts(net, noise)
        np.testing.assert_allclose(found.numpy(), net.train()(L).numpy(), atol=2e-5)
    assert (found - without).abs().mean() > 1e-4


def converted(folder: Path, netG: str, wishes: Conversion = Conversion(), **kind: object) -> tuple[Pack, nn.Module]:  # noqa: B008
    net = foreign(netG, **kind)  # type: ignore[arg-type]
    path = saved(net, folder / "Slides" / "latest_net_G.pth", prefix="module.")
    return convert(path, folder / "out.cspack", wishes), net


def predicted(pack: Pack, lightness: np.ndarray, engine: str = "auto") -> np.ndarray:
    backend: Backend = open_backend(pack, "cpu", engine)
    return backend.predict(lightness)


def test_a_colorization_unet_becomes_a_pack_for_both_back_ends(tmp_path: Path) -> None:
    pack, net = converted(tmp_path, "unet_32")
    lightness = ramp(64)
    expected = given_by(as_tested(net, "batch"), lightness)
    np.testing.assert_allclose(predicted(pack, lightness), expected, atol=2e-3)
    np.testing.assert_allclose(predicted(pack, lightness, "torch"), expected, atol=2e-3)
    card = pack.card
    assert (card.id, card.version, card.name_in("ko"), card.norm_mode) == ("Slides", "1.0", "Slides", "batch")
    assert (card.multiple_of, card.render_size, card.licence) == (32, 256, "unknown")
    assert card.training["network"] == "unet_32"
    assert PackLibrary(tmp_path / "own").install(pack.path).card == card


def test_an_rgb_resnet_becomes_a_pack_that_gives_the_chroma_of_its_pictures(tmp_path: Path) -> None:
    wishes = Conversion(norm_mode="running", id="slides", version="2", name="Dias", licence="CC-BY-4.0")
    pack, net = converted(tmp_path, "resnet_2blocks", wishes, inputs=3, outputs=3, norm="batch")
    lightness = ramp(48)
    expected = given_by(as_tested(net, "running"), lightness, 3, 3)
    np.testing.assert_allclose(predicted(pack, lightness), expected, atol=5e-3)
    np.testing.assert_allclose(predicted(pack, lightness, "torch"), expected, atol=5e-3)
    assert pack.card.reference == "slides@2"
    assert (pack.card.name_in("en"), pack.card.licence, pack.card.norm_mode) == ("Dias", "CC-BY-4.0", "running")
    noise = sample_noise(pack.card, [1])
    assert noise is not None
    assert noise.shape == (1, 2 * 8)
    variation = open_backend(pack, "cpu").predict(lightness, None, noise)
    assert np.abs(variation - expected).mean() > 0.01


def test_a_pack_whose_graph_is_another_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.convert.generator_from_pack", lambda pack: _brighter(generator_from_pack(pack)))
    with pytest.raises(TrainingError, match="gives other colours than its network"):
        converted(tmp_path, "unet_32")
    assert [path.name for path in tmp_path.iterdir()] == ["Slides"]
    monkeypatch.undo()
    check_pack(convert(tmp_path / "Slides" / "latest_net_G.pth", tmp_path / "out.cspack", Conversion()))


def _brighter(net: nn.Module) -> nn.Module:
    with torch.no_grad():
        net.ups[0].conv.bias += 0.5  # type: ignore[index, union-attr, operator]
    return net


def test_grey_to_rgb_and_no_dropout_are_told_apart(tmp_path: Path) -> None:
    net = foreign("unet_64", inputs=1, outputs=3)
    ours = rebuilt(net, "batch", dropout=False)
    lightness = ramp(64)
    with torch.no_grad():
        found = 110 * np.moveaxis(ours(torch.from_numpy(lightness[:, None] / 50 - 1)).numpy(), 1, -1)
    np.testing.assert_allclose(found, given_by(as_tested(net, "batch"), lightness, 1, 3), atol=5e-3)
    assert ours.noise_channels == 0
    assert rebuilt(foreign("resnet_2blocks", dropout=False), "batch").arguments["ngf"] == 2


def options_beside(path: Path, netG: str, norm: str = "batch", no_dropout: bool = False) -> None:
    path.with_name("train_opt.txt").write_text(OPTIONS.format(netG=netG, norm=norm, no_dropout=no_dropout))


def test_the_options_name_the_pack_and_tell_of_dropout(tmp_path: Path) -> None:
    path = saved(foreign("unet_64"), tmp_path / "checkpoint" / "200_net_G.pth")
    options_beside(path, "unet_64", no_dropout=True)
    card = convert(path, tmp_path / "x.cspack", Conversion(norm_mode="running")).card
    assert card.reference == "Slides-of-1972-running@200"
    assert (card.name_in("en"), card.render_size, card.noise_channels) == ("Slides of 1972", 320, 0)
    assert card.training["options"] == {"batch_size": "1", "crop_size": "320", "lambda_L1": "100.0"}


@pytest.mark.parametrize(("netG", "norm", "key"), [("unet_128", "batch", "netG"), ("unet_64", "instance", "norm")])
def test_options_of_another_training_are_refused(tmp_path: Path, netG: str, norm: str, key: str) -> None:
    path = saved(foreign("unet_64"), tmp_path / "latest_net_G.pth")
    options_beside(path, netG, norm)
    with pytest.raises(TrainingError, match=rf"train_opt\.txt says {key} .* latest_net_G\.pth"):
        convert(path, tmp_path / "x.cspack", Conversion())
    without = options_of(path, None, look_beside=False)
    assert (without.dropout, without.crop_size, without.source) == (None, 0, "")
    without.check(describe(read_state(path), path), path)


def test_options_that_are_none_are_named(tmp_path: Path) -> None:
    path = saved(foreign("unet_64"), tmp_path / "latest_net_G.pth")
    (tmp_path / "notes.txt").write_text("model: nice\n")
    for name in ("notes.txt", "missing.txt"):
        with pytest.raises(TrainingError, match=f"{name}.*choose train_opt.txt, or none"):
            convert(path, tmp_path / "x.cspack", Conversion(), tmp_path / name)


class Malicious:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (Path("/tmp/colorstudio-was-here"),)  # type: ignore[return-value]


@pytest.mark.parametrize(
    "content",
    [
        Malicious(),
        {"weight": Malicious()},
        {"epoch": 3},
        [torch.zeros(1)],
        {"weight": torch.zeros(2, dtype=torch.cfloat)},
    ],
)
def test_what_is_more_than_weights_is_not_opened(tmp_path: Path, content: object) -> None:
    path = tmp_path / "latest_net_G.pth"
    torch.save(content, path)
    with pytest.raises(TrainingError, match=r"latest_net_G\.pth holds more than the weights"):
        read_state(path)
    assert not Path("/tmp/colorstudio-was-here").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x80\x02no", b"picture"])
def test_damaged_files_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "latest_net_G.pth"
    path.write_bytes(content)
    with pytest.raises(TrainingError, match=r"latest_net_G\.pth is damaged|latest_net_G\.pth holds more"):
        read_state(path)


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_damage_at_any_place_is_one_sentence(tmp_path: Path, zipped: bool, rng: np.random.Generator) -> None:
    path = tmp_path / "latest_net_G.pth"
    torch.save(foreign("unet_32").state_dict(), path, _use_new_zipfile_serialization=zipped)
    data = path.read_bytes()
    sentences = 0
    for _ in range(60):
        broken = bytearray(data)
        for place in rng.integers(0, 9000, 8):
            broken[place] = rng.integers(0, 256)
        path.write_bytes(broken)
        try:
            state = read_state(path)
            rebuild(state, describe(state, path), "batch", True, path)
        except TrainingError:
            sentences += 1
    assert sentences > 30


def test_files_of_old_versions_of_torch_are_read(tmp_path: Path) -> None:
    """Until 1.6 a checkpoint was no ZIP; and until 0.4 instance norm kept statistics that it never used."""
    net = foreign("unet_64", norm="instance")
    state = net.state_dict() | {"model.model.1.model.2.running_mean": torch.zeros(4)}
    torch.save(state, tmp_path / "latest_net_G.pth", _use_new_zipfile_serialization=False)
    read = read_state(tmp_path / "latest_net_G.pth")
    assert read.keys() == state.keys()
    rebuild(read, describe(read, tmp_path), "batch", True, tmp_path)


def change(net: nn.Module, name: str, value: torch.Tensor | None) -> dict[str, torch.Tensor]:
    state = dict(net.state_dict())
    state.pop(name, None)
    return state if value is None else state | {name: value}


CONV = "model.model.1.model.3.model.1.weight"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (
            change(foreign("unet_64"), CONV, torch.zeros(8, 3, 4, 4)),
            f"{CONV} has the shape 8 x 3 x 4 x 4 instead of 8 x 4",
        ),
        (change(foreign("unet_64"), "model.model.3.bias", None), r"model\.model\.3\.bias is missing"),
        (
            change(foreign("unet_64"), "model.model.9.bias", torch.zeros(1)),
            r"model\.model\.9\.bias is missing or too much",
        ),
        (change(foreign("unet_64"), "model.model.3.bias", torch.tensor([1.0, np.nan])), "not numbers or too large"),
        (change(foreign("unet_64"), "model.model.0.weight", torch.zeros(2)), "is not a generator of pix2pix"),
        (foreign("unet_64", inputs=3, outputs=1).state_dict(), "makes 1 channels of 3"),
        (foreign("unet_16").state_dict(), "is not a generator of pix2pix"),
        ({"model.0.weight": torch.zeros(4, 3, 4, 4)}, "is not a generator of pix2pix"),  # a discriminator
        ({"model.1.weight": torch.zeros(9), "model.10.conv_block.1.weight": torch.zeros(1)}, "is not a generator"),
        ({}, "is not a generator of pix2pix"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(state: dict[str, torch.Tensor], sentence: str) -> None:
    path = Path("latest_net_G.pth")
    with pytest.raises(TrainingError, match=sentence):
        rebuild(state, describe(state, path), "batch", True, path)


def test_statistics_beyond_half_precision_have_a_way_out(tmp_path: Path) -> None:
    net = foreign("unet_64")
    state = change(net, "model.model.1.model.2.running_var", torch.full((4,), 1e6))
    path = Path("latest_net_G.pth")
    with pytest.raises(TrainingError, match="norm mode “batch”"):
        rebuild(state, describe(state, path), "running", True, path)
    rebuild(state, describe(state, path), "batch", True, path)


def test_a_network_of_enormous_width_takes_no_memory() -> None:
    """The first layer of a small file must not make us build what it would belong to."""
    state = change(foreign("unet_64"), "model.model.0.weight", torch.zeros(1, 1, 4, 4).expand(10**6, 1, 4, 4))
    path = Path("latest_net_G.pth")
    with pytest.raises(TrainingError, match="has the shape"):
        rebuild(state, describe(state, path), "batch", True, path)


def test_a_bad_id_or_an_existing_file_is_refused(tmp_path: Path) -> None:
    path = saved(foreign("unet_64"), tmp_path / "latest_net_G.pth")
    with pytest.raises(PackError):
        convert(path, tmp_path / "x.cspack", Conversion(id="../x"))
    (tmp_path / "x.cspack").write_bytes(b"mine")
    with pytest.raises(ColorStudioError, match="exists already"):
        convert(path, tmp_path / "x.cspack", Conversion())
    assert (tmp_path / "x.cspack").read_bytes() == b"mine"


def test_the_command_answers_in_json_lines(tmp_path: Path) -> None:
    path = saved(foreign("unet_32"), tmp_path / "latest_net_G.pth")
    target = tmp_path / "x.cspack"
    words = ["convert", str(path), "-o", str(target), "--id", "slides", "--licence", "MIT", "--events"]
    code, events = answered(words)
    assert code == 0
    assert events[-2] == {"event": "progress", "done": 5, "total": 5}
    assert (events[-1]["event"], events[-1]["model"]) == ("converted", "slides@1.0")
    assert Path(events[-1]["pack"]) == target
    code, events = answered(words)
    assert code == 1
    assert (events[-1]["event"], events[-1]["values"]) == ("failed", {"path": str(target)})


def answered(words: list[str]) -> tuple[int, list[dict[str, Any]]]:
    stream = io.StringIO()
    code = run_command(words, stream)
    return code, [json.loads(line) for line in stream.getvalue().splitlines()]
