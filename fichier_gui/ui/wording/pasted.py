"""Where pasted links stand, in words."""

from typing import Final

from fichier_gui.domain.pasted import Pasted, Standing
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_BRIEF: Final = {
    Standing.ASKING: QT_TR_NOOP("Asking…"),
    Standing.READY: QT_TR_NOOP("Ready"),
    Standing.UNASKED: QT_TR_NOOP("Not known yet"),
    Standing.LOCKED: QT_TR_NOOP("Password needed"),
    Standing.REFUSED_PASSWORD: QT_TR_NOOP("Wrong password"),
    Standing.LISTED: QT_TR_NOOP("In the list already"),
    Standing.HERE: QT_TR_NOOP("Already here"),
    Standing.DUPLICATE: QT_TR_NOOP("Pasted twice"),
    Standing.DEAD: QT_TR_NOOP("Dead link"),
    Standing.FOREIGN: QT_TR_NOOP("Not a 1fichier link"),
}
_SENTENCES: Final = {
    Standing.ASKING: QT_TR_NOOP("Its name and size come soon. It can be downloaded all the same."),
    Standing.READY: QT_TR_NOOP("It can be downloaded."),
    Standing.UNASKED: QT_TR_NOOP(
        "Its name and size are not known. It can be downloaded all the same: its name comes with it."
    ),
    Standing.LOCKED: QT_TR_NOOP("It has a password, or its owner allows it only to some."),
    Standing.REFUSED_PASSWORD: QT_TR_NOOP("The password did not open it. It is not tried again."),
    Standing.LISTED: QT_TR_NOOP("A download of it is among the transfers."),
    Standing.HERE: QT_TR_NOOP("The folder holds a file of its name and size."),
    Standing.DUPLICATE: QT_TR_NOOP("Another row is the same file."),
    Standing.DEAD: QT_TR_NOOP("There is nothing behind it any more, or there never was."),
    Standing.FOREIGN: QT_TR_NOOP("It leads to no file and to no public folder of 1fichier."),
}


def pasted_words(row: Pasted) -> str:
    """The state column: "Ready", "Dead link"; what the service says where it refuses."""
    if row.standing is Standing.REFUSED:
        return tr("Refused: {reason}", reason=error_words(row.reason).brief) if row.reason else tr("Refused")
    if row.is_folder and row.standing is Standing.UNASKED:
        return tr("Folder not read")
    return tr(_BRIEF[row.standing])


def pasted_sentence(row: Pasted) -> str:
    """What that means."""
    if row.standing is Standing.REFUSED and row.reason is not None:
        return error_words(row.reason).sentence
    if row.is_folder and row.standing is not Standing.DUPLICATE:
        return tr("The files of this public folder take its place once it is read.")
    return tr(_SENTENCES.get(row.standing, ""))


def pasted_name(row: Pasted) -> str:
    """Its name, or the link while there is none."""
    return row.name or row.text


def left_out_words(count: int) -> str:
    """Of links that were not downloaded."""
    return tr("%n link(s) cannot be downloaded", "", count)
