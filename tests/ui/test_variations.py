"""Which alternatives are offered, what they are called, and the lasso."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from canvas_hand import LEFT, drag, plain
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorstudio.core.steering import Hint, Model, Patch
from colorstudio.engine.messages import ChromaChoice, ModelSummary
from colorstudio.ui.canvas import Canvas
from colorstudio.ui.canvas.guess_marks import GuessMarks, line_alpha, tint_alpha
from colorstudio.ui.canvas.lasso_tool import LassoTool, PatchMarks
from colorstudio.ui.guess_words import GUESS_FROM, LIKELY_FROM, guess_word
from colorstudio.ui.variations import (
    Kind,
    caption,
    full_name,
    index_of,
    patch_name,
    patch_of,
    variations_of,
)
from colorstudio.ui.widgets.tile_list import TileList

NOISY = ModelSummary("photographs@1.0", {"en": "Photographs"}, {}, 256, sha256="ab" * 32, has_variations=True)
OLDER = replace(NOISY, id="photographs@0.9", sha256="ef" * 32)
OTHER = ModelSummary("books@2.0", {"en": "Books"}, {}, 384, sha256="cd" * 32)
MODELS = NOISY, OLDER, OTHER
TRIANGLE = (0.1, 0.1), (0.9, 0.1), (0.5, 0.9)


def test_the_sheet_has_seeds_sizes_and_models_and_nothing_twice() -> None:
    found = variations_of(ChromaChoice("photographs"), MODELS, seeds=3)
    assert [each.kind for each in found] == [Kind.IN_FORCE, *[Kind.SEED] * 3, *[Kind.SIZE] * 3, *[Kind.MODEL] * 2]
    assert [each.choice.seed for each in found[1:4]] == [1, 2, 3]
    assert [each.choice.render_size for each in found[4:7]] == [192, 384, 512]
    assert [each.choice.model for each in found[7:]] == ["photographs@0.9", "books@2.0"]
    assert [caption(each, MODELS) for each in found] == [
        "So far", "Variation 1", "Variation 2", "Variation 3", "192 px", "384 px", "512 px", "Photographs", "Books",
    ]  # fmt: skip


def test_a_seed_in_force_leaves_the_way_back_to_the_usual_colours() -> None:
    found = variations_of(ChromaChoice("photographs@1.0", 256, seed=2), MODELS, seeds=3)
    assert [each.choice.seed for each in found if each.kind is Kind.SEED] == [None, 1, 3]
    assert [each.choice.seed for each in found if each.kind is Kind.SIZE] == [2, 2, 2]
    assert caption(found[1], MODELS) == "Usual colours"


def test_a_model_without_variations_has_no_seeds() -> None:
    found = variations_of(ChromaChoice("books"), MODELS, seeds=3)
    assert Kind.SEED not in {each.kind for each in found}
    assert [each.choice.render_size for each in found if each.kind is Kind.SIZE] == [192, 256, 512]


def test_regions_are_no_part_of_an_alternative_and_hints_are() -> None:
    hint = Hint(((0.5, 0.5),), 10.0, 10.0)
    choice = ChromaChoice("photographs", hints=(hint,), patches=(Patch(TRIANGLE),))
    found = variations_of(choice, MODELS, seeds=1)
    assert all(each.choice.patches == () and each.choice.hints == (hint,) for each in found)
    assert index_of(choice, found, MODELS) == 0
    assert index_of(replace(choice, model="photographs@1.0", render_size=256, seed=1), found, MODELS) == 1
    assert index_of(replace(choice, seed=99), found, MODELS) == -1


def test_a_region_names_pack_and_size_so_that_it_stays_as_it_is() -> None:
    patch = patch_of(TRIANGLE, ChromaChoice("photographs", seed=4), MODELS, 0.05)
    assert patch == Patch(TRIANGLE, Model("photographs@1.0", "ab" * 32), 256, 4, 0.05)
    assert patch_name(patch, MODELS) == "Photographs · 256 px · Variation 4"
    assert full_name(ChromaChoice("books"), MODELS) == "Books · 384 px · Usual colours"
    assert patch_name(replace(patch, model=Model("gone@1.0", "00" * 32)), MODELS).startswith("gone@1.0")


@pytest.mark.parametrize(
    ("uncertainty", "word"),
    [(0.0, "well founded"), (LIKELY_FROM, "likely"), (0.59, "likely"), (GUESS_FROM, "a guess"), (1.0, "a guess")],
)
def test_uncertainty_has_three_words(qapp: object, uncertainty: float, word: str) -> None:
    assert guess_word(uncertainty) == word


def test_the_overlay_leaves_the_certain_alone_and_grows_with_doubt(qtbot: QtBot, canvas: Canvas) -> None:
    alphas = [tint_alpha(level / 20) for level in range(21)]
    assert alphas[:5] == [0] * 5
    assert alphas == sorted(alphas)
    assert 60 < alphas[-1] < 140
    assert (line_alpha(0.5), line_alpha(1.0)) == (0, 255)
    uncertainty = np.zeros((20, 30), np.float32)
    uncertainty[:, 15:] = 1.0
    canvas.set_marks("guess", GuessMarks(uncertainty))
    image = canvas.grab().toImage()
    left, right = image.pixelColor(200, 200), image.pixelColor(420, 200)
    assert left == QColor("#808080")
    assert right.red() > right.blue() + 20


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A canvas of 600 x 400 with a grey picture of 300 x 200, fitted."""
    canvas = Canvas()
    canvas.animations = False
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.show()
    canvas.set_picture_size(300, 200)
    canvas.set_base(plain(QColor("#808080")), None)
    return canvas


