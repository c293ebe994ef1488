"""Losses against formulas by hand, and the order of the updates."""

from __future__ import annotations

import copy
import math

import pytest
import torch

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig, from_dict, load_recipe
from colorstudio.core.training_sections import LossConfig, OptimizerConfig, PackConfig
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import EfficientUnet, UnetGenerator
from training.batches import Batch
from training.finish import shipped_generator
from training.initialise import grow_generator
from training.losses import GANLoss, chroma_loss, compress_chroma, pixel_loss
from training.precision import choose_precision
from training.schedule import adversarial_weight, discriminator_rate_factor, rate_factor, uses_discriminator
from training.shipped import find_recipe
from training.task import ColorizationTask, parameter_groups

LOGITS = torch.tensor([-1.5, 0.2, 2.0])


def _mean(function: object) -> float:
    return sum(function(x) for x in LOGITS.tolist()) / 3  # type: ignore[operator]


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.mark.parametrize(
    ("mode", "real", "fake", "generator"),
    [
        (
            "vanilla",
            lambda x: -math.log(_sigmoid(x)),
            lambda x: -math.log(1 - _sigmoid(x)),
            lambda x: -math.log(_sigmoid(x)),  # non-saturating: not log(1 - D)
        ),
        (
            "saturating",
            lambda x: -math.log(_sigmoid(x)),
            lambda x: -math.log(1 - _sigmoid(x)),
            lambda x: math.log(1 - _sigmoid(x)),  # the minimax game itself
        ),
        ("lsgan", lambda x: (x - 1) ** 2, lambda x: x**2, lambda x: (x - 1) ** 2),
        ("hinge", lambda x: max(0.0, 1 - x), lambda x: max(0.0, 1 + x), lambda x: -x),
    ],
)
def test_adversarial_losses(mode: str, real: object, fake: object, generator: object) -> None:
    loss = GANLoss(mode)
    assert float(loss.discriminator(LOGITS, True)) == pytest.approx(_mean(real), rel=1e-5)
    assert float(loss.discriminator(LOGITS, False)) == pytest.approx(_mean(fake), rel=1e-5)
    assert float(loss.generator(LOGITS)) == pytest.approx(_mean(generator), rel=1e-5)


def test_the_saturating_generator_has_no_gradient_where_d_is_sure_and_the_other_has() -> None:
    for mode, gradient in (("saturating", 0.0), ("vanilla", -1.0)):
        sure_of_a_fake = torch.tensor([-60.0], requires_grad=True)
        GANLoss(mode).generator(sure_of_a_fake).backward()
        assert float(sure_of_a_fake.grad) == pytest.approx(gradient, abs=1e-6)
    taken_for_real = torch.tensor([200.0])
    assert float(GANLoss("saturating").generator(taken_for_real)) == pytest.approx(-200.0)


def test_an_unknown_loss_is_named() -> None:
    with pytest.raises(ValueError, match="wasserstein"):
        GANLoss("wasserstein")


def test_the_pixel_loss_is_l1_or_huber() -> None:
    fake, real = torch.tensor([0.0, 0.0]), torch.tensor([1.0, 2.0 / 110.0])
    assert float(pixel_loss(fake, real, 0.0)) == pytest.approx((1 + 2 / 110) / 2)
    beta = 4.0 / 110.0
    expected = ((1 - beta / 2) + 0.5 * (2 / 110) ** 2 / beta) / 2
    assert float(pixel_loss(fake, real, 4.0)) == pytest.approx(expected)


def test_compressed_chroma_keeps_the_hue_and_shortens_what_is_far() -> None:
    ab = torch.tensor([[3.0, 4.0], [-30.0, 40.0], [0.0, 0.0]]).T[None, :, :, None]
    short = compress_chroma(ab, 0.045)[0, :, :, 0].T
    for before, after, chroma in zip(ab[0, :, :, 0].T, short, (5.0, 50.0, 0.0), strict=True):
        assert float(after.norm()) == pytest.approx(math.log1p(0.045 * chroma) / 0.045, abs=0.02)
        assert float(before[0] * after[1] - before[1] * after[0]) == pytest.approx(0.0, abs=1e-3)


