"""The project file keeps the structure of its published schema, and a kept reader opens it and finds the plan in it.

The structure is that of "Microsoft Office Project 2007 XML Data Interchange Schema" (mspdi_pj12.xsd, revision of 2007-11-28), as
Microsoft publishes it at learn.microsoft.com under "Project XML Data Interchange": the sequences of Project, Calendar, Exception, Task,
PredecessorLink, Baseline, Resource and Assignment. Later versions of MS Project read and write the same namespace.
"""

from __future__ import annotations

import datetime
import importlib.util
import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from diagnostics.intake.plans.project_fields import NAMESPACE, TEXT_FIELDS
from diagnostics.planning.working_days import working_days
from diagnostics.reporting.plans.handover import hand_over
from diagnostics.reporting.speaker import speaker
from tests.plan_samples import sample_file
from tests.system_programs import JAVA

PLAN = sample_file()
XMLNS = f"{{{NAMESPACE}}}"
# The elements of each sequence in its order; those that the kit never writes are left out.
SEQUENCES = {
    "Project": "SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart "
    "StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID "
    "DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual "
    "DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod "
    "InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost "
    "SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack "
    "MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate CurrentDate "
    "MicrosoftProjectServerURL Autolink NewTaskStartDate DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync "
    "RemoveFileProperties AdminProject OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments",
    "ExtendedAttributes": "ExtendedAttribute",
    "Project/ExtendedAttribute": "FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias SecondaryPID",
    "Calendars": "Calendar",
    "Calendar": "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks",
    "WeekDays": "WeekDay",
    "WeekDay": "DayType DayWorking TimePeriod WorkingTimes",
    "WorkingTimes": "WorkingTime",
    "WorkingTime": "FromTime ToTime",
    "Exceptions": "Exception",
    "Exception": "EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay "
    "DayWorking WorkingTimes",
    "TimePeriod": "FromDate ToDate",
    "Tasks": "Task",
    "Task": "UID ID Name Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration "
    "DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject "
    "IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance "
    "FinishVariance WorkVariance FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost "
    "OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork "
    "RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID "
    "ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish "
    "Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete "
    "EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline",
    "PredecessorLink": "PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat",
    "Task/ExtendedAttribute": "FieldID Value ValueGUID DurationFormat",
    "Baseline": "TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost BCWS BCWP FixedCost",
    "Resources": "Resource",
    "Resource": "UID ID Name Type IsNull Initials Phonetics NTAccount MaterialLabel Code Group WorkGroup EmailAddress Hyperlink "
    "HyperlinkAddress HyperlinkSubAddress MaxUnits PeakUnits OverAllocated AvailableFrom AvailableTo Start Finish CanLevel AccrueAt Work "
    "RegularWork OvertimeWork ActualWork RemainingWork ActualOvertimeWork RemainingOvertimeWork PercentWorkComplete StandardRate "
    "StandardRateFormat Cost OvertimeRate OvertimeRateFormat OvertimeCost CostPerUse ActualCost ActualOvertimeCost RemainingCost "
    "RemainingOvertimeCost WorkVariance CostVariance SV CV ACWP CalendarUID Notes BCWS BCWP IsGeneric IsInactive IsEnterprise BookingType "
    "ActualWorkProtected ActualOvertimeWorkProtected ActiveDirectoryGUID CreationDate ExtendedAttribute Baseline OutlineCode "
    "IsCostResource AssnOwner AssnOwnerGuid IsBudget AvailabilityPeriods Rates",
    "AvailabilityPeriods": "AvailabilityPeriod",
    "AvailabilityPeriod": "AvailableFrom AvailableTo AvailableUnits",
    "Assignments": "Assignment",
    "Assignment": "UID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish ActualOvertimeCost ActualOvertimeWork ActualStart "
    "ActualWork ACWP Confirmed Cost CostRateTable CostVariance CV Delay Finish FinishVariance Hyperlink HyperlinkAddress "
    "HyperlinkSubAddress WorkVariance HasFixedRateUnits FixedMaterial LevelingDelay LevelingDelayFormat LinkedFields Milestone Notes "
    "OverAllocated OvertimeCost OvertimeWork PeakUnits RegularWork RemainingCost RemainingOvertimeCost RemainingOvertimeWork RemainingWork "
    "ResponsePending Start Stop Resume StartVariance Summary SV Units UpdateNeeded VAC Work WorkContour",
}
MANY = {
    "ExtendedAttribute", "Calendar", "WeekDay", "WorkingTime", "Exception", "Task", "PredecessorLink", "Baseline", "Resource",
    "AvailabilityPeriod", "Assignment",
}  # fmt: skip
DATES = {"Start", "Finish", "StartDate", "FinishDate", "FromDate", "ToDate", "ConstraintDate", "Deadline", "AvailableFrom", "AvailableTo"}


