"""The monitor of a run, with made-up runs and no trainer: words, commands, many events, log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from run_events import event, started, step, steps, validation, write_events
from studio_window import wait_for
from toy_monitor import CURVES, LOG, Held, follow, newest_step, open_monitor

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_series import Series
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import from_dict
from colorstudio.ui.i18n import use_language
from colorstudio.ui.training.monitor.commands import RunCommand, offered, primary
from colorstudio.ui.training.monitor.curve_specs import SPECS
from colorstudio.ui.training.monitor.event_log import event_line
from colorstudio.ui.training.monitor.words import facts_words
from colorstudio.ui.training.monitor_page import MonitorPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MonitorPage]:
    with open_monitor(qtbot, qapp, tmp_path) as page:
        yield page


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run has a process."""
    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held())


# What is said


@pytest.mark.usefixtures("held")
def test_a_run_that_trains_is_told_with_its_time_and_health(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    events = [started(1000), *steps(1, 200, seconds_left=3600.0), validation(200, 8.0)]
    follow(page, tmp_path / "run", [each | {"time": time.time()} for each in events])
    wait_for(qtbot, lambda: page.health.texts())
    wait_for(qtbot, lambda: page.header.progress.value() == 200)
    assert "Learning" in page.header.phase()
    assert page.health.texts()[0].startswith("It is learning well.")
    assert page.header._steps.text() == "Step 200 of 1,000"
    assert page.header._time.text().startswith("about")
    assert "300 pictures, 15 kept" in page.header._facts.text()
    assert "pass 3 of 14" in page.header._facts.text()
    assert not page.header.situation()


def test_a_lost_run_says_what_is_lost_and_offers_to_go_on(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    events = [started(1000), *steps(1, 200), event("checkpoint", 200), *steps(201, 300)]
    follow(page, tmp_path / "run", events)
    wait_for(qtbot, lambda: "switched off" in page.header.situation())
    assert "At most 2 minutes of work are lost." in page.header.situation()
    assert page.header.buttons[RunCommand.RESTART].isVisible()
    assert not page.header.buttons[RunCommand.PAUSE].isVisible()
    assert not page.header.stop_now.isVisible()


def test_a_failure_is_said_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, page: MonitorPage, tmp_path: Path
) -> None:
    template = "{path} already holds a training run; resume it or choose another folder."
    failed = event("failed", 5, error="…", template=template, values={"path": "/a"})
    follow(page, tmp_path / "run", [started(10), *steps(1, 5), failed])
    wait_for(qtbot, lambda: page.header.situation().startswith("/a already holds"))
    use_language(qapp, "ko")
    try:
        wait_for(qtbot, lambda: "/a" in page.header.situation() and "holds" not in page.header.situation())
        assert page.header._title.text() == "슬라이드"
        assert page.tabs.tabText(CURVES) == "그래프"
    finally:
        use_language(qapp, "en")


PHASE_WORDS = {
    RunPhase.STARTING: (
        [event("preparing", 0, what="training", done=20, total=300)],
        "Reading the pictures: 20 of 300.",
    ),
    RunPhase.PAUSED: ([started(10), step(3), event("checkpoint", 3), event("paused", 3)], "the computer is free"),
    RunPhase.WAITING: ([started(10), step(3), event("disk_full", 3, free=1, needed=9)], "Make room on the disk"),
    RunPhase.FINISHING: ([started(10), step(10), event("measuring", 10, done=2, total=9)], "2 of 9 pictures"),
    RunPhase.STOPPED: ([started(10), step(3), event("checkpoint", 3), event("stopped", 3)], "saved up to step 3"),
    RunPhase.FINISHED: ([started(10), step(10), event("finished", 10)], "The model is made"),
}


@pytest.mark.parametrize("phase", PHASE_WORDS)
def test_every_phase_has_its_words(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, phase: RunPhase
) -> None:
    events, words = PHASE_WORDS[phase]
    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held() if phase.is_alive else None)
    follow(page, tmp_path / "run", events)
    wait_for(qtbot, lambda: words in page.header.situation())
    shown = {command for command, button in page.header.buttons.items() if button.isVisible()}
    assert shown == set(offered(phase)) - {RunCommand.STOP_NOW}


@pytest.mark.parametrize("phase", RunPhase)
def test_every_phase_has_its_buttons(phase: RunPhase) -> None:
    commands = offered(phase)
    assert commands
    assert (RunCommand.STOP_NOW in commands) == phase.is_alive
    assert (primary(phase) is None) == (phase.is_alive and phase is not RunPhase.PAUSED)


