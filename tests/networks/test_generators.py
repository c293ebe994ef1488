"""Generators: any size, the same answer twice, noise and hints that count."""

from __future__ import annotations

import pytest
import torch

from colorstudio.networks.encoder import FEATURE_CHANNELS, LITE0_STAGES, EfficientNetLite0, lite0_state_from_rgb
from colorstudio.networks.generators import EfficientUnet, Generator, UnetGenerator, build_generator


def _unet(**changes: object) -> UnetGenerator:
    return UnetGenerator(**({"num_downs": 6, "ngf": 4} | changes))  # type: ignore[arg-type]


def _efficient() -> EfficientUnet:
    torch.manual_seed(0)
    generator = EfficientUnet(decoder="16-16-8-8")
    for step in generator.steps:  # the ways of the hints start at zero: give them something to say
        torch.nn.init.normal_(step.conv.weight, 0, 0.1)
    torch.nn.init.normal_(generator.stem_hints.weight, 0, 0.1)
    torch.nn.init.normal_(generator.head.weight, 0, 0.1)
    return generator


@pytest.fixture(params=["unet", "unet-instance", "efficient"])
def generator(request: pytest.FixtureRequest) -> Generator:
    torch.manual_seed(0)
    makers = {"unet": _unet, "unet-instance": lambda: _unet(norm="instance"), "efficient": _efficient}
    return makers[request.param]().eval()


@pytest.mark.parametrize(("height", "width"), [(1, 1), (37, 91), (64, 128), (65, 63)])
def test_any_size_gives_chroma_of_that_size(generator: Generator, height: int, width: int) -> None:
    with torch.no_grad():
        ab = generator(torch.rand(2, 1, height, width))
    assert ab.shape == (2, 2, height, width)
    assert torch.isfinite(ab).all()


@torch.no_grad()
def test_without_noise_the_result_is_deterministic_and_independent_of_the_batch(generator: Generator) -> None:
    L = torch.rand(3, 1, 64, 64)
    first, second = generator(L), generator(L)
    assert torch.equal(first, second)
    assert torch.allclose(generator(L[1:2])[0], first[1], atol=1e-5)


@torch.no_grad()
def test_noise_of_ones_is_no_noise_and_other_noise_changes_the_result(generator: Generator) -> None:
    L = torch.rand(1, 1, 64, 64)
    plain = generator(L)
    ones = torch.ones(1, generator.noise_channels)
    assert torch.allclose(generator(L, noise=ones), plain)
    dropped = ones.clone()
    dropped[:, ::2] = 0.0
    assert not torch.allclose(generator(L, noise=dropped), plain)


@torch.no_grad()
def test_hints_change_the_result_and_none_means_none(generator: Generator) -> None:
    L, hints = torch.rand(1, 1, 64, 64), torch.zeros(1, 3, 64, 64)
    plain = generator(L, hints)
    assert torch.allclose(plain, generator(L))
    hints[:, :, 20:24, 20:24] = 1.0
    assert not torch.allclose(generator(L, hints), plain)


def test_a_generator_is_rebuilt_from_its_arguments(generator: Generator) -> None:
    twin = build_generator(generator.architecture, generator.arguments)
    twin.load_state_dict(generator.state_dict())
    L = torch.rand(1, 1, 64, 64)
    assert torch.equal(twin.eval()(L), generator(L))


@pytest.mark.parametrize(("num_downs", "layers"), [(8, 3), (7, 2), (5, 0)])
def test_noise_enters_the_inner_decoder_layers_of_the_paper(num_downs: int, layers: int) -> None:
    assert UnetGenerator(num_downs=num_downs, ngf=2).noise_channels == layers * 2 * 8


def test_unet_256_has_the_size_of_the_paper() -> None:
    generator = UnetGenerator(num_downs=8, ngf=64, uses_hints=False)
    down = [(1, 64), (64, 128), (128, 256), (256, 512), *[(512, 512)] * 4]
    up = [(512, 512), *[(1024, 512)] * 3, (1024, 256), (512, 128), (256, 64), (128, 2)]
    weights = sum(16 * channels * out for channels, out in down + up)
    norms = sum(2 * out for _, out in down[1:-1] + up[:-1])  # neither at the outermost nor at the innermost layer
    assert sum(p.numel() for p in generator.parameters()) == weights + norms + 2  # the only biases: of a and b


