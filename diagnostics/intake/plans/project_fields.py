"""Which custom fields of a project file hold what it has no field of its own for; the same for the one who writes it and who reads it.

FieldIDs are those of Microsoft's Project XML Data Interchange schema for the custom text fields of tasks.
"""

from __future__ import annotations

NAMESPACE = "http://schemas.microsoft.com/project"
SUBJECT = "hrm-work-plan"
"""Stands in the subject of a project file that the kit wrote."""
LONGEST_TEXT = 255
"""Signs that a custom text field holds."""
MILESTONE = "milestone:"
"""Before a process: in the field of the action's id, where a task is the end of a process."""
HOURS_A_DAY = 8
TEXT_FIELDS = {
    "action": (188743731, "Text1"),
    "criterion": (188743734, "Text2"),
    "owner": (188743737, "Text3"),
    "indicator": (188743740, "Text4"),
    "unit": (188743743, "Text5"),
    "baseline_value": (188743746, "Text6"),
    "target_value": (188743747, "Text7"),
    "target_on": (188743748, "Text8"),
    "funding": (188743749, "Text9"),
    "deliverable": (188743750, "Text10"),
    "evidence": (188743997, "Text11"),
    "formula": (188743998, "Text12"),
    "data": (188743999, "Text13"),
    "objective": (188744000, "Text14"),
    "status": (188744001, "Text15"),
    "direction": (188744002, "Text16"),
    "baseline_on": (188744003, "Text17"),
    "risk": (188744004, "Text18"),
    "partners": (188744005, "Text19"),
    "quick_win": (188744006, "Text20"),
    "process": (188744007, "Text21"),
}
"""Field of an action → FieldID and name of the custom field."""
FIXED_START, NOT_BEFORE, NOT_AFTER = 2, 4, 7
"""ConstraintType: must start on, start no earlier than, finish no later than."""
FINISH_TO_START = 1
