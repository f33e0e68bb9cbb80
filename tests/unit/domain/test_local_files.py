"""The order of a folder of this computer."""

import pytest

from fichier_gui.domain.local_files import LocalColumn, LocalEntry, arranged, by_name, shown_text


def entry(name: str, size: int = 0, changed: float = 0.0, *, folder: bool = False) -> LocalEntry:
    return LocalEntry(name, f"/d/{name}", folder, size, changed, is_hidden=name.startswith("."))


ENTRIES = by_name(
    [
        entry("file 10", 5, 3.0),
        entry("Zoo", changed=9.0, folder=True),
        entry("file 2", 7, 1.0),
        entry(".secret", 1),
        entry("alps", changed=2.0, folder=True),
        entry("École", 6, 2.0),
    ]
)


@pytest.mark.parametrize(
    ("column", "descending", "names"),
    [
        (LocalColumn.NAME, False, "alps Zoo École file_2 file_10"),
        (LocalColumn.NAME, True, "Zoo alps file_10 file_2 École"),
        (LocalColumn.SIZE, False, "alps Zoo file_10 École file_2"),
        (LocalColumn.SIZE, True, "alps Zoo file_2 École file_10"),
        (LocalColumn.CHANGED, True, "Zoo alps file_10 École file_2"),
    ],
)
def test_folders_come_first_and_hidden_ones_not_at_all(
    column: LocalColumn, descending: bool, names: str
) -> None:
    shown = arranged(ENTRIES, column, descending=descending, with_hidden=False)
    assert " ".join(each.name.replace(" ", "_") for each in shown) == names


def test_hidden_ones_are_shown_on_request() -> None:
    shown = arranged(ENTRIES, LocalColumn.NAME, descending=False, with_hidden=True)
    assert ".secret" in [each.name for each in shown]


def test_bytes_that_are_no_text_can_be_shown() -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert shown_text(name) == "caf�.txt"
    assert shown_text("café.txt") == "café.txt"
    assert entry(name) in by_name([entry("b"), entry(name)]), "and put in order"