def test_vividness_makes_more_colour_cheaper() -> None:
    config = LossConfig(compression=0.03, vividness=0.3)
    real = torch.zeros(1, 2, 4, 4)
    real[:, 0, :2], real[:, 0, 2:] = 0.2, -0.2
    plain = [float(chroma_loss(real * k, real, LossConfig(compression=0.03))) for k in (0.8, 1.0, 1.2)]
    vivid = [float(chroma_loss(real * k, real, config)) for k in (0.8, 1.0, 1.2)]
    assert plain[1] < min(plain[0], plain[2])
    assert vivid[0] - vivid[2] > plain[0] - plain[2]
    assert float(chroma_loss(real * 0.8, real, LossConfig())) == pytest.approx(float(pixel_loss(real * 0.8, real, 0)))


def test_a_generator_grows_from_a_smaller_one() -> None:
    torch.manual_seed(0)
    small = EfficientUnet(decoder="16-16-8-8").eval()
    torch.nn.init.normal_(small.steps[-1].conv.weight, 0, 0.1)
    grown = grow_generator(small, EfficientUnet(decoder="16-16-8-8", hint_memory=2)).eval()
    L = torch.rand(1, 1, 64, 64)
    with torch.no_grad():
        assert torch.allclose(grown(L), small(L), atol=1e-6)  # sums of more terms are ordered otherwise
    with pytest.raises(TrainingError, match="does not fit"):
        grow_generator(small, EfficientUnet(decoder="24-16-8-8"))


def test_a_pack_may_have_another_noise_and_more_caution_than_training() -> None:
    learned = EfficientUnet(decoder="16-16-8-8", hint_memory=2)
    shipped = shipped_generator(learned, PackConfig(noise_steps=1, noise_rate=0.4, hint_caution=1.5))
    assert isinstance(shipped, EfficientUnet)
    assert (shipped.noise_channels, shipped.noise_rate, learned.noise_rate) == (16, 0.4, 0.1)
    assert torch.allclose(shipped.memory.threshold.bias, learned.memory.threshold.bias + 1.5)
    assert shipped_generator(learned, PackConfig()).arguments == learned.arguments


def test_rates_over_a_run() -> None:
    linear = OptimizerConfig(schedule="linear")
    assert [rate_factor(linear, s, 200) for s in (0, 99, 150, 199)] == pytest.approx([1, 1, 0.5, 0.01])
    assert discriminator_rate_factor(linear, 150, 200) == pytest.approx(0.5)
    cosine = OptimizerConfig(schedule="cosine", warm_up_steps=10, floor=0.1)
    assert rate_factor(cosine, 0, 200) == pytest.approx(0.1)
    assert rate_factor(cosine, 100, 200) == pytest.approx(0.5)
    assert rate_factor(cosine, 199, 200) == pytest.approx(0.1)
    assert discriminator_rate_factor(cosine, 199, 200) == 1.0


def test_the_discriminator_comes_in_after_the_warm_up() -> None:
    loss = LossConfig(lambda_GAN=0.5, warm_up=0.5, ramp=2)
    assert [uses_discriminator(loss, s, 10) for s in (4, 5)] == [False, True]
    assert [adversarial_weight(loss, s, 10) for s in (4, 5, 6, 9)] == [0.0, 0.25, 0.5, 0.5]
    assert not uses_discriminator(LossConfig(lambda_GAN=0.0), 9, 10)


def _task(config: TrainingConfig, steps: int = 10, amp: str = "off") -> ColorizationTask:
    torch.manual_seed(0)
    netG = UnetGenerator(num_downs=5, ngf=2)
    return ColorizationTask(netG, NLayerDiscriminator(ndf=2), config, steps, choose_precision("cpu", amp))


