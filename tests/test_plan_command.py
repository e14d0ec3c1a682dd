"""``plan`` as one calls it: PLAN and the last line, every fault of both tables at once, and nothing written where there are any."""

from __future__ import annotations

import csv
import json

import pytest

from diagnostics.definitions.problems import BadInput, WrongCall
from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.runs.plan_files import plan_file
from tests.missions import command
from tests.plan_material import RESOURCES, TASKS, write_tables


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _told(folder, tasks: str, resources: str = RESOURCES) -> list[tuple]:
    """Kind, file, row and column of each problem; nothing may have been written."""
    paths = write_tables(folder, tasks, resources)
    with pytest.raises(BadInput) as caught:
        plan_file(*paths)
    assert not paths[2].exists() and all(problem.advice for problem in caught.value.problems)
    return [(problem.kind, problem.file.removesuffix("s.csv"), problem.row, problem.column) for problem in caught.value.problems]


def test_the_command_writes_the_plan_and_ends_with_the_makespan(tmp_path):
    tasks, resources, out = write_tables(tmp_path)
    done = command("plan", tasks, resources, "--out", out)
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.splitlines()[-1] == "makespan 5, proven optimal"
    assert _rows(out) == [
        ["task", "duration", "after", "needs:hr", "start", "finish"],
        ["A", "3", "", "1", "0", "3"],
        ["B", "2", "", "1", "0", "2"],
        ["C", "2", "A B", "2", "3", "5"],
    ]


def test_other_columns_stay_as_they_came_and_places_of_an_earlier_plan_are_replaced(tmp_path):
    tasks = 'Task;Owner;start;Duration ;needs: HR;finish\n07;=1+1;9;2.0;0,5;9\n\n"a ""b""";Šefica;;1;;\n'
    paths = write_tables(tmp_path, tasks, "resource;capacity\nHR;1\n")
    plan_file(*paths)
    assert _rows(paths[2]) == [
        ["Task", "Owner", "Duration ", "needs: HR", "start", "finish"],
        ["07", "'=1+1", "2.0", "0,5", "0", "2"],
        ['a "b"', "Šefica", "1", "", "0", "1"],
    ]


def test_the_same_files_give_the_same_bytes(tmp_path):
    rows = "".join(f"T{n},{n % 4 + 1},{f'T{n - 3}' if n > 4 else ''},{n % 2 + 1},{n % 3}\n" for n in range(14))
    paths = write_tables(tmp_path, f"task,duration,after,needs:hr,priority\n{rows}")
    plan_file(*paths)
    first = paths[2].read_bytes()
    plan_file(*paths)
    assert paths[2].read_bytes() == first


def test_every_bad_cell_of_both_tables_is_told_at_once(tmp_path):
    tasks = (
        "task,duration,after,needs:hr,needs:it,earliest,latest,priority\n"
        "A,2.5,,1,1,mid-March,,\nB,-1,,x,,,2026-05-01,\nC,,Q,5,,,,high\n,1,,,,,,\nB,1,,,,,,\n"
    )
    told = _told(tmp_path, tasks, "resource,capacity,from,to\nhr,2,0,4\nhr,1,3,\nidle,0,,\nlate,1,5,5\nodd,many,,\n")
    bad_cells = [(2, "duration"), (3, "duration"), (4, "duration"), (2, "earliest"), (3, "latest"), (4, "priority"), (3, "needs:hr")]
    assert {("not-a-number", "task", *place) for place in bad_cells} <= set(told)
    assert set(told) - {("not-a-number", "task", *place) for place in bad_cells} == {
        ("missing-value", "task", 5, "task"),
        ("not-a-number", "resource", 6, "capacity"),
        ("duplicate-task", "task", 6, "task"),
        ("unknown-predecessor", "task", 4, "after"),
        ("overlapping-rows", "resource", 3, "from"),
        ("no-capacity", "resource", 4, "capacity"),
        ("no-period", "resource", 5, "to"),
        ("unknown-resource", "task", None, "needs:it"),
    }


