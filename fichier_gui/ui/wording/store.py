"""What software centres show of the program: the texts of its AppStream description."""

from collections.abc import Sequence

from fichier_gui.ui.wording.language import tr


def introduction() -> str:
    """What it is, in one paragraph."""
    return tr(
        "Your 1fichier account as a tree of folders: send files by drag and drop and paste their links, "
        "download files that are verified before they get their names."
    )


def strong_points() -> Sequence[str]:
    """What it does, a line each."""
    return (
        tr("Uploads and downloads go on after a restart or a lost connection"),
        tr("Large files come over several connections, with speed limits by the hour"),
        tr("Rename, move, copy and delete on the service; names and moves can be taken back"),
        tr("Search the whole account, find duplicates, look at pictures without a download"),
        tr("Several accounts; the keys stay in the key ring of the system"),
        tr("All of it as commands too, for scripts and servers"),
    )


def independence() -> str:
    """Whose it is not."""
    return tr("An independent program: not made by and not tied to 1fichier.com.")


def caption() -> str:
    """Under the picture of the window."""
    return tr("The account as a tree, with its transfers below")
