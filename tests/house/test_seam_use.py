"""What is made on demand is made on the core's loop: the window's thread never asks for it directly."""

import ast
from collections.abc import Iterator

import pytest
from package_source import PACKAGE, at, modules, tree

SEAM = "program"
"""The seam's attribute; inside ``seam.call`` the program is an argument."""

WRONG = """
async def direct(self):
    return self._seam.program.made

def by_name(self):
    program, now = self.seam.program, 1
    return program.made(now)
"""

RIGHT = """
async def through_the_seam(self):
    return await self._seam.call(lambda program: program.made.run())

def another_member(self):
    program = self._seam.program
    return program.budget()
"""


def made_on_demand() -> set[str]:
    """The names of what ``app.occasional`` keeps once it is made."""
    return {
        node.name
        for node in ast.walk(tree(PACKAGE / "app" / "occasional.py"))
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(each, ast.Name) and each.id == "cached_property" for each in node.decorator_list)
    }


def is_seams(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == SEAM


def names_of_the_program(function: ast.AST) -> set[str]:
    """The local names that a function gives to ``seam.program``."""
    found = set[str]()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=True))
                found |= {name.id for name, value in pairs if isinstance(name, ast.Name) and is_seams(value)}
    return found


def asked_directly(module: ast.AST, made: set[str]) -> Iterator[ast.Attribute]:
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            names = names_of_the_program(function)
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and node.attr in made:
                    of = node.value
                    if is_seams(of) or (isinstance(of, ast.Name) and of.id in names):
                        yield node


def test_what_is_made_on_demand_is_asked_for_through_the_seam() -> None:
    made = made_on_demand()
    assert "verifying" in made
    found = {at(path, node) for path in modules("ui") for node in asked_directly(tree(path), made)}
    assert not found


@pytest.mark.parametrize(("source", "count"), [(WRONG, 2), (RIGHT, 0)])
def test_the_rule_sees_what_it_forbids(source: str, count: int) -> None:
    assert len(list(asked_directly(ast.parse(source), {"made"}))) == count
