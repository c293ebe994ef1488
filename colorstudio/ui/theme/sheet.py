"""The style sheet: flat, quiet controls on an 8-px grid, coloured by the tokens of a theme.

Names that it knows, as object names: `rail`, `toolBar`, `sideBar`, `floatingBar`, `filmstrip`, `panel`,
`panelTitle`, `statusStrip`, `messageBar` (with the property `severity`: info, warning or error),
`primaryButton`, `hint` (secondary words), `emptyState` (what lies on the surround). A widget whose property
changes after it was shown needs `widget.style().unpolish(widget); widget.style().polish(widget)`.

A spin box is right aligned, since Qt gives its words no padding at the left; one without buttons gets no room
for its words once a style sheet draws it, and has to be a line edit with a validator.

Sizes are logical pixels. A focus ring is 2 px; the padding gives the pixel back, so nothing moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from colorstudio.ui.theme.tokens import Tokens

_AREAS = """
QToolTip { color: $on_tooltip; background: $tooltip; border: 1px solid $tooltip; padding: 4px 6px; }
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
#rail { background: $rail; border: none; border-right: 1px solid $border; }
#toolBar { background: $window; border: none; border-bottom: 1px solid $border; }
#sideBar { background: $window; border: none; border-right: 1px solid $border; }
#panel { background: $panel; border: none; border-left: 1px solid $border; }
#drawer { background: $panel; border: none; border-top: 1px solid $border; }
#popup { background: $panel; border: 1px solid $border; border-radius: 8px; }
#hintTable { border-radius: 4px; }
#hintTable::item { padding: 0 4px; border: none; }
#panelTitle { color: $text; font-weight: 600; }
QLabel:disabled { color: $disabled; }
#hint { color: $muted; }
#curveCard { background: $field; border: 1px solid $border; border-radius: 6px; }
#curveCard QLabel { background: transparent; }
#dropPlace { border: 1px dashed $outline; border-radius: 8px; }
#dropPlace[awaited="true"] { border: 2px solid $accent_line; background: $hover; }
#floatingBar { background: $panel; border: 1px solid $border; border-radius: 6px; }
#statusStrip { background: $rail; border: none; border-top: 1px solid $border; }
#statusStrip QLabel { color: $muted; }
#emptyState, #emptyState QLabel { color: $on_surround; background: transparent; }
#messageBar { border: none; border-left: 3px solid $info; background: $info_ground; }
#messageBar[severity="warning"] { border-left-color: $warning; background: $warning_ground; }
#messageBar[severity="error"] { border-left-color: $error; background: $error_ground; }
#messageBar QLabel { color: $text; background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $border; }
QGroupBox { border: none; margin-top: 24px; padding: 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0 0 4px 0; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#scrollContents { background: transparent; }
"""

_BUTTONS = """
QPushButton { color: $text; background: $raised; border: 1px solid $border; border-radius: 4px;
    padding: 5px 15px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:checked { background: $selection; color: $on_selection; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 14px; }
QPushButton:disabled { color: $disabled; background: $panel; border-color: $border; }
QPushButton:flat { background: transparent; border-color: transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border-color: $focus; }
QPushButton#primaryButton, QDialog QPushButton:default { color: $on_accent; background: $accent;
    border: 1px solid $accent; }
QPushButton#primaryButton:hover, QDialog QPushButton:default:hover { background: $accent_hover; }
QPushButton#primaryButton:pressed, QDialog QPushButton:default:pressed { background: $accent_pressed; }
QPushButton#primaryButton:focus, QDialog QPushButton:default:focus { border: 2px solid $focus_on_accent; }
QPushButton#primaryButton:disabled, QDialog QPushButton:default:disabled { color: $disabled; background: $panel;
    border-color: $border; }
QPushButton::menu-indicator { image: url($down); width: 16px; height: 16px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 4px; }

QToolButton { color: $text; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $selection; color: $on_selection; }
QToolButton:focus { border: 2px solid $focus; padding: 4px; }
QToolButton:disabled { color: $disabled; }
QToolButton:checked:disabled { background: $pressed; }
QToolButton[popupMode="1"], QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton[popupMode="1"]:focus, QToolButton[popupMode="2"]:focus { padding-right: 19px; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-arrow { image: url($down); width: 16px; height: 16px; }
QToolButton::menu-indicator { image: url($down); width: 16px; height: 16px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 2px; }
#menuButton { padding: 3px; }
#menuButton:focus { padding: 2px; }
#menuButton::menu-indicator { image: none; width: 0; }
#smallButton { padding: 1px; border-radius: 3px; }
#smallButton:focus { padding: 0; }
#sectionHeading, #groupHeading { border-radius: 4px; padding: 5px 3px; }
#sectionHeading { font-weight: 600; }
#groupHeading { color: $muted; }
#groupHeading:disabled { color: $disabled; }
#sectionHeading:hover, #groupHeading:hover { background: $hover; color: $text; }
#sectionHeading:focus, #groupHeading:focus { padding: 4px 2px; }
#rail QToolButton { color: $muted; border: none; border-left: 3px solid transparent; border-radius: 0;
    padding: 8px 7px 8px 4px; }
#rail QToolButton:hover { color: $text; background: $hover; }
#rail QToolButton:checked { color: $text; background: $window; border-left-color: $accent_line; }
#rail QToolButton:focus { border: 2px solid $focus; padding: 6px 5px; }
#rail QToolButton:disabled { color: $disabled; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: $field;
    border: 1px solid $outline; border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent_line; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url($tick_on); }
