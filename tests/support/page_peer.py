"""Another program with a page: a link behind words to drag away, and a picture that it has copied.

``python page_peer.py LINK``. Its window is called "page", at the right of the screen.
"""

import sys

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QDrag, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

AREA = (1000, 100, 300, 200)


class Page(QLabel):
    """What a browser gives of a selection: HTML, and words that do not hold the address."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the selection."""
        drag, data = QDrag(self), QMimeData()
        data.setHtml(f'<p>See <a href="{sys.argv[1]}">my film</a></p>')
        data.setText("See my film")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)


def main() -> int:
    """Until it is ended."""
    application = QApplication(sys.argv)
    page = Page("See my film")
    page.setWindowTitle("page")
    page.setGeometry(*AREA)
    page.show()
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
