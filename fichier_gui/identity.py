"""The names by which systems, packages and menus know the program.

Plain constants and no import but the version's, so that an installer reads them with any Python.
"""

from typing import Final

from fichier_gui import __version__

VERSION: Final = __version__
NAME: Final = "fichier-gui"
"""The command, the package, the folders of settings, and what the user reads."""
SERVICE: Final = "1fichier"
"""What menus call the kind of program."""
SUMMARY: Final = "Upload, download and share files on 1fichier.com"
"""One line for menus and package lists; translated where the user reads it."""
AUTHORS: Final = "the fichier-gui authors"
"""As in the licence."""
LICENCE: Final = "MIT"
"""An SPDX expression."""

APP_ID: Final = "org.fichier_gui.fichier_gui"
"""For AppStream and Flatpak, which want no hyphen."""
BUNDLE_ID: Final = "org.fichier-gui.fichier-gui"
"""The same for macOS, which wants no underscore."""
LOGIN_AGENT: Final = "org.fichier-gui.login"
"""What starts with a session of macOS."""
WINDOWS_CLASS: Final = "fichier-gui.link"
"""The kind of address in Windows' registry."""
DESKTOP_ID: Final = NAME
"""The desktop file without its ending. Wayland finds a window's entry by it."""
WM_CLASS: Final = NAME
"""The class of the windows under X11."""

HOMEPAGE: Final = ""
"""The project's own page; empty while it has none. Packages leave the field out then."""
RELEASES: Final = ""
"""Where the newest version is told; empty while there is no such place, and nothing asks then."""
