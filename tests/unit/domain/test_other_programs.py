import ast
import shlex

import pytest

from fichier_gui.domain.elsewhere import PLACE, Tool, snippet

USUAL = "ABCDEFGHIJ-KLMNOPQRSTUVWX_Z0123="
ODD = 'it\'s $HOME `x` "y" é\\'


@pytest.mark.parametrize("tool", Tool)
def test_without_a_key_its_place_is_shown(tool: Tool) -> None:
    assert snippet(tool).count(PLACE) == 1
    assert snippet(tool, USUAL) == snippet(tool).replace(PLACE, USUAL)


def test_a_key_of_another_shape_is_quoted() -> None:
    assert f"api_key={ODD}" in shlex.split(snippet(Tool.RCLONE, ODD).splitlines()[0])
    assert shlex.split(snippet(Tool.CURL, ODD).splitlines()[0]) == [f"KEY={ODD}"]
    names = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(snippet(Tool.PYTHON, ODD)).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    assert names["KEY"] == ODD
    assert snippet(Tool.JDOWNLOADER, ODD) == ODD
