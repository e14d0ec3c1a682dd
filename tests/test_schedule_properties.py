"""What holds for every plan, tried on small random projects; of the tiny ones every plan there is is tried out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.network import network_times
from diagnostics.planning.scheduling.project import project_of
from diagnostics.planning.scheduling.schedule import NoPlan, schedule_tasks
from diagnostics.planning.scheduling.task_checks import places_in_time
from diagnostics.planning.scheduling.ways_out import Moved, ways_out
from tests.plan_material import broken_rules, every_plan

QUICK = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
LONGEST = 3


@st.composite
def projects(draw, most: int = 7) -> tuple[pd.DataFrame, pd.DataFrame]:
    """TASKS and RESOURCES; needs never lie above the capacities, but calendars and dates may leave no plan."""
    number = draw(st.integers(1, most))
    capacities = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
    rows = []
    for task in range(number):
        before = draw(st.sets(st.integers(0, task - 1), max_size=2)) if task else set()
        line = {"row": task + 2, "task": f"T{task}", "duration": float(draw(st.integers(0, LONGEST)))}
        line |= {"after": tuple(f"T{one}" for one in sorted(before)), "earliest": float(draw(st.sampled_from([0, 0, 0, 2])))}
        latest = draw(st.none() | st.integers(2, 9))
        line |= {"latest": float("nan") if latest is None else float(latest), "priority": float(draw(st.integers(0, 3)))}
        rows.append(line | {f"needs:R{k}": float(draw(st.integers(0, most))) for k, most in enumerate(capacities)})
    resources = [{"resource": f"R{k}", "capacity": float(units), "from": 0.0, "to": float("nan")} for k, units in enumerate(capacities)]
    if draw(st.booleans()):  # a stretch of time with less of the first resource
        start, length = draw(st.integers(0, 3)), draw(st.integers(1, 3))
        first = resources[0]
        less = float(draw(st.integers(0, int(first["capacity"]))))
        parts = [(0, start, first["capacity"]), (start, start + length, less), (start + length, float("nan"), first["capacity"])]
        resources[0:1] = [first | {"from": float(a), "to": float(b), "capacity": units} for a, b, units in parts if a != b]
    return pd.DataFrame(rows), pd.DataFrame(resources).assign(row=range(2, len(resources) + 2))


def _planned(tasks: pd.DataFrame, resources: pd.DataFrame):
    try:
        return schedule_tasks(tasks, resources, Limits(effort=20))
    except NoPlan as none:
        assert none.proven
        return None


@QUICK
@given(projects())
def test_no_plan_breaks_a_capacity_a_predecessor_or_a_date(project):
    schedule = _planned(*project)
    if schedule is not None:
        assert broken_rules(schedule.plan, project[1]) == []
        assert schedule.makespan == schedule.plan["finish"].max() and schedule.proven


@QUICK
@given(projects(most=4))
def test_the_makespan_and_the_order_are_those_of_all_plans_tried_out(project):
    tasks, resources = project
    schedule = _planned(tasks, resources)
    horizon = 18 if schedule is None else schedule.makespan
    plans = every_plan(tasks, resources, horizon)
    best = min((_judged(tasks, starts) for starts in plans), default=None)
    assert best == (None if schedule is None else _judged(tasks, schedule.plan["start"].tolist()))
    assert schedule is None or schedule.order_proven


def _judged(tasks: pd.DataFrame, starts: Sequence[int]) -> tuple[int, int]:
    """Makespan, then the sum of start × priority; priorities of 0 to 3 are told apart in sixths."""
    most = tasks["priority"].max() or 1.0
    finish = [start + int(length) for start, length in zip(starts, tasks["duration"], strict=True)]
    return max(finish), sum(round(6 * priority / most) * start for priority, start in zip(tasks["priority"], starts, strict=True))


@QUICK
@given(projects(), st.integers(1, 2))
def test_more_capacity_never_lengthens_the_plan(project, more):
    tasks, resources = project
    before, after = _planned(tasks, resources), _planned(tasks, resources.assign(capacity=resources["capacity"] + more))
    if before is not None:
        assert after is not None and after.makespan <= before.makespan


@QUICK
@given(projects())
def test_the_same_tables_give_the_same_plan(project):
    first, second = _planned(*project), _planned(*project)
    assert (first is None) == (second is None)
    if first is not None:
        pd.testing.assert_frame_equal(first.plan, second.plan)


@QUICK
@given(projects())
def test_every_way_out_that_is_named_leads_to_a_plan(project):
    tasks, resources = project
    # Every task is due when it could be finished were it alone: only what the others leave free stands in the way.
    tasks = tasks.assign(latest=network_times(tasks)["earliest_finish"])
    assume(not places_in_time(tasks, resources, "tasks.csv") and _planned(tasks, resources) is None)
    dates, capacities = ways_out(project_of(tasks, resources), Limits(effort=20))
    assert dates.changes and capacities.changes and dates.smallest and capacities.smallest
    moved = {one.task: float(one.instead) for one in dates.changes if isinstance(one, Moved)}
    later = [moved.get(task, latest) for task, latest in zip(tasks["task"], tasks["latest"], strict=True)]
    assert _planned(tasks.assign(latest=later), resources) is not None
    added = {one.stretch.row: one.instead for one in capacities.changes}
    raised = [added.get(row, units) for row, units in zip(resources["row"], resources["capacity"], strict=True)]
    assert _planned(tasks, resources.assign(capacity=raised)) is not None
