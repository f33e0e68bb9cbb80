"""Qt's binding keeps count of ``None`` and ``True`` on this Python.

PySide6 6.12.0 loses a reference to each with every call before Python 3.12, and the program dies after a few
hundred signals. The lock keeps it away from there; this is how anyone who changes the lock finds out.
"""

import subprocess
import sys

COUNT = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimerEvent, Signal

class Source(QObject):
    switched = Signal(bool)
    def timerEvent(self, event):
        pass

app = QCoreApplication([])
source = Source()
def spent(singleton, act):
    before = sys.getrefcount(singleton)
    for _ in range(300):
        act()
    return before - sys.getrefcount(singleton)

print(
    spent(True, lambda: source.switched.emit(True)),
    spent(None, lambda: source.setObjectName("name")),
    spent(None, lambda: QCoreApplication.sendEvent(source, QTimerEvent(1))),
)
"""


def test_singletons_keep_their_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"Qt ended with {done.returncode}: {done.stderr}"
    assert all(int(lost) < 100 for lost in done.stdout.split()), (
        f"references lost in 300 calls: {done.stdout}"
    )
