"""The commands with their keys: looked for, changed, taken back."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.names import folded
from fichier_gui.ui import icons, theme
from fichier_gui.ui.action_table import ActionId, ActionSpec, Reach
from fichier_gui.ui.announcing import announce
from fichier_gui.ui.command_keys import (
    Keys,
    holders,
    is_for_typing,
    keys_in_force,
    own_keys,
    specs,
    spoken,
    with_keys,
)
from fichier_gui.ui.dialogs.frame import NEAR, Fact, add_glass
from fichier_gui.ui.dialogs.table import dress_tree
from fichier_gui.ui.wording import QT_TR_NOOP, tr

_ROWS: Final = 10
_SIZE: Final = QSize(0, theme.ROW_HEIGHT)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ACTION: Final = Qt.ItemDataRole.UserRole
WHERE: Final = {
    Reach.WINDOW: QT_TR_NOOP("Everywhere"),
    Reach.FILES: QT_TR_NOOP("In the file list"),
    Reach.LOCAL: QT_TR_NOOP("In the local folder"),
    Reach.TRANSFERS: QT_TR_NOOP("In the transfers"),
}


class Recorder(QKeySequenceEdit):
    """Takes the next keys that are pressed. Tab and Escape lead out of it as everywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(tr("New keys"))
        line = self.findChild(QLineEdit)
        assert line is not None
        line.setAccessibleName(tr("New keys"))
        line.setMinimumHeight(theme.CONTROL_HEIGHT)
        self._line = line
        self.keySequenceChanged.connect(self._invite)
        self._invite()

    @property
    def key(self) -> str:
        """What was pressed, as it is kept; empty for nothing."""
        return self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def minimumSizeHint(self) -> QSize:
        """The words that invite are read to their end, however wide the buttons beside them are."""
        hint, words = super().minimumSizeHint(), self._line.placeholderText()
        whole = self._line.fontMetrics().horizontalAdvance(words) + 2 * NEAR
        return hint.expandedTo(QSize(whole, 0))

    def clear(self) -> None:
        """Nothing was pressed."""
        super().clear()
        self._invite()

    def _invite(self) -> None:
        self._line.setPlaceholderText(tr("Press the new keys"))  # Qt puts words of its own when it clears

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the dialog's."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeyEditor(QWidget):
    """``edited`` carries the setting as it is to be."""

    edited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = ""
        self.filter = QLineEdit(self)
        self.list = QTreeWidget(self)
        self.recorder = Recorder(self)
        self.put_button, self.add_button, self.none_button, self.own_button = (
            QPushButton(words, self) for words in (tr("Set"), tr("Add"), tr("Remove"), tr("Reset"))
        )
        self.told = Fact("keyboard", "", self)
        self._items: dict[ActionId, QTreeWidgetItem] = {}
        self._has_icons = False
        self._heads = [(self._make_head(reach), self._make_rows(reach)) for reach in WHERE]
        self._build()
        self._connect()
        self.show_setting("")
        self.list.setCurrentItem(next(iter(self._items.values())))

    @property
    def current(self) -> ActionId | None:
        """The command that is marked."""
        item = self.list.currentItem()
        return None if item is None else item.data(0, _ACTION)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons once somebody comes here: so many would keep the other pages waiting."""
        super().showEvent(event)
        if not self._has_icons:
            self._has_icons = True
            self._draw_icons()

    def show_setting(self, setting: str) -> None:
        """Show what is in force."""
        self._setting = setting
        for action, keys in keys_in_force(setting).items():
            item = self._items[action]
            item.setText(1, spoken(keys, tr(" or ")))
            is_changed = keys != own_keys(action)
            font = theme.strong(self.font()) if is_changed else self.font()
            item.setFont(0, font)
            item.setFont(1, font)
            said = tr("{keys}, changed", keys=item.text(1) or tr("No key")) if is_changed else item.text(1)
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, said or tr("No key"))
        self._filter()
        self._settle()

    # Building

    def _make_head(self, reach: Reach) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.list, [tr(WHERE[reach])])
        head.setFont(0, theme.strong(self.font()))
        head.setSizeHint(0, _SIZE)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setData(1, Qt.ItemDataRole.AccessibleTextRole, tr(WHERE[reach]))
        return head

    def _make_rows(self, reach: Reach) -> list[QTreeWidgetItem]:
        return [self._make_row(spec) for spec in specs().values() if spec.reach is reach]

    def _make_row(self, spec: ActionSpec) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.list, [tr(spec.text).rstrip("…")])
        item.setData(0, _ACTION, spec.id)
        item.setSizeHint(0, _SIZE)
        item.setTextAlignment(1, _RIGHT)
        self._items[spec.id] = item
        return item

    def _draw_icons(self) -> None:
        for action, item in self._items.items():
            if name := specs()[action].icon:
                item.setIcon(0, icons.icon(name))

    def _build(self) -> None:
        self.filter.setPlaceholderText(tr("Search commands and keys"))
        self.filter.setAccessibleName(tr("Search commands and keys"))
        self.filter.setClearButtonEnabled(True)
        add_glass(self.filter)
        self._build_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        for widget in (self.filter, self.list):
            column.addWidget(widget)
        column.addLayout(self._line())
        column.addWidget(self.told)

    def _build_list(self) -> None:
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([tr("Command"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setMinimumHeight(_ROWS * theme.ROW_HEIGHT)
        header = dress_tree(self.list, tr("Keyboard shortcuts"), elide=Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.list.headerItem().setTextAlignment(1, _RIGHT)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _line(self) -> QHBoxLayout:
        label = QLabel(tr("New keys"), self)
        label.setBuddy(self.recorder)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(label)
        row.addWidget(self.recorder, 1)
        for button in self._buttons():
            button.setAutoDefault(False)
            row.addWidget(button)
        self.own_button.setToolTip(tr("The keys that the program gives this command"))
        return row

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.put_button, self.add_button, self.none_button, self.own_button

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._on_list_changed)
        self.list.itemActivated.connect(lambda _item: self.recorder.setFocus())
        self.recorder.keySequenceChanged.connect(self._on_recorder_changed)
        self.put_button.clicked.connect(lambda: self._give((self.recorder.key,)))
        self.add_button.clicked.connect(lambda: self._give((*self._keys(), self.recorder.key)))
        self.none_button.clicked.connect(lambda: self._give(()))
        self.own_button.clicked.connect(lambda: self._give(None))

    # What the user does

    def _keys(self) -> Keys:
        return keys_in_force(self._setting)[self.current] if self.current is not None else ()

    def _give(self, keys: Keys | None) -> None:
        """``None`` are the command's own."""
        if (action := self.current) is not None:
            keys = own_keys(action) if keys is None else keys
            self.edited.emit(with_keys(self._setting, action, keys))
            self.recorder.clear()

    def _on_recorder_changed(self) -> None:
        announce(self.recorder, spoken((self.recorder.key,), ""))
        self._settle()

    def _on_list_changed(self) -> None:
        self.recorder.clear()
        self._settle()

    def _filter(self) -> None:
        words = folded(self.filter.text()).split()
        for item in self._items.values():
            text = folded(f"{item.text(0)} {item.text(1)}")
            item.setHidden(not all(word in text for word in words))
        for head, below in self._heads:
            head.setHidden(all(item.isHidden() for item in below))

    def _settle(self) -> None:
        action, key = self.current, self.recorder.key
        can_take = action is not None and bool(key) and not is_for_typing(key)
        self.put_button.setEnabled(can_take)
        self.add_button.setEnabled(can_take and key not in self._keys())
        self.none_button.setEnabled(bool(self._keys()))
        self.own_button.setEnabled(action is not None and self._keys() != own_keys(action))
        words = self._words(action, key)
        self.told.show_icon(*(("alert", icons.Tint.WARNING) if words else ("keyboard", icons.Tint.MUTED)))
        self.told.label.setText(words or tr("Choose a command, then press its new keys."))

    def _words(self, action: ActionId | None, key: str) -> str:
        """What stands against a key; empty for nothing."""
        if action is None or not key:
            return ""
        shown = spoken((key,), "")
        if is_for_typing(key):
            return tr("{keys} alone is for typing: hold Ctrl or Alt with it.", keys=shown)
        held = holders(action, key, keys_in_force(self._setting))
        if not held:
            return ""
        names = ", ".join(_with_place(specs()[name]) for name in held)
        return tr("{keys} is in use for {commands}. It is taken from there.", keys=shown, commands=names)


def _with_place(spec: ActionSpec) -> str:
    return tr("“{command}” ({where})", command=tr(spec.text).rstrip("…"), where=tr(WHERE[spec.reach]))
