"""The monitor of a run, with made-up runs and no trainer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
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
from run_events import Events, event, started, step, steps, validation, write_events, write_run
from studio_window import wait_for
from toy_pictures import colourful_picture

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_series import Series
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.engine.training.run_library import RunLibrary, RunSummary
from colorstudio.engine.training.trainer import Trainer
from colorstudio.ui.i18n import use_language
from colorstudio.ui.theme import Theme, apply_theme
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.monitor.commands import RunCommand, offered, primary
from colorstudio.ui.training.monitor.curve_specs import SPECS
from colorstudio.ui.training.monitor.event_log import event_line
from colorstudio.ui.training.monitor.sample_grid import plan_grid
from colorstudio.ui.training.monitor_page import MonitorPage
from colorstudio.ui.widgets.message_bar import MessageBar

CONFIG: dict[str, Any] = {"pack": {"name_en": "Slides", "name_ko": "슬라이드"}, "batch_size": 4}
PICTURES, CURVES, LOG = range(3)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Answers:
    """Answers what the monitor asks."""

    def __init__(self) -> None:
        self.stops = True
        self.asked: list[str] = []

    def may_stop_now(self, lost: str) -> bool:
        self.asked.append(lost)
        return self.stops

    def show_tensorboard(self, run: Path, *, is_written: bool) -> None:
        self.asked.append(f"{run.name} {is_written}")


class Held:
    """A run folder that looks as if a process worked on it."""

    alive = True


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MonitorPage]:
    use_language(qapp, "en")
    host = QWidget()
    qtbot.addWidget(host)
    nothing: Any = None
    parts = (host, nothing, nothing, nothing)
    trainer, library = Trainer(host), RunLibrary(tmp_path / "runs", host)
    page = MonitorPage(TrainingContext(*parts, messages=MessageBar(host), trainer=trainer, runs=library, **extra()))
    qtbot.addWidget(page)
    page.questions = Answers()  # type: ignore[assignment]
    page.resize(1040, 720)
    page.show()
    yield page
    page.shutdown()
    library.shutdown()


def extra() -> dict[str, Any]:
    """Parts of the context that the monitor does not know."""
    known = {"window", "engine", "documents", "preferences", "messages", "trainer", "runs"}
    return dict.fromkeys(set(TrainingContext.__dataclass_fields__) - known)


def show(page: MonitorPage, path: Path, events: Events, config: TrainingConfig | None = None) -> RunFolder:
    folder = write_run(path, events, config or from_dict(CONFIG))
    page.show_run(RunSummary(path, folder.read_config(), RunState(), 0.0))
    return folder


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run has a process."""
    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held())


def record_step(page: MonitorPage) -> int:
    return page._record.step


# What is said