def _batch() -> Batch:
    torch.manual_seed(1)
    return Batch(torch.rand(2, 1, 32, 32), torch.zeros(2, 3, 32, 32), torch.rand(2, 2, 32, 32) - 0.5)


def _copy(net: torch.nn.Module) -> list[torch.Tensor]:
    return [p.detach().clone() for p in net.parameters()]


def _same(net: torch.nn.Module, before: list[torch.Tensor]) -> bool:
    return all(torch.equal(p, q) for p, q in zip(net.parameters(), before, strict=True))


def test_d_is_updated_on_detached_fakes_first_then_g_with_d_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    task, order = _task(from_dict({})), []
    update_D, update_G = task._update_D, task._update_G

    def watched_D(parts):  # type: ignore[no-untyped-def]
        assert torch.equal(parts[0].real_B, _batch().real_B)
        before = _copy(task.netG)
        task.optimizer_G.zero_grad(set_to_none=True)
        losses = update_D(parts)
        assert _same(task.netG, before)
        assert all(p.grad is None for p in task.netG.parameters())
        order.append("D")
        return losses

    def watched_G(parts, weight):  # type: ignore[no-untyped-def]
        before = _copy(task.netD)
        gradients = [p.grad.clone() for p in task.netD.parameters()]
        losses = update_G(parts, weight)
        assert not any(p.requires_grad for p in task.netD.parameters())
        assert _same(task.netD, before)
        assert all(torch.equal(p.grad, g) for p, g in zip(task.netD.parameters(), gradients, strict=True))
        order.append("G")
        return losses

    monkeypatch.setattr(task, "_update_D", watched_D)
    monkeypatch.setattr(task, "_update_G", watched_G)
    before = _copy(task.netG), _copy(task.netD)
    for step in range(2):
        task.train_step(_batch(), step)
    assert order == ["D", "G"] * 2
    assert not _same(task.netG, before[0])
    assert not _same(task.netD, before[1])


def test_the_sum_of_the_losses_is_that_of_the_paper() -> None:
    losses = _task(from_dict({"loss": {"lambda_L1": 100.0, "lambda_GAN": 1.0}})).train_step(_batch(), 0)
    expected = losses["loss_G_GAN"] + 100.0 * losses["loss_G_L1"]
    assert float(losses["loss_G"]) == pytest.approx(float(expected), rel=1e-5)


def test_victorian400_optimises_as_the_paper_does() -> None:
    task = _task(load_recipe(find_recipe("victorian400")))
    for optimizer in (task.optimizer_G, task.optimizer_D):
        assert type(optimizer) is torch.optim.Adam
        assert {(group["lr"], group["betas"]) for group in optimizer.param_groups} == {(2e-4, (0.5, 0.999))}
    assert (task.criterionGAN.gan_mode, task.config.loss.lambda_L1, task.config.batch_size) == ("vanilla", 100.0, 1)


def test_noise_drops_half_of_the_channels_and_doubles_the_others() -> None:
    netG = UnetGenerator(num_downs=6, ngf=8)
    task = ColorizationTask(netG, NLayerDiscriminator(ndf=2), from_dict({}), 10, choose_precision("cpu", "off"))
    masks = task._noise(0, 200)
    assert masks is not None
    assert set(masks.unique().tolist()) == {0.0, 2.0}
    assert float(masks.mean()) == pytest.approx(1.0, abs=0.05)


def test_in_the_warm_up_the_discriminator_rests() -> None:
    task = _task(from_dict({"loss": {"warm_up": 0.5}}))
    before = _copy(task.netD)
    losses = task.train_step(_batch(), 0)
    assert set(losses) == {"loss_G_L1", "loss_G"}
    assert _same(task.netD, before)
    assert "loss_D_real" in task.train_step(_batch(), 5)


