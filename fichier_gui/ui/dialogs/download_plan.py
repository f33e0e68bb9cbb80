"""What a download of folders or many files would do, before it is done."""

from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fichier_gui.app.views import DownloadPlan
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import Frame, shown
from fichier_gui.ui.dialogs.plan_view import Group, Line, PlanView, renamed_group, skipped_group
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import tr


class DownloadReview(Frame):
    """Counts and sizes in one sentence, the rest in groups."""

    def __init__(self, parent: QWidget | None, plan: DownloadPlan) -> None:
        super().__init__(parent, tr("Download"))
        self.resize(640, 480)  # room for a path and its reason
        self._plan = plan
        count = len(plan.files)
        self.add_heading(
            tr("Download %n file(s) to {folder}", "", count, folder=plan.folder)
            if count
            else tr("There is nothing to download")
        )
        if count:
            self.add_text(wording.size(plan.total_size))
        self.view = PlanView(self, tr("What will be downloaded"))
        self.view.show_groups(_groups(plan))
        self.body.addWidget(self.view, 1)
        self.start, _ = self.add_buttons(
            accept=tr("Download %n file(s)", "", count) if count else tr("Download"), reject=tr("Cancel")
        )
        self.start.setEnabled(count > 0)

    async def run(self) -> DownloadPlan | None:
        """The plan to carry out, or None."""
        return self._plan if await shown(self) else None


def _groups(plan: DownloadPlan) -> list[Group]:
    return [
        skipped_group(plan.skipped),
        renamed_group(plan.renamed, tr("%n saved under another name", "", len(plan.renamed))),
        Group(
            tr("%n to download", "", len(plan.files)),
            "download",
            Tint.ACCENT,
            _contents(plan),
            is_open=not plan.skipped,
        ),
    ]


def _contents(plan: DownloadPlan) -> list[Line]:
    """Files at the top by name, folders as one line each."""
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    lines: list[Line] = []
    for file in plan.files:
        inside = Path(file.folder).relative_to(plan.folder).parts
        if inside:
            sizes[inside[0]] += file.size
            counts[inside[0]] += 1
        else:
            lines.append(Line(file.name, wording.size(file.size), file.url))
    folders = [
        Line(
            f"{name}/",
            tr("{files}, {size}", files=tr("%n file(s)", "", counts[name]), size=wording.size(sizes[name])),
        )
        for name in counts
    ]
    return folders + lines
