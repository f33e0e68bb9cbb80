"""What the demo says of itself."""

from fichier_gui.ui.wording.language import tr


def demo_notice() -> str:
    """That nothing here is real, and that nothing of it stays."""
    told = tr("This is the demo: a made-up account inside this program. Nothing reaches 1fichier.")
    return f"{told} {_end()}"


def demo_tip() -> str:
    """The same, where "Demo" stands already."""
    return f"{tr('A made-up account inside this program. Nothing reaches 1fichier.')} {_end()}"


def _end() -> str:
    return tr("Its download folder is deleted when the demo ends.")
