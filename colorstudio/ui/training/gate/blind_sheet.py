"""The blind comparison: two results side by side, and nobody knows whose they are until the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.ballot import Ballot
from colorstudio.engine.training.gate_reader import GateReader
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.widgets.picture_button import PictureButton
from colorstudio.ui.widgets.retranslated import Retranslated

LEFT, RIGHT, TIE = range(3)

_VOTES = {
    Qt.Key.Key_1: LEFT,
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_2: RIGHT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_3: TIE,
    Qt.Key.Key_Down: TIE,
}
_TRUTH, _BACK, _LEAVE = Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Escape


class BlindSheet(Retranslated, QWidget):
    """Shows one pair after the other; each vote is kept at once.

    Args:
        reader: reads the pictures.
    """

    ballot_changed = Signal(object)
    """The `Ballot` after a vote was given or taken back."""
    left = Signal()
    """All pairs are judged, or the archivist has enough."""

    def __init__(self, reader: GateReader) -> None:
        super().__init__()
        self._reader = reader
        self._run = Path()
        self._ballot = Ballot()
        self._pictures: tuple[QImage, ...] = ()
        self._asked = 0
        self._title, self._count = QLabel(), QLabel()
        self._progress = QProgressBar()
        self.sides = (PictureButton(), PictureButton())
        self.tie, self.truth, self.back, self.stop = (QPushButton() for _ in range(4))
        self._build()
        self._connect_parts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Which colours do you believe more?"))
        words = (
            (self.sides[LEFT], "", self.tr("The left colours are more believable (key 1 or left arrow).")),
            (self.sides[RIGHT], "", self.tr("The right colours are more believable (key 2 or right arrow).")),
            (self.tie, self.tr("No difference"), self.tr("Both are as good, or as bad (key 3 or down arrow).")),
            (
                self.truth,
                self.tr("Hold for the true colours"),
                self.tr("Shows the colour picture itself (hold the up arrow)."),
            ),
            (self.back, self.tr("Back"), self.tr("Takes the last answer back (Backspace).")),
            (self.stop, self.tr("Go on later"), self.tr("Keeps the answers so far (Esc).")),
        )
        for button, text, tip in words:
            button.setText(text)
            button.setToolTip(tip)
        self.sides[LEFT].setAccessibleName(self.tr("Left picture"))
        self.sides[RIGHT].setAccessibleName(self.tr("Right picture"))
        self._progress.setAccessibleName(self.tr("Pairs that are judged"))
        self._tell()

    def begin(self, run: Path, ballot: Ballot) -> None:
        """Show the first pair without a vote."""
        self._run, self._ballot = run, ballot
        self._show_pair()
        self.setFocus()

    # The pair

    def _show_pair(self) -> None:
        self._pictures = ()
        self._asked += 1
        asked, paper = self._asked, self._ballot.papers[self._ballot.at]
        for side in self.sides:
            side.set_picture(None)

        def show(pictures: tuple[QImage, ...]) -> None:
            if asked == self._asked:
                self._pictures = pictures
                self._show_sides()

        self._reader.read_pictures([self._run / file for file in (*paper.sides, paper.pair.truth)], show)
        self._tell()

    def _show_sides(self) -> None:
        for side, picture in zip(self.sides, self._pictures, strict=False):
            side.set_picture(picture)

    def _tell(self) -> None:
        done, total = self._ballot.at, len(self._ballot.papers)
        self._count.setText(self.tr("{number} of {total}").format(number=min(done + 1, total), total=total))
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self.back.setEnabled(done > 0)

    def _vote(self, side: int) -> None:
        if not self._pictures or self._ballot.is_complete:
            return  # what is not seen cannot be judged
        self._change(self._ballot.voted(side))

    def _change(self, ballot: Ballot) -> None:
        self._ballot = ballot
        self.ballot_changed.emit(ballot)
        if ballot.is_complete:
            self.left.emit()
        else:
            self._show_pair()

    # The hand and the keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the sheet from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote, look at the truth, take back, leave."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Look at the results again."""
        if event.key() == _TRUTH and not event.isAutoRepeat():
            self._show_sides()
        else:
            super().keyReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the sheet before its buttons, which would move the focus with the arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if not _is_ours(event):
            return False
        if event.isAutoRepeat():
            return True
        key = Qt.Key(event.key())
        if key in _VOTES:
            self._vote(_VOTES[key])
        elif key == _TRUTH:
            self._on_truth_pressed()
        elif key == _BACK:
            self._on_back_clicked()
        else:
            self.left.emit()
        return True

    @Slot()
    def _on_left_clicked(self) -> None:
        self._vote(LEFT)

    @Slot()
    def _on_right_clicked(self) -> None:
        self._vote(RIGHT)

    @Slot()
    def _on_tie_clicked(self) -> None:
        self._vote(TIE)

    @Slot()
    def _on_truth_pressed(self) -> None:
        if self._pictures:
            for side in self.sides:
                side.set_picture(self._pictures[-1])

    @Slot()
    def _on_truth_released(self) -> None:
        self._show_sides()

    @Slot()
    def _on_back_clicked(self) -> None:
        if self._ballot.at:
            self._change(self._ballot.taken_back())

    # Putting together

    def _connect_parts(self) -> None:
        self.sides[LEFT].clicked.connect(self._on_left_clicked)
        self.sides[RIGHT].clicked.connect(self._on_right_clicked)
        self.tie.clicked.connect(self._on_tie_clicked)
        self.truth.pressed.connect(self._on_truth_pressed)
        self.truth.released.connect(self._on_truth_released)
        self.back.clicked.connect(self._on_back_clicked)
        self.stop.clicked.connect(self.left)
        for button in (*self.sides, self.tie, self.truth, self.back, self.stop):
            button.installEventFilter(self)

    def _build(self) -> None:
        self._title.setObjectName("panelTitle")
        self._count.setObjectName("hint")
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self.back.setIcon(icon(Icon.UNDO))
        self.back.setIconSize(BESIDE_WORDS)
        head, pair = QHBoxLayout(), QHBoxLayout()
        for line in (head, pair):
            line.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._progress)
        for side in self.sides:
            pair.addWidget(side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(pair, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QGridLayout:
        """Three equal parts, so that the tie stands between the pictures."""
        looks = QHBoxLayout()
        looks.setSpacing(8)
        looks.addWidget(self.back)
        looks.addWidget(self.truth)
        looks.addStretch(1)
        foot = QGridLayout()
        foot.addLayout(looks, 0, 0)
        foot.addWidget(self.tie, 0, 1, Qt.AlignmentFlag.AlignHCenter)
        foot.addWidget(self.stop, 0, 2, Qt.AlignmentFlag.AlignRight)
        for column in range(3):
            foot.setColumnStretch(column, 1)
        return foot


def _is_ours(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    try:
        key = Qt.Key(event.key())
    except ValueError:  # keys of some keyboards that Qt has no name for
        return False
    return plain and (key in _VOTES or key in (_TRUTH, _BACK, _LEAVE))
