"""Runs the stages of a mission in order, skipping those whose outcome would be the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from diagnostics.definitions.problems import BadInput, Problem, WrongCall, errors
from diagnostics.runs.material import stored_problems
from diagnostics.runs.mission_folder import OpenMission, with_parameters
from diagnostics.runs.mission_lock import only_run
from diagnostics.runs.notebooks import run_notebook
from diagnostics.runs.parameters import PARAMETERS, StageParameters, stage_parameters
from diagnostics.runs.provenance import versions
from diagnostics.runs.results import digest_files, missing_table, read_json, write_json
from diagnostics.runs.stages import ALL_NAMES, REPORTS, Stage, fingerprint, is_followed_up, stages_for


@dataclass(frozen=True)
class StageOutcome:
    """What became of one stage."""

    stage: str
    ran: bool
    reason: str
    seconds: float


def run_stages(
    review: OpenMission,
    given: Mapping[str, Any] | None = None,
    *,
    only: str | None = None,
    force: bool = False,
    tell: Callable[[str], None] = print,
) -> list[StageOutcome]:
    """Run a mission's stages.

    Args:
        given: parameters, name → value or its text.
        only: run this stage alone; the earlier ones must have run before.
        force: run also what is unchanged.
        tell: takes one line a stage.

    Returns:
        One outcome a stage, in order.

    Raises:
        WrongCall: an unknown stage or parameter, or an ill-typed one, or another run of the mission goes on; nothing was started.
        BadInput: every problem of the inputs; no earlier result was written over.
        StageFailed: a fault of the kit.
    """
    usual = stages_for(follow_up=is_followed_up(review.mission))
    if only is not None and only not in (stage.name for stage in usual):
        raise WrongCall(_no_stage(only, usual))
    given = {name: value for name, value in (given or {}).items() if (name, value) != ("language", review.mission.language)}
    typed = stage_parameters(given, only)
    stages = stages_for(str(given.get("language", "")), is_followed_up(review.mission))
    with_parameters(review, **{name: value for one in typed.values() for name, value in one.model_dump(exclude={"mission"}).items()})
    outcomes: list[StageOutcome] = []
    outdated: set[str] = set()
    with only_run(review.results):
        if only:
            _refuse_outdated(tuple(stage for stage in usual[: ALL_NAMES.index(only)] if stage.name not in REPORTS), review)
        for stage in stages:
            if only in (None, stage.name):
                outcomes.append(_run_one(stage, review, typed[stage.name], outdated, force, tell))
        _write_run(review, stages, typed, outcomes)
    return outcomes


def _no_stage(name: str, stages: tuple[Stage, ...]) -> str:
    known = ", ".join(stage.name for stage in stages)
    if name in ALL_NAMES:
        return f"--stage {name}: it runs only where mission.yaml has 'follow_up' with progress reports or earlier scores. Here: {known}"
    return f"--stage {name}: there is no such stage. Known: {known}"


def _run_one(
    stage: Stage, review: OpenMission, parameters: StageParameters, outdated: set[str], force: bool, tell: Callable[[str], None]
) -> StageOutcome:
    reason = "asked for" if force else _reason_to_run(stage, review, parameters, outdated)
    if not reason:
        _refuse_known_problems(stage, review)
        tell(f"{stage.name:<9} skipped: nothing that it depends on has changed")
        return StageOutcome(stage.name, False, "unchanged", 0.0)
    tell(f"{stage.name:<9} running: {reason}")
    _refuse_missing_tables(stage, review)
    start = time.perf_counter()
    # Taken before the run: an input that is saved meanwhile then differs from it, and the next run notices.
    before = fingerprint(stage, review, parameters)
    executed = run_notebook_stage(stage, review, parameters)
    for line in _handed_over(stage, review, parameters):
        tell(line)
    if reason == "its result is missing":
        outdated.add(stage.name)
    seconds = time.perf_counter() - start
    record = {"fingerprint": before, "outputs": executed, "seconds": round(seconds, 2)}
    write_json(_record_path(stage, review), record)
    tell(f"{stage.name:<9} done in {seconds:.1f} s")
    return StageOutcome(stage.name, True, reason, seconds)


def _handed_over(stage: Stage, review: OpenMission, parameters: StageParameters) -> list[str]:
    """With the report goes the plan for others to work with. Says what was kept of it because somebody had edited it."""
    if stage.name != "report":
        return []
    from diagnostics.runs.handed_over import hand_over_anew

    return hand_over_anew(with_parameters(review, **parameters.model_dump(exclude={"mission", "language"})), stage.language)


def run_notebook_stage(stage: Stage, review: OpenMission, parameters: StageParameters) -> dict[str, str]:
    """Run a stage's notebook and what follows from it. Returns file → SHA-256 of what it left behind."""
    before = review.results / "problems.json"
    try:
        kept_as = stage.notebook.replace(".ipynb", f".{stage.language}.ipynb") if stage.language else ""
        executed = run_notebook(stage.notebook, review, parameters.model_dump(exclude={"mission"}), kept_as)
    except BadInput:
        if stage.name == "validate" and before.is_file():
            raise BadInput(stored_problems(review)) from None
        raise
    if stage.name in REPORTS:
        from diagnostics.reporting.exporters import export_report

        export_report(executed, review.reports, stage.language, stage.name)
    return digest_files((review.folder / file for file in stage.writes), review.folder)


