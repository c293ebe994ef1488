"""The memory of hints: silent without any, near and alike places first, no matter how large or how many."""

from __future__ import annotations

import pytest
import torch

from colorstudio.networks.generators import EfficientUnet, build_generator
from colorstudio.networks.hint_memory import HintMemory


def _memory(**changes: int) -> HintMemory:
    torch.manual_seed(0)
    return HintMemory(**({"channels": 8, "heads": 2} | changes)).eval()


def _hint(height: int, width: int, *places: tuple[int, int]) -> torch.Tensor:
    hints = torch.zeros(1, 3, height, width)
    for y, x in places:
        hints[:, :, y, x] = torch.tensor([0.5, -0.25, 1.0])
    return hints


@torch.no_grad()
def test_without_hints_nothing_is_recalled() -> None:
    recall = _memory()(torch.randn(2, 8, 12, 10), torch.zeros(2, 3, 12, 10))
    assert recall.colours.shape == (2, 2, 2, 12, 10)
    assert recall.weight.shape == (2, 2, 1, 12, 10)
    assert not recall.colours.any()
    assert float(recall.weight.max()) < 1e-6


@torch.no_grad()
def test_a_hint_is_recalled_where_it_lies_more_than_far_away() -> None:
    recall = _memory()(torch.zeros(1, 8, 32, 48), _hint(32, 48, (8, 8)))
    assert torch.allclose(recall.colours[:, :, 0], 0.5 * recall.weight[:, :, 0], atol=1e-4)
    weight = recall.weight[0, :, 0]
    assert (weight[:, 8, 8] > weight[:, 8, 16]).all()
    assert (weight[:, 8, 16] > weight[:, 30, 46]).all()


@torch.no_grad()
def test_what_looks_alike_recalls_more() -> None:
    memory = _memory()
    memory.key.load_state_dict(memory.query.state_dict())
    features = torch.randn(8)[None, :, None, None] * 6.0 * torch.ones(1, 8, 16, 16)
    features[..., 8:] *= -1.0  # an edge between columns 7 and 8
    memory.threshold.weight.zero_()
    weight = memory(features, _hint(16, 16, (8, 6))).weight[0, :, 0, 8]
    assert (weight[:, 4] > 2.0 * weight[:, 8]).all()  # both two columns from the hint


@torch.no_grad()
def test_more_cells_than_it_holds_leave_the_fullest() -> None:
    memory = _memory(capacity=4)
    hints = _hint(16, 16, *((y, x) for y in range(0, 16, 2) for x in range(0, 16, 2)))
    hints[:, :, 4:6, 4:6] = torch.tensor([-0.5, 0.5, 1.0])[:, None, None]
    recall = memory(torch.zeros(1, 8, 16, 16), hints)
    assert torch.isfinite(recall.colours).all()
    assert float(recall.colours[0, -1, 0, 4, 4]) < 0.0


def test_it_learns_and_bears_mixed_precision() -> None:
    memory = _memory().train()
    with torch.autocast("cpu", torch.bfloat16):
        recall = memory(torch.randn(2, 8, 16, 16).bfloat16(), _hint(16, 16, (3, 3)).repeat(2, 1, 1, 1))
    assert recall.colours.dtype == torch.float32
    recall.colours.square().sum().backward()
    for name, parameter in memory.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name


