"""``key``: whether there is one, forget it, read it again. A key itself never travels in a job."""

from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running


async def key(program: Running, job: Job, tell: Tell) -> Ending:
    """Forget the key or read the key ring again, then tell where it is."""
    if job.action == "forget":
        await program.session.forget_key()
    elif job.action == "reload":
        await program.reload_key()
    state = program.session.state
    facts = {"signed_in": state.signed_in, "storage": state.storage.name.lower()}
    if state.account is not None:
        facts["email"] = state.account.email
    tell(Report(Kind.KEY, facts, state.refused or state.storage_problem))
    return Ending.DONE
