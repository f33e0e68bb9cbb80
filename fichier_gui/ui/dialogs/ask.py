"""One question with verbs on its buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QPushButton, QWidget

from fichier_gui.ui.dialogs.frame import ButtonBox, Frame, shown


class Weight(Enum):
    """What a choice is."""

    MAIN = auto()
    """The usual answer: Return takes it."""
    OTHER = auto()
    DESTRUCTIVE = auto()
    """Return takes it only when the user has gone to its button."""
    BACK = auto()
    """Nothing happens: Escape and the window's cross take it, and Return where there is no usual answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. ``label`` names the act: "Delete 12 files"."""

    key: str
    label: str
    weight: Weight = Weight.OTHER


@dataclass(frozen=True, slots=True)
class Answered:
    """The chosen key, empty when the question was closed without one, and the state of the check box."""

    key: str
    is_checked: bool = False


_ROLES = {
    Weight.MAIN: QDialogButtonBox.ButtonRole.AcceptRole,
    Weight.OTHER: QDialogButtonBox.ButtonRole.ActionRole,
    Weight.DESTRUCTIVE: QDialogButtonBox.ButtonRole.DestructiveRole,
    Weight.BACK: QDialogButtonBox.ButtonRole.RejectRole,
}


class Question(Frame):
    """A heading, a sentence about what follows, a row of choices."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        choices: Sequence[Choice],
        *,
        follows: str = "",
        check: str = "",
    ) -> None:
        super().__init__(parent, title)
        self.key = ""
        self.add_heading(text)
        if follows:
            self.add_text(follows)
        self.check = QCheckBox(check, self)
        self.check.setVisible(bool(check))
        self.body.addWidget(self.check)
        self.buttons = ButtonBox(self)
        weights = {choice.weight for choice in choices}
        usual = Weight.MAIN if Weight.MAIN in weights else Weight.BACK
        for choice in choices:
            self._add(choice, is_usual=choice.weight is usual)
        self.body.addWidget(self.buttons)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {follows}".strip())

    def _add(self, choice: Choice, *, is_usual: bool) -> None:
        button = QPushButton(choice.label, self)
        self.buttons.add(button, _ROLES[choice.weight])
        button.setAutoDefault(choice.weight is not Weight.BACK or is_usual)
        button.setDefault(is_usual)
        if is_usual:
            button.setFocus()

        def on_button_clicked() -> None:
            if choice.weight is Weight.BACK:
                self.reject()
                return
            self.key = choice.key
            self.accept()

        button.clicked.connect(on_button_clicked)


async def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[Choice],
    *,
    follows: str = "",
    check: str = "",
) -> Answered:
    """Ask and wait. ``check`` is the label of a check box, such as "Do this for all 12"."""
    question = Question(parent, title, text, choices, follows=follows, check=check)
    await shown(question)
    return Answered(question.key, question.check.isChecked())
