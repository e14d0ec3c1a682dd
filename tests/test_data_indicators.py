"""Indicators computed from data: against plain pandas on the example mission, cell by cell on small tables, and never of few people."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from diagnostics.definitions.base import as_definition
from diagnostics.definitions.data_indicators import Condition, DataIndicators, bases_of, load_data_indicators
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.remedy import load_remedies
from diagnostics.definitions.yaml_reader import parse_yaml
from diagnostics.intake.tables import read_table
from diagnostics.intake.typed import typed_table
from diagnostics.systems.indicator_rows import Counting
from diagnostics.systems.indicators import TYPES, compute_indicators
from tests.conftest import PROJECT

AS_OF = date(2026, 10, 16)
DAY = pd.Timestamp(AS_OF)
INPUTS = PROJECT / "missions" / "example" / "inputs"
DEFINITIONS = load_data_indicators()


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    """The example's data sets, typed, with their own numbers for people."""
    read = {}
    for dataset in load_datasets():
        path = INPUTS / f"{dataset.id}.csv"
        if path.is_file():
            read[dataset.id] = typed_table(read_table(path, dataset, path.name).table, dataset, b"key of the test")
    return read


@pytest.fixture(scope="module")
def computed(tables) -> pd.DataFrame:
    return compute_indicators(tables, DEFINITIONS, AS_OF, 10).set_index("indicator")


def _csv(name: str) -> pd.DataFrame:
    return pd.read_csv(INPUTS / f"{name}.csv", dtype=str, keep_default_na=False, na_values=[""])


def _dates(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column)


def _in_post(staff: pd.DataFrame, day: pd.Timestamp = DAY) -> pd.DataFrame:
    left = _dates(staff["left_on"])
    return staff[(_dates(staff["hired_on"]) <= day) & (left.isna() | (left >= day))]


def test_there_are_enough_and_each_says_where_it_comes_from():
    assert len(DEFINITIONS.indicators) >= 25
    assert {type(one).__name__ for one in DEFINITIONS.indicators} == {
        "ShareOf",
        "MedianDays",
        "Rate",
        "Difference",
        "Spread",
        "RatioOfShares",
    }


def test_those_that_measure_a_remedy_are_that_remedy_s_indicator():
    """Same name, formula, unit and direction; the data set of its base is one that the remedy's indicator rests on."""
    remedies = {remedy.indicator.name: remedy.indicator for remedy in load_remedies("wco-hrm")}
    linked = [(one, remedies.get(name)) for one in DEFINITIONS.indicators for name in one.measures]
    assert len(linked) >= 25
    wrong = [
        one.id
        for one, indicator in linked
        if indicator is None
        or (one.name, one.formula, one.unit, one.direction) != (indicator.name, indicator.formula, indicator.unit, indicator.direction)
    ]
    assert wrong == []


def test_what_it_links_covers_so_many_remedies():
    names = {name for one in DEFINITIONS.indicators for name in one.measures}
    covered = [remedy.id for remedy in load_remedies("wco-hrm") if remedy.indicator.name in names]
    assert len(covered) >= 32 and {"P4-3-R3", "P8-4-R4", "P9-5-R4", "P12-2-R2"} <= set(covered)


def test_the_table_is_complete_and_typed(computed):
    flat = computed.reset_index()
    assert flat.dtypes.astype(str).to_dict() == TYPES
    assert flat["indicator"].tolist() == [one.id for one in DEFINITIONS.indicators]
    assert (flat["value"].isna() == (flat["reason"] != "")).all() and (flat["n"].isna() == flat["value"].isna()).all()
    assert (flat["lowest"].isna() | (flat["lowest"] <= flat["highest"])).all()
    assert flat["value"].notna().sum() >= 40