@pytest.mark.usefixtures("held")
def test_a_run_that_trains_is_told_with_its_time_and_health(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    events = [started(1000), *steps(1, 200, seconds_left=3600.0), validation(200, 8.0)]
    show(page, tmp_path / "run", [each | {"time": time.time()} for each in events])
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
    show(page, tmp_path / "run", events)
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
    show(page, tmp_path / "run", [started(10), *steps(1, 5), failed])
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
    show(page, tmp_path / "run", events)
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
    show(page, tmp_path / "run", [started(1000), few, *steps(1, 200), validation(200, 8.0), event("stopped", 200)])
    wait_for(qtbot, lambda: len(page.health.texts()) == 1 and page.health.more.isVisible())
    page.health.more.click()
    assert [text.split(".")[0] for text in page.health.texts()] == ["It is learning well", "There are few pictures"]


# What is commanded


@pytest.mark.usefixtures("held")
def test_commands_are_left_in_the_folder_and_wait_for_their_answer(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path
) -> None:
    folder = show(page, tmp_path / "run", [started(1000), *steps(1, 20)])
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
def test_a_command_that_is_not_answered_is_explained(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(page, tmp_path / "run", [started(1000), *steps(1, 20)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.STOP].isVisible())
    page.header.buttons[RunCommand.STOP].click()
    assert page.header.situation().endswith("the work is saved.")
    monkeypatch.setattr("colorstudio.ui.training.monitor_page._LATE_SECONDS", -1.0)
    page._clock.timeout.emit()
    assert page.header.situation().endswith("the menu at the right can stop it now.")


@pytest.mark.usefixtures("held")
def test_stopping_without_saving_is_asked_first(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = show(page, tmp_path / "run", [started(1000), *steps(1, 600)])
    wait_for(qtbot, lambda: record_step(page) == 600)
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
    show(page, tmp_path / "run", [started(10), *steps(1, 5), event("stopped", 5)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.RESTART].isVisible())
    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held())
    page.header.buttons[RunCommand.RESTART].click()
    assert page._context.messages.texts() == ["The training run is running already."]
    assert page.header.buttons[RunCommand.RESTART].isEnabled()


def test_a_finished_run_leads_to_its_result(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    show(page, tmp_path / "run", [started(5), *steps(1, 5), event("finished", 5)])
    wait_for(qtbot, lambda: page.header.buttons[RunCommand.RESULT].isVisible())
    with qtbot.waitSignal(page.gate_wanted) as blocker:
        page.header.buttons[RunCommand.RESULT].click()
    assert blocker.args == [tmp_path / "run"]


# Many events


@pytest.mark.usefixtures("held")
def test_a_hundred_thousand_events_are_shown_smoothly_in_bounded_memory(
    qtbot: QtBot, page: MonitorPage, tmp_path: Path
) -> None:
    folder = show(page, tmp_path / "run", [started(200_000)])
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS))
    for first in range(0, 100_000, 20_000):
        write_events(folder, steps(first + 1, first + 20_000))
        wait_for(qtbot, lambda: record_step(page) > 0)
    wait_for(qtbot, lambda: record_step(page) == 100_000 and page.header.progress.value() == 500)
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
    folder = show(page, tmp_path / "run", [started(1000), *steps(1, 300), event("rolled_back", 300, to=200, rate=0.5)])
    wait_for(qtbot, lambda: record_step(page) == 300)
    folder.truncate_events(200)
    write_events(folder, steps(201, 220))
    wait_for(qtbot, lambda: record_step(page) == 220)
    assert page._record.series["loss_G"].count == 220


def test_the_window_stays_responsive_while_a_long_run_is_read(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    beats: list[int] = []
    timer = QTimer(page, interval=5)
    timer.timeout.connect(lambda: beats.append(record_step(page)))
    timer.start()
    show(page, tmp_path / "run", [started(60_000), *steps(1, 60_000)])
    wait_for(qtbot, lambda: record_step(page) == 60_000)
    assert len(set(beats)) > 5  # it came in parcels, and the window lived between them


# Curves


@pytest.fixture
def curves(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> MonitorPage:
    events = [started(400), *steps(1, 400), validation(200, 8.0, base=8.5, learned=7.5), validation(400, 7.8)]
    show(page, tmp_path / "run", events)
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS) and page.curves.cards[0].lines)
    return page


def test_measurements_have_grey_and_base_as_levels(curves: MonitorPage) -> None:
    card = curves.curves.cards[0]
    assert card.values() == [
        "Pictures it has not seen 7.80",
        "Pictures it learns from 7.50",
        "Plain grey 10.00",
        "Model at the start 8.50",
    ]
    assert "Plain grey 10.00" in card.plot.accessibleDescription()
    card.choice.setCurrentIndex(1)
    assert card.values() == ["Pictures it has not seen 22.20", "Plain grey 20.00"]


def test_the_keyboard_reads_values_off_in_all_curves(qtbot: QtBot, curves: MonitorPage) -> None:
    first, second = curves.curves.cards[:2]
    curves.activateWindow()
    wait_for(qtbot, curves.isActiveWindow)
    first.plot.setFocus()
    for _ in range(49):
        qtbot.keyClick(first.plot, Qt.Key.Key_Left)
    assert first.values()[0] == "Pictures it has not seen 8.00"
    assert "Step 204" in second.plot.accessibleDescription()
    second.plot.setFocus()
    wait_for(qtbot, lambda: "Step" not in first.plot.accessibleDescription())


def test_the_curves_follow_theme_and_width(qtbot: QtBot, qapp: QApplication, curves: MonitorPage) -> None:
    card = curves.curves.cards[0]
    light = card.grab().toImage().pixelColor(4, card.height() - 4)
    apply_theme(qapp, Theme.DARK)
    try:
        dark = card.grab().toImage().pixelColor(4, card.height() - 4)
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert light.lightness() > 200 > 100 > dark.lightness()
    places = {(card.x(), card.width()) for card in curves.curves.cards if card.isVisible()}
    assert len(places) == 2
    curves.resize(560, 720)
    wait_for(qtbot, lambda: len({card.x() for card in curves.curves.cards if card.isVisible()}) == 1)


def test_a_run_without_a_discriminator_shows_no_game(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    config = from_dict(CONFIG | {"loss": {"lambda_GAN": 0.0}})
    show(page, tmp_path / "run", [started(40), *steps(1, 40, loss_D=None)], config)
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS) and page.curves.cards[1].lines)
    shown = [card.spec.key for card in page.curves.cards if card.isVisible()]
    assert shown == ["measured", "error", "rate", "speed"]


