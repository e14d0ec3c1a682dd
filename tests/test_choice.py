"""What is chosen where not all fits, and by how much a task can slip: each against trying out everything."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.planning.scheduling.calendars import Stretch
from diagnostics.planning.scheduling.choice import choose_tasks
from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.network import network_times
from diagnostics.planning.scheduling.project import Project, Year, makespan_of
from diagnostics.planning.scheduling.schedule import NoPlan, place_project
from diagnostics.planning.scheduling.slack import critical_chain, slack_of

LIMITS = Limits(effort=2)


def _project(durations, before, needs, capacity=2, costs=(), years=(), latest=None) -> Project:
    count = len(durations)
    return Project(
        ids=tuple(f"T{number}" for number in range(count)),
        durations=tuple(durations),
        before=tuple(tuple(one) for one in before),
        earliest=(0,) * count,
        latest=tuple(latest or [None] * count),
        priorities=(1.0,) * count,
        needs=tuple({"hr": need} for need in needs),
        calendars={"hr": (Stretch(0, None, capacity, None),)},
        scale=1,
        rows=tuple(range(2, count + 2)),
        costs=tuple(costs),
        years=tuple(years),
    )


def _keeps(project: Project, starts: dict[int, int], horizon: int, capacity: int) -> bool:
    """Whether places of some of the tasks keep everything; period by period."""
    for task, start in starts.items():
        late = start + project.durations[task] > horizon
        if late or any(one not in starts or starts[one] + project.durations[one] > start for one in project.before[task]):
            return False
    for period in range(horizon):
        busy = [task for task, start in starts.items() if start <= period < start + project.durations[task]]
        if sum(project.needs[task]["hr"] for task in busy) > capacity:
            return False
    spent = [sum(project.cost(task) for task, start in starts.items() if year.start <= start < year.finish) for year in project.years]
    return all(year.purse is None or money <= year.purse for year, money in zip(project.years, spent, strict=True))


@st.composite
def _choices(draw):
    count = draw(st.integers(1, 4))
    before = [draw(st.lists(st.integers(0, number - 1), unique=True, max_size=1)) if number else [] for number in range(count)]
    whole = st.lists(st.integers(1, 3), min_size=count, max_size=count)
    years = [Year("1", 0, 2, draw(st.sampled_from([0, 1, 3]))), Year("2", 2, 9, draw(st.sampled_from([1, None])))]
    project = _project(
        draw(whole), before, draw(st.lists(st.integers(1, 2), min_size=count, max_size=count)), costs=draw(whole), years=years
    )
    return project, draw(st.integers(2, 4)), draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))


@settings(max_examples=60, deadline=None)
@given(_choices())
def test_no_other_choice_is_worth_more(case):
    project, horizon, worth = case
    found = choose_tasks(project, horizon, worth, pinned=(), limits=LIMITS)
    starts = dict(zip(found.kept, found.starts, strict=True))
    assert _keeps(project, starts, horizon, 2) and found.proven
    every = product(*[[None, *range(horizon)] for _ in worth])
    kept = ({task: start for task, start in enumerate(one) if start is not None} for one in every)
    best = max(sum(worth[task] for task in one) for one in kept if _keeps(project, one, horizon, 2))
    assert sum(worth[task] for task in found.kept) == best


def test_a_pinned_task_is_kept_and_one_that_cannot_be_is_no_plan():
    project = _project([2, 2], [[], []], [2, 2])
    assert choose_tasks(project, 2, [9, 1], pinned={1}, limits=LIMITS).kept == (1,)
    with pytest.raises(NoPlan) as none:
        choose_tasks(project, 2, [9, 1], pinned={0, 1}, limits=LIMITS)
    assert none.value.proven


@settings(max_examples=40, deadline=None)
@given(_choices())
def test_without_shortage_slack_is_that_of_the_network(case):
    project, _, _ = case
    free = _project(project.durations, project.before, [one["hr"] for one in project.needs], capacity=99)
    starts = place_project(free, LIMITS).starts
    tasks = pd.DataFrame({"task": range(len(starts)), "duration": free.durations, "after": list(free.before)})
    times = network_times(tasks)
    assert list(starts) == times["earliest_start"].tolist() and slack_of(free, starts) == times["slack"].tolist()
    assert all(times["critical"].iloc[task] for task in critical_chain(free, starts))


@settings(max_examples=40, deadline=None)
@given(_choices())
def test_a_task_that_slips_by_its_slack_does_not_move_the_end(case):
    project, _, _ = case
    short = _project(project.durations, project.before, [one["hr"] for one in project.needs])
    starts = place_project(short, LIMITS).starts
    for task, slack in enumerate(slack_of(short, starts)):
        later = list(short.earliest)
        later[task] = starts[task] + slack
        moved = Project(**{**short.__dict__, "earliest": tuple(later)})
        assert makespan_of(moved, place_project(moved, LIMITS).starts) <= makespan_of(short, starts)


def test_the_critical_chain_has_no_gap_and_leads_to_the_end():
    project = _project([2, 3, 1, 2], [[], [], [0], []], [2, 2, 1, 1])
    starts = place_project(project, LIMITS).starts
    chain = critical_chain(project, starts)
    ends = [starts[task] + project.durations[task] for task in chain]
    assert ends[-1] == makespan_of(project, starts) and starts[chain[0]] == 0
    assert [starts[task] for task in chain[1:]] == ends[:-1]


def test_what_costs_money_slips_within_its_year_where_the_next_one_is_limited():
    years = [Year("1", 0, 3, 5), Year("2", 3, 9, 0)]
    project = _project([1, 8], [[], []], [1, 1], costs=[2, 0], years=years)
    assert slack_of(project, place_project(project, LIMITS).starts) == [2, 0]
