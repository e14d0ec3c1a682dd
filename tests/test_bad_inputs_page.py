"""The page in ``bad_inputs/`` that shows a broken export is true: its file is the case's, its messages are the command's."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.missions import command

CASES = Path(__file__).parent / "bad_inputs"
PAGE = (CASES / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The only block of code in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return found


def test_the_file_shown_is_that_of_the_case():
    assert block("csv") == (CASES / "several_faults" / "inputs" / "staff.csv").read_text(encoding="utf-8")


def test_the_messages_shown_are_those_of_the_command(tmp_path: Path):
    shutil.copytree(CASES / "base", tmp_path / "my-mission")
    shutil.copytree(CASES / "several_faults" / "inputs", tmp_path / "my-mission" / "inputs", dirs_exist_ok=True)
    done = command("check", "my-mission", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr + done.stdout.replace("\\", "/") == block("text")


def test_every_link_of_the_page_arrives():
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert len(links) == 2 and all((CASES / link).is_file() for link in links)
