"""What is known of the chosen file, folder or files."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.models.file_list import icon_name
from fichier_gui.ui.views.chosen import Chosen
from fichier_gui.ui.views.lines import GivingLabel, MutedLabel, WrappedLabel
from fichier_gui.ui.wording import tr

_PICTURE = 56
WIDTH = 248


class _Fact(QWidget):
    """A small heading, a value that can be selected, and a button to copy it."""

    copied = Signal(str)

    def __init__(self, title: str, copy_name: str = "", *, is_sentence: bool = False) -> None:
        super().__init__()
        self._value = ""
        head = MutedLabel(self)
        head.setFont(theme.small(head.font()))
        head.say(title)
        self.text = WrappedLabel(self) if is_sentence else GivingLabel(self, Qt.TextElideMode.ElideMiddle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.text, 1)
        if copy_name:
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setToolTip(copy_name)
            button.setAccessibleName(copy_name)
            icons.put(button, "copy", icons.Tint.MUTED)
            button.clicked.connect(lambda _checked=False: self.copied.emit(self._value))
            row.addWidget(button)
        column.addLayout(row)

    def say(self, value: str, shown: str = "") -> None:
        """Show ``value``; an empty one hides the whole fact."""
        self._value = value
        self.text.say(shown or value)
        self.text.setToolTip(value)
        self.setVisible(bool(value))


class Details(QScrollArea):
    """A pane at the right."""

    copy_asked = Signal(str)
    """Text for the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to what has the focus in it
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Details"))
        self.setMinimumWidth(WIDTH - 40)
        self.rules: Callable[[FileUrl], str] = lambda _url: ""
        """Who can open a link, where more is known of it than the list says."""
        self.thumbnail: Callable[[RemoteFile], QPixmap | None] = lambda _file: None
        """A picture of the file itself, where there is one."""
        self._icon = "folder"
        self._file: RemoteFile | None = None
        self._picture = QLabel()
        self._name = QLabel()
        self._name.setFont(theme.heading(self.font()))
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._kind = MutedLabel()
        self._size = _Fact(tr("Size"))
        self._added = _Fact(tr("Added"), is_sentence=True)
        self._link = _Fact(tr("Link"), tr("Copy link"))
        self._access = _Fact(tr("Who can open it"), is_sentence=True)
        self._checksum = _Fact(tr("Checksum (Whirlpool)"), tr("Copy the checksum"))
        self._compose()
        self.show_chosen(Chosen())

    def _compose(self) -> None:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.GROUP, theme.GROUP, theme.GROUP, theme.GROUP)
        column.setSpacing(theme.GROUP - theme.GRID)
        column.addWidget(self._picture)
        column.addWidget(self._name)
        column.addWidget(self._kind)
        for fact in (self._size, self._added, self._link, self._access, self._checksum):
            fact.copied.connect(self.copy_asked)
            column.addWidget(fact)
        column.addStretch(1)
        self.setWidget(body)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def show_chosen(self, chosen: Chosen, folder: RemoteFolder | None = None) -> None:
        """What is chosen; with nothing chosen, the folder that is shown."""
        self._file = None
        if len(chosen.rows) > 1:
            self._show_many(chosen)
            return
        item = chosen.rows[0] if chosen.rows else folder
        if isinstance(item, RemoteFile):
            self._show_file(item)
        else:
            self._show_folder(item)

    @property
    def picture_shown(self) -> QPixmap:
        """The thumbnail, or the icon."""
        return self._picture.pixmap()

    def renew_thumbnail(self) -> None:
        """It came or went."""
        self._paint_picture()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_picture()

    def _show_many(self, chosen: Chosen) -> None:
        self._head("copy", tr("%n item(s)", "", len(chosen.rows)), "")
        total = wording.size(chosen.octets)
        if chosen.folders:
            total = tr("at least {size}", size=total) if chosen.files else ""
        self._size.say(total)
        for fact in (self._added, self._link, self._access, self._checksum):
            fact.say("")

    def _show_file(self, file: RemoteFile) -> None:
        self._file = file
        self._head(icon_name(file), file.name, wording.file_kind_words(file))
        self._size.say(wording.exact_size(file.size))
        self._added.say(wording.full_date(file.added_at) if file.added_at is not None else "")
        self._link.say(wording.link_words(file))
        self._access.say(self.rules(file.url) or wording.access_words(file))
        self._checksum.say(file.checksum or "")

    def _show_folder(self, folder: RemoteFolder | None) -> None:
        name = wording.folder_name(folder) if folder is not None else tr("Nothing chosen")
        is_root = folder is not None and not folder.name
        self._head("cloud" if is_root else "folder", name, "" if is_root or folder is None else tr("Folder"))
        created = folder.created_at if folder is not None else None
        self._size.say("")
        self._added.say(wording.full_date(created) if created is not None else "")
        self._link.say((folder.public_url or "") if folder is not None else "")
        self._access.say((folder.owner or "") if folder is not None else "")
        self._checksum.say("")

    def _head(self, icon: str, name: str, kind: str) -> None:
        self._icon = icon
        # Long names of files break only where they may: give the layout places to break them.
        self._name.setText(_breakable(name))
        self._name.setAccessibleName(name)
        self._kind.say(kind)
        self._kind.setVisible(bool(kind))
        self._paint_picture()

    def _paint_picture(self) -> None:
        picture = None if self._file is None else self.thumbnail(self._file)
        if picture is not None:
            self._picture.setPixmap(picture)
            return
        tint = theme.accent(self.palette())
        self._picture.setPixmap(icons.pixmap(self._icon, _PICTURE, tint, self.devicePixelRatioF()))


def _breakable(name: str) -> str:
    """``name`` with invisible places to break after dots, dashes and underscores."""
    for mark in "._-":
        name = name.replace(mark, f"{mark}\u200b")
    return name
