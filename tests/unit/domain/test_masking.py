"""What says who somebody is and what their files are called goes out of a report; what helps stays."""

import pytest

from fichier_gui.domain.masking import without_files, without_people


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("https://1fichier.com/?abcdefghij0123 is dead", "(link) is dead"),
        ("see https://example.org/a/b?c#d now", "see https://example.org/(address) now"),
        ("https://api.1fichier.com/v1/file/ls.cgi", "https://api.1fichier.com/v1/file/ls.cgi"),
        ("[Errno 13] denied: '/home/ada/My films/one.mkv'", "[Errno 13] denied: '(path)'"),
        ("in /home/ada/x.bin and C:\\Users\\ada\\x", "in (path) and (path)"),
        ("the film one.mkv stays", "the film (name) stays"),
        ("5 of 7 at 3/s, 1/2", "5 of 7 at 3/s, 1/2"),
        (
            '  File "/home/ada/lib/fichier_gui/app/x.py", line 3, in run',
            '  File "app/x.py", line 3, in run',
        ),
        ("[ERROR] fichier_gui.app.x: a-b", "[ERROR] fichier_gui.app.x: a-b"),
    ],
)
def test_names_links_and_paths_go(line: str, masked: str) -> None:
    assert without_files(line, ["one.mkv", "bin", "a"]) == masked


def test_a_name_inside_of_a_word_is_no_name() -> None:
    assert without_files("listing of the roots", ["root", "list"]) == "listing of the roots"


def test_addresses_of_people_go() -> None:
    assert without_people("of ada.l+x@mail.example.org, root@host") == "of (e-mail), root@host"
