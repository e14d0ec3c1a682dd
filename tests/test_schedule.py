"""The scheduler on published projects, calendars, dates and priorities, and what it says where no plan is possible."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

from diagnostics.intake.plans.task_files import read_resources, read_tasks
from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.project import project_of
from diagnostics.planning.scheduling.schedule import NoPlan, schedule_tasks
from diagnostics.planning.scheduling.ways_out import Added, Moved, ways_out
from tests.plan_material import broken_rules, schedule_texts, write_tables
from tests.psplib import read_psplib


@pytest.mark.parametrize("instance", ["j301_1", "j301_2", "j305_1", "j3037_1"])
def test_the_published_optimum_is_found_and_proven(truth, instance):
    with (truth / "psplib" / "j30_optimum_all480.csv").open(encoding="utf-8", newline="") as file:
        optimum = {line["problem"].removesuffix(".sm"): int(line["optimum"]) for line in csv.DictReader(file)}
    tasks, resources = read_psplib(truth / "psplib" / f"{instance}.sm")
    schedule = schedule_tasks(tasks, resources, Limits(effort=20))
    assert (schedule.makespan, schedule.proven) == (optimum[instance], True)
    assert broken_rules(schedule.plan, resources) == []


def test_a_search_cut_short_gives_a_plan_and_an_honest_bound(truth):
    tasks, resources = read_psplib(truth / "psplib" / "j3029_8.sm")  # published optimum 80, hard to prove
    schedule = schedule_tasks(tasks, resources, Limits(effort=0.01))
    assert schedule.lower_bound <= 80 <= schedule.makespan and not schedule.proven
    assert broken_rules(schedule.plan, resources) == []


def test_tasks_wait_while_the_calendar_has_nobody(tmp_path):
    resources = "resource,capacity,from,to\nhr,1,0,2\nhr,0,2,4\nhr,2,4,\n"
    schedule = schedule_texts(tmp_path, "task,duration,after,needs:hr\nA,2,,1\nB,3,,1\nC,3,,1\n", resources)
    assert schedule.plan[["start", "finish"]].values.tolist() == [[0, 2], [4, 7], [4, 7]]
    assert schedule.proven


def test_half_units_count(tmp_path):
    schedule = schedule_texts(tmp_path, "task,duration,needs:hr\nA,2,0.5\nB,2,0.5\nC,2,0.6\n", "resource,capacity\nhr,1\n")
    assert (schedule.makespan, schedule.proven) == (4, True)


def test_earliest_and_latest_are_kept_though_the_plan_grows_longer(tmp_path):
    tasks = "task,duration,after,needs:hr,earliest,latest\nA,4,,2,,\nB,2,,2,3,5\nC,1,,2,,\n"
    schedule = schedule_texts(tmp_path, tasks)
    assert schedule.plan.set_index("task").loc["B", ["start", "finish"]].tolist() == [3, 5]
    assert (schedule.makespan, schedule.proven) == (9, True)


def test_within_the_shortest_plan_what_has_priority_comes_first(tmp_path):
    rows = "A,2,,1,1\nB,2,,1,5\nC,2,,1,3\n"
    schedule = schedule_texts(tmp_path, f"task,duration,after,needs:hr,priority\n{rows}", "resource,capacity\nhr,1\n")
    assert schedule.plan.sort_values("start")["task"].tolist() == ["B", "C", "A"]
    assert schedule.makespan == 6 and schedule.proven and schedule.order_proven


def test_priority_never_makes_the_plan_longer(tmp_path):
    # The long chain must start at once; the urgent task would otherwise come first.
    tasks = "task,duration,after,needs:hr,priority\nlong,3,,1,0\nend,3,long,0,0\nurgent,3,,1,9\n"
    schedule = schedule_texts(tmp_path, tasks, "resource,capacity\nhr,1\n")
    assert schedule.makespan == 6 and schedule.plan.set_index("task").at["urgent", "start"] == 3


def test_a_milestone_takes_no_time_and_no_units(tmp_path):
    schedule = schedule_texts(tmp_path, "task,duration,after,needs:hr\nA,2,,2\nopen,0,A,2\nB,1,open,2\n")
    assert schedule.plan["start"].tolist() == [0, 2, 2] and schedule.makespan == 3


def test_a_plan_without_resources_is_the_critical_path(tmp_path):
    schedule = schedule_texts(tmp_path, "task,duration,after\nA,2,\nB,3,A\nC,1,\n", "resource,capacity\n")
    assert schedule.plan["start"].tolist() == [0, 2, 0] and (schedule.makespan, schedule.proven) == (5, True)


def test_equal_tables_give_equal_plans_also_where_the_effort_ends_first(truth):
    tasks, resources = read_psplib(truth / "psplib" / "j3013_1.sm")
    plans = [schedule_tasks(tasks, resources, Limits(effort=0.3)) for _ in range(2)]
    pd.testing.assert_frame_equal(plans[0].plan, plans[1].plan)
    assert plans[0].lower_bound == plans[1].lower_bound


def _ways(folder, tasks: str, resources: str):
    paths = write_tables(folder, tasks, resources)
    tables = read_tasks(paths[0]).table, read_resources(paths[1]).table
    with pytest.raises(NoPlan) as none:
        schedule_tasks(*tables)
    assert none.value.proven
    return tables, ways_out(project_of(*tables), Limits())


def test_the_smallest_change_of_dates_and_of_capacities_is_named_and_helps(tmp_path):
    tasks = "task,duration,needs:hr,latest\nA,3,1,3\nB,2,1,3\nC,2,1,8\n"
    (table, resources), (dates, capacities) = _ways(tmp_path, tasks, "resource,capacity\nhr,1\n")
    assert dates.smallest and dates.changes == (Moved("B", 3, 3, 5),)
    assert capacities.smallest and [(type(one), one.units, one.instead, one.stretch.row) for one in capacities.changes] == [
        (Added, 1, 2, 2)
    ]
    assert schedule_tasks(table.assign(latest=[3.0, 5.0, 8.0]), resources).proven
    assert schedule_tasks(table, resources.assign(capacity=2.0)).proven
    with pytest.raises(NoPlan):
        schedule_tasks(table.assign(latest=[3.0, 4.0, 8.0]), resources)


def test_where_the_calendar_ends_too_soon_only_capacities_help(tmp_path):
    tasks = "task,duration,needs:hr\nA,3,1\nB,3,1\n"
    _, (dates, capacities) = _ways(tmp_path, tasks, "resource,capacity,from,to\nhr,1,0,4\n")
    assert dates.changes == () and len(capacities.changes) == 1
    assert capacities.changes[0].instead - capacities.changes[0].units == 1
