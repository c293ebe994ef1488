"""An engine with a real thread and a toy workshop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from engine_recorder import Recorder
from toy_workshop import ToyWorkshop

from colorstudio.engine.inference_engine import InferenceEngine


@pytest.fixture
def workshop() -> ToyWorkshop:
    """What the engine's worker works with."""
    return ToyWorkshop()


@pytest.fixture
def engine(qapp: object, workshop: ToyWorkshop) -> Iterator[InferenceEngine]:
    """An engine; shut down at the end."""
    engine = InferenceEngine(lambda: workshop)
    yield engine
    workshop.gate.set()
    engine.shutdown()


@pytest.fixture
def recorder(engine: InferenceEngine) -> Recorder:
    """What the engine said."""
    return Recorder(engine)
