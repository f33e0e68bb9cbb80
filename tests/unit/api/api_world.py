"""What a budget keeps between runs, in memory."""

from dataclasses import dataclass


@dataclass
class MemoryInMemory:
    """Implements ``BudgetMemory``."""

    text: str | None = None

    def load(self) -> str | None:
        return self.text

    def save(self, text: str) -> None:
        self.text = text
