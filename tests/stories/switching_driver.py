"""Goes from one account to the other without end, while files are sent: until it is killed."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from support.quick_rules import QUICK
from support.two_accounts import BOBS_KEY, DEFAULT_KEY

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.account_list import FIRST
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret


async def main(profile: Path, url: str, source: Path) -> None:
    options = options_for(profile, url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK, touches_machine=False))
    await program.session.start()
    other = (await program.accounts.add(Secret(BOBS_KEY))).account
    await program.transfers.start_upload(await program.transfers.plan_upload([source], ROOT))
    while True:
        following = await program.profile.open_account(other)
        print("opened", other or "first", flush=True)
        await following.session.start()
        await following.accounts.show(other)
        await program.close()
        print("closed", flush=True)
        program, other = following, FIRST if other else following.accounts.known.accounts[1].id


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
