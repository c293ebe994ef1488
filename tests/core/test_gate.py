"""The verdict about a new model: what counts as better, and what is chance."""

from __future__ import annotations

import json
from math import comb
from pathlib import Path

import numpy as np
import pytest

from colorstudio.core.ballot import Advice, Ballot, Vote, advise, count, draw_ballot, load_ballot, save_ballot
from colorstudio.core.errors import TrainingError
from colorstudio.core.figures import Figures
from colorstudio.core.gate import (
    BlindPair,
    Finding,
    GateReport,
    MeasuredPicture,
    Outcome,
    judge,
)
from colorstudio.core.gate_statistics import bootstrap_interval, share_interval, sign_flip_chance, sign_test_chance

TRUTH_CHROMA = 20.0
GREY = Figures(psnr=20.0, chroma_error=20.0, delta_e2000=12.0, chroma=0.0, colorfulness=0.0)


def scores(delta: float, chroma: float = 15.0) -> Figures:
    return Figures(psnr=30.0 - delta, chroma_error=delta * 1.5, delta_e2000=delta, chroma=chroma, colorfulness=20.0)


def measured(model: list[Figures], base: list[Figures], rolls: int = 0) -> tuple[MeasuredPicture, ...]:
    """Pictures in `rolls` rolls; 0: each is its own."""
    return tuple(
        MeasuredPicture(f"p{i}", f"roll {i % rolls}" if rolls else f"p{i}", new, old, GREY, TRUTH_CHROMA)
        for i, (new, old) in enumerate(zip(model, base, strict=True))
    )


def report(model: list[Figures], base: list[Figures], rolls: int = 0, **changes: object) -> GateReport:
    return GateReport("own@1.0", "photographs@1.1", held_out=measured(model, base, rolls), **changes)  # type: ignore[arg-type]


def noisy(mean: float, count: int, seed: int, chroma: float = 15.0, spread: float = 1.0) -> list[Figures]:
    return [scores(mean + spread * float(x), chroma) for x in np.random.default_rng(seed).standard_normal(count)]


# Statistics


def test_the_randomisation_test_counts_all_signs() -> None:
    assert sign_flip_chance([1.0] * 6) == 2 / 2**6  # all agree: only the two extremes are as far
    assert sign_flip_chance([1.0, -1.0]) == 1.0
    assert sign_flip_chance([3.0, 1.0]) == 0.5  # of 4, 2, -2, -4 two are as far as 4
    assert sign_flip_chance([]) == sign_flip_chance([0.0, 0.0]) == 1.0


def test_random_signs_agree_with_all_of_them_and_are_the_same_every_time() -> None:
    values = list(np.random.default_rng(1).normal(0.35, 1.0, 20))
    drawn = sign_flip_chance(values)
    signs = 2.0 * (np.arange(2**20)[:, None] >> np.arange(20) & 1) - 1.0
    exact = float(np.mean(np.abs(signs @ np.array(values)) >= abs(sum(values)) - 1e-12))
    assert drawn == pytest.approx(exact, abs=0.015)
    assert drawn == sign_flip_chance(values)


def test_chance_is_called_a_difference_as_seldom_as_promised() -> None:
    rng = np.random.default_rng(7)
    called = [sign_flip_chance(list(rng.standard_t(3, 10))) <= 0.05 for _ in range(600)]
    assert 0.02 < np.mean(called) < 0.08


def test_the_interval_of_a_mean_covers_it_as_often_as_promised_when_rolls_are_drawn_whole() -> None:
    rng = np.random.default_rng(3)
    covered = 0
    for _ in range(150):
        rolls = [rng.normal(rng.normal(1.0, 1.0), 0.2, 8) for _ in range(20)]
        low, high = bootstrap_interval([float(roll.sum()) for roll in rolls], [8] * 20)
        covered += low <= 1.0 <= high
    assert 0.87 <= covered / 150 <= 0.99


def test_the_sign_test_is_binomial() -> None:
    assert sign_test_chance(0, 0) == sign_test_chance(4, 4) == 1.0
    assert sign_test_chance(9, 1) == sign_test_chance(1, 9) == 2 * (1 + comb(10, 1)) / 2**10
    assert share_interval(0, 0) == (0.0, 1.0)
    low, high = share_interval(8, 10)
    assert (low, high) == pytest.approx((0.4902, 0.9433), abs=1e-3)  # Wilson's interval, from tables


# The verdict


