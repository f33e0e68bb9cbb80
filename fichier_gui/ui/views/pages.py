"""Several widgets of which one is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from fichier_gui.ui.views.list_table import ListTable


class Pages(QStackedLayout):
    """A list and what stands in for it."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        for page in pages:
            self.addWidget(page)

    def enter(self) -> None:
        """Come here by keyboard."""
        page = self.currentWidget()
        if isinstance(page, ListTable):
            page.enter()
        elif page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, page: QWidget) -> None:
        """Show a page; the focus goes with it, and not to whatever comes next in the window."""
        before = self.currentWidget()
        # Of the window, which may be behind a dialog and gets the keys back later.
        focus = page.window().focusWidget()
        had_focus = (
            before is not None and focus is not None and (before is focus or before.isAncestorOf(focus))
        )
        self.setCurrentWidget(page)
        if had_focus and before is not page:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
