"""The charts of the work plan: bars on their dates, loads against capacity, money against budget, effort against effect."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.reporting import plan_sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_labels import Box, Label, fitted, placed, width_of
from diagnostics.reporting.figures.plan_budget import budget_chart
from diagnostics.reporting.figures.plan_gantt import ROWS_A_CHART, ROWS_BELOW_HEADING, gantt
from diagnostics.reporting.figures.plan_load import PANELS, load_chart, role_load
from diagnostics.reporting.figures.plan_quadrant import _DOT, _aside, quadrant_chart
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections.plan_calendar import chart_starts, milestones, told_plan
from diagnostics.reporting.speaker import speaker
from diagnostics.reporting.theme import FONTS, theme
from tests.plan_chart_material import large_plan, sample_material

ENGLISH, FRENCH, LATIN = (speaker(language) for language in ("en", "fr", "sr-Latn"))


def told(**changes) -> pd.DataFrame:
    """The sample plan as its chart takes it, with some columns changed."""
    material = sample_material()
    return told_plan(material, material.workplan).assign(**changes)


def with_plan(plan: pd.DataFrame, own: PlanSettings) -> Material:
    """The sample's material with another plan, and none of the tables made from it."""
    mission = sample_material().mission.model_copy(update={"plan": own})
    return replace(sample_material(), workplan=plan, mission=mission)


def words(figure: Figure) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", figure.svg)


def outlined(svg: str) -> list[tuple[float, float]]:
    """First and last place across of each bar with the outline of the critical path, the one in the legend left out."""
    paths = re.findall(r'<path d="([^"]+)"[^>]*style="([^"]+)"', svg)
    marked = [d for d, style in paths if f"stroke: {theme().accent.lower()}" in style and f"fill: {theme().levels[2].lower()}" in style]
    places = [[float(x) for x in re.findall(r"[ML] (-?[\d.]+) ", path)] for path in marked]
    return [(min(xs), max(xs)) for xs in places][:-1]


