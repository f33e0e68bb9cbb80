"""Links: pasted, copied, shown, handed on, fetched."""

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.link_text import LinkFacts, LinkFormat
from fichier_gui.simulator.sample import DEAD_LINK
from fichier_gui.ui.dialogs.copy_links import CopyLinks
from fichier_gui.ui.dialogs.fetch_form import FetchForm
from fichier_gui.ui.dialogs.link_table import LinkTable
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.dialogs.qr_code import QrCode, QrPicture
from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog
from fichier_gui.ui.dialogs.send_links import SendLinks
from fichier_gui.ui.dialogs.send_picture import SendPicture

LINKS = tuple(
    LinkFacts(f"https://1fichier.com/?{name[:3].lower():0<20}", name, 4_000_000 * n, "/Films")
    for n, name in enumerate(("Spring.mkv", "Summer.mkv", "Autumn with a rather long name.mkv"), 1)
)


@scene(PasteLinks)
async def paste_links(stage: Stage) -> QWidget:
    return await stage.opened(PasteLinks, PasteLinks(stage.shell.seam, stage.window).run())


@scene(PasteLinks, LinkTable)
async def paste_links_table(stage: Stage) -> QWidget:
    urls = [file.url for file in await stage.files("/Documents")]
    text = "\n".join([*urls, urls[0], DEAD_LINK, "https://example.org/somewhere/else"])
    dialog = PasteLinks(stage.shell.seam, stage.window)
    await stage.opened(PasteLinks, dialog.run())
    dialog.text.setPlainText(text)
    dialog.next.click()
    await stage.until(lambda: dialog.steps.currentIndex() == 1)
    return dialog


@scene(CopyLinks)
async def copy_links_as(stage: Stage) -> QWidget:
    dialog = CopyLinks(stage.window, "", LINKS, (LinkFormat.OWN, "{name}: {url} ({size})"))
    return await stage.opened(CopyLinks, dialog.run())


@scene(CopyLinks)
async def recent_links(stage: Stage) -> QWidget:
    dialog = CopyLinks(stage.window, "", LINKS, (LinkFormat.PLAIN, ""), picks=True)
    return await stage.opened(CopyLinks, dialog.run())


@scene(QrCode, QrPicture)
async def qr_code(stage: Stage) -> QWidget:
    return await stage.opened(QrCode, QrCode(stage.window, LINKS[2]).run())


@scene(SendLinks)
async def to_jdownloader(stage: Stage) -> QWidget:
    dialog = SendLinks(stage.shell.seam, stage.window, [link.url for link in LINKS], "Films")
    return await stage.opened(SendLinks, dialog.run())


@scene(RemoteUploadsDialog, FetchForm)
async def fetch_from_web(stage: Stage) -> QWidget:
    dialog = RemoteUploadsDialog(stage.shell.seam, stage.window, (), ROOT)
    return await stage.opened(RemoteUploadsDialog, dialog.run())


@scene(RemoteUploadsDialog)
async def fetch_from_web_filled(stage: Stage) -> QWidget:
    urls = ("https://example.org/a.iso", "https://example.org/b.iso")
    dialog = RemoteUploadsDialog(stage.shell.seam, stage.window, urls, ROOT)
    await stage.opened(RemoteUploadsDialog, dialog.run())
    return dialog


@scene(SendPicture)
async def pasted_picture(stage: Stage) -> QWidget:
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, image.height())
    sky.setColorAt(0, QColor("steelblue"))
    sky.setColorAt(1, QColor("papayawhip"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.end()
    return await stage.opened(SendPicture, SendPicture(stage.window, image, "/Pictures").run())