def test_health_findings_unfold(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    few = event("few_pictures", 0, pictures=30, enough=200)
    follow(page, tmp_path / "run", [started(1000), few, *steps(1, 200), validation(200, 8.0), event("stopped", 200)])
    wait_for(qtbot, lambda: len(page.health.texts()) == 1 and page.health.more.isVisible())
    page.health.more.click()
    assert [text.split(".")[0] for text in page.health.texts()] == ["It is learning well", "There are few pictures"]


# What is commanded


@pytest.mark.usefixtures("held")
def test_commands_are_left_in_the_folder_and_wait_for_their_answer(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path
) -> None:
    folder = follow(page, tmp_path / "run", [started(1000), *steps(1, 20)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.SAMPLE].isVisible())
    for command in (RunCommand.SAMPLE, RunCommand.PAUSE):
        page.header.buttons[command].click()
        assert folder.take(command.value)
        assert not page.header.buttons[command].isEnabled()
    assert page.header.situation().startswith("Pausing")
    write_events(folder, [event("sample", 20, folder="samples/step-00000020", pictures=1)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.SAMPLE].isEnabled())
    assert not page.header.buttons[RunCommand.PAUSE].isEnabled()
    write_events(folder, [event("checkpoint", 20), event("paused", 20)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.RESUME].isVisible())
    assert "the computer is free" in page.header.situation()


@pytest.mark.usefixtures("held")
def test_pausing_with_the_keyboard_never_leads_to_stop(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = follow(page, tmp_path / "run", [started(1000), *steps(1, 20)])
    buttons = page.header.buttons
    wait_for(qtbot, lambda: buttons[RunCommand.PAUSE].isVisible())
    buttons[RunCommand.PAUSE].setFocus()
    buttons[RunCommand.PAUSE].click()
    assert page.window().focusWidget() not in buttons.values()
    write_events(folder, [event("paused", 20)])
    wait_for(qtbot, lambda: page.window().focusWidget() is buttons[RunCommand.RESUME])


@pytest.mark.usefixtures("held")
def test_a_command_that_is_not_answered_is_explained(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(page, tmp_path / "run", [started(1000), *steps(1, 20)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.STOP].isVisible())
    page.header.buttons[RunCommand.STOP].click()
    assert page.header.situation().endswith("the work is saved.")
    monkeypatch.setattr("colorstudio.ui.training.monitor_page._LATE_SECONDS", -1.0)
    page._clock.timeout.emit()
    assert page.header.situation().endswith("the menu at the right can stop it now.")


@pytest.mark.usefixtures("held")
def test_stopping_without_saving_is_asked_first(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = follow(page, tmp_path / "run", [started(1000), *steps(1, 600)])
    wait_for(qtbot, lambda: newest_step(page) == 600)
    page.questions.stops = False
    page.header.stop_now.trigger()
    assert page.questions.asked == ["At most 10 minutes of work are lost."]
    assert not folder.take("stop_now")
    page.questions.stops = True
    page.header.stop_now.trigger()
    assert folder.take("stop_now")
    assert page.header.situation() == "Stopping…"


def test_a_run_that_cannot_be_resumed_says_why(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(page, tmp_path / "run", [started(10), *steps(1, 5), event("stopped", 5)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.RESTART].isVisible())
    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held())
    page.header.buttons[RunCommand.RESTART].click()
    assert page._context.messages.texts() == ["The training run is running already."]
    assert page.header.buttons[RunCommand.RESTART].isEnabled()


def test_a_finished_run_leads_to_its_result(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    follow(page, tmp_path / "run", [started(5), *steps(1, 5), event("finished", 5)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.RESULT].isVisible())
    with qtbot.waitSignal(page.gate_wanted) as blocker:
        page.header.buttons[RunCommand.RESULT].click()
    assert blocker.args == [tmp_path / "run"]


# Many events


@pytest.mark.usefixtures("held")
def test_a_hundred_thousand_events_are_shown_smoothly_in_bounded_memory(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path
) -> None:
    folder = follow(page, tmp_path / "run", [started(200_000)])
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS))
    for first in range(0, 100_000, 20_000):
        write_events(folder, steps(first + 1, first + 20_000))
        wait_for(qtbot, lambda: newest_step(page) > 0)
    wait_for(qtbot, lambda: newest_step(page) == 100_000 and page.header.progress.value() == 500)
    assert page._record.series["loss_G"].count == 100_000
    assert len(page.log._events) <= 1000
    assert all(len(line.steps) <= Series.CAPACITY for card in page.curves.cards for line in card.lines)
    error = next(card for card in page.curves.cards if card.spec.key == "error")
    wait_for(qtbot, lambda: error.lines[0].steps[-1] > 99_000)
    page.tabs.setCurrentIndex(LOG)
    assert page.log.text.blockCount() <= 1000
    assert page.log.text.toPlainText().splitlines()[-1].split()[1:3] == ["100000", "step"]


@pytest.mark.usefixtures("held")
def test_a_run_that_goes_back_forgets_what_came_after(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = follow(
        page, tmp_path / "run", [started(1000), *steps(1, 300), event("rolled_back", 300, to=200, rate=0.5)]
    )
    wait_for(qtbot, lambda: newest_step(page) == 300)
    folder.truncate_events(200)
    write_events(folder, steps(201, 220))
    wait_for(qtbot, lambda: newest_step(page) == 220)
    assert page._record.series["loss_G"].count == 220


def test_the_window_stays_responsive_while_a_long_run_is_read(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    beats: list[int] = []
    timer = QTimer(page, interval=5)
    timer.timeout.connect(lambda: beats.append(newest_step(page)))
    timer.start()
    follow(page, tmp_path / "run", [started(60_000), *steps(1, 60_000)])
    wait_for(qtbot, lambda: newest_step(page) == 60_000)
    assert len(set(beats)) > 5  # it came in parcels, and the window lived between them


# The rest


def test_the_log_stays_at_its_end_when_there_is_less_room(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = follow(page, tmp_path / "run", [started(1000), *steps(1, 200)])
    page.tabs.setCurrentIndex(LOG)
    bar = page.log.text.verticalScrollBar()
    wait_for(qtbot, lambda: bar.maximum() > 100 and bar.value() == bar.maximum())
    page.resize(page.width(), page.height() - 80)
    write_events(folder, steps(201, 300))
    wait_for(qtbot, lambda: " 300  step" in page.log.text.toPlainText() and bar.value() == bar.maximum())
    bar.setValue(10)
    write_events(folder, steps(301, 310))
    wait_for(qtbot, lambda: " 310  step" in page.log.text.toPlainText())
    assert bar.value() == 10


def test_the_log_tells_events_and_messages(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = follow(page, tmp_path / "run", [started(10), step(1), validation(1, 8.0)])
    folder.log_path.write_text("something was printed\n")
    page.tabs.setCurrentIndex(LOG)
    wait_for(qtbot, lambda: "result.delta_e2000 8.0" in page.log.text.toPlainText())
    page.log.choice.setCurrentIndex(1)
    wait_for(qtbot, lambda: page.log.text.toPlainText().startswith("something was printed"))
    assert event_line({"event": "checkpoint", "step": 7}) == "       7  checkpoint    "


def test_the_menu_shows_the_folder_and_tells_of_tensorboard(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "colorstudio.ui.training.monitor_page.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    follow(page, tmp_path / "run", [started(10)])
    page.header.show_folder.trigger()
    page.header.tensorboard.trigger()
    assert opened == [str(tmp_path / "run")]
    assert page.questions.asked == ["run False"]


def test_everything_is_named_and_no_run_says_what_to_do(page: MonitorPage) -> None:
    assert page._empty.isVisible()
    assert not page.tabs.isVisible()
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QPlainTextEdit, QProgressBar)
    controls = [each for each in page.findChildren(QWidget) if isinstance(each, kinds)]
    ours = [each for each in controls if not isinstance(each, QScrollBar) and each.objectName() != "ScrollLeftButton"]
    assert len(ours) > 12
    assert [each for each in ours if not each.accessibleName() and not isinstance(each.parent(), QTabBar)] == []


def test_all_processes_of_a_run_count(qapp: QApplication) -> None:
    use_language(qapp, "en")
    record = RunRecord()
    record.facts = started(10, processes=2, threads=4)
    assert facts_words(RunState(), record, from_dict({}))[-1] == "CPU, 8 threads"


def test_a_mean_of_models_makes_no_passes(qapp: QApplication) -> None:
    use_language(qapp, "en")
    record = RunRecord()
    record.facts = {"pictures": 300, "held_out": 16}
    config = from_dict({"batch_size": 10})
    assert any("pass 1 of 2" in words for words in facts_words(RunState(steps=60), record, config))
    assert not any("pass" in words for words in facts_words(RunState(steps=0), record, config))