def test_a_clear_win_is_a_win() -> None:
    verdict = judge(report(noisy(8.0, 30, 1), noisy(9.0, 30, 2)))
    assert verdict.finding is Finding.WINS
    assert verdict.decisive.outcome is Outcome.BETTER
    assert verdict.decisive.low < verdict.decisive.change < verdict.decisive.high < 0
    assert verdict.decisive.nearer + verdict.decisive.farther == verdict.pictures == 30
    assert verdict.decisive.nearer > 15


def test_a_clear_loss_is_a_loss() -> None:
    assert judge(report(noisy(9.0, 30, 1), noisy(8.0, 30, 2))).finding is Finding.LOSES


def test_luck_is_no_win() -> None:
    base, dice = noisy(9.0, 40, 2), np.random.default_rng(5).standard_normal(40)
    luck = 2.0 * (dice - dice.mean()) - 0.2  # a mean of -0.2 among changes of 2 to either side
    verdict = judge(report([scores(each.delta_e2000 + float(x)) for each, x in zip(base, luck, strict=True)], base))
    assert verdict.decisive.change == pytest.approx(-0.2)
    assert verdict.finding is Finding.UNDECIDED


def test_what_no_eye_could_see_is_no_win_however_sure_it_is() -> None:
    base = noisy(9.0, 200, 2)
    verdict = judge(report([scores(each.delta_e2000 - 0.05) for each in base], base))
    assert verdict.decisive.chance < 0.001
    assert verdict.finding is Finding.UNDECIDED


def test_getting_nearer_by_getting_paler_is_no_win() -> None:
    verdict = judge(report(noisy(8.0, 30, 1, chroma=8.0), noisy(9.0, 30, 2, chroma=16.0)))
    assert verdict.decisive.outcome is Outcome.BETTER
    assert verdict.finding is Finding.PALER
    vividness = verdict.judgements[2]
    assert (vividness.model, vividness.base, vividness.grey) == pytest.approx((0.4, 0.8, 0.0))


def test_too_strong_colours_are_as_wrong_as_too_weak_ones() -> None:
    verdict = judge(report(noisy(8.0, 30, 1, chroma=26.0), noisy(9.0, 30, 2, chroma=22.0)))
    assert verdict.judgements[2].outcome is Outcome.WORSE


def test_stronger_colours_that_are_nearer_to_the_truth_are_not_called_paler() -> None:
    verdict = judge(report(noisy(6.0, 30, 1, chroma=25.0), noisy(9.0, 30, 2, chroma=17.0)))
    assert verdict.judgements[2].outcome is Outcome.WORSE
    assert verdict.finding is Finding.WINS


def test_better_than_a_bad_base_but_worse_than_no_colour_is_no_win() -> None:
    assert judge(report(noisy(14.0, 30, 1), noisy(16.0, 30, 2))).finding is Finding.WORSE_THAN_GREY


def test_a_handful_of_pictures_shows_nothing() -> None:
    assert judge(report([scores(1.0)] * 5, [scores(9.0)] * 5)).finding is Finding.TOO_FEW
    assert judge(report([scores(1.0)] * 6, [scores(9.0)] * 6)).finding is Finding.WINS
    assert judge(report([], [])).finding is Finding.UNMEASURED


def test_a_roll_is_one_witness() -> None:
    """Two rolls of eight speak for the model and six against it: by pictures that would look sure."""
    gain = [-1.0, -1.2, -0.9, 0.5, 0.4, 0.6, 0.5, 0.4]
    base = [scores(9.0)] * 160
    model = [scores(9.0 + gain[i % 8]) for i in range(160)]
    assert judge(report(model, base)).decisive.chance < 0.15
    by_roll = judge(report(model, base, rolls=8))
    assert by_roll.by_roll
    assert by_roll.rolls == 8
    assert by_roll.decisive.chance > 0.5
    few = judge(report(model, base, rolls=4))
    assert not few.by_roll
    assert few.rolls == 4


def test_learning_by_heart_is_named() -> None:
    base = noisy(9.0, 30, 1)
    honest = report(noisy(8.0, 30, 2), base, learned=measured(noisy(7.9, 30, 3), noisy(9.0, 30, 4)))
    by_heart = report(noisy(8.8, 30, 2), base, learned=measured(noisy(3.0, 30, 3), noisy(9.0, 30, 4)))
    overfitting = judge(honest).overfitting
    assert overfitting is not None
    assert not overfitting.is_named
    overfitting = judge(by_heart).overfitting
    assert overfitting is not None
    assert overfitting.is_named
    assert overfitting.gain_learned == pytest.approx(6.0, abs=0.8)
    assert judge(report(base, base)).overfitting is None