@pytest.mark.parametrize("hinted", [(), (1,), (0, 2), (0, 1, 2)])
def test_learning_leaves_out_the_work_for_pictures_without_hints_and_nothing_else(
    hinted: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = list[int]()
    recall_all = HintMemory._recall
    monkeypatch.setattr(HintMemory, "_recall", lambda self, f, h: (looked_up.append(len(h)), recall_all(self, f, h))[1])
    memory, features = _memory(), torch.randn(3, 8, 12, 10)
    hints = torch.zeros(3, 3, 12, 10)
    for i in hinted:
        hints[i] = _hint(12, 10, (2 + i, 3))
    results, gradients = [], []
    for learning in (False, True):
        memory.train(learning).zero_grad()
        seen = features.clone().requires_grad_()
        results.append(recall := memory(seen, hints))
        (recall.colours.square().sum() + recall.weight.sum()).backward()
        gradients.append([tensor.grad.clone() for tensor in (seen, *memory.parameters()) if tensor.grad is not None])
    assert looked_up == [3, len({0, *hinted})]
    assert len(gradients[0]) == 1 + len([*memory.parameters()])
    for whole, parts in zip(*results, strict=True):
        torch.testing.assert_close(parts, whole, atol=1e-6, rtol=1e-5)
    torch.testing.assert_close(gradients[1], gradients[0], atol=1e-6, rtol=1e-4)


def _unet(hint_memory: int) -> EfficientUnet:
    torch.manual_seed(0)
    return EfficientUnet(decoder="16-16-8-8", hint_memory=hint_memory).eval()


@torch.no_grad()
def test_hints_move_the_result_towards_their_colour_and_only_if_there_are_any() -> None:
    generator = _unet(2)
    L = torch.rand(1, 1, 64, 96)
    plain = generator(L)
    assert torch.allclose(generator(L, torch.zeros(1, 3, 64, 96)), plain, atol=1e-6)
    hinted = generator(L, _hint(64, 96, (32, 32), (33, 32)))
    assert float((hinted - plain)[0, 0, 32, 32]) > 0.02
    assert float((hinted - plain)[0, 1, 32, 32]) < -0.01


@torch.no_grad()
def test_a_gain_makes_the_guess_more_vivid_and_not_the_hints() -> None:
    generator, vivid = _unet(2), _unet(2)
    assert vivid.take_gain(1.5) == 1.0
    L, hints = torch.rand(1, 1, 64, 96), torch.ones(1, 3, 64, 96)
    assert torch.allclose(vivid(L), 1.5 * generator(L), atol=1e-6)
    generator.memory.threshold.bias.fill_(-30.0)  # hints everywhere, and all of them believed
    vivid.memory.threshold.bias.fill_(-30.0)
    assert torch.allclose(vivid(L, hints), generator(L, hints), atol=1e-4)
    assert _unet(0).take_gain(1.5) == 1.5


@torch.no_grad()
@pytest.mark.parametrize("hint_memory", [0, 2])
def test_noise_can_be_that_of_the_deepest_steps_alone(hint_memory: int) -> None:
    torch.manual_seed(0)
    generator = EfficientUnet(decoder="16-12-8-8", hint_memory=hint_memory, noise_steps=1).eval()
    assert generator.noise_channels == 16
    L = torch.rand(1, 1, 64, 64)
    assert torch.allclose(generator(L, noise=torch.ones(1, 16)), generator(L))
    assert not torch.equal(generator(L, noise=torch.zeros(1, 16)), generator(L))
    assert build_generator("efficient_unet", generator.arguments).noise_channels == 16


def test_arguments_of_packs_without_a_memory_are_as_they_were() -> None:
    assert "hint_memory" not in _unet(0).arguments
    twin = build_generator("efficient_unet", _unet(3).arguments)
    twin.load_state_dict(_unet(3).state_dict())


@pytest.mark.parametrize("stride", [1, 2])
def test_depthwise_convolutions_stay_exact_under_mixed_precision(stride: int) -> None:
    from colorstudio.networks.layers import DepthwiseConv2d

    torch.manual_seed(0)
    layer, x = DepthwiseConv2d(6, 3, stride), torch.randn(2, 6, 9, 9).bfloat16()
    with torch.autocast("cpu", torch.bfloat16):
        result = layer(x)
    assert result.dtype == torch.bfloat16
    expected = torch.nn.functional.conv2d(x.float(), layer.weight, None, stride, 1, groups=6)
    assert torch.equal(result, expected.bfloat16())
