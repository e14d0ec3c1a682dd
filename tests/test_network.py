"""The critical path and expected durations of a network in print, and circles named in full."""

from __future__ import annotations

import pandas as pd
import pytest

from diagnostics.planning.scheduling.network import expected_durations, network_times, order_of, waiting_circles

# Fourteen activities with optimistic, most likely and pessimistic durations (PERT, textbook example).
FOURTEEN = [
    ("A", 5, 5, 7, ""), ("B", 1, 2, 5, ""), ("C", 5, 5, 5, "A"), ("D", 4, 8, 13, "A"), ("E", 1, 10, 17, "B C"), ("F", 1, 5, 7, "D"),
    ("G", 2, 6, 9, "D"), ("H", 4, 4, 6, "E F"), ("I", 2, 7, 10, "G H"), ("J", 2, 4, 7, "I"), ("K", 6, 10, 13, "I"), ("L", 2, 6, 6, "J"),
    ("M", 2, 2, 3, "K"), ("N", 7, 7, 12, "L M"),
]  # fmt: skip


def _fourteen() -> pd.DataFrame:
    table = pd.DataFrame(FOURTEEN, columns=["task", "optimistic", "most_likely", "pessimistic", "after"])
    return table.assign(duration=expected_durations(table), after=[tuple(cell.split()) for cell in table["after"]])


def test_the_critical_path_of_the_fourteen_activities():
    times = network_times(_fourteen())
    assert times.loc[times["critical"], "task"].tolist() == list("ACEHIKMN")
    assert times.set_index("task")["slack"].loc[list("ABCDEF")].tolist() == pytest.approx([0, 8.00, 0, 1.83, 0, 1.83], abs=0.005)


def test_expected_durations_weigh_the_most_likely_four_times():
    durations = expected_durations(_fourteen())
    assert durations.iloc[[0, 1, 4]].tolist() == pytest.approx([32 / 6, 14 / 6, 58 / 6])


def test_times_of_a_network_without_slack_add_up():
    times = network_times(_fourteen()).set_index("task")
    assert times.at["N", "earliest_finish"] == pytest.approx(sum(_fourteen().set_index("task")["duration"][list("ACEHIKMN")]))
    assert (times["latest_finish"] - times["earliest_finish"]).tolist() == pytest.approx(times["slack"].tolist())


def test_an_earliest_start_holds_the_network_back():
    tasks = pd.DataFrame({"task": ["A", "B"], "duration": [2, 1], "after": [(), ("A",)], "earliest": [4, 0]})
    assert network_times(tasks)["earliest_finish"].tolist() == [6, 7]


def test_the_order_keeps_who_waits_for_whom_then_the_rank_then_the_place():
    assert order_of({"A": ["C"], "B": [], "C": [], "D": []}, {"A": 0, "B": 2, "C": 1, "D": 2}) == ["C", "A", "B", "D"]


def test_every_circle_is_named_from_its_first_task_on():
    after = {"A": ["C"], "B": ["A"], "C": ["B"], "D": ["C", "nobody"], "E": ["E"], "F": []}
    assert waiting_circles(after) == [["A", "C", "B"], ["E"]]
    assert waiting_circles({"A": [], "B": ["A"]}) == []