def test_easier_pictures_among_the_learned_are_no_learning_by_heart() -> None:
    easy = measured(noisy(4.0, 30, 3), noisy(5.0, 30, 4))
    overfitting = judge(report(noisy(8.0, 30, 1), noisy(9.0, 30, 2), learned=easy)).overfitting
    assert overfitting is not None
    assert not overfitting.is_named


def test_a_report_survives_json() -> None:
    pair = BlindPair("a", "gate/00-truth.webp", "gate/00-model.webp", "gate/00-base.webp")
    before = report(noisy(8.0, 7, 1), noisy(9.0, 7, 2), pairs=(pair,), alike=2, base_names={"en": "Photographs"})
    assert GateReport.from_json(json.loads(json.dumps(before.to_json()))) == before
    for wrong in (None, {}, {"format": 2}, {**before.to_json(), "held_out": 3}):
        with pytest.raises(TrainingError, match="cannot be read"):
            GateReport.from_json(wrong)


# The blind comparison

PAIRS = tuple(BlindPair(f"p{i}", f"{i}-truth", f"{i}-model", f"{i}-base") for i in range(10))


def test_sides_are_even_and_hidden_behind_chance() -> None:
    ballots = [draw_ballot(PAIRS, seed) for seed in range(40)]
    assert all(sum(paper.model_left for paper in ballot.papers) == 5 for ballot in ballots)
    assert len({tuple(paper.model_left for paper in ballot.papers) for ballot in ballots}) > 30
    assert {ballot.papers[0].pair.name for ballot in ballots} == {pair.name for pair in PAIRS}
    for paper in ballots[0].papers:
        assert paper.sides[0 if paper.model_left else 1] == paper.pair.model


def judged(model: int, base: int) -> Ballot:
    """Votes for the model, then for the base, then ties."""
    ballot = draw_ballot(PAIRS, 1)
    for index in range(len(PAIRS)):
        left = ballot.papers[index].model_left
        side = (0 if left else 1) if index < model else (1 if left else 0) if index < model + base else 2
        ballot = ballot.voted(side)
    return ballot


def test_votes_are_counted_and_can_be_taken_back() -> None:
    ballot = judged(6, 3)
    tally = count(ballot)
    assert ballot.is_complete
    assert (tally.for_model, tally.for_base, tally.ties) == (6, 3, 1)
    assert not tally.is_certain
    assert tally.low < 6 / 9 < tally.high
    back = ballot.taken_back()
    assert back.at == 9
    assert not back.is_complete
    assert count(back).ties == 0
    assert Ballot().taken_back() == Ballot()
    assert not Ballot().is_complete
    assert back.papers[0].vote is Vote.MODEL


def test_votes_are_kept_and_those_for_other_pictures_are_not_believed(tmp_path: Path) -> None:
    assert load_ballot(PAIRS, tmp_path) == Ballot()
    ballot = judged(4, 2).taken_back()
    save_ballot(ballot, tmp_path)
    assert load_ballot(PAIRS, tmp_path) == ballot
    assert load_ballot(PAIRS[:5], tmp_path) == Ballot()
    (tmp_path / "ballot.json").write_text('[{"name": "p0"}]')
    assert load_ballot(PAIRS, tmp_path) == Ballot()


@pytest.mark.parametrize(
    ("model", "base", "votes", "advice"),
    [
        (8.0, 9.0, (0, 0), Advice.USE),
        (8.0, 9.0, (9, 1), Advice.USE),
        (8.0, 9.0, (1, 9), Advice.KEEP_BY_EYE),
        (8.0, 9.0, (4, 6), Advice.USE),  # not certain: the figures decide
        (9.0, 9.0, (0, 0), Advice.KEEP),
        (9.0, 9.0, (10, 0), Advice.USE_BY_EYE),
        (9.0, 9.0, (6, 4), Advice.KEEP),
        (10.0, 9.0, (10, 0), Advice.KEEP),  # a liking does not make false colours true
    ],
)
def test_figures_and_eyes_are_joined(model: float, base: float, votes: tuple[int, int], advice: Advice) -> None:
    same = model == base
    new = noisy(base, 30, 2) if same else noisy(model, 30, 1)
    verdict = judge(report(new, noisy(base, 30, 2)))
    ballot = judged(*votes) if any(votes) else Ballot()
    assert advise(verdict, ballot) is advice
    assert advice.recommends == advice.name.startswith("USE")


def test_a_comparison_that_was_broken_off_changes_nothing() -> None:
    verdict = judge(report(noisy(8.0, 30, 1), noisy(9.0, 30, 2)))
    assert advise(verdict, judged(0, 10).taken_back()) is Advice.USE
