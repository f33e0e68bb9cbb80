"""rclone's configuration as it is found on disks; ``tests/foreign`` reads what rclone itself writes."""

from pathlib import Path

import pytest

from fichier_gui.domain.secret import Secret
from fichier_gui.system.rclone_config import config_file, key_of, remotes

KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_accounts_are_found_among_other_remotes(tmp_path: Path) -> None:
    path = write(
        tmp_path / "rclone.conf",
        f"[drive]\ntype = drive\napi_key = {KEY}\n\n[my films]\ntype = fichier\napi_key = {KEY}\n"
        "; api_key = commented\n\n[shared]\ntype = fichier\nshared_folder = AbCd\n\n"
        "[odd]\ntype=fichier\n  api_key: a%%b\n[DEFAULT]\ntype = fichier\napi_key = plain\n",
    )
    found = remotes(path)
    assert (found.names, found.is_encrypted, found.is_there) == (("my films", "odd", "DEFAULT"), False, True)
    assert key_of(path, "my films") == Secret(KEY)
    assert key_of(path, "odd") == Secret("a%%b")
    assert key_of(path, "drive") is None and key_of(path, "gone") is None


@pytest.mark.parametrize("text", ["", "no section here\n", "[broken\ntype = fichier\n", "\x00\xff"])
def test_what_makes_no_sense_holds_no_account(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "rclone.conf", text)
    assert remotes(path).names == () and key_of(path, "x") is None


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert not remotes(tmp_path / "none").is_there
    assert not remotes(tmp_path).is_there


def test_where_rclone_keeps_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    usual = home / ".config" / "rclone" / "rclone.conf"
    assert config_file({}, home) == usual
    old = write(home / ".rclone.conf", "")
    assert config_file({}, home) == old
    write(usual, "")
    assert config_file({}, home) == usual
    chosen = write(tmp_path / "xdg" / "rclone" / "rclone.conf", "")
    assert config_file({"XDG_CONFIG_HOME": str(tmp_path / "xdg")}, home) == chosen
    assert config_file({"RCLONE_CONFIG": "/elsewhere.conf"}, home) == Path("/elsewhere.conf")
