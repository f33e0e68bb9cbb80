"""The leaves of the error tree, and an error made again from what was kept of it."""

from collections.abc import Iterator, Mapping

from fichier_gui.domain.errors import AppError, Fact, Unexpected


def leaves(root: type[AppError] = AppError) -> Iterator[type[AppError]]:
    """Every class that may be raised, in the order of the tree."""
    for child in root.__subclasses__():
        if child.__subclasses__():
            yield from leaves(child)
        else:
            yield child


def restore(code: str, detail: str, facts: Mapping[str, Fact]) -> AppError:
    """The error that a journal row describes; ``Unexpected`` for a name this version does not know."""
    for leaf in leaves():
        if leaf.__name__ == code:
            return leaf(detail, **dict(facts))
    return Unexpected(detail, code=code)
