"""The system's player: found as the desktop finds it, given an address or a playlist."""

import asyncio
import sys
from pathlib import Path

import pytest
from support.player import Desktop
from support.waiting import until

from fichier_gui.system import media_player, windows_programs
from fichier_gui.system.desktop_entry import DesktopEntry, read_entry, read_groups
from fichier_gui.system.media_player import MediaPlayer, Medium, starts
from fichier_gui.system.mime_apps import MimeApps
from fichier_gui.system.windows_programs import Program, command_line

URL = "http://127.0.0.1:4711/secret/a%20film.mkv"
FILM = Medium(URL, "a film.mkv", "video/x-matroska")
VLC = """
[Desktop Entry]
Type=Application
Name=VLC media player
Name[fr]=Lecteur multimédia VLC
Exec=/usr/bin/vlc --started-from-file %U
TryExec=/usr/bin/vlc
[Desktop Action other]
Exec=/usr/bin/vlc --fullscreen
"""


def player_of(desktop: Desktop) -> MediaPlayer:
    return MediaPlayer("linux", desktop.environment, desktop.home)


def names(desktop: Desktop, mime: str = FILM.mime, extension: str = "mkv") -> list[str]:
    return [each.name for each in MimeApps(desktop.environment, desktop.home).programs(mime, extension)]


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def entry(command: str) -> DesktopEntry:
    found = read_entry(f"[Desktop Entry]\nType=Application\nName=Play\nExec={command}")
    assert found is not None
    return found


def test_a_program_is_read_with_its_name_in_the_users_language() -> None:
    found = read_entry(VLC, ("fr_CA", "fr"))
    assert found == DesktopEntry(
        "Lecteur multimédia VLC", ("/usr/bin/vlc", "--started-from-file", "%U"), "/usr/bin/vlc"
    )
    assert found.takes_addresses
    english = read_entry(VLC)
    assert english is not None and english.name == "VLC media player"


@pytest.mark.parametrize("line", ["Hidden=true", "Terminal=true", "Type=Link", 'Exec=play "%U', "Exec="])
def test_what_cannot_be_started_as_a_program_with_a_window_is_none(line: str) -> None:
    text = "[Desktop Entry]\n" + line + "\nType=Application\nName=Play\nExec=play %U\n"
    assert read_entry(text) is None


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("play %U", ["play", URL]),
        ("play --url=%u -x", ["play", f"--url={URL}", "-x"]),
        ("play", ["play", URL]),
        ("play %i --title %c %d -- %f", ["play", "--title", "Play", "--", URL]),
        ("play 100%% %F", ["play", "100%", URL]),
        (r'"/opt/my player/run" "a \\"b\\" \\\\$c" %u', ["/opt/my player/run", r'a "b" \$c', URL]),
        (
            "flatpak run --file-forwarding org.x @@u %U @@",
            [*["flatpak", "run", "--file-forwarding", "org.x", "@@u"], URL, "@@"],
        ),
    ],
)
def test_field_codes_are_filled_in(command: str, arguments: list[str]) -> None:
    assert entry(command).arguments(URL) == arguments


def test_only_some_programs_take_addresses() -> None:
    assert entry("play %u").takes_addresses and entry("play --open=%U").takes_addresses
    assert not entry("play %f").takes_addresses and not entry("play").takes_addresses


def test_a_key_file_is_read_whatever_is_in_it() -> None:
    assert read_groups("a=0\n[A]\n#b=1\nb = 2\nb=3\nno line\n[B]\nc=x=y") == {
        "A": {"b": "2"},
        "B": {"c": "x=y"},
    }


def test_the_users_choice_comes_before_what_offers_itself(desktop: Desktop) -> None:
    for name in ("one", "two", "three", "four"):
        desktop.add(name, "%U")
    desktop.write(
        "data/applications/mimeinfo.cache",
        "[MIME Cache]\nvideo/x-matroska=one.desktop;two.desktop;gone.desktop",
    )
    assert names(desktop) == ["One", "Two"]
    desktop.write("data/applications/mimeapps.list", "[Default Applications]\nvideo/x-matroska=two.desktop;")
    assert names(desktop) == ["Two", "One"]
    desktop.write(
        "config/mimeapps.list",
        "[Default Applications]\nvideo/x-matroska=three.desktop\n"
        "[Added Associations]\nvideo/x-matroska=four.desktop\n"
        "[Removed Associations]\nvideo/x-matroska=one.desktop\n",
    )
    assert names(desktop) == ["Three", "Two", "Four"]
    desktop.environment["XDG_CURRENT_DESKTOP"] = "ubuntu:GNOME"
    desktop.write("config/gnome-mimeapps.list", "[Default Applications]\nvideo/x-matroska=four.desktop\n")
    assert names(desktop) == ["Four", "Three", "Two"]


def test_a_type_has_other_names(desktop: Desktop) -> None:
    desktop.add("old", "%U")
    desktop.write(
        "data/mime/globs2", "# made\n50:video/vnd.avi:*.avi\n80:text/x-odd:*.avi\n50:video/mp4:*.mp4\n"
    )
    desktop.write("data/mime/aliases", "video/x-msvideo video/vnd.avi\n")
    desktop.prefer({"video/x-msvideo": "old.desktop"})
    assert names(desktop, "video/avi-of-python", "avi") == ["Old"]
    assert not names(desktop, "video/mp4", "mp4")


