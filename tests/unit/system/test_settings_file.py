"""The settings file: every setting comes back, and no bad file stops the program."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fichier_gui.domain.errors import DiskDenied, SettingsDamaged
from fichier_gui.domain.settings import ColorScheme, Description, Settings, changed, describe
from fichier_gui.system.settings_file import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_no_file_means_defaults(path: Path) -> None:
    loaded = SettingsFile(path).load()
    assert loaded.settings == Settings()
    assert loaded.problem is None
    assert loaded.wrong == ()


def values_of(description: Description) -> st.SearchStrategy[object]:
    if description.kind is bool:
        return st.booleans()
    if description.kind is int:
        return st.integers(description.minimum, description.maximum)
    if description.kind is str:
        return st.text(max_size=30)
    return st.sampled_from(list(description.kind))


any_settings = st.builds(Settings, **{d.name: values_of(d) for d in describe()})


@given(any_settings)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_settings_come_back(tmp_path: Path, wished: Settings) -> None:
    path = tmp_path / "settings.toml"
    SettingsFile(path).save(wished)
    loaded = SettingsFile(path).load()
    assert loaded.settings == wished
    assert loaded.wrong == ()


def test_only_what_differs_is_written(path: Path) -> None:
    file = SettingsFile(path)
    file.save(Settings())
    assert tomllib.loads(path.read_text()) == {}
    file.save(changed(Settings(), "color_scheme", "dark"))
    assert tomllib.loads(path.read_text()) == {"general": {"color_scheme": "dark"}}
    assert path.read_text().startswith("#")


def test_wrong_values_fall_back_each_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '[general]\ncolor_scheme = "purple"\nlanguage = "fr"\nconfirm_quit = 1\n'
        "[downloads]\nparallel_downloads = 99\nverify_downloads = false\n"
        '[uploads]\nparallel_uploads = "many"\n'
        "limits = 3\n"
    )
    loaded = SettingsFile(path).load()
    assert set(loaded.wrong) == {"color_scheme", "confirm_quit", "parallel_uploads"}
    assert loaded.problem is None
    assert loaded.settings.language == "fr"
    assert loaded.settings.color_scheme is ColorScheme.SYSTEM
    assert loaded.settings.parallel_downloads == 10
    assert not loaded.settings.verify_downloads
    assert loaded.settings.parallel_uploads == Settings().parallel_uploads


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[general]\nlanguage = "fr"\nwobble = 3\n[sync]\nfolders = ["a"]\n')
    file = SettingsFile(path)
    loaded = file.load()
    file.save(changed(loaded.settings, "language", "de"))
    assert tomllib.loads(path.read_text()) == {
        "general": {"language": "de", "wobble": 3},
        "sync": {"folders": ["a"]},
    }


def test_a_value_that_only_a_newer_version_knows_is_kept_until_another_is_chosen(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[general]\ncolor_scheme = "sepia"\n')
    file = SettingsFile(path)
    loaded = file.load()
    file.save(changed(loaded.settings, "language", "de"))
    assert tomllib.loads(path.read_text()) == {"general": {"color_scheme": "sepia", "language": "de"}}
    file.save(changed(loaded.settings, "color_scheme", "dark"))
    assert tomllib.loads(path.read_text()) == {"general": {"color_scheme": "dark"}}


@pytest.mark.parametrize("content", [b"[general\n", b"\xff\xfe\x00binary", b"language = fr"])
def test_a_file_that_cannot_be_read_is_put_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    for expected in ("settings.damaged.toml", "settings.damaged-2.toml"):
        path.write_bytes(content)
        file = SettingsFile(path)
        loaded = file.load()
        assert loaded.settings == Settings()
        assert isinstance(loaded.problem, SettingsDamaged)
        kept = Path(str(loaded.problem.facts["kept"]))
        assert kept.name == expected
        assert kept.read_bytes() == content
        assert not path.exists()
        file.save(Settings())
        assert file.load().problem is None


def test_a_file_that_the_disk_refuses_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.mkdir(parents=True)
    loaded = SettingsFile(path).load()
    assert isinstance(loaded.problem, SettingsDamaged)
    assert loaded.problem.facts["kept"] == str(path)
    assert path.is_dir()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(DiskDenied):
        SettingsFile(path).save(Settings())


def test_every_setting_has_a_place_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    every = {f.name for f in fields(Settings)}
    assert {d.name for d in describe()} == every - {"check_versions"}, "nobody tells of new versions"
    monkeypatch.setattr("fichier_gui.identity.RELEASES", "https://example.org/release.json")
    assert {d.name for d in describe()} == every
