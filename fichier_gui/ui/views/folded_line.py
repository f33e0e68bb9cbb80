"""The folded transfers panel: everything in one line."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui import theme, wording
from fichier_gui.ui.views.lines import GivingLabel
from fichier_gui.ui.wording import tr


class FoldedLine(QWidget):
    """The sum of all transfers in one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.RELATED, 0, 0, 0)
        row.setSpacing(theme.GROUP)
        self.text, self.figures = GivingLabel(self), QLabel(self)
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setMaximumSize(160, 14)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of all transfers"))
        self.figures.setFont(theme.tabular(self.font()))
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.figures)
        row.addStretch(1)

    def show_summary(self, summary: QueueSummary, now: float) -> None:
        """Counts, progress, speeds and time."""
        self.text.say(tr("Transfers: {summary}", summary=wording.queue_words(summary)))
        fraction = summary.fraction
        is_running = fraction is not None and summary.counts.active > 0
        self.bar.setVisible(is_running)
        self.bar.setRange(0, 1000)
        self.bar.setValue(round((fraction or 0) * 1000))
        self.figures.setText(figures_of(summary, now))


def figures_of(summary: QueueSummary, now: float) -> str:
    """ "↓ 12.3 MB/s  ↑ 1.1 MB/s  5 min left", or why nothing moves."""
    if summary.paused_until is not None and summary.paused_until > now:
        return wording.cooling_words(summary.paused_until)
    if summary.is_paused:
        return tr("Paused")
    parts = [
        f"↓ {wording.speed(summary.download_speed)}" if summary.download_speed >= 1 else "",
        f"↑ {wording.speed(summary.upload_speed)}" if summary.upload_speed >= 1 else "",
        wording.time_left(summary.seconds_left) if summary.seconds_left is not None else "",
    ]
    return "   ".join(part for part in parts if part)
