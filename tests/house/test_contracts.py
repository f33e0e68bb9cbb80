"""Each import contract is proved by an import that breaks it, planted in a copy of the package."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from package_source import PACKAGE, ROOT

PLANTS = {
    "layers": [
        ("domain/clock.py", "import fichier_gui.app.bus"),
        ("transfers/ports.py", "import fichier_gui.api"),
        ("app/bus.py", "import fichier_gui.ui"),
        ("unplaced.py", ""),
    ],
    "simulator-apart": [("simulator/__init__.py", "import fichier_gui.domain.errors")],
    "simulator-started-by-main": [("app/container.py", "import fichier_gui.simulator")],
    "qt-in-ui": [("app/bus.py", "import PySide6.QtCore"), ("headless/__init__.py", "import shiboken6")],
    "qasync-once": [("ui/boot.py", "import qasync")],
    "http-in-api": [("app/bus.py", "import httpx"), ("transfers/ports.py", "import httpcore")],
    "keyring-once": [("app/session.py", "import keyring")],
    "jeepney-at-two-doors": [("system/keychain.py", "import jeepney")],
    "sqlite-in-two-stores": [("app/bus.py", "import sqlite3"), ("catalogue/order.py", "import sqlite3")],
    "models-delegates-views": [
        ("ui/models/__init__.py", "import fichier_gui.ui.delegates"),
        ("ui/delegates/__init__.py", "import fichier_gui.ui.views"),
    ],
    "wording-without-qt": [("ui/wording/__init__.py", "import PySide6.QtCore")],
    "headless-without-window": [
        ("headless/__init__.py", "import fichier_gui.ui.views"),
        ("headless/__init__.py", "import fichier_gui.api"),
    ],
    "no-cycles": [("domain/ids.py", "import fichier_gui.domain.remote")],
}
"""Contract → imports, each of which alone must break it: file of the package, line to put at its end."""

CHECK = """
import json, sys
from pathlib import Path
from importlinter.application.use_cases import create_report, read_user_options, _register_contract_types
from importlinter.configuration import configure

configure()
sys.path.insert(0, ".")

def broken(contract):
    options = read_user_options("pyproject.toml")
    _register_contract_types(options)
    report = create_report(options, limit_to_contracts=(contract,) if contract else (), cache_dir=None)
    if report.could_not_run:
        return ["could not run: " + str(report.invalid_contract_options)]
    ids = {options["name"]: options["id"] for options in options.contracts_options}
    return [ids[contract.name] for contract, check in report.get_contracts_and_checks() if not check.kept]

answers = {"nothing planted": broken(None)}
for contract, plants in json.load(sys.stdin).items():
    for name, line in plants:
        path = Path("fichier_gui", name)
        before = path.read_bytes() if path.exists() else None
        path.write_bytes((before or b"") + b"\\n" + line.encode() + b"\\n")
        try:
            answers[f"{contract}: {name}: {line}"] = broken(contract)
        finally:
            path.write_bytes(before) if before is not None else path.unlink()
print("ANSWERS", json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The broken contracts for each plant. Another process: import-linter finds the package on its path."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, copy / "fichier_gui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        cwd=copy,
        input=json.dumps(PLANTS),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.rstrip().splitlines()[-1]
    return json.loads(done.stdout.rpartition("ANSWERS")[2])


def test_contracts_hold(answers: dict[str, list[str]]) -> None:
    assert answers["nothing planted"] == []


@pytest.mark.parametrize(
    "plant", [f"{c}: {name}: {line}" for c, all_ in PLANTS.items() for name, line in all_]
)
def test_contract_breaks(answers: dict[str, list[str]], plant: str) -> None:
    assert answers[plant] == [plant.partition(":")[0]]


def test_every_contract_is_proved() -> None:
    settings = tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(PLANTS)
