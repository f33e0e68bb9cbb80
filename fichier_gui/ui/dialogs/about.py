"""What this program is, its version, and whose it is."""

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fichier_gui import __version__
from fichier_gui.ui import icons
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.frame import GAP, Frame, QuietLabel, heading, paragraph, shown
from fichier_gui.ui.wording import tr

LOGO = 64


class About(Frame):
    """Name, version, a sentence, the licence, and the versions a report needs."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("About this program"))
        self.wants_licences = False
        logo = QLabel(self)
        logo.setPixmap(icons.program_icon().pixmap(QSize(LOGO, LOGO), self.devicePixelRatio()))
        logo.setFixedSize(LOGO, LOGO)
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addWidget(heading(tr("1fichier desktop client"), self))
        column.addWidget(QuietLabel(versions(), self))
        column.addSpacing(GAP // 2)
        column.addWidget(
            paragraph(
                tr("Browse your 1fichier account, drop files to upload them; every download is verified."),
                self,
            )
        )
        column.addWidget(
            paragraph(
                tr("Free software under the MIT licence. Not made by and not tied to 1fichier.com."), self
            )
        )
        column.addWidget(paragraph(tr("No advertising, no telemetry, no update without asking."), self))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        box = self.add_closing()
        copy = QPushButton(tr("Copy versions"), self)
        self.licences_button = QPushButton(tr("Licences…"), self)
        for button in (copy, self.licences_button):
            button.setAutoDefault(False)
            box.add(button, box.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: copy_text(versions()))
        self.licences_button.clicked.connect(self._on_licences_clicked)

    async def run(self) -> bool:
        """Show it until it is closed; whether the licences of what it stands on are to be shown."""
        await shown(self)
        return self.wants_licences

    def _on_licences_clicked(self) -> None:
        self.wants_licences = True
        self.accept()


def versions() -> str:
    """Of the program and of what it stands on."""
    return tr(
        "Version {program} · Python {python} · Qt {qt} · {system}",
        program=__version__,
        python=platform.python_version(),
        qt=qVersion(),
        system=platform.system(),
    )