@pytest.fixture
def lasso(canvas: Canvas) -> LassoTool:
    """In the hand."""
    tool = LassoTool(canvas)
    canvas.set_tool(tool)
    return tool


def draw(canvas: Canvas, *corners: tuple[int, int]) -> None:
    from canvas_hand import move

    QTest.mousePress(canvas, LEFT, pos=QPoint(*corners[0]))
    for corner in corners[1:]:
        move(canvas, QPoint(*corner), LEFT)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(*corners[-1]))


def test_the_lasso_gives_a_polygon_in_fractions_of_the_picture(qtbot: QtBot, canvas: Canvas, lasso: LassoTool) -> None:
    frame = canvas.picture_frame()
    assert frame is not None
    with qtbot.waitSignal(lasso.region_drawn) as drawn:
        draw(canvas, (150, 100), (200, 100), (250, 100), (250, 300), (150, 300), (150, 101))
    points = drawn.args[0]
    assert 4 <= len(points) <= 6  # corners on a straight line are left out
    wanted = ((150 - frame.picture.x()) / frame.picture.width(), (100 - frame.picture.y()) / frame.picture.height())
    assert points[0] == pytest.approx(wanted, abs=0.005)


def test_what_is_drawn_beside_the_picture_ends_at_its_edge(qtbot: QtBot, canvas: Canvas, lasso: LassoTool) -> None:
    with qtbot.waitSignal(lasso.region_drawn) as drawn:
        draw(canvas, (300, 200), (595, 200), (595, 395), (300, 395))
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in drawn.args[0])
    assert (1.0, 1.0) in drawn.args[0]


def test_a_click_picks_what_is_there(qtbot: QtBot, canvas: Canvas, lasso: LassoTool) -> None:
    with qtbot.waitSignal(lasso.place_clicked) as clicked, qtbot.assertNotEmitted(lasso.region_drawn):
        drag(canvas, QPoint(300, 200), QPoint(301, 200))
    marks = PatchMarks()
    marks.patches = Patch(TRIANGLE), Patch(((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6)))
    assert marks.at(clicked.args[0]) == 1
    assert marks.at((0.2, 0.15)) == 0
    assert marks.at((0.02, 0.98)) == -1


def test_the_keyboard_takes_what_is_seen_gives_up_and_removes(qtbot: QtBot, canvas: Canvas, lasso: LassoTool) -> None:
    with qtbot.waitSignal(lasso.region_drawn) as drawn:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert drawn.args[0] == ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    with qtbot.waitSignal(lasso.delete_wanted):
        QTest.keyClick(canvas, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(lasso.discarded):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    lasso.set_has_pending(True)
    with qtbot.waitSignal(lasso.discarded):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_an_outline_is_seen_while_it_is_drawn_and_afterwards(canvas: Canvas, lasso: LassoTool) -> None:
    before = canvas.grab().toImage()
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 150))
    from canvas_hand import move

    for place in ((300, 150), (300, 250), (200, 250)):
        move(canvas, QPoint(*place), LEFT)
    assert canvas.grab().toImage() != before
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(200, 250))
    assert canvas.grab().toImage() == before
    marks = PatchMarks()
    marks.pending = TRIANGLE
    canvas.set_marks("patches", marks)
    assert canvas.grab().toImage() != before


def test_tiles_tell_what_is_under_the_pointer_and_what_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    tiles = TileList()
    qtbot.addWidget(tiles)
    tiles.resize(600, tiles.height())
    tiles.show()
    tiles.set_words(["One", "Two", "Three"], ["first", "second", "third"])
    tiles.set_picture(1, plain(QColor("#a04040"), 40, 30))
    tiles.set_in_use(0)
    assert (tiles.has_picture(0), tiles.has_picture(1), tiles.is_in_use(0), tiles.is_in_use(1)) == (
        False, True, True, False,
    )  # fmt: skip
    hovered: list[int] = []
    tiles.hovered.connect(hovered.append)
    for row in (0, 1):
        QTest.mouseMove(tiles.viewport(), tiles.visualItemRect(tiles.item(row)).center())
    assert hovered[-1] == 1
    with qtbot.waitSignal(tiles.selected) as selected:
        QTest.mouseClick(tiles.viewport(), LEFT, pos=tiles.visualItemRect(tiles.item(1)).center())
    assert selected.args == [1]
    QTest.keyClick(tiles, Qt.Key.Key_Right)
    assert tiles.currentRow() == 2
    with qtbot.waitSignal(tiles.taken) as taken:
        QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert taken.args == [2]
    with qtbot.waitSignal(tiles.left):
        QTest.keyClick(tiles, Qt.Key.Key_Escape)
    assert tiles.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Two, second"