# Samples


def write_samples(folder: RunFolder, at: int) -> dict[str, Any]:
    for number in range(2):
        for name in ("grey", "truth", "base"):
            save(folder.path / f"samples/pictures/{number:02d}-{name}.webp", number)
        save(folder.path / f"samples/step-{at:08d}/{number:02d}.webp", at + number)
    return event("sample", at, folder=f"samples/step-{at:08d}", pictures=2)


def save(path: Path, seed: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    colourful_picture(seed).save(path)


@pytest.fixture
def samples(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> RunFolder:
    folder = show(page, tmp_path / "run", [started(1000), *steps(1, 10)])
    write_events(folder, [write_samples(folder, at) for at in (100, 200, 300)])
    wait_for(qtbot, lambda: page.samples.shown_step() == 300 and len(page.samples.grid.columns()) == 4)
    return folder


def test_the_slider_goes_back_through_time_and_follows_again(
    qtbot: QtBot, page: MonitorPage, samples: RunFolder
) -> None:
    view = page.samples
    newest = view.grid.pixmap("", 0).toImage()
    truth = view.grid.pixmap("truth", 0).toImage()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    wait_for(qtbot, lambda: view.shown_step() == 100)
    assert view.grid.pixmap("", 0).toImage() != newest
    assert view.grid.pixmap("truth", 0).toImage() == truth
    write_events(samples, [write_samples(samples, 400)])
    wait_for(qtbot, lambda: view.slider.maximum() == 3)
    assert view.shown_step() == 100
    qtbot.keyClick(view, Qt.Key.Key_End)
    wait_for(qtbot, lambda: view.shown_step() == 400)
    write_events(samples, [write_samples(samples, 500)])
    wait_for(qtbot, lambda: view.shown_step() == 500)
    assert view._when.text() == "After step 500 (newest)"


def test_time_is_played_from_the_first_sample(qtbot: QtBot, page: MonitorPage, samples: RunFolder) -> None:
    view = page.samples
    view._timer.setInterval(1)
    seen: list[int] = []
    view.slider.valueChanged.connect(seen.append)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    wait_for(qtbot, lambda: not view.is_playing)
    assert seen == [0, 1, 2]
    wait_for(qtbot, lambda: view.shown_step() == 300)


def test_a_sheet_of_an_earlier_version_is_shown_whole(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    save(tmp_path / "run/samples/step-00000010.png", 1)
    show(page, tmp_path / "run", [started(10), event("sample", 10, file="samples/step-00000010.png")])
    wait_for(qtbot, lambda: page.samples.grid.has_sheet)


@pytest.mark.parametrize(("width", "columns", "blocks"), [(440, 4, 1), (960, 4, 1), (1600, 4, 2), (3000, 3, 2)])
def test_the_cells_fit_the_width(width: int, columns: int, blocks: int) -> None:
    plan = plan_grid(width, columns, 8)
    assert plan.blocks == blocks
    cells = [plan.cell(picture, column) for picture in range(8) for column in range(columns)]
    assert all(cell.left() >= 0 and cell.right() < width for cell in cells)
    assert len({(cell.x(), cell.y()) for cell in cells}) == 8 * columns
    assert plan.height(8) >= max(cell.bottom() for cell in cells)


# The rest


def test_the_log_tells_events_and_messages(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    folder = show(page, tmp_path / "run", [started(10), step(1), validation(1, 8.0)])
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
    show(page, tmp_path / "run", [started(10)])
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