@pytest.mark.parametrize(("norm", "biased"), [("batch", 1), ("instance", 12)])
def test_the_unet_has_the_biases_of_pix2pix(norm: str, biased: int) -> None:
    layers = [m for m in _unet(norm=norm).modules() if isinstance(m, torch.nn.Conv2d | torch.nn.ConvTranspose2d)]
    assert sum(layer.bias is not None for layer in layers) == biased
    assert _unet(norm=norm).ups[0].conv.bias is not None


def test_the_unet_starts_with_the_initialisation_of_the_paper() -> None:
    torch.manual_seed(0)
    weights = torch.cat(
        [m.weight.detach().flatten() for m in _unet(ngf=16).modules() if isinstance(m, torch.nn.Conv2d)]
    )
    assert float(weights.mean()) == pytest.approx(0.0, abs=1e-4)
    assert float(weights.std()) == pytest.approx(0.02, rel=0.02)


def test_hints_leave_a_fresh_efficient_unet_untouched() -> None:
    generator = EfficientUnet(decoder="16-16-8-8").eval()
    L = torch.rand(1, 1, 64, 64)
    with torch.no_grad():
        assert torch.equal(generator(L, torch.ones(1, 3, 64, 64)), generator(L))


def test_hints_of_a_fresh_efficient_unet_learn() -> None:
    generator = EfficientUnet(decoder="16-16-8-8").train()
    generator(torch.rand(2, 1, 64, 64), torch.ones(2, 3, 64, 64)).square().sum().backward()
    assert float(generator.stem_hints.weight.grad.abs().sum()) > 0
    assert float(generator.steps[-1].conv.weight.grad[:, -3:].abs().sum()) > 0


def test_the_encoder_gives_five_features() -> None:
    features = EfficientNetLite0().eval()(torch.rand(1, 1, 64, 96))
    assert [f.shape[1] for f in features] == list(FEATURE_CHANNELS)
    assert [tuple(f.shape[2:]) for f in features] == [(64 // s, 96 // s) for s in (2, 4, 8, 16, 32)]


def _rgb_state(encoder: EfficientNetLite0) -> dict[str, torch.Tensor]:
    """A state of the RGB classifier whose three stem kernels sum to the encoder's."""
    own, state = encoder.state_dict(), {}
    state["_conv_stem.weight"] = own["stem.weight"].repeat(1, 3, 1, 1) / 3

    def norm(old: str, new: str) -> None:
        for name in ("weight", "bias", "running_mean", "running_var"):
            state[f"{old}.{name}"] = own[f"{new}.{name}"]

    norm("_bn0", "stem_norm")
    for i, stage in enumerate(LITE0_STAGES):
        parts = [("_expand_conv", "_bn0", "expand")] if stage.expansion != 1 else []
        for conv, bn, part in [*parts, ("_depthwise_conv", "_bn1", "depthwise"), ("_project_conv", "_bn2", "project")]:
            state[f"_blocks.{i}.{conv}.weight"] = own[f"blocks.{i}.{part}.0.weight"]
            norm(f"_blocks.{i}.{bn}", f"blocks.{i}.{part}.1")
    return state


def test_imagenet_names_are_mapped_completely() -> None:
    encoder, twin = EfficientNetLite0().eval(), EfficientNetLite0().eval()
    twin.load_state_dict(lite0_state_from_rgb(_rgb_state(encoder)))
    L = torch.rand(1, 1, 64, 64)
    for a, b in zip(encoder(L), twin(L), strict=True):
        assert torch.allclose(a, b, atol=1e-5)


def test_a_missing_imagenet_weight_is_an_error() -> None:
    state = _rgb_state(EfficientNetLite0())
    del state["_blocks.7._bn2.bias"]
    with pytest.raises(KeyError):
        lite0_state_from_rgb(state)


@pytest.mark.parametrize(
    ("architecture", "arguments"), [("resnet", {}), ("unet", {"depth": 3}), ("unet", {"norm_mode": "none"})]
)
def test_what_cannot_be_built_is_named(architecture: str, arguments: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"unknown generator|unet|norm_mode"):
        build_generator(architecture, arguments)