QCheckBox::indicator:indeterminate { image: url($dash_on); }
QRadioButton::indicator:checked { image: url($dot_on); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $panel; border-color: $border; }
QCheckBox::indicator:checked:disabled { image: url($tick_disabled); }
QRadioButton::indicator:checked:disabled { image: url($dot_disabled); }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit { color: $text; background: $field;
    border: 1px solid $outline; border-radius: 4px; padding: 3px 7px; selection-background-color: $selection;
    selection-color: $on_selection; placeholder-text-color: $muted; }
QLineEdit, QComboBox { min-height: 20px; }
QAbstractSpinBox { min-height: 17px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 2px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    color: $disabled; background: $panel; border-color: $border; }
QLineEdit[readOnly="true"] { background: $panel; }
QComboBox { background: $raised; border-color: $border; padding-right: 4px; combobox-popup: 0; }
QComboBox:hover { background: $hover; }
#numberField { color: $muted; background: transparent; border-color: transparent; padding: 1px 3px; min-height: 18px; }
#numberField:hover { color: $text; border-color: $border; }
#numberField:focus { color: $text; background: $field; border: 2px solid $focus; padding: 0 2px; }
#numberField:disabled { color: $disabled; }
QComboBox:editable { background: $field; border-color: $outline; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-position: right center; }
QComboBox::down-arrow { image: url($down); width: 16px; height: 16px; }
QComboBox::down-arrow:disabled { image: url($down_disabled); }
QComboBox QAbstractItemView { color: $text; background: $field; border: 1px solid $border; padding: 0;
    border-radius: 0; outline: none; selection-background-color: $selection; selection-color: $on_selection; }
QAbstractSpinBox { qproperty-alignment: "AlignRight|AlignVCenter"; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent; border: none; width: 18px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 1px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 1px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; border-radius: 3px; }
QAbstractSpinBox::up-arrow { image: url($up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($down); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url($up_disabled); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: url($down_disabled); }

QSlider { min-height: 22px; border: 2px solid transparent; border-radius: 4px; }
QSlider:vertical { min-height: 0; min-width: 22px; }
QSlider::groove:horizontal { height: 4px; background: $track; border-radius: 2px; margin: 0 1px; }
QSlider::groove:vertical { width: 4px; background: $track; border-radius: 2px; margin: 1px 0; }
QSlider::sub-page:horizontal, QSlider::add-page:vertical { background: $accent_line; border-radius: 2px; }
QSlider::sub-page:horizontal { margin-left: 1px; }
QSlider::handle { background: $knob; border: 1px solid $outline; border-radius: 8px; width: 14px; height: 14px; }
QSlider::handle:horizontal { margin: -6px 0; }
QSlider::handle:vertical { margin: 0 -6px; }
QSlider::handle:hover, QSlider::handle:pressed { border-color: $accent_line; }
QSlider::handle:focus { border: 2px solid $focus; width: 12px; height: 12px; }
QSlider::sub-page:disabled, QSlider::add-page:vertical:disabled { background: $track; }
QSlider::handle:disabled { background: $panel; border-color: $border; }

QProgressBar { color: $text; background: $track; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    text-align: center; }
QProgressBar::chunk { background: $accent_line; border-radius: 3px; }
QProgressBar[textVisible="true"] { background: $field; border: 1px solid $outline; border-radius: 4px;
    min-height: 18px; max-height: 18px; }
QProgressBar[textVisible="true"]::chunk { background: $selection; }
"""

_LISTS = """
QAbstractItemView { color: $text; background: $field; border: 1px solid $border; border-radius: 4px; outline: none;
    selection-background-color: $selection; selection-color: $on_selection; }
QAbstractItemView:focus { border-color: $focus; }
#runs { background: transparent; border: none; }
#runs::item { padding: 0; border: none; }
#filmstrip { background: $panel; border: none; border-right: 1px solid $border; border-radius: 0; }
QListView::item, QTreeView::item { padding: 4px 6px; border: 1px solid transparent; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { color: $on_selection; background: $selection; }
QListView::item:focus { border-color: $focus; }
QAbstractItemView::item:disabled { color: $disabled; }
QListView::indicator { width: 16px; height: 16px; background: $field; border: 1px solid $outline; border-radius: 3px; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url($tick_on); }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { color: $muted; background: $panel; border: none; border-right: 1px solid $border;
    border-bottom: 1px solid $border; padding: 5px 8px; }
QTableCornerButton::section { background: $panel; border: none; border-right: 1px solid $border;
    border-bottom: 1px solid $border; }
QTreeView::branch:has-children:closed { image: url($right); }
QTreeView::branch:has-children:open { image: url($down); }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { color: $text; background: $window; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { color: $text; background: $menu; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { color: $on_selection; background: $selection; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; }
QMenu::indicator:checked { image: url($tick); }
QMenu::right-arrow { image: url($right); width: 16px; height: 16px; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar::tab { color: $muted; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 6px 12px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent_line; }
QTabBar::tab:focus { background: $hover; }
"""

_TEMPLATE = Template(_AREAS + _BUTTONS + _FIELDS + _LISTS)


def build_style_sheet(tokens: Tokens, glyphs: Mapping[str, str]) -> str:
    """Fill the sheet with the colours of `tokens` and the paths of `glyphs` (see `glyph_files`)."""
    return _TEMPLATE.substitute(asdict(tokens) | _derived(tokens) | dict(glyphs))


def _derived(tokens: Tokens) -> dict[str, str]:
    """Colours that one control alone needs, named after it."""
    dark = tokens.is_dark
    return {
        "scroll": "#6a6a6a" if dark else "#bdbdbd",
        "menu": tokens.panel if dark else tokens.field,
        "focus_on_accent": tokens.focus if dark else tokens.text,
    }
