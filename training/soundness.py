"""Do losses and weights stay numbers? A run whose numbers grow without limit must not go on, nor be saved."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn


class Soundness:
    """Looks at every step; on a GPU one step late, so that it need not stand still for the answer.

    Args:
        nets: whose weights are looked at.
    """

    def __init__(self, *nets: nn.Module) -> None:
        # Not their weights: a run that is paused takes those from the GPU, and brings back others.
        self._nets = nets
        self._newest: Tensor | None = None

    def note(self, losses: Mapping[str, Tensor]) -> bool:
        """Look at the losses of a step and at the weights after it; returns whether all is well as far as is known."""
        before, self._newest = self._newest, self._look(losses)
        if self._newest.device.type == "cpu":
            return self.settled()
        return before is None or bool(before)

    def settled(self) -> bool:
        """Whether all is well, the newest step included."""
        return self._newest is None or bool(self._newest)

    @torch.no_grad()
    def _look(self, losses: Mapping[str, Tensor]) -> Tensor:
        # A norm is not finite if one of its numbers is not: one pass, and no copy of the weights.
        norm = torch.nn.utils.get_total_norm([value for net in self._nets for value in net.parameters()])
        return torch.isfinite(torch.stack([norm, *(loss.detach().to(norm.device) for loss in losses.values())])).all()