def test_a_date_in_words_is_shown_with_what_may_stand_there(tmp_path):
    tasks, resources, out = write_tables(tmp_path, "task,duration,earliest\nA,1,mid-March\n")
    done = command("plan", tasks, resources, "--out", out)
    assert done.returncode == 3 and "Traceback" not in done.stderr
    assert "tasks.csv, row 2, column 'earliest': found 'mid-March'; allowed: a whole number from 0 up" in done.stderr
    problem = json.loads(command("plan", tasks, resources, "--out", out, "--json").stdout)[0]
    assert (problem["row"], problem["column"], problem["kind"]) == (2, "earliest", "not-a-number")


def test_a_circle_is_named_task_by_task(tmp_path):
    tasks, resources, out = write_tables(tmp_path, "task,duration,after\nA,1,C\nB,1,A\nC,1,B\nD,1,D\n")
    done = command("plan", tasks, resources, "--out", out)
    assert done.returncode == 3 and not out.exists()
    assert "in a circle: A after C after B after A." in done.stderr and "D after D" in done.stderr


@pytest.mark.parametrize(
    ("tasks", "resources", "told"),
    [
        ("task,duration,needs:hr\nA,1,3\n", RESOURCES, ("need-above-capacity", "task", 2, "needs:hr")),
        ("task,duration,latest\nA,4,3\n", RESOURCES, ("latest-too-early", "task", 2, "latest")),
        ("task,duration,after,latest\nA,2,,\nB,2,A,3\n", RESOURCES, ("latest-too-early", "task", 3, "latest")),
        ("task,duration,needs:hr\nA,5,1\n", "resource,capacity,from,to\nhr,1,0,4\n", ("never-free", "task", 2, "duration")),
        ("task,after\nA,\n", RESOURCES, ("missing-column", "task", 1, "duration")),
        ("task,duration,Task\nA,1,B\n", RESOURCES, ("duplicate-header", "task", 1, "task")),
        ("task,duration\n", RESOURCES, ("no-rows", "task", None, None)),
        ("", RESOURCES, ("empty-file", "task", None, None)),
    ],
)
def test_what_no_plan_could_keep_is_refused_before_any_search(tmp_path, tasks, resources, told):
    assert _told(tmp_path, tasks, resources) == [told]


def test_dates_that_too_few_people_cannot_keep_come_with_both_smallest_changes(tmp_path):
    tasks, resources, out = write_tables(
        tmp_path, "task,duration,needs:hr,latest\nA,3,1,3\nB,2,1,3\nC,2,1,8\n", "resource,capacity\nhr,1\n"
    )
    done = command("plan", tasks, resources, "--out", out)
    assert done.returncode == 3 and not out.exists()
    dates, capacities, _ = done.stderr.splitlines()
    assert dates.startswith("tasks.csv, row 3, column 'latest': found '3'; allowed: 5 or later.")
    assert "change this date by 2 periods; no smaller change of dates helps" in dates
    assert capacities.startswith("resources.csv, row 2, column 'capacity': found '1'; allowed: 2 or more.")


def test_a_plan_is_never_written_over_its_tables_nor_as_anything_but_csv(tmp_path):
    tasks, resources, out = write_tables(tmp_path)
    for wrong in (tasks, resources, out.with_suffix(".xlsx"), tmp_path):
        with pytest.raises(WrongCall):
            plan_file(tasks, resources, wrong)
    with pytest.raises(WrongCall):
        plan_file(tasks, resources, out, Limits(effort=0))
    assert tasks.read_text(encoding="utf-8") == TASKS


def test_a_missing_file_is_named_together_with_faults_of_the_other(tmp_path):
    tasks, resources, out = write_tables(tmp_path, "task,duration\nA,long\n")
    resources.unlink()
    done = command("plan", tasks, resources, "--out", out)
    assert done.returncode == 3 and "resources.csv" in done.stderr and "found 'long'" in done.stderr


def test_the_help_explains_the_columns():
    done = command("plan", "--help")
    assert done.returncode == 0 and all(word in done.stdout for word in ("needs:NAME", "latest", "lower bound", "Exit codes"))
