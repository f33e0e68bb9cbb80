"""Install everything into .venv and open the demo; some first words do other things instead.

    python3 installer/run.py              install, then the window with a demo account
    python3 installer/run.py ARGUMENT…    install, then the program with these arguments
    python3 installer/run.py test         install what the tests need as well, then run them all
    python3 installer/run.py gallery DIR  pictures of every window, dialog and state into a folder
    python3 installer/run.py build        what can be built for others to install, and what it needs
    python3 installer/run.py try TARGET   what was built, installed in a clean place and used there
    python3 installer/run.py release      all of that, with checksums and the list of parts

Needs Python 3.11 and nothing else. This file is written so that Python 3.6 can read it, to be told so.
"""

import shutil
import sys

OLDEST = (3, 11)


def newer_python() -> str:
    """The name of a Python on this machine that is new enough, or an empty string."""
    names = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
    return next((name for name in names if shutil.which(name)), "")


def main() -> int:
    """Check the Python, then hand over to the modules that need a new one."""
    if sys.version_info < OLDEST:
        found = newer_python()
        advice = f"use {found} instead" if found else "install a newer one"
        this = f"{sys.version_info[0]}.{sys.version_info[1]}"
        print(f"installer: Python 3.11 or newer is needed and this is {this}: {advice}.", file=sys.stderr)
        return 1
    import session

    return session.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
