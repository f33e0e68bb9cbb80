"""Link rules that are kept under names: the button of the rules' dialog, and the name of a new one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from fichier_gui.app.rule_profiles import RuleProfile
from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui import icons, theme
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

LONGEST_NAME = 80


class NameRules(Frame):
    """Asks for the name of rules; one that is taken already is said to be replaced."""

    def __init__(
        self, parent: QWidget | None, taken: Sequence[str], *, name: str = "", has_password: bool = False
    ) -> None:
        super().__init__(parent, tr("Rename saved rules") if name else tr("Save these rules"))
        self._taken = frozenset(taken) - {name}
        self._name = ""
        label = QLabel(tr("&Name of the rules"), self)
        self.line = QLineEdit(name, self)
        self.line.setAccessibleName(tr("Name of the rules"))
        self.line.setMaxLength(LONGEST_NAME)
        self.line.selectAll()
        label.setBuddy(self.line)
        self.replaces = QuietLabel(tr("It takes the place of the rules of this name."), self)
        # Its room is there from the start: a dialog does not grow by itself for a line that wraps.
        room = self.replaces.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.replaces.setSizePolicy(room)
        self.without_password = QuietLabel(
            tr("The password is not saved: it is entered anew each time these rules are chosen."), self
        )
        self.without_password.setVisible(has_password)
        for widget in (label, self.line, self.without_password, self.replaces):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        verb = tr("Rename") if name else tr("Save the rules")
        self.accept_button, box = self.add_buttons(accept=verb, reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._settle)
        self.setMinimumWidth(theme.DIALOG * 17)
        self._settle()

    async def run(self) -> str:
        """The name; empty when it was closed without one."""
        await shown(self)
        return self._name

    def accept(self) -> None:
        """Take the name, if there is one."""
        if self.accept_button.isEnabled():
            self._name = self.line.text().strip()
            super().accept()

    def _settle(self) -> None:
        name = self.line.text().strip()
        self.accept_button.setEnabled(bool(name))
        self.replaces.setVisible(name in self._taken)


class SavedRules(QPushButton):
    """A menu: rules to choose, these to save, others to rename or to remove."""

    chosen = Signal(object)
    """The :class:`RuleProfile` that is to fill the dialog."""

    def __init__(
        self, seam: Seam, parent: QWidget, scope: TaskScope, current: Callable[[], RuleProfile | None]
    ) -> None:
        super().__init__(tr("Saved rules"), parent)
        self._seam = seam
        self._owner = parent
        self._scope = scope
        self._current = current
        """What the dialog says now; None while it says nothing that can be kept."""
        self._kept: tuple[RuleProfile, ...] = ()
        self.setAutoDefault(False)
        self.setMenu(Menu(tr("Saved rules"), self))
        self.menu().aboutToShow.connect(self._fill)

    async def load(self) -> None:
        """Read what is kept."""
        self._kept = await self._seam.call(lambda program: program.rule_profiles.all())

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for profile in self._kept:
            action = menu.addAction(icons.icon("lock"), _shown(profile))
            action.triggered.connect(partial(self._choose, profile))
        menu.addSeparator()
        save = menu.addAction(tr("Save these rules…"))
        save.setEnabled(self._current() is not None)
        save.triggered.connect(lambda _checked=False: self._start(self._save(), "save link rules"))
        for icon, title, act in (
            ("rename", tr("Rename saved rules"), self._rename),
            ("remove", tr("Remove saved rules"), self._drop),
        ):
            part = menu.addMenu(icons.icon(icon), title)
            part.menuAction().setEnabled(bool(self._kept))
            for profile in self._kept:
                part.addAction(_shown(profile)).triggered.connect(partial(act, profile.name))

    def _choose(self, profile: RuleProfile, _checked: bool = False) -> None:
        self.chosen.emit(profile)

    async def _save(self) -> None:
        rules = self._current()
        if rules is None:
            return
        taken = [one.name for one in self._kept]
        name = await NameRules(self._owner, taken, has_password=bool(rules.has_password)).run()
        if name:
            kept = rules.named(name)
            await self._seam.call(lambda program: program.rule_profiles.put(kept))
            await self.load()

    def _rename(self, name: str, _checked: bool = False) -> None:
        async def work() -> None:
            other = await NameRules(self._owner, [one.name for one in self._kept], name=name).run()
            if other and other != name:
                await self._seam.call(lambda program: program.rule_profiles.rename(name, other))
                await self.load()

        self._start(work(), "rename link rules")

    def _drop(self, name: str, _checked: bool = False) -> None:
        async def work() -> None:
            await self._seam.call(lambda program: program.rule_profiles.drop(name))
            await self.load()

        self._start(work(), "remove link rules")

    def _start(self, work: Coroutine[None, None, None], name: str) -> None:
        self._scope.start(work, name)


def _shown(profile: RuleProfile) -> str:
    """An ampersand is no key here."""
    return profile.name.replace("&", "&&")
