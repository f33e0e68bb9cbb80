"""Links as text: how they are written is chosen with the result in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from fichier_gui.domain.link_text import (
    DEFAULT_TEMPLATE,
    PLACEHOLDERS,
    LinkFacts,
    LinkFormat,
    link_text,
    unknown_places,
)
from fichier_gui.ui import theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.qr_code import QrCode
from fichier_gui.ui.wording import tr

_SHOWN = 200
"""Links in the preview: writing thousands at each letter would be felt."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the user agreed to."""

    text: str
    count: int
    format: LinkFormat
    template: str
    is_kept: bool
    """All links are to be written so from now on."""


class CopyLinks(Frame):
    """``picks``: the links are a list to choose from, with the first one chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        links: Sequence[LinkFacts],
        kept: tuple[LinkFormat, str],
        *,
        picks: bool = False,
    ) -> None:
        super().__init__(parent, title)
        self._links = tuple(links)
        self._kept = kept
        self.list = QListWidget(self)
        self.format = QComboBox(self)
        self.template = QLineEdit(kept[1] or DEFAULT_TEMPLATE, self)
        self.help = QuietLabel("", self)
        self.preview = QPlainTextEdit(self)
        self.keep = QCheckBox(tr("Write every copied link like this"), self)
        self.qr = QPushButton(tr("QR code…"), self)
        self._build(picks=picks)
        self._settle()

    @property
    def chosen(self) -> tuple[LinkFacts, ...]:
        """The links that are copied."""
        if self.list.isHidden():
            return self._links
        return tuple(link for row, link in enumerate(self._links) if self.list.item(row).isSelected())

    async def run(self) -> Written | None:
        """The text for the clipboard, or None."""
        if await shown(self) != Frame.DialogCode.Accepted:
            return None
        written = LinkFormat(self.format.currentData())
        text = link_text(written, self.chosen, wording.size, self.template.text())
        is_kept = self.keep.isChecked()
        return Written(text, len(self.chosen), written, self.template.text(), is_kept)

    def _build(self, *, picks: bool) -> None:
        self._fill_list(picks=picks)
        for choice in LinkFormat:
            self.format.addItem(wording.choice_words(choice), choice)
        self.format.setCurrentIndex(self.format.findData(self._kept[0]))
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.qr.setAutoDefault(False)
        for widget, name in (
            (self.format, tr("Written as")),
            (self.template, tr("Template")),
            (self.preview, tr("Preview")),
        ):
            widget.setAccessibleName(name)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._form())
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.keep)
        self.copy_button, _ = self.add_buttons(accept=tr("Copy"), reject=tr("Cancel"))
        self.resize(640, 480 if picks else 360)
        self.list.itemSelectionChanged.connect(self._settle)
        self.format.currentIndexChanged.connect(lambda _index: self._settle())
        self.template.textChanged.connect(lambda _text: self._settle())
        self.qr.clicked.connect(self._show_qr)

    def _fill_list(self, *, picks: bool) -> None:
        self.list.setAccessibleName(tr("Recent links"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for link in self._links if picks else ():
            entry = QListWidgetItem(link.name or link.url, self.list)
            entry.setToolTip(link.url)
            entry.setSizeHint(QSize(0, theme.ROW_HEIGHT))
        self.list.setVisible(picks)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setSpacing(NEAR)
        form.setColumnStretch(1, 1)
        self._template_label = QLabel(tr("Template"), self)
        form.addWidget(QLabel(tr("Written as"), self), 0, 0)
        form.addWidget(self.format, 0, 1)
        form.addWidget(self.qr, 0, 2)
        form.addWidget(self._template_label, 1, 0)
        form.addWidget(self.template, 1, 1, 1, 2)
        form.addWidget(self.help, 2, 1, 1, 2)
        return form

    def _settle(self) -> None:
        is_own = self.format.currentData() == LinkFormat.OWN
        for widget in (self._template_label, self.template, self.help):
            widget.setVisible(is_own)
        unknown = unknown_places(self.template.text())
        places = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        self.help.setText(
            tr("Unknown, left as it is: {places}", places=" ".join(f"{{{name}}}" for name in unknown))
            if unknown
            else tr("{places}; \\n begins a new line, \\t a column.", places=places)
        )
        chosen = self.chosen
        text = link_text(
            LinkFormat(self.format.currentData()), chosen[:_SHOWN], wording.size, self.template.text()
        )
        more = len(chosen) - _SHOWN
        self.preview.setPlainText(text + (tr("… and %n more", "", more) if more > 0 else ""))
        self.copy_button.setEnabled(bool(chosen) and bool(text.strip()))
        self.qr.setEnabled(len(chosen) == 1)

    def _show_qr(self) -> None:
        for link in self.chosen[:1]:
            QrCode(self, link).open()
