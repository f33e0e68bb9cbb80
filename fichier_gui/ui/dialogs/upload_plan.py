"""What a drop would do, before it is done."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from fichier_gui.app.upload_plan import copying, linking, put_off, replacing, split, without_twins
from fichier_gui.app.views import AlreadyThere, UploadPlan
from fichier_gui.domain.transfers import TwinRule
from fichier_gui.domain.upload_window import next_night
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import Frame, place_words, shown
from fichier_gui.ui.dialogs.plan_view import Group, Line, PlanView, renamed_group, skipped_group
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import tr


class UploadReview(Frame):
    """Counts and sizes in one sentence, the rest in groups; nothing starts before the button."""

    def __init__(
        self,
        parent: QWidget | None,
        plan: UploadPlan,
        rule: TwinRule = TwinRule.ASK,
        verifies: bool = True,
    ) -> None:
        """``rule``: what the settings do with twins; only what is verified replaces anything."""
        super().__init__(parent, tr("Upload"))
        self.resize(640, 480)  # room for a path and its reason
        self._plan = plan
        self.title = self.add_heading("")
        self.sum = self.add_text()
        self.view = PlanView(self, tr("What will be uploaded"))
        self.body.addWidget(self.view, 1)
        self.twins = _ways_for_twins(self, plan, rule, verifies=verifies)
        self.body.addWidget(self.twins)
        self.twins.currentIndexChanged.connect(self._settle)
        self.there = _ways_for_those_there(self, plan)
        self.body.addWidget(self.there)
        self.there.currentIndexChanged.connect(self._settle)
        self.way = _ways(self, plan) if plan.slow or plan.too_large else None
        if self.way is not None:
            self.body.addWidget(self.way)
            self.way.currentIndexChanged.connect(self._settle)
        self.start, _ = self.add_buttons(accept=tr("Upload", "verb"), reject=tr("Cancel"))
        self._settle()

    @property
    def chosen(self) -> UploadPlan:
        """The plan as the user wants it."""
        plan = _TWINS[self.twins.currentData()](self._plan)
        if plan.there:
            plan = _THERE[self.there.currentData()](plan)
        way = None if self.way is None else self.way.currentData()
        if way == Way.SPLIT:
            return split(plan)
        return put_off(plan, next_night(time.time())) if way == Way.NIGHT else plan

    async def run(self) -> UploadPlan | None:
        """The plan to carry out, or None."""
        return self.chosen if await shown(self) else None

    def _settle(self) -> None:
        plan = self.chosen
        self.view.show_groups(_groups(plan))
        count, copies = len(plan.files), len(plan.copies)
        self.title.setText(_title(plan))
        parts = [wording.size(plan.total_size)] if count else []
        if plan.folders:
            parts.append(tr("in %n folder(s); those that exist are used", "", len(plan.folders)))
        lines = [" ".join(parts), _first_slow(self._plan) if self._plan.slow else "", _replaced(plan)]
        self.sum.setText("\n".join(line for line in lines if line))
        self.sum.setVisible(any(lines))
        self.start.setEnabled(count + copies > 0)
        only_copies = tr("Use what is there") if copies else tr("Upload", "verb")
        self.start.setText(tr("Upload %n file(s)", "", count) if count else only_copies)


def _replaced(plan: UploadPlan) -> str:
    if not plan.replaces or not plan.twins:
        return ""
    return tr("What is replaced is deleted, and its link, its password and its rules go with it.")


def _title(plan: UploadPlan) -> str:
    folder = place_words(plan.folder_path)
    if plan.files:
        return tr("Upload %n file(s) to {folder}", "", len(plan.files), folder=folder)
    if plan.copies:
        return tr("1fichier has all of it already")
    return tr("There is nothing to upload")


_TWINS: Final[Mapping[TwinRule, Callable[[UploadPlan], UploadPlan]]] = {
    TwinRule.KEEP_BOTH: lambda plan: plan,
    TwinRule.SKIP: without_twins,
    TwinRule.REPLACE: replacing,
}


def _ways_for_twins(parent: QWidget, plan: UploadPlan, rule: TwinRule, *, verifies: bool) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(tr("What to do with files whose name is already there"))
    count = len(plan.twins)
    box.addItem(
        tr("Keep both: upload the %n file(s) whose name is already there", "", count), TwinRule.KEEP_BOTH
    )
    box.addItem(tr("Leave out the %n file(s) whose name is already there", "", count), TwinRule.SKIP)
    if verifies:
        words = tr("Replace the %n file(s) of that name once what is new is verified", "", count)
        box.addItem(words, TwinRule.REPLACE)
    box.setCurrentIndex(max(0, box.findData(rule)))
    box.setVisible(bool(plan.twins))
    return box


class There(StrEnum):
    """What is done with files whose content the account has."""

    COPY = "copy"
    LINK = "link"
    SEND = "send"


_THERE: Final[Mapping[There, Callable[[UploadPlan], UploadPlan]]] = {
    There.COPY: copying,
    There.LINK: linking,
    There.SEND: lambda plan: plan,
}


def _ways_for_those_there(parent: QWidget, plan: UploadPlan) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(tr("What to do with files that are already on 1fichier"))
    box.addItem(tr("Copy on 1fichier what is already there, without sending it"), There.COPY)
    box.addItem(tr("Leave it where it is, and use its links"), There.LINK)
    box.addItem(tr("Send what is already there once more"), There.SEND)
    box.setVisible(bool(plan.there))
    return box


class Way(StrEnum):
    """What is done with files that the service would cut or refuse."""

    SPLIT = "split"
    NIGHT = "night"
    ANYWAY = "anyway"


def _ways(parent: QWidget, plan: UploadPlan) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(tr("What to do with files that do not go up in one piece"))
    box.addItem(tr("Split what is too large into parts"), Way.SPLIT)
    if not plan.slow:
        box.addItem(tr("Leave out what is too large"), Way.ANYWAY)
        return box
    night = wording.clock_time(next_night(time.time()))
    box.addItem(tr("Start them at {time}, when the line is free", time=night), Way.NIGHT)
    box.addItem(tr("Send them all the same"), Way.ANYWAY)
    return box


def _first_slow(plan: UploadPlan) -> str:
    """The slowest one in a sentence."""
    seconds, size = max((large.verdict.seconds or 0, large.file.size) for large in plan.slow)
    return wording.too_slow_words(size, seconds)


def _there_group(plan: UploadPlan) -> Group:
    """By their checksums; where they are."""
    there = plan.copies or plan.there
    return Group(
        tr("%n already on 1fichier", "", len(there)),
        "check-circle",
        Tint.ACCENT,
        [Line(_path(one.file.folder, one.file.name), _where(one)) for one in there],
        is_open=True,
    )


def _where(one: AlreadyThere) -> str:
    if one.is_in_place:
        return tr("in this very place")
    if not one.path:
        return tr("folder not known yet")
    return f"{one.path.rstrip('/')}/{one.found.name}"


def _twin_group(plan: UploadPlan) -> Group:
    count = len(plan.twins)
    if plan.replaces:
        title = tr("%n in the place of an older file", "", count)
    else:
        title = tr("%n with a name that is already there: both will exist", "", count)
    lines = [Line(_path(file.folder, file.name), wording.size(file.size)) for file in plan.twins]
    return Group(title, "copy", Tint.WARNING, lines)


def _slow_group(plan: UploadPlan) -> Group:
    return Group(
        tr("%n that 1fichier would cut", "", len(plan.slow)),
        "clock",
        Tint.WARNING,
        [
            Line(
                _path(large.file.folder, large.file.name),
                wording.hours(large.verdict.seconds or 0),
                wording.too_slow_words(large.file.size, large.verdict.seconds or 0),
            )
            for large in plan.slow
        ],
        is_open=True,
    )


def _groups(plan: UploadPlan) -> list[Group]:
    return [
        skipped_group(plan.skipped),
        _there_group(plan),
        _slow_group(plan),
        _twin_group(plan),
        renamed_group(
            plan.renamed, tr("%n stored under another name, shown here as it is", "", len(plan.renamed))
        ),
        Group(
            tr("%n to upload", "", len(plan.files)),
            "upload",
            Tint.ACCENT,
            _contents(plan),
            is_open=not plan.skipped,
        ),
    ]


def _contents(plan: UploadPlan) -> list[Line]:
    """Files at the top by name, folders as one line each."""
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    lines: list[Line] = []
    for file in plan.files:
        top = file.folder.split("/", 1)[0]
        if top:
            sizes[top] += file.size
            counts[top] += 1
        else:
            lines.append(Line(file.name, wording.size(file.size), file.path))
    folders = [
        Line(
            f"{name}/",
            tr("{files}, {size}", files=tr("%n file(s)", "", counts[name]), size=wording.size(sizes[name])),
        )
        for name in counts
    ]
    return folders + lines


def _path(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