def test_posts_with_an_approved_description(computed):
    positions, descriptions = _csv("positions"), _csv("job_descriptions")
    described = positions["job_id"].isin(descriptions.loc[descriptions["approved_on"].notna(), "job_id"])
    row = computed.loc["posts-with-approved-description"]
    assert (row["value"], row["n"]) == (pytest.approx(100 * described.mean()), len(positions))
    by_unit = described.groupby(positions["unit"]).agg(["mean", "size"]).query("size >= 10")["mean"] * 100
    assert (row["lowest"], row["highest"]) == (pytest.approx(by_unit.min()), pytest.approx(by_unit.max()))


def test_vacancy_rate_and_days_vacant(computed):
    positions = _csv("positions")
    vacant, filled = (positions["status"] == "vacant").sum(), (positions["status"] == "filled").sum()
    assert computed.at["vacancy-rate", "value"] == pytest.approx(100 * vacant / (vacant + filled))
    since = _dates(positions.loc[positions["status"] == "vacant", "vacant_since"])
    assert computed.at["days-vacant", "value"] == (DAY - since).dt.days.median()


def test_evaluation_coverage_is_of_the_latest_cycle(computed):
    talks = _csv("appraisals")
    due = talks[(_dates(talks["planned_on"]) <= DAY) & (talks["cycle"] == talks["cycle"].max())]
    assert computed.at["evaluation-coverage", "value"] == pytest.approx(100 * due["done_on"].notna().mean())


def test_rotation_overdue(computed):
    held = _csv("postings").merge(_csv("positions"), left_on="position_id", right_on="id")
    held = held[(held["sensitive"] == "yes") & held["to"].isna()]
    months = pd.to_numeric(held["max_tenure_months"]).astype(int)
    over = [start + pd.DateOffset(months=number) < DAY for start, number in zip(_dates(held["from"]), months, strict=True)]
    row = computed.loc["rotation-overdue"]
    assert (row["value"], row["n"]) == (pytest.approx(100 * sum(over) / len(over)), len(held))


def test_time_to_fill(computed):
    hired = _csv("recruitment").query("stage == 'hired' and result == 'passed'")
    started, approved = _dates(hired["started_on"]), _dates(hired["approved_on"])
    within = (started >= DAY - pd.DateOffset(months=12)) & (started <= DAY)
    assert computed.at["time-to-fill", "value"] == (started - approved)[within].dt.days.median()


def test_training_coverage_and_days(computed):
    training, staff = _csv("training"), _csv("staff")
    done = training[
        (training["result"] == "completed")
        & (_dates(training["date"]) >= DAY - pd.DateOffset(months=12))
        & (_dates(training["date"]) <= DAY)
    ]
    here, before = _in_post(staff), _in_post(staff, DAY - pd.DateOffset(months=12))
    assert computed.at["training-coverage", "value"] == pytest.approx(100 * here["staff_id"].isin(done["staff_id"]).mean())
    average = (len(here) + len(before)) / 2
    assert computed.at["training-days", "value"] == pytest.approx(pd.to_numeric(done["days"]).sum() / average)


def test_staff_assessed_against_the_profile_of_their_job(computed):
    staff, positions, profiles, assessed = (_csv(name) for name in ("staff", "positions", "job_profiles", "assessments"))
    jobs = staff.merge(positions[["id", "job_id"]], left_on="position_id", right_on="id")[["staff_id", "job_id"]]
    asked = assessed.merge(jobs, on="staff_id").merge(profiles[["job_id", "competency_id"]], on=["job_id", "competency_id"])
    here = _in_post(staff)
    assert computed.at["staff-assessed", "value"] == pytest.approx(100 * here["staff_id"].isin(asked["staff_id"]).mean())


def test_register_against_payroll(computed):
    payroll, here = _csv("payroll"), _in_post(_csv("staff"))
    latest = payroll[payroll["month"] == payroll["month"].max()]
    paid = latest["staff_id"].nunique()
    assert computed.at["register-against-payroll", "value"] == pytest.approx(100 * abs(len(here) - paid) / paid)
    tied = latest["staff_id"].isin(here.loc[here["position_id"].isin(_csv("positions")["id"]), "staff_id"])
    assert computed.at["pay-lines-tied", "value"] == pytest.approx(100 * tied.mean())