def plan_with(**fields):
    actions = [action.model_copy(update=fields) if action.action == "P4-3-R4" else action for action in PLAN.actions]
    return PLAN.model_copy(update={"actions": tuple(actions)})


def written(folder: Path, plan=PLAN) -> ElementTree.Element:
    return ElementTree.parse(hand_over(plan, folder, speaker("en"), {"P4": "Jobs"})[1]).getroot()


def text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(XMLNS + name) or ""


def task(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(one for one in root.iter(XMLNS + "Task") if text(one, "Name") == name)


def faults(element: ElementTree.Element, parent: str = "") -> list[str]:
    """Elements that the schema does not have at their place, or not there in the sequence."""
    name = element.tag.removeprefix(XMLNS)
    if not len(element):
        return []
    sequence = SEQUENCES.get(f"{parent}/{name}") or SEQUENCES.get(name)
    if sequence is None:
        return [f"{name} has no parts in the schema"]
    order, found = sequence.split(), [child.tag.removeprefix(XMLNS) for child in element]
    wrong = [f"{name} has no {child}" for child in found if child not in order]
    places = [order.index(child) for child in found if child in order]
    wrong += [f"{name}: {found} is out of order"] if places != sorted(places) else []
    wrong += [f"{name} has {child} twice" for child in set(found) if found.count(child) > 1 and child not in MANY]
    within = "Task" if name == "Task" else "Project" if name == "ExtendedAttributes" else parent
    return [*wrong, *(fault for child in element for fault in faults(child, within))]


@pytest.mark.parametrize(
    "fields",
    [{}, {"progress": 0.4, "status": "in progress"}, {"progress": 1.0}, {"starts": datetime.date(2027, 7, 7)}, {"steps": ("a\x0bb",)}],
)
def test_the_structure_is_that_of_the_schema(fields, tmp_path):
    root = written(tmp_path, plan_with(**fields))
    assert root.tag == f"{XMLNS}Project"
    assert faults(root) == []
    for element in root.iter():
        name, content = element.tag.removeprefix(XMLNS), element.text or ""
        if name in DATES and not len(element):
            datetime.datetime.fromisoformat(content)


def test_an_element_out_of_order_is_a_fault(tmp_path):
    root = written(tmp_path)
    one = next(root.iter(XMLNS + "Task"))
    one.append(one[0])
    one.remove(one[0])
    assert any("out of order" in fault for fault in faults(root))


def test_processes_are_summaries_and_every_link_leads_to_a_task(tmp_path):
    root = written(tmp_path)
    tasks = list(root.iter(XMLNS + "Task"))
    uids = [text(one, "UID") for one in tasks]
    assert len(uids) == len(set(uids)) and [text(one, "ID") for one in tasks] == [str(number) for number in range(len(tasks))]
    assert {link.text for link in root.iter(XMLNS + "PredecessorUID")} <= set(uids)
    assert {text(link, "Type") for link in root.iter(XMLNS + "PredecessorLink")} == {"1"}
    assert [text(one, "WBS") for one in tasks if text(one, "Summary") == "1"] == [str(number) for number in range(11)]
    milestones = [one for one in tasks if text(one, "Milestone") == "1"]
    assert len(milestones) == 10 and {text(one, "Duration") for one in milestones} == {"PT0H0M0S"}
    assert task(root, "P4 Jobs") is not None


def test_durations_work_and_money_are_those_of_the_plan(tmp_path):
    root, calendar = written(tmp_path), working_days(PLAN.settings)
    for action in PLAN.actions:
        one = task(root, action.title)
        days = calendar.between(action.start_on, action.finish_on)
        assert text(one, "Duration") == f"PT{8 * days}H0M0S" and text(one, "Work") == f"PT{int(8 * action.person_days)}H0M0S"
        assert text(one, "Start") == f"{action.start_on}T08:00:00" and text(one, "Finish") == f"{action.finish_on}T17:00:00"
        assert float(text(one, "FixedCost") or 0) == 100 * (action.amount or 0)
        baseline = one.find(XMLNS + "Baseline")
        assert [text(baseline, name) for name in ("Start", "Duration")] == [text(one, name) for name in ("Start", "Duration")]


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({}, ("4", "2027-07-07T08:00:00", "")),
        ({"starts": datetime.date(2027, 7, 1)}, ("2", "2027-07-07T08:00:00", "")),
        ({"by": datetime.date(2028, 3, 31)}, ("7", "2028-03-31T17:00:00", "2028-03-31T17:00:00")),
        ({"by": datetime.date(2028, 3, 31), "after": ()}, ("4", "2027-07-07T08:00:00", "2028-03-31T17:00:00")),
    ],
)
def test_fixed_days_are_constraints(fields, constraint, tmp_path):
    one = task(written(tmp_path, plan_with(**fields)), "Describe four posts in five")
    assert (text(one, "ConstraintType"), text(one, "ConstraintDate"), text(one, "Deadline")) == constraint


