"""What a list shows when it has no rows: what to do, or the shape of what comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import tr

_PICTURE = 48


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """An icon, a title and a sentence."""

    icon: str
    title: str
    text: str = ""
    tint: Tint = Tint.MUTED


class EmptyState(QWidget):
    """An icon, a title, a sentence and up to two buttons, in the middle of the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = EmptyWords("inbox", "")
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self)
        self._title.setFont(theme.heading(self.font()))
        self._text = QLabel(self)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        # On the ground of a list Qt writes in the colour of lists, which is not the one that is muted.
        self._text.setForegroundRole(QPalette.ColorRole.WindowText)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.RELATED)
        self._compose()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def _compose(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.RELATED)
        column.addWidget(self._picture)
        column.addSpacing(theme.GRID)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(theme.RELATED)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.DIALOG, theme.DIALOG, theme.DIALOG, theme.DIALOG)
        outer.addStretch(2)
        outer.addLayout(column)
        outer.addStretch(3)

    def say(self, words: EmptyWords, actions: Sequence[QAction] = ()) -> None:
        """Show these words; the first action is the main one."""
        self._words = words
        self._title.setText(words.title)
        self._text.setText(words.text)
        self._text.setVisible(bool(words.text))
        self.setAccessibleName(f"{words.title} {words.text}".strip())
        self._paint_picture()
        self._renew_buttons(actions)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_picture()
            self._tint_text()

    def _renew_buttons(self, actions: Sequence[QAction]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            button = QPushButton(action.icon(), action.text(), self)
            button.setAccessibleName(action.text())
            button.setMinimumHeight(theme.CONTROL_HEIGHT)
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            self._buttons.addWidget(button)
        self._tint_text()

    def _paint_picture(self) -> None:
        palette = self.palette()
        tint = icons.color(self._words.tint, palette)
        self._picture.setPixmap(icons.pixmap(self._words.icon, _PICTURE, tint, self.devicePixelRatioF()))

    def _tint_text(self) -> None:
        self._text.setPalette(theme.muted_text(self.palette()))


class Skeleton(QWidget):
    """The shape of a list that is on its way: quiet bars where the words will be."""

    _WIDTHS = (0.62, 0.44, 0.55, 0.36, 0.5, 0.42, 0.58, 0.4)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(tr("Loading…"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows that fade downwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.hairline(self.palette()))
        top = theme.ROW_HEIGHT + theme.RELATED
        for number, share in enumerate(self._WIDTHS):
            painter.setOpacity(1.0 - number / len(self._WIDTHS))
            self._paint_row(painter, top + number * theme.ROW_HEIGHT, share)

    def _paint_row(self, painter: QPainter, y: int, share: float) -> None:
        bar = 8.0
        middle = y + (theme.ROW_HEIGHT - bar) / 2
        name_room = self.width() * 0.5
        left = float(theme.RELATED)
        painter.drawRoundedRect(QRectF(left, middle - 3, 14, 14), 3, 3)
        painter.drawRoundedRect(QRectF(left + 24, middle, name_room * share, bar), 4, 4)
        for place, width in ((0.62, 44), (0.74, 52), (0.86, 60)):
            painter.drawRoundedRect(QRectF(self.width() * place, middle, width, bar), 4, 4)
