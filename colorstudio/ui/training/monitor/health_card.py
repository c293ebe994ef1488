"""How a run is, in plain language: the gravest finding, the others on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.run_health import Finding, Severity
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.training.monitor.words import finding_words
from colorstudio.ui.widgets.retranslated import Retranslated

_LOOKS = {
    Severity.GOOD: ("info", Icon.SUCCESS),
    Severity.INFO: ("info", Icon.INFO),
    Severity.WARNING: ("warning", Icon.WARNING),
    Severity.ERROR: ("error", Icon.ERROR),
}


class HealthCard(Retranslated, QWidget):
    """One or more findings below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._is_open = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.more = QPushButton()
        self.more.setFlat(True)
        self.more.clicked.connect(self._on_more_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._rows, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the window's language."""
        self._show()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what `run_health.assess` found, gravest first."""
        if findings != self._findings:
            self._findings = findings
            self._show()

    def texts(self) -> list[str]:
        """What is said now, a line for each finding."""
        rows = (self._rows.itemAt(index).widget() for index in range(self._rows.count()))
        return [row.text() for row in rows if isinstance(row, _FindingRow)]

    def _show(self) -> None:
        while self._rows.count():
            row = self._rows.takeAt(0).widget()
            row.hide()
            row.deleteLater()
        for finding in self._findings if self._is_open else self._findings[:1]:
            self._rows.addWidget(_FindingRow(finding))
        others = len(self._findings) - 1
        self.more.setVisible(others > 0)
        self.more.setText(self.tr("Less") if self._is_open else self.tr("{count} more").format(count=others))
        self.more.setToolTip(self.tr("Show or hide what else there is to say about this training"))
        self.more.setAccessibleName(self.more.text())

    @Slot()
    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self._show()


class _FindingRow(QFrame):
    def __init__(self, finding: Finding) -> None:
        super().__init__()
        title, text, remedy = finding_words(finding)
        severity, symbol = _LOOKS[finding.severity]
        self.setObjectName("messageBar")
        self.setProperty("severity", severity)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {remedy}".strip())
        picture = QLabel()
        picture.setPixmap(icon(symbol).pixmap(20, 20))
        self._title, self._text = QLabel(title), QLabel(f"{text} {remedy}".strip())
        self._title.setObjectName("panelTitle")
        self._text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def text(self) -> str:
        """All that it says."""
        return f"{self._title.text()}. {self._text.text()}"
