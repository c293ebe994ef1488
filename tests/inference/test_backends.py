"""Both back-ends give what the network gives, at any size, and agree with each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_pack import TOY_A, TOY_B_SLOPE, toy_card, toy_weights, write_toy_pack

from colorstudio.core.errors import DeviceError, PackError
from colorstudio.inference import device
from colorstudio.inference.backend import open_backend
from colorstudio.inference.card import ModelCard
from colorstudio.inference.noise import sample_noise
from colorstudio.inference.pack import Pack, open_pack, write_pack


@pytest.fixture(scope="module", params=["efficient_unet", "unet"])
def real_pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A pack of a real architecture, small, with random weights."""
    import torch

    from colorstudio.networks.generators import build_generator
    from colorstudio.networks.graph import export_graph

    arguments = {"efficient_unet": {}, "unet": {"num_downs": 6, "ngf": 4}}[request.param]
    torch.manual_seed(3)
    network = build_generator(request.param, arguments).eval()
    card = ModelCard(
        id="random",
        version="1.0",
        name={"en": "Random"},
        architecture=request.param,
        arguments=dict(network.arguments),
        multiple_of=network.multiple_of,
        uses_hints=network.uses_hints,
        noise_channels=network.noise_channels,
        noise_probability=network.noise_rate,
    )
    state = {k: v.numpy() for k, v in network.state_dict().items() if v.is_floating_point()}
    path = tmp_path_factory.mktemp("packs") / "random.cspack"
    write_pack(path, card, state, export_graph(network))
    return open_pack(path)


def test_onnx_runtime_and_torch_agree_with_noise_and_hints_at_odd_sizes(
    real_pack: Pack, rng: np.random.Generator
) -> None:
    lightness = rng.uniform(0, 100, (2, 45, 70)).astype(np.float32)
    hints = np.zeros((2, 45, 70, 3), np.float32)
    hints[:, 20:24, 30:34] = (30.0, -20.0, 1.0)
    noise = sample_noise(real_pack.card, [1, 2])
    given = (lightness, hints if real_pack.card.uses_hints else None, noise)
    onnx = open_backend(real_pack, "cpu").predict(*given)
    torch = open_backend(real_pack, "cpu", engine="torch").predict(*given)
    assert onnx.shape == torch.shape == (2, 45, 70, 2)
    assert np.abs(onnx).max() > 0.1
    assert np.abs(onnx - torch).max() < 1e-2


def test_without_noise_the_result_is_deterministic_and_with_it_seeds_differ(real_pack: Pack) -> None:
    backend = open_backend(real_pack, "cpu")
    lightness = np.linspace(0, 100, 64 * 64, dtype=np.float32).reshape(1, 64, 64)
    assert np.array_equal(backend.predict(lightness), backend.predict(lightness))
    one, other = (backend.predict(lightness, noise=sample_noise(real_pack.card, [seed])) for seed in (1, 2))
    assert np.abs(one - other).max() > 1e-3


def test_values_are_normalised_as_the_card_says(tmp_path: Path) -> None:
    backend = open_backend(write_toy_pack(tmp_path, chroma_gain=2.0), "cpu")
    assert (backend.device, backend.device_label) == ("cpu", "CPU")
    lightness = np.full((1, 5, 9), 80.0, np.float32)
    hints = np.zeros((1, 5, 9, 3), np.float32)
    hints[0, 2, 3] = (-10.0, 4.0, 1.0)
    ab = backend.predict(lightness, hints)
    assert ab.shape == (1, 5, 9, 2)
    assert ab[0, 0, 0] == pytest.approx([2 * TOY_A, 2 * TOY_B_SLOPE * 30], abs=0.05)
    assert ab[0, 2, 3] == pytest.approx([2 * (TOY_A - 10), 2 * (TOY_B_SLOPE * 30 + 4)], abs=0.05)


def test_a_graph_that_does_not_fit_its_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.cspack"
    write_pack(path, toy_card(), toy_weights(), b"not a graph")
    with pytest.raises(PackError, match=r"network in odd\.cspack"):
        open_backend(open_pack(path), "cpu")


def test_an_unknown_architecture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"network in toy-1\.0\.cspack"):
        open_backend(write_toy_pack(tmp_path), "cpu", engine="torch")


def test_a_device_that_is_not_here_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "available_devices", lambda: ("cpu",))
    assert device.choose_device("auto") == "cpu"
    with pytest.raises(DeviceError, match="no usable device 'cuda'; choose one of: cpu"):
        device.choose_device("cuda")


def test_noise_depends_on_the_seed_alone() -> None:
    card = toy_card(noise_channels=1000, noise_probability=0.25)
    one, two = sample_noise(card, [5, 6])
    assert np.array_equal(sample_noise(card, [6])[0], two)
    assert not np.array_equal(one, two)
    assert set(np.unique(one)) == {np.float32(0), np.float32(1 / 0.75)}
    assert one.mean() == pytest.approx(1.0, abs=0.1)
    assert sample_noise(toy_card(), [1]) is None
