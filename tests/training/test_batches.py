"""Batches that several processes share, and those that D alone sees."""

from __future__ import annotations

import dataclasses

import pytest
import torch

from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import AugmentConfig, HintConfig, LossConfig, OptimizerConfig
from training.batches import Batch, BatchMaker
from training.data import load_data

EVERYTHING = AugmentConfig(0.5, 1.0, True, 0.6, fading=0.6, vignette=0.6, halftone=0.6, borders=0.6, paper_tint=0.6)


def _maker(config: TrainingConfig) -> BatchMaker:
    return load_data(config, lambda what, done, total: None).maker


def _planes(batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return batch.real_A, batch.hints, batch.real_B


@pytest.mark.parametrize("part", [slice(0, 3), slice(3, 6)])
def test_a_part_is_those_rows_of_the_whole_batch(small_config: TrainingConfig, part: slice) -> None:
    config = dataclasses.replace(
        small_config,
        batch_size=6,
        augment=EVERYTHING,
        hints=HintConfig(probability=0.7),
        optimizer=OptimizerConfig(d_steps=2),
    )
    whole = _maker(config)
    for step in range(4):
        expected, batch = whole.make(step), whole.of_part(part).make(step)
        for rows, all_rows in ((batch, expected), (batch.for_D[0], expected.for_D[0])):
            for plane, all_planes in zip(_planes(rows), _planes(all_rows), strict=True):
                assert torch.equal(plane, all_planes[part])


def test_every_update_of_d_has_pictures_of_its_own(small_config: TrainingConfig) -> None:
    loss = LossConfig(warm_up=0.5)
    config = dataclasses.replace(small_config, loss=loss, optimizer=OptimizerConfig(d_steps=3))
    plain, maker = _maker(dataclasses.replace(small_config, loss=loss)), _maker(config)
    assert maker.make(2).for_D == ()
    seen = []
    for step in (3, 4):
        batch = maker.make(step)
        assert all(torch.equal(p, q) for p, q in zip(_planes(batch), _planes(plain.make(step)), strict=True))
        seen += [batch, *batch.for_D]
    assert len({float(batch.real_B.double().sum()) for batch in seen}) == 6
