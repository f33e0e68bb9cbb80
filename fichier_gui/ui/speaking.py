"""The language of the window: its words, its numbers and dates, and Qt's own texts."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from fichier_gui.ui import resources, wording
from fichier_gui.ui.format import QtLocale
from fichier_gui.ui.wording import language

_QT_TEXTS: Final = "texts of Qt"


def speak(app: QApplication, code: str) -> None:
    """Use a language; "" is the system's. Falls back to English words with the locale's numbers.

    What was made before keeps its words.
    """
    locale = _locale(code)
    if locale.language() == QLocale.Language.C:
        # No language was set for this session: English, with the day first as most of the world has it.
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    QLocale.setDefault(locale)
    wording.install_locale(QtLocale(locale))
    wording.install_ages(locale.name())
    short = locale.name().partition("_")[0]
    path = resources.translation_file(short)
    wording.install(language.load(path, short) if path.is_file() else None)
    _translate_qt(app, locale)


def _locale(code: str) -> QLocale:
    """The language where it is spoken; in the user's own country, where the system speaks it too."""
    system, wanted = QLocale.system(), QLocale(code)
    return system if not code or system.language() == wanted.language() else wanted


def _translate_qt(app: QApplication, locale: QLocale) -> None:
    for before in app.findChildren(QTranslator, _QT_TEXTS):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(_QT_TEXTS)
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
