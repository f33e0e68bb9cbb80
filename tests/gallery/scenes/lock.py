"""The lock of the window: what covers it, its page in the settings, its passphrase."""

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.app_lock import Tried
from fichier_gui.domain.settings import Page
from fichier_gui.ui.dialogs.lock_box import LockBox
from fichier_gui.ui.dialogs.lock_panel import LockPanel
from fichier_gui.ui.dialogs.passphrase import PassphraseDialog, Purpose
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.wording import tr


def locked(stage: Stage) -> LockPanel:
    """The window, until the picture is taken."""
    lock = stage.shell.lock
    lock.is_set = True
    lock.lock()

    def put_back() -> None:
        lock._open()
        lock.is_set = False

    stage.later(put_back)
    panel = stage.shell.stage.panel
    assert panel is not None
    return panel


@scene(LockPanel)
async def window_locked(stage: Stage) -> QWidget:
    locked(stage)
    return stage.window


@scene(LockPanel)
async def window_locked_wrong(stage: Stage) -> QWidget:
    locked(stage)._take(Tried(is_open=False, wait=40.0), tr("That is not the passphrase."))
    return stage.window


@scene(LockPanel)
async def window_locked_key(stage: Stage) -> QWidget:
    locked(stage).show_key(is_wanted=True)
    return stage.window


async def _settings(stage: Stage) -> SettingsDialog:
    stage.shell.desk.remedies.open_settings(Page.LOCK)
    dialog = await stage.opened(SettingsDialog)
    await stage.until(lambda: dialog.lock.state.text() and not dialog._scope.names)
    return dialog


@scene(LockBox)
async def settings_lock_set(stage: Stage) -> QWidget:
    dialog = await _settings(stage)
    dialog.lock._show(is_set=True)
    return dialog


@scene(LockBox)
async def settings_lock_unset(stage: Stage) -> QWidget:
    dialog = await _settings(stage)
    dialog.lock._show(is_set=False)
    return dialog


@scene(PassphraseDialog)
async def passphrase_set(stage: Stage) -> QWidget:
    dialog = await stage.opened(
        PassphraseDialog, PassphraseDialog(stage.shell.seam, stage.window, Purpose.SET).run()
    )
    dialog.new.setText("correct horse")
    dialog.again.setText("correct")
    return dialog


@scene(PassphraseDialog)
async def passphrase_change(stage: Stage) -> QWidget:
    return await stage.opened(
        PassphraseDialog, PassphraseDialog(stage.shell.seam, stage.window, Purpose.CHANGE).run()
    )


@scene(PassphraseDialog)
async def passphrase_remove(stage: Stage) -> QWidget:
    return await stage.opened(
        PassphraseDialog, PassphraseDialog(stage.shell.seam, stage.window, Purpose.REMOVE).run()
    )
