"""Placing actions into months: never before their prerequisites, never beyond the person-days of a quarter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diagnostics.planning.placement import MONTHS_IN_QUARTER, Task, place_tasks


def _place(*tasks: Task, capacity: float = 100, quarters: int = 8):
    return place_tasks(tasks, capacity, quarters)


def test_an_action_starts_when_its_prerequisites_are_finished():
    places = _place(Task("catalogue", 4, 40), Task("descriptions", 6, 60, after=("catalogue",)))
    assert (places["catalogue"].start, places["catalogue"].finish) == (0, 4)
    assert (places["descriptions"].start, places["descriptions"].finish) == (4, 10)


def test_a_full_quarter_moves_the_less_pressing_action_on():
    places = _place(Task("low", 3, 60, priority=1), Task("high", 3, 60, priority=9), capacity=100)
    assert places["high"].start == 0
    assert places["low"].start == 1 or places["low"].start == 3
    # in months 1-3 the quarters hold 60 + 40 and 20 person-days: no more than 100 each
    assert places["low"].start == 1


def test_a_prerequisite_is_as_urgent_as_what_waits_for_it():
    places = _place(
        Task("base", 3, 90, priority=0), Task("top", 3, 90, after=("base",), priority=9), Task("middle", 3, 90, priority=5), capacity=90
    )
    assert places["base"].start == 0
    assert places["top"].start == 3
    assert places["middle"].start == 6


def test_what_has_no_place_says_why():
    places = _place(Task("huge", 1, 500), Task("next", 1, 5, after=("huge",)), Task("long", 18, 18), capacity=100, quarters=4)
    assert "more person-days in a quarter than the 100 there are" in places["huge"].reason
    assert "waits for huge" in places["next"].reason
    assert "no room within 12 months" in places["long"].reason


@st.composite
def projects(draw):
    count = draw(st.integers(1, 12))
    return [
        Task(
            f"T{number}",
            draw(st.integers(1, 8)),
            draw(st.integers(1, 80)),
            tuple(f"T{other}" for other in draw(st.sets(st.integers(0, number - 1), max_size=3))) if number else (),
            draw(st.integers(0, 9)),
        )
        for number in range(count)
    ]


@given(projects(), st.integers(20, 120), st.integers(2, 12))
def test_no_plan_breaks_a_prerequisite_a_capacity_or_the_horizon(tasks, capacity, quarters):
    places = place_tasks(tasks, capacity, quarters)
    load = [0.0] * (quarters * MONTHS_IN_QUARTER)
    for task in tasks:
        place = places[task.id]
        if place.start is None:
            assert place.reason
            continue
        assert place.finish - place.start == task.months
        assert place.finish <= quarters * MONTHS_IN_QUARTER
        assert all(places[other].finish is not None and places[other].finish <= place.start for other in task.after)
        for month in range(place.start, place.finish):
            load[month] += task.person_days / task.months
    assert all(sum(load[start : start + MONTHS_IN_QUARTER]) <= capacity + 1e-6 for start in range(0, len(load), MONTHS_IN_QUARTER))


@given(projects(), st.randoms())
def test_the_order_of_the_tasks_does_not_matter(tasks, random):
    shuffled = list(tasks)
    random.shuffle(shuffled)
    assert place_tasks(shuffled, 90, 8) == place_tasks(tasks, 90, 8)
