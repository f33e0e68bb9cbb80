"""The line above the transfers: their tabs, or the sum of them all, and the commands for the whole queue."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.views.text_tabs import TextTabs

_WORDED = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_BARE = Qt.ToolButtonStyle.ToolButtonIconOnly


class QueueStrip(QWidget):
    """Before a tab is cut, the commands keep their pictures only; their words are in the tool tips too."""

    def __init__(
        self,
        tabs: TextTabs,
        line: QWidget,
        commands: Sequence[QToolButton],
        fold: QToolButton,
        parent: QWidget,
    ) -> None:
        """``line`` tells the sum, once :meth:`show_folded` asks for it."""
        super().__init__(parent)
        self._tabs, self._line, self._commands, self._fold = tabs, line, commands, fold
        self._stack = QStackedWidget(self)
        self._stack.addWidget(tabs)
        self._stack.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.RELATED, 0, theme.RELATED, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(self._stack, 1)
        for button in chain(commands, (fold,)):
            button.setAutoRaise(True)
            button.setToolButtonStyle(_BARE if button is fold else _WORDED)
            row.addWidget(button)

    def show_folded(self, is_folded: bool) -> None:
        """The sum instead of the tabs."""
        self._stack.setCurrentWidget(self._line if is_folded else self._tabs)

    def minimumSizeHint(self) -> QSize:
        """Without the words that give way."""
        hint = super().minimumSizeHint()
        return hint if self._is_bare else QSize(hint.width() - self._words, hint.height())

    def event(self, event: QEvent) -> bool:
        """More or less room, or other words."""
        is_done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return is_done

    def _settle(self) -> None:
        buttons = (*self._commands, self._fold)
        taken = sum(button.sizeHint().width() for button in buttons) + (len(buttons) + 2) * theme.RELATED
        # One step more to come back: what is measured in both states need not agree to the pixel.
        more = self._words + theme.RELATED if self._is_bare else 0
        has_room = self._tabs.sizeHint().width() + taken + more <= self.width()
        for button in self._commands:
            button.setToolButtonStyle(_WORDED if has_room else _BARE)

    @property
    def _is_bare(self) -> bool:
        return self._commands[0].toolButtonStyle() is _BARE

    @property
    def _words(self) -> int:
        """Pixels that the words take beside the pictures."""
        texts = (f" {button.text()} " for button in self._commands)
        return sum(theme.GRID + self.fontMetrics().horizontalAdvance(text) for text in texts)