def load(*rows: tuple[str, str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["month", "resource", "person_days", "capacity"])


def test_the_title_tells_how_many_actions_decide_the_end():
    assert gantt(ENGLISH, told()).title == "Four of twelve actions decide when the plan ends, on 22 May 2028"
    assert gantt(ENGLISH, told(), range(0, 5)).title.endswith("22 May 2028 (actions 1 to 5)")
    assert gantt(ENGLISH, told(), range(5, 9)).title == "Actions 6 to 9 of 12: two of them decide when the plan ends"
    assert gantt(ENGLISH, told(), range(9, 10)).title == "Actions 10 to 10 of 12: none of them decides when the plan ends"
    assert gantt(ENGLISH, told(critical=False)).title == "Twelve actions, from 4 January 2027 to 22 May 2028"


def test_bars_stand_on_their_days_and_all_pages_share_one_scale():
    plan = told()
    bars = outlined(gantt(ENGLISH, plan).svg)
    critical = plan[plan["critical"]]
    days = [(row.start_day.toordinal(), row.finish_day.toordinal() + 1) for row in critical.itertuples()]
    a_day = (bars[-1][1] - bars[0][0]) / (days[-1][1] - days[0][0])
    assert len(bars) == len(critical) == 4
    for bar, (start, end) in zip(bars, days, strict=True):
        assert bar == pytest.approx((bars[0][0] + a_day * (start - days[0][0]), bars[0][0] + a_day * (end - days[0][0])), abs=0.01)
    later = outlined(gantt(ENGLISH, plan, range(8, 12)).svg)
    assert np.array(later) == pytest.approx(np.array(bars[1:]), abs=0.01)


def test_the_critical_path_is_outlined_and_in_the_alt_text():
    figure = gantt(ENGLISH, told())
    assert figure.alt.count("on the critical path") == 4 and "Critical: delays the end" in words(figure)
    assert outlined(gantt(ENGLISH, told(critical=False)).svg) == []


def test_the_alt_text_holds_every_action_with_owner_days_and_marks():
    alt = gantt(ENGLISH, told()).alt
    assert "Approve the template and describe half the posts (HR manager): 4 January 2027 to 6 July 2027, on the critical path" in alt
    assert "4 January 2027 to 5 March 2027, may slip to 16 September 2027, Quick win, at its end P1 reaches its targets" in alt
    assert all(title in alt for title in told()["title"])
    fixed = told(by=date(2029, 1, 31), not_before=date(2027, 1, 4), progress=0.5, carried=True)
    assert "50\u00a0% done, Carried over, not before 4 January 2027, to be finished by 31 January 2029" in gantt(ENGLISH, fixed).alt


def test_the_legend_explains_what_is_drawn_and_nothing_else():
    shown = words(gantt(ENGLISH, told()))
    assert {"Quick win", "Slack", "Waits for another", "Process reaches its targets"} <= set(shown)
    assert not {"Share done", "Carried over", "Start fixed", "To be finished by"} & set(shown)
    bare = told(quick_win=False, after="", milestone="", slack_day=pd.Series([None] * 12, dtype=object), critical=False)
    assert {"Quick win", "Slack", "Waits for another"}.isdisjoint(words(gantt(ENGLISH, bare)))
    full = words(gantt(ENGLISH, told(progress=0.4, carried=True, starts=date(2027, 2, 1))))
    assert {"Share done", "Carried over", "Start fixed"} <= set(full)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_action_stands_above_one_that_it_waits_for(seed):
    plan, own = large_plan(60, seed)
    table = told_plan(with_plan(plan, own), plan)
    places = {action: place for place, action in enumerate(table["action"])}
    links = [(places[other], places[row.action]) for row in table.itertuples() for other in row.after.split() if other in places]
    assert len(links) > 5 and all(above < below for above, below in links)


def test_a_process_reaches_its_targets_with_its_last_action_unless_one_has_no_place():
    plan = told()
    marks = dict(zip(plan["action"], plan["milestone"], strict=True))
    assert marks["P4-3-R4"] == "P4" and marks["P4-3-R3"] == "" and marks["OWN-1"] == "" and marks["P9-5-R2"] == "P9"
    without = sample_material().workplan.copy()
    without.loc[without["action"] == "P4-3-R4", "scheduled"] = False
    placed_ones = without[without["scheduled"]]
    assert "P4" not in milestones(placed_ones, without) and "P9" in milestones(placed_ones, without)


def test_a_critical_action_follows_the_one_whose_people_it_takes_over():
    plan = sample_material().workplan.copy()
    plan.loc[plan["action"] == "P5-3-R2", "after"] = ""  # it still starts on the day after P4-3-R3, with the same HR officers
    table = told_plan(sample_material(), plan).set_index("action")
    assert table.at["P5-3-R2", "follows"] == "P4-3-R3"
    assert set(table.drop("P5-3-R2")["follows"]) == {""}
    assert "Waits for its people" in words(gantt(ENGLISH, table.reset_index()))


@given(st.integers(1, 400))
def test_every_action_is_on_one_page_and_no_page_holds_too_many(rows):
    starts = chart_starts(rows)
    sizes = np.diff([*starts, rows])
    assert starts[0] == 0 and (sizes > 0).all() and sizes[0] <= ROWS_BELOW_HEADING and sizes.max() <= ROWS_A_CHART
    assert len(sizes) < 3 or sizes[1:-1].min() - sizes[-1] <= len(sizes)  # no page of a few rows at the end


def test_rounding_does_not_fill_a_quarter_that_is_not_full():
    table = pd.DataFrame({"quarter": ["2027-Q1", "2027-Q2"], "person_days": [159.67, 80.4], "capacity": [160.0 - 1e-12, 160.0]})
    figure = load_chart(ENGLISH, table)
    assert figure.title.endswith("with 159.7 of 160 person-days taken")
    assert "2027-Q2: 80 of 160" in figure.alt and "159.7" in words(figure)


def test_a_quarter_above_its_capacity_is_told_framed_and_marked():
    table = pd.DataFrame({"quarter": ["2027-Q1", "2027-Q2"], "person_days": [190.0, 80.0], "capacity": [160.0, 160.0]})
    over, within = load_chart(ENGLISH, table), load_chart(ENGLISH, table.assign(person_days=80.0))
    assert over.title == "One quarter takes more than there is: 2027-Q1, 190 of 160 person-days"
    frame = f"stroke: {theme().accent.lower()}"
    assert over.svg.count(frame) > within.svg.count(frame) == 0
    free = load_chart(ENGLISH, table.assign(capacity=np.nan))
    assert free.title == "The busiest quarter is 2027-Q1, with 190 person-days" and "2027-Q1: 190, not limited" in free.alt


def test_the_role_with_the_least_room_comes_first_then_those_without_a_limit():
    table = load(("2027-01", "a", 5, 10), ("2027-02", "a", 9, 10), ("2027-01", "b", 9.5, 10), ("2027-01", "c", 99, np.nan))
    names = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
    figure = role_load(ENGLISH, table, names)
    assert plan_sentences.resources_in_order(table) == ["b", "a", "c"]
    assert figure.title == "Beta has the least room: 9.5 of 10 person-days in January 2027"
    assert "Alpha: 14 person-days from January 2027 to February 2027, fullest Feb 2027: 9 of 10" in figure.alt
    assert "at most 99 a month, no limit of its own" in figure.alt
    over = role_load(ENGLISH, table.assign(person_days=table["person_days"] * 1.1), names)
    assert over.title == "Beta has more to do in some months than there are people for"
    assert "over in one month, Jan 2027: 10.5 of 10" in words(over)
    assert "January 2027" in role_load(FRENCH, table, names).title.replace("janvier", "January")


def test_a_month_without_people_has_no_room_at_all():
    table = load(("2027-01", "trainer", 4, 0), ("2027-02", "trainer", 4, 20))
    assert plan_sentences.panel_note(ENGLISH, table.set_index("month")) == ("over in one month, Jan 2027: 4 of 0", True)


def test_roles_that_are_not_drawn_are_named():
    rows = [("2027-01", f"role-{number:02d}", 100.0 - number, np.nan) for number in range(PANELS + 2)]
    figure = role_load(ENGLISH, load(*rows), {resource: resource.capitalize() for _, resource, _, _ in rows})
    assert figure.caption.endswith("Not drawn: Role-12 and Role-13, together 175 person-days.")


BUDGET = pd.DataFrame({"year": [2027, 2028, 2029], "amount": [71000.0, 12500.0, 900.0], "budget": [75000.0, 40000.0, np.nan]})


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (71000.0, "Every year keeps to its budget; 2027 comes closest, with EUR\u00a071\u202f000 of EUR\u00a075\u202f000"),
        (80000.5, "2027 commits EUR\u00a05\u202f001 more than its budget"),
    ],
)
def test_the_title_of_the_budget_tells_what_is_kept(amount, expected):
    assert budget_chart(ENGLISH, BUDGET.assign(amount=[amount, 12500.0, 900.0]), "EUR").title == expected


