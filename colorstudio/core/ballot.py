"""The blind comparison: which of two results does the archivist believe more, not knowing which is whose?

Sides and order are drawn at random; the votes are kept beside the run, so that a comparison can be broken off and
taken up again, and is part of the recommendation.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from colorstudio.core.files import write_json_atomically
from colorstudio.core.gate import CHANCE, BlindPair, Finding, Verdict
from colorstudio.core.gate_statistics import share_interval, sign_test_chance

_FILE = "ballot.json"


class Vote(Enum):
    """What was said of a pair."""

    MODEL = "model"
    BASE = "base"
    TIE = "tie"


@dataclass(frozen=True)
class BallotPaper:
    """A pair as it lies before the archivist.

    Attributes:
        pair: the picture.
        model_left: whether the new model's result is the left one.
        vote: None: not judged yet.
    """

    pair: BlindPair
    model_left: bool
    vote: Vote | None = None

    @property
    def sides(self) -> tuple[str, str]:
        """The files at the left and at the right."""
        files = self.pair.model, self.pair.base
        return files if self.model_left else files[::-1]

    def voted(self, side: int) -> BallotPaper:
        """With a vote for the left (0) or the right (1) side; any other number is a tie."""
        if side not in (0, 1):
            return replace(self, vote=Vote.TIE)
        return replace(self, vote=Vote.MODEL if (side == 0) == self.model_left else Vote.BASE)


@dataclass(frozen=True)
class Ballot:
    """All papers, in the order in which they are shown."""

    papers: tuple[BallotPaper, ...] = ()

    @property
    def at(self) -> int:
        """Index of the first paper without a vote; their number if all have one."""
        return next((index for index, paper in enumerate(self.papers) if paper.vote is None), len(self.papers))

    @property
    def is_complete(self) -> bool:
        """Whether there are papers and all have a vote."""
        return bool(self.papers) and self.at == len(self.papers)

    def voted(self, side: int) -> Ballot:
        """With a vote (see `BallotPaper.voted`) on the paper that is next."""
        at = self.at
        return Ballot((*self.papers[:at], self.papers[at].voted(side), *self.papers[at + 1 :]))

    def taken_back(self) -> Ballot:
        """Without the last vote."""
        last = self.at - 1
        if last < 0:
            return self
        return Ballot((*self.papers[:last], replace(self.papers[last], vote=None), *self.papers[last + 1 :]))


@dataclass(frozen=True)
class Tally:
    """The votes, counted.

    Attributes:
        for_model, for_base, ties: how often.
        chance: how often chance alone gives so uneven a vote (sign test, two-sided).
        low, high: 95 % interval of the share of the new model among the votes that are no ties.
    """

    for_model: int
    for_base: int
    ties: int
    chance: float
    low: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Whether the preference is more than chance."""
        return self.chance <= CHANCE


class Advice(Enum):
    """What the archivist is told to do, and why."""

    USE = "use"
    """The figures are better, and the eyes do not contradict."""
    USE_BY_EYE = "use by eye"
    """The figures show no difference, and the eyes prefer the new model."""
    KEEP = "keep"
    """The finding of the figures speaks against it."""
    KEEP_BY_EYE = "keep by eye"
    """The figures are better, but the eyes prefer the base."""

    @property
    def recommends(self) -> bool:
        """Whether the new model is recommended."""
        return self in (Advice.USE, Advice.USE_BY_EYE)


def draw_ballot(pairs: Sequence[BlindPair], seed: int | None = None) -> Ballot:
    """Shuffle pairs and sides.

    Args:
        pairs: what is to be judged.
        seed: for tests; None: another one each time.
    """
    dice = random.Random(seed)
    order = dice.sample(list(pairs), len(pairs))
    # Half of the sides each, so that a habit of clicking left favours nobody.
    sides = [index % 2 == 0 for index in range(len(order))]
    dice.shuffle(sides)
    return Ballot(tuple(BallotPaper(pair, side) for pair, side in zip(order, sides, strict=True)))


def count(ballot: Ballot) -> Tally:
    """Count the votes."""
    votes = [paper.vote for paper in ballot.papers]
    model, base = votes.count(Vote.MODEL), votes.count(Vote.BASE)
    interval = share_interval(model, model + base)
    return Tally(model, base, votes.count(Vote.TIE), sign_test_chance(model, base), *interval)


def advise(verdict: Verdict, ballot: Ballot) -> Advice:
    """Join what the figures and the eyes say; a comparison that was broken off says nothing."""
    tally = count(ballot) if ballot.is_complete else None
    certain = tally if tally and tally.is_certain else None
    eyes_for = certain is not None and certain.for_model > certain.for_base
    eyes_against = certain is not None and certain.for_model < certain.for_base
    if verdict.finding is Finding.WINS:
        return Advice.KEEP_BY_EYE if eyes_against else Advice.USE
    open_to_eyes = verdict.finding in (Finding.UNDECIDED, Finding.TOO_FEW, Finding.PALER)
    return Advice.USE_BY_EYE if open_to_eyes and eyes_for else Advice.KEEP


# On disk


def save_ballot(ballot: Ballot, folder: Path) -> None:
    """Keep the votes in the folder with the pictures of the gate.

    Raises:
        OSError: the folder cannot be written.
    """
    papers = [
        {"name": paper.pair.name, "model_left": paper.model_left, "vote": paper.vote.value if paper.vote else ""}
        for paper in ballot.papers
    ]
    write_json_atomically(folder / _FILE, papers)


def load_ballot(pairs: Sequence[BlindPair], folder: Path) -> Ballot:
    """The votes that were kept; an empty ballot if there are none for these very pairs."""
    known = {pair.name: pair for pair in pairs}
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        papers = tuple(
            BallotPaper(known[paper["name"]], bool(paper["model_left"]), Vote(paper["vote"]) if paper["vote"] else None)
            for paper in kept
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Ballot()
    return Ballot(papers) if len(papers) == len(known) else Ballot()