@pytest.mark.parametrize("amp", ["off", "bf16"])
def test_a_task_continues_from_its_state(amp: str) -> None:
    config = from_dict({"optimizer": {"ema": 0.9}})
    task, twin = _task(config, amp=amp), _task(config, amp=amp)
    task.train_step(_batch(), 0)
    twin.load_state_dict(copy.deepcopy(task.state_dict()))
    for net in (task, twin):
        net.train_step(_batch(), 1)
    assert _same(twin.netG, _copy(task.netG))
    assert _same(twin.netD, _copy(task.netD))
    assert _same(twin.averaged, _copy(task.averaged))


def test_averaged_weights_follow_and_are_those_to_use() -> None:
    task = _task(from_dict({"optimizer": {"ema": 0.99, "lr": 0.01}}))
    start = _copy(task.netG)
    for step in range(3):
        task.train_step(_batch(), step)
    assert task.best_generator is task.averaged
    between = zip(start, task.averaged.parameters(), task.netG.parameters(), strict=True)
    assert sum(float((a - e).abs().sum()) for a, e, _ in between) > 0
    assert not _same(task.averaged, _copy(task.netG))
    assert _task(from_dict({})).best_generator.training


def test_the_average_follows_closely_at_the_start_of_a_run() -> None:
    task = _task(from_dict({"optimizer": {"ema": 0.999, "lr": 0.01}}))
    expected = _copy(task.netG)
    for step, decay in enumerate((1 / 10, 2 / 11, 3 / 12)):
        task.train_step(_batch(), step)
        expected = [e * decay + p * (1 - decay) for e, p in zip(expected, _copy(task.netG), strict=True)]
        assert all(torch.allclose(p, e, atol=1e-6) for p, e in zip(task.averaged.parameters(), expected, strict=True))


def test_the_average_never_follows_closer_than_it_is_told_late_in_a_run() -> None:
    task = _task(from_dict({"optimizer": {"ema": 0.9, "lr": 0.01}}), steps=2000)
    before = _copy(task.averaged)
    task.train_step(_batch(), 1000)
    expected = [e * 0.9 + p * 0.1 for e, p in zip(before, _copy(task.netG), strict=True)]
    assert all(torch.allclose(p, e, atol=1e-6) for p, e in zip(task.averaged.parameters(), expected, strict=True))


def test_the_encoder_has_its_own_rate_and_frozen_statistics() -> None:
    config = from_dict(
        {"optimizer": {"encoder_lr": 1e-4, "lr": 1e-3, "weight_decay": 0.1, "freeze_encoder_norm": True}}
    )
    netG = EfficientUnet(decoder="8-8-8-8")
    rates = {(g["lr"], g["weight_decay"]) for g in parameter_groups(netG, config.optimizer)}
    assert rates == {(1e-4, 0.1), (1e-4, 0.0), (1e-3, 0.1), (1e-3, 0.0)}
    assert sum(len(g["params"]) for g in parameter_groups(netG, config.optimizer)) == len(list(netG.parameters()))
    task = ColorizationTask(netG, NLayerDiscriminator(ndf=2), config, 4, choose_precision("cpu", "off"))
    encoder, decoder = netG.encoder.stem_norm.running_mean.clone(), netG.steps[0].norm.running_mean.clone()
    task.train_step(_batch(), 0)
    assert torch.equal(netG.encoder.stem_norm.running_mean, encoder)
    assert not torch.equal(netG.steps[0].norm.running_mean, decoder)


def _odd_batch() -> Batch:
    torch.manual_seed(2)
    hints = torch.zeros(5, 3, 32, 32)
    hints[1, :, :9, :9] = 0.5
    return Batch(torch.rand(5, 1, 32, 32) * 2 - 1, hints, torch.rand(5, 2, 32, 32) - 0.5)


def _plain_task(**loss: object) -> ColorizationTask:
    """Without batch statistics, with noise, and with an optimiser whose steps are as large as the gradients."""
    torch.manual_seed(0)
    config = from_dict({"batch_size": 5, "loss": {"lambda_L1": 1.0, **loss}})
    netG = UnetGenerator(num_downs=6, ngf=2, norm="instance")
    netD = NLayerDiscriminator(ndf=2, n_layers=1, norm="instance")
    task = ColorizationTask(netG, netD, config, 10, choose_precision("cpu", "off"))
    task.optimizer_G = torch.optim.SGD(task.optimizer_G.param_groups, lr=1.0)
    task.optimizer_D = torch.optim.SGD(task.optimizer_D.param_groups, lr=1.0)
    for group in [*task.optimizer_G.param_groups, *task.optimizer_D.param_groups]:
        group["full_lr"] = 1.0
    return task


