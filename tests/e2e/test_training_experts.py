"""What the wizard promises to those who know every parameter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from studio_window import wait_for
from wizard_hand import press, sole_run, start, timed, words_on

from colorstudio.ui.training.wizard.expert_words import ASKED_ELSEWHERE, GROUPS
from colorstudio.ui.training.wizard.parameters import all_names
from colorstudio.ui.training.wizard_page import WizardPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_experts_change_what_they_know(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    experts = wizard._experts
    rate = experts._rows["optimizer.lr"]
    rate.field.setText("1e-5")
    rate.field.editingFinished.emit()
    assert experts.changes == {"optimizer.lr": 1e-5}
    assert rate.label.font().bold()
    rate.field.setText("fast")
    rate.field.editingFinished.emit()
    assert rate.field.text() == "1e-05"
    mode = experts._rows["loss.gan_mode"]
    mode.field.setCurrentIndex(mode.field.findData("hinge"))
    mode.field.activated.emit(mode.field.currentIndex())
    batch = experts._rows["batch_size"]
    batch.field.setText("6")
    batch.field.editingFinished.emit()
    batch.back.click()
    assert experts.changes == {"optimizer.lr": 1e-5, "loss.gan_mode": "hinge"}
    press(wizard, "Done")
    wait_for(qtbot, lambda: wizard.time.estimate)
    start(qtbot, wizard)
    config = sole_run(wizard).read_config()
    assert (config.optimizer.lr, config.loss.gan_mode, config.batch_size) == (1e-5, "hinge", 12)


def test_settings_that_do_not_go_together_are_refused(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    smallest = wizard._experts._rows["augment.scale_max"]
    smallest.field.setText("0.1")
    smallest.field.editingFinished.emit()
    assert wizard._experts.changes == {}
    assert smallest.field.text() == "1"
    assert "must not be larger" in "".join(wizard._context.messages.texts())


def test_the_search_finds_settings_by_what_they_do(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    experts = wizard._experts
    QTest.keyClicks(experts._search, "PatchGAN")
    shown = [name for name, row in experts._rows.items() if row.field.isVisible()]
    assert shown == ["discriminator.n_layers"]


def test_what_a_model_brings_is_not_asked(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    experts = wizard._experts
    assert not experts._rows["generator.arguments.ngf"].field.isVisibleTo(experts)
    experts._recipes.setCurrentIndex(experts._recipes.findData("victorian400"))
    experts._recipes.activated.emit(experts._recipes.currentIndex())
    assert experts._rows["generator.arguments.ngf"].field.text() == "64"
    assert not experts._rows["generator.arguments.ngf"].field.isHidden()


def test_a_timing_that_fails_says_why_and_starts_nothing(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    seed = wizard._experts._rows["seed"]
    seed.field.setText("13")
    seed.field.editingFinished.emit()
    press(wizard, "Done")
    wait_for(qtbot, lambda: "choose smaller crops" in words_on(wizard))
    assert not wizard._next.isEnabled()


def test_every_parameter_is_explained_or_asked_elsewhere() -> None:
    explained = {name for group in GROUPS for name in group.words}
    assert explained | ASKED_ELSEWHERE == set(all_names())
    assert not explained & ASKED_ELSEWHERE
