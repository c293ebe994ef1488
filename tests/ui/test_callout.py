"""Cards of the first steps: beside what they point at, inside the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.widgets.callout import Callout, Side, arrow_to, lies_at

WINDOW = QRect(0, 0, 1280, 720)
CARD = QSize(356, 150)


@pytest.mark.parametrize(
    ("target", "side", "corner"),
    [
        (QRect(600, 40, 40, 30), Side.BELOW, QPoint(590, 69)),
        (QRect(400, 600, 600, 30), Side.ABOVE, QPoint(521, 450)),
        (QRect(960, 70, 320, 620), Side.LEFT, QPoint(604, 304)),
        (QRect(0, 70, 80, 620), Side.RIGHT, QPoint(79, 304)),
        (QRect(1200, 40, 70, 30), Side.BELOW, QPoint(921, 69)),
        (QRect(4, 700, 70, 20), Side.BELOW, QPoint(2, 567)),
    ],
)
def test_a_card_lies_beside_its_target_and_in_the_window(target: QRect, side: Side, corner: QPoint) -> None:
    assert lies_at(target, CARD, WINDOW, side) == corner


@pytest.mark.parametrize("side", list(Side))
def test_the_arrow_leaves_the_card_at_the_side_of_the_target(side: Side) -> None:
    card = QRectF(10, 10, 336, 130)
    tip = arrow_to(QPointF(-500, 900), card, side)[0]
    outside = {
        Side.BELOW: tip.y() < card.top(),
        Side.ABOVE: tip.y() > card.bottom(),
        Side.LEFT: tip.x() > card.right(),
        Side.RIGHT: tip.x() < card.left(),
    }
    assert outside[side]
    assert card.left() - 10 <= tip.x() <= card.right() + 10
    assert card.top() - 10 <= tip.y() <= card.bottom() + 10


def test_a_card_follows_its_window_and_is_left_by_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    button = QPushButton("target", window)
    button.setGeometry(500, 300, 80, 30)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    callout = Callout(window)
    callout.set_words("Compare", "One sentence.", "2 of 3")
    callout.set_buttons("Skip", "Next", skippable=True)
    callout.point_at(button, Side.BELOW)
    before = callout.pos()
    button.move(300, 100)
    assert callout.pos() != before
    window.resize(400, 400)
    assert window.rect().contains(callout.geometry())
    with qtbot.waitSignal(callout.skipped):
        qtbot.keyClick(callout.next, Qt.Key.Key_Escape)
    with qtbot.waitSignal(callout.advanced):
        qtbot.keyClick(callout.next, Qt.Key.Key_Space)


def test_a_card_waits_while_its_target_is_not_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    page = QWidget(window)
    button = QPushButton("target", page)
    window.show()
    card = Callout(window)
    card.point_at(button, Side.BELOW)
    page.hide()
    assert not card.isVisible()
    page.show()
    assert card.isVisible()
    card.hide()
    page.hide()
    page.show()
    assert not card.isVisible()
