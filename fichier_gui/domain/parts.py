"""What the program stands on, and under which licence."""

from fichier_gui.domain.values import value


@value
class Part:
    """Somebody else's work that the program uses or brings along."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or the words of the part itself."""
    page: str = ""
    """Where it and its source are; empty if it does not say."""
    text: str = ""
    """The licence, with the names of those whose work it is."""
