"""Who may open a link, for one file or for thousands: rules, and the sentence that they make."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from fichier_gui.app.rule_profiles import RuleProfile
from fichier_gui.app.sharing import Outcome
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import link_rules
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.link_rules import SHORTEST_PASSWORD, LinkRules
from fichier_gui.domain.remote import FileDetails, RemoteFile
from fichier_gui.domain.sharing import AccessList, FileChanges
from fichier_gui.ui import icons, wording
from fichier_gui.ui.countries import country_names
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, heading, shown
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.dialogs.saved_rules import SavedRules
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.sharing import open_words

LABEL_WIDTH = 120


class LinkRulesDialog(Frame):
    """``now`` is what one file has; of several nothing is known, and a group that is not checked stays.

    An error stays beside the rules, and what could not be changed is named with its reason.
    """

    def __init__(
        self, seam: Seam, parent: QWidget | None, files: Sequence[RemoteFile], now: FileDetails | None
    ) -> None:
        super().__init__(parent, tr("Link rules"))
        self._seam = seam
        self._files = tuple(files)
        self._now = now
        self._scope = TaskScope("link rules", self._on_task_failed)
        self.outcome: Outcome | None = None
        many = tr("Rules for the links of %n file(s)", "", len(files))
        self.saved = self._add_head(files[0].name if now is not None else many)
        self.sentence = Fact("shield", "", self)
        self.protect = self._group(tr("Password"))
        self.has_password = QCheckBox(tr("A password is asked for"), self)
        self.password = PasswordLine(self)
        self.access = self._group(tr("Who"))
        self.networks = QLineEdit(self)
        self.countries = QListWidget(self)
        self.find_country = QLineEdit(self)
        self.emails = QLineEdit(self)
        self.customers = QCheckBox(tr("Only with a paid 1fichier plan"), self)
        self.delivery = self._group(tr("How"))
        self.inline = QCheckBox(tr("Shown in the browser, without the download page"), self)
        self.plain = QCheckBox(tr("Without encryption (http), for old players"), self)
        self.describe = self._group(tr("Description"))
        self.description = QLineEdit(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.failed = QPlainTextEdit(self)
        self._build()
        self._show_now()
        self._settle()

    async def run(self) -> Outcome | None:
        """What became of the files; None when nothing was asked for."""
        self._scope.start(self.saved.load(), "load the saved rules")
        await shown(self, scope=self._scope)
        return self.outcome

    def accept(self) -> None:
        """Change first; the dialog closes when all files have the rules."""
        if self.set_button.isEnabled():
            self._scope.start(self._change(self.changes()), "change link rules")

    def changes(self) -> FileChanges:
        """What is asked of the service: groups that are left alone are not named."""
        password = None
        if self._is_on(self.protect):
            password = self.password.text() or None if self.has_password.isChecked() else ""
        how, what = self._is_on(self.delivery), self._is_on(self.describe)
        return FileChanges(
            description=self.description.text() if what else None,
            password=password,
            is_inline=self.inline.isChecked() if how else None,
            allows_http=self.plain.isChecked() if how else None,
            access=self._list() if self._is_on(self.access) else None,
        )

    # Building

    def _add_head(self, title: str) -> SavedRules:
        """What it is about, and the button of the kept rules beside it."""
        saved = SavedRules(self._seam, self, self._scope, self._kept)
        head = QHBoxLayout()
        head.setSpacing(NEAR)
        head.addWidget(heading(title, self), 1)
        head.addWidget(saved, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        return saved

    def _group(self, title: str) -> QGroupBox:
        box = QGroupBox(title, self)
        box.setCheckable(self._now is None)
        box.setChecked(self._now is not None)
        return box

    def _build(self) -> None:
        self._fill_countries()
        self.body.setSpacing(NEAR)
        self.body.addWidget(self.sentence)
        # In one line: with its password, too, the dialog has to fit on a screen of 768.
        line = QHBoxLayout(self.protect)
        line.setSpacing(NEAR)
        line.addWidget(self.has_password)
        line.addWidget(self.password, 1)
        self.password.setAccessibleName(tr("Password"))
        self.body.addWidget(self.protect)
        self._lay(
            self.access,
            (
                (self.networks, tr("Addresses")),
                (self.find_country, tr("Find a country")),
                (self.countries, tr("Countries")),
                (self.emails, tr("E-mails")),
                (self.customers, ""),
            ),
        )
        self._lay(self.delivery, ((self.inline, ""), (self.plain, "")))
        self._lay(self.describe, ((self.description, ""),))
        self.description.setAccessibleName(tr("Description"))
        self.failed.setReadOnly(True)
        self.failed.setAccessibleName(tr("Files that were not changed"))
        self.failed.setMaximumHeight(96)
        for widget in (self.problem, self.failed):
            self.body.addWidget(widget)
            widget.hide()
        self.networks.setPlaceholderText(tr("Any; such as 192.0.2.0/24, 2001:db8::/32"))
        self.emails.setPlaceholderText(tr("Anybody, or e-mails of registered users"))
        self.set_button, box = self.add_buttons(accept=tr("Set the rules"), reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.resize(580, 680)
        self._connect()
        # What is wanted most; the button of the saved rules comes before it.
        (self.protect if self.protect.isCheckable() else self.has_password).setFocus()

    def _lay(self, box: QGroupBox, rows: Sequence[tuple[QWidget, str]]) -> None:
        grid = QGridLayout(box)
        grid.setSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        for number, (widget, name) in enumerate(rows):
            if name:
                label = QLabel(name, box)
                where = (
                    Qt.AlignmentFlag.AlignTop if widget is self.countries else Qt.AlignmentFlag.AlignVCenter
                )
                label.setMinimumWidth(LABEL_WIDTH)
                label.setBuddy(widget)
                grid.addWidget(label, number, 0, where)
                widget.setAccessibleName(name)
            grid.addWidget(widget, number, 1 if name else 0, 1, 1 if name else 2)
        self.body.addWidget(box, 1 if box is self.access else 0)

    def _fill_countries(self) -> None:
        self.countries.setMinimumHeight(64)
        self.countries.setSpacing(2)
        # Else every name is measured at once, and the fonts of all scripts of the world are loaded for it.
        self.countries.setUniformItemSizes(True)
        self.countries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.countries.setTextElideMode(Qt.TextElideMode.ElideRight)
        for name, code in country_names():
            entry = QListWidgetItem(name, self.countries)
            entry.setData(Qt.ItemDataRole.UserRole, code)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Unchecked)

    def _connect(self) -> None:
        for line in (self.networks, self.emails, self.password, self.description):
            line.textChanged.connect(self._settle)
        for box in (self.has_password, self.customers, self.inline, self.plain):
            box.toggled.connect(self._settle)
        self.has_password.clicked.connect(self._on_has_password_clicked)
        for group in self._groups():
            group.toggled.connect(self._settle)
        self.countries.itemChanged.connect(self._settle)
        self.find_country.textChanged.connect(self._filter)
        self.saved.chosen.connect(self._on_saved_chosen)

    def _show_now(self) -> None:
        now = self._now
        least = tr("At least %n character(s)", "", SHORTEST_PASSWORD)
        self.password.setPlaceholderText(tr("Unchanged") if now is not None and now.has_password else least)
        if now is None:
            return
        access = now.access or AccessList()
        self._fill(RuleProfile("", now.has_password, access, now.is_inline, now.allows_http, now.description))

    def _fill(self, rules: RuleProfile) -> None:
        """What is not named stays as it is."""
        if rules.has_password is not None:
            self._turn_on(self.protect)
            self.has_password.setChecked(rules.has_password)
        if rules.access is not None:
            self._turn_on(self.access)
            self._fill_access(rules.access)
        if rules.is_inline is not None and rules.allows_http is not None:
            self._turn_on(self.delivery)
            self.inline.setChecked(rules.is_inline)
            self.plain.setChecked(rules.allows_http)
        if rules.description is not None:
            self._turn_on(self.describe)
            self.description.setText(rules.description)

    def _groups(self) -> tuple[QGroupBox, ...]:
        return self.protect, self.access, self.delivery, self.describe

    def _turn_on(self, group: QGroupBox) -> None:
        if group.isCheckable():
            group.setChecked(True)

    def _fill_access(self, access: AccessList) -> None:
        self.networks.setText(", ".join(access.networks))
        self.emails.setText(", ".join(access.emails))
        self.customers.setChecked(access.customers_only)
        first = 0
        for entry in self._entries():
            is_in = entry.data(Qt.ItemDataRole.UserRole) in access.countries
            entry.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
            if is_in:
                self.countries.takeItem(self.countries.row(entry))
                self.countries.insertItem(first, entry)
                first += 1

    def _on_saved_chosen(self, rules: RuleProfile) -> None:
        if self._now is None:
            for group in self._groups():
                group.setChecked(False)
        self._fill(rules)
        self.countries.scrollToTop()
        if rules.has_password:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> RuleProfile | None:
        """The rules as they stand, to be kept under a name; no password is among them."""
        changes = self.changes()
        bad = self._not_understood()
        if bad or not any(map(self._is_on, self._groups())):
            return None
        return RuleProfile(
            "",
            self.has_password.isChecked() if self._is_on(self.protect) else None,
            changes.access,
            changes.is_inline,
            changes.allows_http,
            changes.description,
        )

    # What it does

    async def _change(self, changes: FileChanges) -> None:
        self.set_button.setEnabled(False)
        self.problem.hide()
        urls = [FileUrl(file.url) for file in self._files]
        try:
            outcome = await self._seam.call(lambda p: p.sharing.change(urls, changes))
        finally:
            self.set_button.setEnabled(True)
        self.outcome = outcome
        if not outcome.failed:
            super().accept()
            return
        names = {file.url: file.name for file in self._files}
        lines = [
            f"{names[url]}: {error.detail or wording.error_words(error).sentence}"
            for url, error in outcome.failed.items()
        ]
        self._say(tr("%n file(s) were not changed. The others have the new rules.", "", len(lines)))
        self.failed.setPlainText("\n".join(lines))
        self.failed.show()

    def _on_has_password_clicked(self, is_wanted: bool) -> None:
        """Who asks for a password types it next."""
        if is_wanted:
            self.password.setFocus()

    def _settle(self) -> None:
        self.password.setVisible(self.has_password.isChecked())
        wrong = self._wrong()
        if wrong:
            self._say(wrong)
        else:
            self.problem.hide()
        is_ready = not wrong and not self._lacks_password()
        self.set_button.setEnabled(is_ready and any(map(self._is_on, self._groups())))
        self.sentence.label.setText(self._sentence())

    def _sentence(self) -> str:
        if self._now is None and not (self.protect.isChecked() and self.access.isChecked()):
            return tr("Groups that are not checked stay as they are in each file.")
        access = self._list()
        names = tuple(
            entry.text() for entry in self._entries() if entry.checkState() is Qt.CheckState.Checked
        )
        return open_words(LinkRules(self.has_password.isChecked(), access), names)

    def _lacks_password(self) -> bool:
        """One is asked for and none is typed; nobody is told off who has not begun."""
        is_known = self._now is not None and self._now.has_password
        is_asked = self._is_on(self.protect) and self.has_password.isChecked()
        return is_asked and not is_known and not self.password.text()

    def _wrong(self) -> str:
        """What keeps the rules from being set."""
        is_asked = self._is_on(self.protect) and self.has_password.isChecked()
        if is_asked and 0 < len(self.password.text()) < SHORTEST_PASSWORD:
            return tr("The password needs at least %n character(s).", "", SHORTEST_PASSWORD)
        bad = self._not_understood()
        return tr("Not understood: {words}", words=", ".join(bad)) if bad else ""

    def _not_understood(self) -> tuple[str, ...]:
        if not self._is_on(self.access):
            return ()
        return (
            *link_rules.networks(self.networks.text()).wrong,
            *link_rules.emails(self.emails.text()).wrong,
        )

    def _list(self) -> AccessList:
        codes = [
            str(entry.data(Qt.ItemDataRole.UserRole))
            for entry in self._entries()
            if entry.checkState() is Qt.CheckState.Checked
        ]
        return AccessList(
            link_rules.networks(self.networks.text()).values,
            tuple(codes),
            link_rules.emails(self.emails.text()).values,
            self.customers.isChecked(),
        )

    def _entries(self) -> list[QListWidgetItem]:
        return [self.countries.item(row) for row in range(self.countries.count())]

    def _filter(self, text: str) -> None:
        word = text.strip().casefold()
        for entry in self._entries():
            code = str(entry.data(Qt.ItemDataRole.UserRole)).casefold()
            entry.setHidden(bool(word) and word not in entry.text().casefold() and word != code)

    def _is_on(self, group: QGroupBox) -> bool:
        return group.isChecked() or self._now is not None

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._say(wording.error_words(error).sentence if isinstance(error, AppError) else str(error))

    def _say(self, words: str) -> None:
        self.problem.label.setText(words)
        self.problem.show()