def test_glass_ceiling_and_survey(computed):
    here = _in_post(_csv("staff"))
    heads = here[here["staff_id"].isin(here["manager_id"])]
    ratio = (heads["sex"] == "f").mean() / (here["sex"] == "f").mean()
    assert computed.at["glass-ceiling", "value"] == pytest.approx(ratio)
    answers = _csv("survey").query("item == 'CL-33' and value in ['1', '2', '3', '4', '5']")
    assert computed.at["good-work-noticed", "value"] == pytest.approx(100 * answers["value"].isin(["1", "2"]).mean())


def test_units_with_rated_staff_differ_by_so_much(computed):
    talks = _csv("appraisals").merge(_csv("staff")[["staff_id", "unit"]], on="staff_id")
    rated = talks[(talks["cycle"] == talks["cycle"].max()) & talks["rating"].notna()]
    by_unit = (rated["rating"] == "5").groupby(rated["unit"]).agg(["mean", "size"]).query("size >= 10")["mean"] * 100
    # About people, so that it comes in whole figures.
    assert computed.at["top-ratings-between-units", "value"] == round(by_unit.max() - by_unit.min())


def test_what_was_not_brought_is_said_and_never_guessed(tables):
    without = compute_indicators({"positions": tables["positions"]}, DEFINITIONS, AS_OF, 10).set_index("indicator")
    assert without.at["posts-with-approved-description", "reason"] == "no data: job_descriptions"
    assert without.at["turnover", "reason"] == "no data: staff"
    assert without.at["vacancy-rate", "reason"] == ""
    assert compute_indicators({}, DEFINITIONS, AS_OF, 10)["value"].isna().all()


def test_a_column_that_holds_nothing_is_not_a_no(tables):
    blank = tables["positions"].assign(critical=pd.Series(None, index=tables["positions"].index, dtype="str"))
    found = compute_indicators({"positions": blank}, DEFINITIONS, AS_OF, 10).set_index("indicator")
    assert found.at["critical-posts-vacant", "reason"] == "the column 'critical' is empty"


def _survey(favourable: int, others: int) -> dict[str, pd.DataFrame]:
    values = ["1"] * favourable + ["4"] * others
    rows = {"respondent": [f"R{number}" for number in range(len(values))], "unit": "CH-01", "item": "CL-33", "value": values}
    return {"survey": pd.DataFrame(rows).astype("str")}


@pytest.mark.parametrize(
    ("favourable", "others", "value"),
    [(10, 10, 50.0), (9, 0, None), (9, 91, None), (91, 9, None), (0, 10, 0.0), (10, 0, 100.0), (0, 0, None)],
)
def test_no_value_rests_on_fewer_people_than_the_threshold(favourable, others, value):
    row = compute_indicators(_survey(favourable, others), DEFINITIONS, AS_OF, 10).set_index("indicator").loc["good-work-noticed"]
    assert (pd.isna(row["value"]) and row["reason"]) if value is None else row["value"] == value


def test_cases_count_as_people(tables):
    few = tables["cases"].assign(type="grievance", opened=DAY).head(9)
    brought = {name: tables[name] for name in ("staff", "positions")}
    found = [compute_indicators(brought | {"cases": rows}, DEFINITIONS, AS_OF, 10).set_index("indicator").loc["grievances"] for rows in (
        few, pd.concat([few, few]))]  # fmt: skip
    assert found[0]["reason"] == "fewer than 10 people" and found[1]["value"] > 0


def test_a_range_about_people_comes_in_whole_figures_and_names_no_small_unit():
    rows = [("U1", "1")] * 11 + [("U1", "4")] * 1 + [("U2", "1")] * 10 + [("U2", "4")] * 20 + [("U3", "4")] * 9
    table = pd.DataFrame(rows, columns=["unit", "value"]).astype("str").assign(item="CL-33")
    table["respondent"] = [f"R{number}" for number in range(len(rows))]
    row = compute_indicators({"survey": table}, DEFINITIONS, AS_OF, 10).set_index("indicator").loc["good-work-noticed"]
    assert (row["lowest"], row["highest"]) == (33.0, 92.0)  # 10 of 30 and 11 of 12; the nine of U3 are not among them


