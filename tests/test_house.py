"""The project's own promises: one list of versions, no addresses, notebooks equal to their sources, imports in one direction."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib

import jupytext
import nbformat
import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.conftest import PROJECT
from tests.environment_file import environment_text, locked_versions

# A module imports from its own group and from groups further up only.
GROUPS = [
    "definitions",
    "intake",
    "validation",
    "scoring",
    "systems",
    "planning",
    "disclosure",
    "reporting",
    "runs",
    "review",
    "commands",
    "cli",
    "__main__",
]
ONLY_IN = {
    "great_expectations": {"validation"},
    "papermill": {"runs"},
    "distributed": {"runs"},
    "typst": {"reporting"},
    "matplotlib": {"reporting"},
    "seaborn": {"reporting"},
    "docx": {"reporting"},
    "nbconvert": {"reporting"},
}
PURE = {"scoring", "systems", "planning"}
SIDE_EFFECTS = {"open", "read_csv", "read_parquet", "to_csv", "to_parquet", "read_text", "write_text", "now", "today", "time"}
SOURCES = sorted((PROJECT / "notebooks").glob("*.py"))


def _group(path) -> str:
    return path.relative_to(PROJECT / "diagnostics").parts[0].removesuffix(".py")


def _imports(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _modules():
    for path in sorted((PROJECT / "diagnostics").rglob("*.py")):
        if path.parent != PROJECT / "diagnostics" or path.name != "__init__.py":
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_a_module_imports_only_from_groups_before_its_own():
    wrong = [
        f"{path.relative_to(PROJECT)} imports {name}"
        for path, tree in _modules()
        for name in _imports(tree)
        if name.startswith("diagnostics.") and GROUPS.index(name.split(".")[1]) > GROUPS.index(_group(path))
    ]
    assert wrong == []


def test_each_heavy_library_stays_in_its_group():
    wrong = [
        f"{path.relative_to(PROJECT)} imports {name}"
        for path, tree in _modules()
        for name in _imports(tree)
        if _group(path) not in ONLY_IN.get(name.split(".")[0], {_group(path)})
    ]
    assert wrong == []


def test_pure_groups_open_no_file_and_read_no_clock():
    wrong = [
        f"{path.relative_to(PROJECT)}:{node.lineno} calls {name}"
        for path, tree in _modules()
        if _group(path) in PURE
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in SIDE_EFFECTS
    ]
    assert wrong == []


def test_the_environment_for_conda_is_that_of_the_lock():
    assert (PROJECT / "environment.yml").read_text(encoding="utf-8") == environment_text()


def test_the_environment_names_every_package_that_the_customer_fixed():
    text = (PROJECT / "environment.yml").read_text(encoding="utf-8")
    fixed = ("jupyterlab", "papermill", "pandas", "seaborn", "nbconvert", "great-expectations", "pytest")
    assert [name for name in fixed if f"- {name}==" not in text] == []


def test_the_lock_satisfies_the_project():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = locked_versions()
    wishes = [Requirement(text) for text in (*project["dependencies"], *project["optional-dependencies"]["test"])]
    assert [str(wish) for wish in wishes if not wish.specifier.contains(locked[canonicalize_name(wish.name)])] == []
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert running in ("3.11",) and SpecifierSet(project["requires-python"]).contains(f"{running}.0")


def test_the_lock_records_no_address():
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"[a-z+]+://|--(?:extra-)?index|--find-links", lock) == []
    assert lock.count("--hash=sha256:") > len(locked_versions())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_is_equal_to_its_source_and_holds_no_output(source):
    notebook = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    wanted = jupytext.read(source)
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [(cell.cell_type, cell.source) for cell in wanted.cells]
    assert all(not cell.outputs and cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_is_short_and_defines_nothing(source):
    cells = [cell for cell in jupytext.read(source).cells if cell.cell_type == "code"]
    assert max(len(cell.source.splitlines()) for cell in cells) <= 10
    assert not any(re.search(r"^\s*(def|class) ", cell.source, re.MULTILINE) for cell in cells)
    assert [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])] == [cells[0]]


def test_help_is_quick_because_it_imports_no_heavy_library():
    script = "import sys; from diagnostics.cli import build_parser; build_parser().format_help(); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split())
    assert loaded.isdisjoint({"pandas", "numpy", "great_expectations", "papermill", "matplotlib", "seaborn", "typst", "nbconvert"})


def test_the_notebooks_take_the_typed_parameters():
    from diagnostics.runs.parameters import PARAMETERS
    from diagnostics.runs.stages import FOLLOW_UP, STAGES

    for stage in (*STAGES, FOLLOW_UP):
        cells = jupytext.read(PROJECT / "notebooks" / stage.notebook.replace(".ipynb", ".py")).cells
        cell = next(cell for cell in cells if "parameters" in cell.metadata.get("tags", []))
        names = {target.id for node in ast.parse(cell.source).body if isinstance(node, ast.Assign) for target in node.targets}
        assert names == set(PARAMETERS[stage.name].model_fields)
