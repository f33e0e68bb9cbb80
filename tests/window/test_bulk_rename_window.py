"""Renaming many through the window: what counts is what the service holds then."""

from support.organising_world import asked
from support.waiting import until
from test_organising_window import Scene, Window, service, window

from fichier_gui.domain.bulk_names import NumberPlace
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.bulk_rename import BulkRename
from fichier_gui.ui.dialogs.rename import Rename

__all__ = ["service", "window"]


async def test_many_files_get_their_names_in_one_call_and_come_back(window: Window, service) -> None:
    for number in range(23):
        service.add_file(f"/Trip/IMG_{number:04d}.jpg", bytes([number]) * 100)
    service.add_file("/Trip/Rome 30.jpg", b"there already")

    async def play(scene: Scene) -> None:
        await scene.go("/Trip")
        before = scene.stored()
        scene.choose(*(f"IMG_{number:04d}.jpg" for number in range(23)))
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(BulkRename)
        dialog.place.setCurrentIndex(dialog.place.findData(NumberPlace.INSTEAD))
        dialog.text.setText("Rome ")
        assert dialog.rename.text() == "Rename 23 files" and dialog.rename.isEnabled()
        dialog.start.setValue(8)
        assert not dialog.rename.isEnabled(), "Rome 30.jpg is there, and is not among the chosen"
        dialog.start.setValue(1)
        dialog.rename.click()
        await scene.told("23 items renamed.")
        assert asked(scene.running, "file/rename") == 1
        assert {f"/Trip/Rome {number:02d}.jpg" for number in range(1, 24)} < set(scene.stored())
        await until(lambda: "Rome 01.jpg" in scene.names)
        scene.trigger(ActionId.UNDO)
        await scene.told("Taken back: 23 items renamed.")
        assert scene.stored() == before

    await window(play)


async def test_folders_exchange_their_names(window: Window, service) -> None:
    for name in ("1", "2", "3"):
        service.add_file(f"/Parts/{name}/of {name}.txt", name.encode())

    async def play(scene: Scene) -> None:
        await scene.go("/Parts")
        scene.choose("1", "2", "3")
        scene.table.sortByColumn(0, scene.table.header().sortIndicatorOrder().DescendingOrder)
        await until(lambda: scene.names == ["3", "2", "1"])
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(BulkRename)
        dialog.place.setCurrentIndex(dialog.place.findData(NumberPlace.INSTEAD))
        assert dialog.rename.text() == "Rename 2 folders"
        dialog.rename.click()
        swapped = {"/Parts/1/of 3.txt", "/Parts/2/of 2.txt", "/Parts/3/of 1.txt"}
        await until(lambda: swapped < set(scene.stored()))
        await scene.told("renamed.")
        await until(lambda: sorted(scene.names) == ["1", "2", "3"])

    await window(play)


async def test_one_row_asks_for_one_name(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt")
        scene.trigger(ActionId.RENAME)
        (await scene.dialog(Rename)).reject()
        scene.table.clearSelection()
        assert not scene.shell.actions[ActionId.RENAME].isEnabled()

    await window(play)


async def test_finds_of_many_folders_collide_with_their_own_folders_only(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        await scene.go("/Films")
        scene.trigger(ActionId.SEARCH)
        scene.shell.window.toolbar.search.setText("mkv")
        await until(lambda: sorted(scene.names) == ["one.mkv", "three.mkv", "two.mkv"])
        scene.choose("one.mkv", "three.mkv")
        scene.trigger(ActionId.RENAME)
        dialog = await scene.dialog(BulkRename)
        dialog.is_pattern.setChecked(True)
        dialog.search.setText("^.*$")
        dialog.replacement.setText("two")
        assert [row.name for row in dialog.model.shown.rows] == ["two.mkv", "two.mkv"]
        assert len(dialog.model.shown.problems) == 1, "there is a two.mkv beside one of them only"
        dialog.replacement.setText("four")
        dialog.rename.click()
        await until(lambda: {"/Films/2024/four.mkv", "/Films/four.mkv"} < set(scene.stored()))
        await scene.told("2 items renamed.")

    await window(play)
