"""The export dialog: format, depth and name; it never lets a scan be replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.output_formats import DEPTHS, depth_for, format_named_by
from colorstudio.ui.canvas.crop_box import CropBox
from colorstudio.ui.export_choice import (
    FORMATS,
    ExportChoice,
    is_master,
    proposed_format,
    proposed_target,
    with_format,
)
from colorstudio.ui.widgets.form import Form

if TYPE_CHECKING:
    from colorstudio.core.output_formats import OutputFormat
    from colorstudio.core.scan import ScanInfo
    from colorstudio.core.steering import Crop


class ExportDialog(QDialog):
    """Asks how and where to export a scan.

    Args:
        info: of the scan.
        masters: all open scans.
        format_setting: the format that the settings propose.
        crop: what of the scan is exported; None: all of it.
    """

    def __init__(
        self,
        info: ScanInfo,
        masters: tuple[Path, ...],
        format_setting: str,
        parent: QWidget | None = None,
        crop: Crop | None = None,
    ) -> None:
        super().__init__(parent)
        self._info = info
        self._size = CropBox.of(crop, (info.width, info.height))
        self._masters = masters
        self.setWindowTitle(self.tr("Export"))
        self._format, self._depth = QComboBox(), QComboBox()
        self._target = QLineEdit()
        self._browse = QPushButton(self.tr("Choose…"))
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._ok = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill(proposed_format(info, format_setting))
        self._build()
        self._connect()
        self._check()

    def choice(self) -> ExportChoice:
        """Return what the user decided."""
        target = self._path()
        return ExportChoice(target, self._format.currentData(), self._depth.currentData(), target.exists())

    @Slot(int)
    def _on_format_changed(self, index: int) -> None:
        chosen = self._format.currentData()
        self._allow_depths()
        self._depth.setCurrentIndex(self._depth.findData(depth_for(self._info.bits, chosen)))
        if format_named_by(self._path()) != chosen:
            self._target.setText(str(with_format(self._path(), chosen)))
        self._check()

    @Slot()
    def _on_target_edited(self) -> None:
        named = format_named_by(self._path())
        if named and named != self._format.currentData():
            self._format.setCurrentIndex(self._format.findData(named))
        self._check()

    @Slot()
    def _on_browse_clicked(self) -> None:
        chosen = self._format.currentData()
        filters = f"{FORMATS[chosen]} (*{with_format(Path('x'), chosen).suffix})"
        option = QFileDialog.Option.DontConfirmOverwrite  # the dialog itself says what will happen
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export as"), str(self._path()), filters, options=option)
        if name:
            path = Path(name)
            self._target.setText(str(path if format_named_by(path) else with_format(path, chosen)))
            self._on_target_edited()

    def _path(self) -> Path:
        path = Path(self._target.text().strip()).expanduser()
        return path if path.is_absolute() else self._info.path.parent / path

    def _fill(self, chosen: OutputFormat) -> None:
        for name, label in FORMATS.items():
            self._format.addItem(label, name)
        for bits in (8, 16):
            self._depth.addItem(self.tr("{bits} bit per channel").format(bits=bits), bits)
        self._format.setCurrentIndex(self._format.findData(chosen))
        self._allow_depths()
        self._depth.setCurrentIndex(self._depth.findData(depth_for(self._info.bits, chosen)))
        page = self._info.page if self._info.pages > 1 else None
        self._target.setText(str(proposed_target(self._info.path, chosen, page)))
        self._target.setCursorPosition(len(self._target.text()))

    def _allow_depths(self) -> None:
        chosen = self._format.currentData()
        model = self._depth.model()
        assert isinstance(model, QStandardItemModel)
        allowed = 16 in DEPTHS[chosen]
        model.item(1).setEnabled(allowed)
        reason = "" if allowed else self.tr("{format} holds 8 bits only.").format(format=FORMATS[chosen])
        model.item(1).setToolTip(reason)
        self._depth.setToolTip(reason)

    def _check(self) -> None:
        path = self._path()
        reason = self._refusal(path)
        self._ok.setEnabled(not reason)
        replaces = not reason and path.exists()
        self._ok.setText(self.tr("Replace") if replaces else self.tr("Export"))
        replaced = self.tr("{name} exists already and will be replaced.").format(name=path.name) if replaces else ""
        size = self.tr("{width} × {height} pixels, sRGB. The lightness stays the scan's.")
        facts = size.format(width=self._size.width, height=self._size.height)
        self._hint.setText(reason or replaced or self._depth.toolTip() or facts)

    def _refusal(self, path: Path) -> str:
        if is_master(path, self._masters):
            return self.tr("This is an open scan, which is never written to; choose another name.")
        if path.is_dir() or not self._target.text().strip():
            return self.tr("Enter a file name.")
        if format_named_by(path) is None:
            return self.tr("End the name in .tif, .png, .jpg or .webp.")
        if not path.parent.is_dir():
            return self.tr("The folder {folder} does not exist.").format(folder=path.parent)
        return ""

    def _build(self) -> None:
        self._hint.setMinimumHeight(2 * self._hint.fontMetrics().lineSpacing())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._target, 1)
        row.addWidget(self._browse)
        form = Form()
        for label, field, widget in (
            (self.tr("File"), row, self._target),
            (self.tr("Format"), self._format, self._format),
            (self.tr("Depth"), self._depth, self._depth),
        ):
            form.add_row(QLabel(label), field, widget)
            widget.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(560)
        self._browse.setAutoDefault(False)
        self._ok.setDefault(True)

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format_changed)
        self._depth.currentIndexChanged.connect(self._check)
        self._target.textChanged.connect(self._check)
        self._target.editingFinished.connect(self._on_target_edited)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