@pytest.mark.parametrize("gan_mode", ["vanilla", "hinge"])
@pytest.mark.parametrize("micro_batch", [1, 2, 3])
def test_a_batch_in_parts_learns_what_the_whole_batch_does(gan_mode: str, micro_batch: int) -> None:
    whole, parts = _plain_task(gan_mode=gan_mode), _plain_task(gan_mode=gan_mode)
    start = _copy(whole.netG), _copy(whole.netD)
    expected = whole.train_step(_odd_batch(), 3)
    parts.micro_batch = micro_batch
    losses = parts.train_step(_odd_batch(), 3)
    assert losses.keys() == expected.keys()
    for name, loss in losses.items():
        assert float(loss) == pytest.approx(float(expected[name]), rel=1e-5)
    for net, twin, before in zip((whole.netG, whole.netD), (parts.netG, parts.netD), start, strict=True):
        assert not _same(net, before)
        for p, q in zip(net.parameters(), twin.parameters(), strict=True):
            assert torch.allclose(p, q, atol=1e-6)


def test_a_batch_in_parts_is_counted_once_by_running_statistics() -> None:
    torch.manual_seed(0)
    netG = UnetGenerator(num_downs=5, ngf=2, norm_mode="running")
    task = ColorizationTask(netG, NLayerDiscriminator(ndf=2), from_dict({}), 10, choose_precision("cpu", "off"))
    task.micro_batch = 2
    task.train_step(_odd_batch(), 0)
    counts = {int(m.num_batches_tracked) for m in netG.modules() if isinstance(m, torch.nn.BatchNorm2d)}
    assert counts == {3}
    assert all(m.track_running_stats for m in netG.modules() if isinstance(m, torch.nn.BatchNorm2d))


def test_parts_and_rates_are_part_of_the_state() -> None:
    task, twin = _plain_task(), _plain_task()
    task.micro_batch, task.rate_share = 2, 0.25
    twin.load_state_dict(copy.deepcopy(task.state_dict()))
    assert (twin.micro_batch, twin.rate_share) == (2, 0.25)
    twin.train_step(_odd_batch(), 0)
    assert {group["lr"] for group in twin.optimizer_G.param_groups} == {0.25}
    older = {key: value for key, value in task.state_dict().items() if key not in {"micro_batch", "rate_share"}}
    twin.load_state_dict(older)
    assert (twin.micro_batch, twin.rate_share) == (0, 1.0)


def test_d_is_updated_d_steps_times_on_batches_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    task, seen = _plain_task(), []
    update_D = task._update_D

    def watched(parts, alone=False):  # type: ignore[no-untyped-def]
        before = _copy(task.netG), _copy(task.netD)
        losses = update_D(parts, alone)
        assert _same(task.netG, before[0])
        assert not _same(task.netD, before[1])
        seen.append((float(parts[0].real_B.sum()), float(parts[0].noise.sum()), alone, parts[0].fake_B is None))
        return losses

    monkeypatch.setattr(task, "_update_D", watched)
    batch, others = _odd_batch(), [_odd_batch(), _odd_batch()]
    others = [Batch(b.real_A, b.hints, b.real_B * (0.5 + i)) for i, b in enumerate(others)]
    task.train_step(Batch(batch.real_A, batch.hints, batch.real_B, tuple(others)), 0)
    assert [entry[2:] for entry in seen] == [(True, True), (True, True), (False, False)]
    assert seen[-1][0] == pytest.approx(float(batch.real_B.sum()))
    assert len({entry[0] for entry in seen}) == len({entry[1] for entry in seen}) == 3
