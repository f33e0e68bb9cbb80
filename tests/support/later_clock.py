"""The machine's clock, of which a test lets minutes pass."""

from fichier_gui.domain.clock import SystemClock


class LaterClock(SystemClock):
    """``later``: seconds by which it is ahead."""

    later = 0.0

    def time(self) -> float:
        return super().time() + self.later

    def monotonic(self) -> float:
        return super().monotonic() + self.later