def test_a_program_that_is_not_there_is_passed_over(desktop: Desktop) -> None:
    desktop.add("here", "%U")
    desktop.add("gone", "%U", more="TryExec=/no/such/program\n")
    desktop.write(
        "data/applications/sub/far.desktop", "[Desktop Entry]\nType=Application\nName=Far\nExec=sh %U"
    )
    desktop.prefer({"video/x-matroska": "gone.desktop;../x.desktop;sub-far.desktop;here.desktop"})
    assert names(desktop) == ["Far", "Here"]


@pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop")
async def test_the_player_is_given_the_address(desktop: Desktop) -> None:
    desktop.add("cinema", "%U")
    desktop.prefer({"video/x-matroska": "cinema.desktop"})
    assert await player_of(desktop).open(FILM) == "Cinema"
    assert desktop.taken.read_text() == f"cinema\n{URL}"


@pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop")
async def test_a_player_of_files_is_given_a_playlist_that_goes_later(desktop: Desktop) -> None:
    desktop.add("reels", "%f", ending="while target.exists(): time.sleep(0.01)\n")
    desktop.prefer({"video/x-matroska": "reels.desktop"})
    player = player_of(desktop)
    assert await player.open(FILM) == "Reels", "it still runs, and nobody waits for it"
    _name, playlist, *lines = (
        await until(lambda: desktop.taken.exists() and desktop.taken.read_text())
    ).split("\n")
    assert lines == ["#EXTM3U", "#EXTINF:-1,a film.mkv", URL, ""]
    assert Path(playlist).parent.stat().st_mode & 0o077 == 0
    await asyncio.to_thread(player.close)
    assert not Path(playlist).parent.exists()
    desktop.taken.unlink()


@pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop")
async def test_a_player_that_fails_leaves_it_to_the_next(desktop: Desktop) -> None:
    desktop.add("broken", "%U", ending="sys.exit(1)")
    desktop.add("good", "%U")
    desktop.prefer({"video/x-matroska": "broken.desktop;good.desktop"})
    assert await player_of(desktop).open(FILM) == "Good"
    assert desktop.taken.read_text() == f"good\n{URL}"


async def test_where_nothing_plays_it_that_is_said(desktop: Desktop) -> None:
    assert await player_of(desktop).open(FILM) is None
    assert await MediaPlayer("plan9", {}, desktop.home).open(FILM) is None


def test_what_does_not_start_is_no_player() -> None:
    assert not starts(["/no/such/player"])
    assert starts([sys.executable, "-c", ""], to_end=True)


async def test_windows_gives_the_address_to_the_program_and_a_playlist_to_one_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = {".mkv": Program("VLC", '"C:\\vlc.exe" "%1"'), ".m3u8": Program("Media Player")}
    started: list[str] = []
    monkeypatch.setattr(windows_programs, "program_for", lambda extension: programs.get(extension, Program()))
    monkeypatch.setattr(media_player, "starts", lambda line: started.append(line) is None)
    monkeypatch.setattr(windows_programs, "open_file", lambda path: started.append(path.read_text()) is None)
    player = MediaPlayer("win32", {}, tmp_path)
    assert await player.open(FILM) == "VLC"
    programs[".mkv"] = Program("Films & TV")
    assert await player.open(FILM) == "Media Player"
    assert started == [f'"C:\\vlc.exe" "{URL}"', f"#EXTM3U\n#EXTINF:-1,a film.mkv\n{URL}\n"]
    programs.clear()
    assert await player.open(FILM) is None
    await asyncio.to_thread(player.close)


async def test_a_mac_opens_the_address_with_the_program_of_the_extension(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    started: list[list[str]] = []

    def answer(command: list[str]) -> str:
        assert Path(command[-1]).exists(), "the system looks at a file"
        asked.append(Path(command[-1]).suffix)
        return "/Applications/IINA.app"

    def start(command: list[str], *, to_end: bool) -> bool:
        started.append(command)
        return not command[-1].startswith("http:")

    monkeypatch.setattr(media_player, "_answer", answer)
    monkeypatch.setattr(media_player, "starts", start)
    player = MediaPlayer("darwin", {}, tmp_path)
    assert await player.open(FILM) == "IINA"
    assert asked == [".mkv"]
    assert started[0] == ["open", "-a", "/Applications/IINA.app", URL]
    assert Path(started[1][-1]).name == "play.m3u8", "what takes no address gets a playlist"
    await asyncio.to_thread(player.close)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (r'"C:\VLC\vlc.exe" --started-from-file "%1"', rf'"C:\VLC\vlc.exe" --started-from-file "{URL}"'),
        (r"C:\mpv\mpv.exe -- %L", rf'C:\mpv\mpv.exe -- "{URL}"'),
        (r'"C:\old player.exe"', rf'"C:\old player.exe" "{URL}"'),
    ],
)
def test_windows_commands_have_a_place_for_the_file(command: str, line: str) -> None:
    assert command_line(command, URL) == line


def test_an_address_with_a_percent_sign_is_no_place() -> None:
    assert command_line('play "%1" /x', "http://h/%1f%l") == 'play "http://h/%1f%l" /x'