def test_amounts_are_written_as_the_language_writes_them():
    notes = [plan_sentences.year_note(say, row, "RSD") for say in (ENGLISH, FRENCH, LATIN) for row in BUDGET.head(1).itertuples()]
    assert notes == ["RSD\u00a071\u202f000 of 75\u202f000", "71\u202f000\u00a0RSD sur 75\u202f000", "71.000\u00a0RSD od 75.000"]
    assert "2029: EUR\u00a0900, not limited" in budget_chart(ENGLISH, BUDGET, "EUR").alt
    alone = BUDGET.assign(budget=np.nan)
    assert budget_chart(ENGLISH, alone, "EUR").title == "The plan commits EUR\u00a084\u202f400; no year has a limit"
    assert "EUR\u00a04\u202f000 too much" in budget_chart(ENGLISH, BUDGET.assign(amount=[79000.0, 0.0, 0.0]), "EUR").alt


def actions(*rows: tuple[str, float, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["action", "person_days", "priority"])
    return table.assign(title=[f"Title of {one}" for one in table["action"]], quick_win=False)


def test_each_action_lies_in_one_field():
    figure = quadrant_chart(ENGLISH, actions(("a", 10, 8), ("b", 90, 8), ("c", 10, 1), ("d", 90, 1), ("e", 20, 0), ("f", np.nan, 9)), 20)
    assert figure.title == "One of five actions has much effect for little effort"
    assert "Do first: 1; plan carefully: 1; fit in between: 2; weigh again: 1." in figure.alt
    assert "Much effect is more than the middle value (1), little effort up to 20 person-days" in figure.caption
    assert quadrant_chart(ENGLISH, actions(("b", 90, 8)), 20).title == "No action has much effect for little effort"


@given(st.lists(st.sampled_from([0.0, 1, 2, 3, 6, 24]), min_size=1, max_size=30))
def test_the_line_between_little_and_much_effect_parts_the_actions_most_evenly(priorities):
    split = plan_sentences.effect_split(pd.DataFrame({"priority": priorities}))
    own = [one for one in priorities if one > 0]
    uneven = {one: abs(2 * sum(other > one for other in own) - len(own)) for one in own}
    assert uneven.get(split, 0) == min(uneven.values(), default=0) and (split in own or not own)


@given(st.lists(st.tuples(st.floats(0, 400), st.sampled_from([30.0, 70.5, 90.0])), min_size=1, max_size=40))
def test_dots_of_equal_effect_stand_beside_each_other_on_their_side_of_the_line(dots):
    x, y = (np.array(column, dtype=float) for column in zip(*dots, strict=True))
    moved = _aside(x, y, 77.0)
    assert ((moved > 77) == (y > 77)).all() and (np.abs(moved - 77) > _DOT / 2).all()
    few = [(x[n], moved[n]) for n in range(len(x)) if np.count_nonzero(np.abs(x - x[n]) < 2 * _DOT) <= 3]
    assert all(np.hypot(a - c, b - d) >= _DOT - 1e-9 for n, (a, b) in enumerate(few) for c, d in few[:n])


_POINTS = st.tuples(st.floats(10, 390), st.floats(10, 190))


@settings(max_examples=50)
@given(
    st.lists(_POINTS, min_size=1, max_size=25),
    st.lists(st.sampled_from(["A", "Describe posts", "Two\nlines of it"]), min_size=1, max_size=8),
)
def test_no_label_lies_on_another_or_on_a_dot(points, texts):
    plot = Box(0, 0, 400, 200)
    dots = [Box(x - 2, y - 2, x + 2, y + 2) for x, y in points]
    labels = [Label(text, dots[place % len(dots)], 7.0) for place, text in enumerate(texts)]
    boxes = [box for box in placed(labels, dots, plot) if box]
    assert all(box.lies_in(plot) and not any(box.overlaps(dot) for dot in dots) for box in boxes)
    assert not any(one.overlaps(other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_a_label_alone_finds_its_place():
    (box,) = placed([Label("Describe four posts in five", Box(98, 98, 102, 102), 7.0)], [], Box(0, 0, 400, 200))
    assert box.left == 104 and box.bottom < 100 < box.top


def test_a_text_is_measured_as_the_font_says():
    font = TTFont(FONTS / "IBMPlexSans-Regular.ttf")
    names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for text in ("Describe four posts in five", "Описати четири од пет радних места", "Décrire quatre postes sur cinq"):
        printed = sum(advances[names[ord(letter)]][0] for letter in text) / unit * 7.0
        assert width_of(text, 7.0) == pytest.approx(printed, rel=0.03)


@given(st.text("abc dé ђшn", min_size=1, max_size=120), st.floats(40, 200), st.integers(1, 3))
def test_a_fitted_text_takes_no_more_room_than_it_has(text, room, lines):
    shown = fitted(text, 7.0, room, lines)
    assert shown.count("\n") < lines and width_of(shown, 7.0) <= room
    assert shown.endswith("…") or "".join(shown.split()) == "".join(text.split())


def test_a_chart_is_the_same_when_drawn_again():
    material, plan = sample_material(), told()
    for draw in (lambda: gantt(ENGLISH, plan), lambda: quadrant_chart(ENGLISH, plan, 20), lambda: load_chart(ENGLISH, material.capacity)):
        assert draw() == draw()


def test_a_hundred_and_fifty_actions_are_drawn_with_all_their_titles():
    plan, own = large_plan(150)
    table = told_plan(with_plan(plan, own), plan)
    starts = [*chart_starts(150), 150]
    shown = [word for start, end in itertools.pairwise(starts) for word in words(gantt(ENGLISH, table, range(start, end)))]
    assert set(table["action"]) <= set(shown)
    whole = " ".join(shown).replace("&amp;", "&")
    assert sum(title.split()[0] in whole for title in table["title"]) == 150
    assert {"Share done", "Carried over", "Start fixed", "Not before", "To be finished by"} <= set(shown)
