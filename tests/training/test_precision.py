"""Mixed precision on the CPU: where it helps, unless something else is wanted."""

from __future__ import annotations

import pytest
import torch

from training.precision import choose_precision


@pytest.mark.parametrize(
    ("amp", "computes", "dtype"),
    [
        ("auto", True, torch.bfloat16),
        ("auto", False, None),
        ("off", True, None),
        ("bf16", False, torch.bfloat16),
    ],
)
def test_auto_takes_bf16_where_the_processor_computes_it(
    amp: str, computes: bool, dtype: torch.dtype | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.precision._cpu_computes_bf16", lambda: computes)
    precision = choose_precision("cpu", amp)
    assert (precision.device.type, precision.dtype) == ("cpu", dtype)
    assert not precision.scaler().is_enabled()


def test_the_processor_can_be_asked() -> None:
    assert choose_precision("cpu", "auto").dtype in (torch.bfloat16, None)