def test_nobody_works_on_holidays_and_in_the_blackout(tmp_path):
    exceptions = [
        (text(one.find(XMLNS + "TimePeriod"), "FromDate")[:10], text(one.find(XMLNS + "TimePeriod"), "ToDate")[:10], text(one, "Name"))
        for one in written(tmp_path).iter(XMLNS + "Exception")
    ]
    # The blackout from Monday 2 to Friday 13 August 2027, with the weekend between its two weeks.
    assert [one[:2] for one in exceptions if one[2] == "summer closing"] == [("2027-08-02", "2027-08-06"), ("2027-08-09", "2027-08-13")]
    assert ("2027-02-15", "2027-02-16", "Statehood Day") in exceptions


def _reader() -> list[str]:
    """The command that converts a project file by MPXJ. Never absent in CI."""
    found, java = importlib.util.find_spec("mpxj"), JAVA.find()
    if not (found and found.origin and java):
        advice = JAVA.advice if found else "The test needs the package mpxj: pip install -e .[test]"
        pytest.fail(advice) if os.environ.get("CI") else pytest.skip(advice)
    return [java, "-cp", str(Path(found.origin).parent / "lib" / "*"), "org.mpxj.sample.MpxjConvert"]


def test_mpxj_opens_it_and_finds_the_plan(tmp_path):
    plan = plan_with(progress=0.4, status="in progress")
    path = hand_over(plan, tmp_path, speaker("sr-Cyrl"), {"P4": "Jobs"})[1]
    done = subprocess.run([*_reader(), str(path), str(tmp_path / "read.json")], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    read = json.loads((tmp_path / "read.json").read_text(encoding="utf-8"))
    tasks = {one["text1"]: one for one in read["tasks"] if "text1" in one}
    roles = {one["unique_id"]: one["code"] for one in read["resources"] if "code" in one}
    work = {(one["task_unique_id"], roles[one["resource_unique_id"]]): one["work"] for one in read["assignments"]}
    for action in plan.actions:
        one = tasks[action.action]
        assert (one["start"][:10], one["finish"][:10]) == (action.start_on.isoformat(), action.finish_on.isoformat())
        assert one.get("fixed_cost", 0) == (action.amount or 0) and one["work"] == 8 * 3600 * action.person_days
        before = {link["predecessor_task_unique_id"] for link in one.get("predecessors", [])}
        assert before == {tasks[other]["unique_id"] for other in action.after}
        assert {role: work[one["unique_id"], role] / 8 / 3600 for role in action.person_days_by_role} == action.person_days_by_role
        assert one.get("text4", "") == action.indicator
    assert tasks["P4-3-R4"]["percent_complete"] == 40
    names = {one["field_alias"] if "field_alias" in one else one.get("alias") for one in read["custom_fields"]}
    assert len(names - {None}) == len(TEXT_FIELDS)
    assert {one["name"]: one["max_units"] for one in read["resources"] if "max_units" in one}["Службеник за људске ресурсе"] == 200
