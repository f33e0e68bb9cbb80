"""The end of all that a profile keeps, once its program has ended."""

from pathlib import Path

from fichier_gui.app.options import ProgramOptions


def forget_files(options: ProgramOptions) -> list[Path]:
    """Delete the files if the program was told to forget everything; what could not be deleted. Blocking."""
    from fichier_gui.system.forgetting import forget_if_marked

    return forget_if_marked(options.profile)