def _reason_to_run(stage: Stage, review: OpenMission, parameters: StageParameters, outdated: set[str]) -> str:
    """Why a stage must run again; empty when its outcome would be the same."""
    record = read_json(_record_path(stage, review))
    if record is None:
        return "it has not run yet"
    if outdated:
        return f"the stage '{sorted(outdated, key=ALL_NAMES.index)[0]}' was made again"
    if any(not (review.folder / file).is_file() for file in stage.writes):
        return "its result is missing"
    if digest_files((review.folder / file for file in stage.writes), review.folder) != record["outputs"]:
        return "its result was changed by hand"
    now = fingerprint(stage, review, parameters)
    changed = [
        _what_changed(part, record["fingerprint"].get(part), value)
        for part, value in now.items()
        if value != record["fingerprint"].get(part)
    ]
    return f"changed: {', '.join(changed)}" if changed else ""


def _refuse_outdated(earlier: tuple[Stage, ...], review: OpenMission) -> None:
    """A stage alone must not put new digests on figures that earlier stages made from older inputs."""
    problems = []
    for stage in earlier:
        record = read_json(_record_path(stage, review))
        if record is None:
            continue
        before = {part: value for part, value in record["fingerprint"].items() if part != "parameters"}
        now = fingerprint(stage, review, PARAMETERS[stage.name]())
        changed = [_what_changed(part, value, now[part]) for part, value in before.items() if value != now[part]]
        if changed:
            advice = f"The stage '{stage.name}' is out of date; changed: {', '.join(changed)}. Run the whole mission: hrm-review run DIR"
            problems.append(Problem(f"results/stages/{stage.name}.json", advice, "outdated-result"))
    if problems:
        raise BadInput(problems)


def _what_changed(part: str, before: Any, now: Any) -> str:
    if isinstance(before, dict) and isinstance(now, dict) and part in ("inputs", "tables", "parameters"):
        names = [name for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
        return f"{part} ({', '.join(names)})"
    return part


def _refuse_missing_tables(stage: Stage, review: OpenMission) -> None:
    missing = [table for table in stage.reads if not (review.results / f"{table}.parquet").is_file()]
    if missing:
        raise BadInput(missing_table(table) for table in missing)


def _refuse_known_problems(stage: Stage, review: OpenMission) -> None:
    if stage.name == "validate" and errors(stored_problems(review)):
        raise BadInput(stored_problems(review))


def _record_path(stage: Stage, review: OpenMission):
    return review.results / "stages" / f"{stage.record}.json"


def _write_run(review: OpenMission, stages: tuple[Stage, ...], typed: Mapping[str, StageParameters], outcomes: list[StageOutcome]) -> None:
    """``results/run.json``: what the results rest on, for other programs."""
    usual = stages_for(follow_up=is_followed_up(review.mission))
    records = {stage.record: read_json(_record_path(stage, review), {}) for stage in dict.fromkeys((*usual, *stages))}
    taken = {stage.name: typed[stage.name].model_dump(mode="json", exclude={"mission"}) for stage in stages}
    write_json(
        review.results / "run.json",
        {
            "mission": review.mission.mission,
            "inputs": records["validate"].get("fingerprint", {}).get("inputs", {}),
            "outputs": {file: digest for record in records.values() for file, digest in record.get("outputs", {}).items()},
            "versions": versions(),
            "parameters": taken,
            "seconds": {stage: record.get("seconds") for stage, record in records.items()},
            "ran": [outcome.stage for outcome in outcomes if outcome.ran],
        },
    )
