"""The program's own names, and what else an installer may read of it with any Python."""

import sys

from environment import ROOT

sys.path.append(str(ROOT))

from desktop import changes as changes

from fichier_gui import identity as identity
