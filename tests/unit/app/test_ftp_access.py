"""FTP sub-accounts through the whole core, against the simulated service with its limits on."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import AddressNotAllowed, NotFound, RequestRejected
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.jobs import FtpUser
from fichier_gui.domain.secret import Secret

PASSWORD = Secret("camera-password")


@pytest.fixture(params=["data", "users"])
def service(request: pytest.FixtureRequest) -> Iterator[ThreadedSimulator]:
    made = Service(limits=True, switches=quiet_switches(ftp_users_key=request.param))
    with simulator(made) as running:
        yield running
    assert made.limits.breaches == []


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def test_sub_accounts_come_and_go(service: ThreadedSimulator, tmp_path: Path) -> None:
    cameras = FolderId(service.service.add_folder("/Cameras").id)
    async with opened(service, tmp_path) as program:
        ftp = program.ftp_access
        assert await ftp.users() == ()
        await ftp.add("garden", PASSWORD, cameras)
        assert await ftp.add("Door", PASSWORD, ROOT) == (FtpUser("Door", ROOT), FtpUser("garden", cameras))
        with pytest.raises((RequestRejected, AddressNotAllowed)) as caught:
            await ftp.add("garden", PASSWORD, cameras)
        assert "already exists" in caught.value.detail
        assert await ftp.remove("garden") == (FtpUser("Door", ROOT),)
        assert await ftp.remove("garden") == (FtpUser("Door", ROOT),), "gone already is as wanted"
        with pytest.raises(NotFound):
            await ftp.add("attic", PASSWORD, FolderId(987654))
        await ftp.take_in()
    assert service.requests.endpoints().count("ftp/process") == 1


async def test_a_password_is_in_no_log(service: ThreadedSimulator, tmp_path: Path) -> None:
    async with opened(service, tmp_path) as program:
        await program.ftp_access.add("garden", PASSWORD, ROOT)
        logging.getLogger("fichier_gui.test").warning("it was %s", PASSWORD.reveal())
        logs = program.options.profile.logs
    log = "".join(path.read_text(encoding="utf-8") for path in logs.glob("*"))
    assert "it was" in log and PASSWORD.reveal() not in log
