"""Two runs of one mission at once: the second ends with a sentence, and a lock that was left behind stops nobody."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading

import pytest

from diagnostics.definitions.problems import WrongCall
from diagnostics.runs.mission_lock import LOCK, only_run
from tests.missions import command, copy_mission

HERE = socket.gethostname()


def _locked_by(results, pid: int, host: str) -> None:
    results.mkdir(parents=True, exist_ok=True)
    (results / LOCK).write_text(json.dumps({"pid": pid, "host": host}), encoding="utf-8")


def _ended_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_second_run_of_a_mission_ends_with_2_and_leaves_the_first_alone(tmp_path):
    folder = copy_mission("example", tmp_path)
    with only_run(folder / "results"):
        before = (folder / "results" / LOCK).read_text(encoding="utf-8")
        done = command("run", folder)
        assert done.returncode == 2 and "Traceback" not in done.stderr
        assert f"Process {os.getpid()} on '{HERE}' runs this mission already." in done.stderr and "delete results/.lock" in done.stderr
        assert [path.name for path in (folder / "results").iterdir()] == [LOCK]
        assert (folder / "results" / LOCK).read_text(encoding="utf-8") == before
    assert not (folder / "results" / LOCK).exists()


def test_a_run_that_stops_at_bad_input_gives_the_lock_back(tmp_path):
    folder = copy_mission("example", tmp_path)
    (folder / "inputs" / "staff.csv").write_text("nothing\n1\n", encoding="utf-8")
    assert command("run", folder).returncode == 3
    assert not (folder / "results" / LOCK).exists()


def test_the_lock_of_a_process_that_ended_is_taken_over(tmp_path):
    _locked_by(tmp_path, _ended_process(), HERE)
    with only_run(tmp_path):
        assert json.loads((tmp_path / LOCK).read_text(encoding="utf-8")) == {"pid": os.getpid(), "host": HERE}
    assert list(tmp_path.iterdir()) == []


def test_a_lock_with_the_number_of_this_process_is_an_older_ones(tmp_path):
    _locked_by(tmp_path, os.getpid(), HERE)
    with only_run(tmp_path), pytest.raises(WrongCall), only_run(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [json.dumps({"pid": 1, "host": HERE}), json.dumps({"pid": 4, "host": "elsewhere"}), "", "{", "[1]"])
def test_a_lock_that_may_be_somebodys_is_respected(tmp_path, content):
    (tmp_path / LOCK).write_text(content, encoding="utf-8")
    with pytest.raises(WrongCall, match=r"delete .*/\.lock and try again"), only_run(tmp_path):
        pass
    assert (tmp_path / LOCK).read_text(encoding="utf-8") == content


def test_a_lock_that_was_replaced_by_hand_is_not_removed(tmp_path):
    with only_run(tmp_path):
        _locked_by(tmp_path, 4, "elsewhere")
    assert "elsewhere" in (tmp_path / LOCK).read_text(encoding="utf-8")


def test_of_many_at_once_one_gets_the_lock(tmp_path):
    _locked_by(tmp_path, _ended_process(), HERE)
    start, end, got = threading.Barrier(8), threading.Barrier(8), []

    def run() -> None:
        start.wait()
        try:
            with only_run(tmp_path):
                got.append("held")
                end.wait()
        except WrongCall:
            got.append("refused")
            end.wait()

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["held"] + ["refused"] * 7