# One column of dates, numbers, codes and parts, a condition each, and the rows for which it holds.
ROWS = pd.DataFrame({
    "on": pd.to_datetime(["2026-10-16", "2025-10-16", "2025-10-15", None]),
    "later": pd.to_datetime(["2026-10-15", "2026-04-16", None, None]),
    "number": pd.array([3, 2, None, 2026], dtype="Int64"), "code": pd.array(["a b", "b", None, "ab;c; d"], dtype="str"),
})  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ({"column": "on", "until": 0}, [0, 1, 2]),
        ({"column": "on", "since": 12}, [0, 1]),
        ({"column": "on", "since": 12, "or_empty": True}, [0, 1, 3]),
        ({"column": "on", "since": 12, "negated": True}, [2, 3]),
        ({"column": "on", "older_than": 12}, [2]),
        ({"column": "on", "older_than": "number"}, [1]),
        ({"column": "later", "within": {"months": 6, "after": "on"}}, [1]),
        ({"column": "later", "not_after": "on"}, [0]),
        ({"column": "number", "at_least": 3}, [0, 3]),
        ({"column": "number", "at_most": 2}, [1]),
        ({"column": "number", "this_year": True}, [3]),
        ({"column": "number", "latest": True}, [3]),
        ({"column": "number", "filled": False}, [2]),
        ({"column": "code", "is": ["b", "a b"]}, [0, 1]),
        ({"column": "code", "has": "b"}, [0, 1]),
        ({"column": "code", "parts": 3}, [3]),
        ({"found_in": "others", "on": {"code": "key"}}, [1]),
        ({"found_in": "others", "on": {"code": "key", "number": "number"}}, [1]),
        ({"found_in": "others", "on": {"code": "key"}, "times": 2}, []),
    ],
    ids=str,
)
def test_a_condition_holds_where_it_says(condition, rows):
    others = pd.DataFrame({"key": ["b", "x", None], "number": pd.array([2, 3, 3], dtype="Int64")})
    counting = Counting({"others": others}, DEFINITIONS, AS_OF)
    holds = counting.holding(ROWS, (Condition.model_validate(condition),))
    assert holds[holds].index.tolist() == rows


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{column: status, is: [vacant], filled: true}", "A condition says one thing; this one says is, filled"),
        ("{is: [vacant]}", "every other condition needs a 'column'"),
        ("{found_in: jobs}", "'found_in' needs 'on'"),
    ],
)
def test_a_condition_that_says_nothing_clear_is_refused(change, message):
    text = f"as_of: 2026-01-01\nsource: ours\nrow_sets:\n  - {{id: x, data: positions, where: [{change}]}}\nindicators: []\n"
    with pytest.raises(BadInput, match=message):
        as_definition(DataIndicators, parse_yaml(text, "indicators.yaml"))


def test_a_name_that_is_not_known_is_told_with_its_line(tmp_path, monkeypatch):
    text = (PROJECT / "questionnaires" / "indicators.yaml").read_text(encoding="utf-8")
    (tmp_path / "indicators.yaml").write_text(text.replace("of: critical-posts", "of: critical-post"), encoding="utf-8")
    monkeypatch.setattr("diagnostics.definitions.data_indicators.KNOWLEDGE", tmp_path)
    with pytest.raises(BadInput, match=r"line [0-9]+: found 'critical-post'"):
        load_data_indicators.__wrapped__()


def test_every_set_of_rows_is_used():
    used = {name for one in DEFINITIONS.indicators for name in bases_of(one)}
    text = (PROJECT / "questionnaires" / "indicators.yaml").read_text(encoding="utf-8")
    unused = [rows.id for rows in DEFINITIONS.row_sets if rows.id not in used and text.count(rows.id) < 2]
    assert unused == []
