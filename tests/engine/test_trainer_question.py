"""Questions to the trainer: the newest one is answered."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorstudio.engine.training import training_job
from colorstudio.engine.training.recipes import recipe_names, shipped_recipe
from colorstudio.engine.training.trainer_question import TrainerQuestion

SCRIPT = """
import json, sys
print(json.dumps({"event": "progress", "done": 1, "total": 2}), flush=True)
if sys.argv[1] == "slow":
    sys.stdin.read()  # until it is killed: nobody writes there
if sys.argv[1] == "bad":
    print(json.dumps({"event": "failed", "error": "No.", "template": "No.", "values": {}}), flush=True)
    sys.exit(1)
print(json.dumps({"event": "report", "word": sys.argv[1], "options": sys.argv[2:]}), flush=True)
"""


@pytest.fixture
def question(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TrainerQuestion:
    """A question that a script answers."""
    script = tmp_path / "answers.py"
    script.write_text(SCRIPT)
    monkeypatch.setattr(training_job, "trainer_command", lambda words: [sys.executable, "-S", str(script), *words])
    return TrainerQuestion()


def test_an_answer_comes_with_its_progress(qtbot: QtBot, question: TrainerQuestion) -> None:
    steps: list[tuple[int, int]] = []
    question.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(question.answered) as answer:
        question.ask(["first"])
    assert answer.args == [{"word": "first", "options": ["--events"]}]
    assert steps == [(1, 2)]
    assert not question.is_asking


def test_an_error_is_told(qtbot: QtBot, question: TrainerQuestion) -> None:
    with qtbot.waitSignal(question.failed) as failure:
        question.ask(["bad"])
    assert str(failure.args[0]) == "No."


def test_the_newest_question_wins(qtbot: QtBot, question: TrainerQuestion) -> None:
    answers: list[object] = []
    question.answered.connect(answers.append)
    with qtbot.waitSignal(question.progressed):
        question.ask(["slow"])
    with qtbot.waitSignal(question.answered):
        question.ask(["second"])
        question.ask(["third"])
    assert [answer["word"] for answer in answers] == ["third"]  # type: ignore[index]


def test_a_question_that_is_withdrawn_is_not_answered(qtbot: QtBot, question: TrainerQuestion) -> None:
    with qtbot.waitSignal(question.progressed):
        question.ask(["slow"])
    question.withdraw()
    qtbot.waitUntil(lambda: not question.is_asking)
    with qtbot.waitSignal(question.answered) as answer:
        question.ask(["next"])
    assert answer.args[0]["word"] == "next"


def test_shutdown_ends_the_process(qtbot: QtBot, question: TrainerQuestion) -> None:
    with qtbot.waitSignal(question.progressed):
        question.ask(["slow"])
    question.shutdown()
    assert not question.is_asking


def test_recipes_are_found_without_importing_the_trainer(repository: Path) -> None:
    assert recipe_names() == sorted(path.stem for path in (repository / "training" / "recipes").glob("*.toml"))
    assert shipped_recipe("finetune").recipe == "finetune"
