"""How to train on several computers: the command line that each of them is given."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.training_config import TrainingConfig
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.training.wizard.headings import quiet, title
from colorstudio.ui.widgets.retranslated import Retranslated


class MachinesBox(Retranslated, QWidget):
    """A command line to copy."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._hint, self._line = title(), quiet(), QLineEdit()
        self._line.setReadOnly(True)
        self._copy = QPushButton(icon(Icon.COPY), "")
        self._copy.setIconSize(BESIDE_WORDS)
        self._copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Several computers"))
        self._hint.setText(
            self.tr(
                "Save these settings as a recipe in a folder that all computers see, put the name of the first "
                "computer for HOST, and give this command on each of them, with --node-rank=1 on the second one."
            )
        )
        self._line.setAccessibleName(self.tr("Command line for several computers"))
        self._line.setToolTip(self.tr("Runs the same training on several computers, which share every batch."))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Puts the command line on the clipboard."))

    def show_config(self, config: TrainingConfig) -> None:
        """Show the command line for a configuration."""
        self._line.setText(command_line(config))
        self._line.setCursorPosition(0)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._line.text())


def command_line(config: TrainingConfig) -> str:
    """The command that starts a training on each of several computers."""
    data = " ".join(f'--data "{folder}"' for folder in config.data.folders)
    torchrun = (
        f"python -m torch.distributed.run --nnodes=2 --nproc-per-node={config.processes} --node-rank=0 "
        "--master-addr=HOST --master-port=29500"
    )
    return f"{torchrun} -m training run recipe.toml {data} --out RUN"
