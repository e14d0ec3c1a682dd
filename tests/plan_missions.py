"""A mission whose plan has been made, without running its stages."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from diagnostics.runs.results import write_table
from tests.missions import small_mission
from tests.plan_samples import SETTINGS, sample_plan


def planned_mission(to: Path) -> Path:
    """The small mission with the sample plan for a work plan."""
    folder = small_mission(to)
    settings = yaml.safe_load((folder / "mission.yaml").read_text(encoding="utf-8"))
    settings["plan"] = json.loads(SETTINGS.model_dump_json(by_alias=True, exclude_none=True))
    settings.pop("follow_up", None)
    text = "# remarks stay\n" + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mission.yaml").write_text(text, encoding="utf-8")
    write_table(folder / "results" / "workplan.parquet", sample_plan()[0])
    return folder
