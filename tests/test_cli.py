"""What the command says of itself."""

from __future__ import annotations

import pytest

from tests.missions import command


def test_help_names_every_command_and_exit_code():
    done = command("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("demo", "new", "run", "check", "score", "Exit codes"))


@pytest.mark.parametrize("name", ["demo", "new", "run", "check", "score"])
def test_each_command_explains_itself(name):
    done = command(name, "--help")
    assert done.returncode == 0 and "Exit codes" in done.stdout


def test_a_wrong_call_ends_with_2():
    assert command("run").returncode == 2
    assert command("dance").returncode == 2


def test_new_lays_out_a_mission_that_check_understands(tmp_path):
    folder = tmp_path / "Mission 1"
    done = command("new", folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "mission.yaml").is_file() and (folder / "inputs" / "responses.xlsx").is_file()
    again = command("new", folder)
    assert again.returncode == 2 and "holds something already" in again.stderr
    checked = command("check", folder)
    assert checked.returncode == 3 and "Traceback" not in checked.stderr and "responses.xlsx" in checked.stderr
