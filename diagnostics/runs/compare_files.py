"""``hrm-review compare`` and ``hrm-review explain``: from files to a comparison or an explanation.

Scores in a mission's ``results/`` bring along what they need: the answers beside them, and in ``mission.yaml`` the standard, the
focus and the disclosure threshold. For scores elsewhere these are named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from diagnostics.definitions.crosswalk import Crosswalk, find_crosswalk, load_crosswalk
from diagnostics.definitions.mission import Mission, read_mission
from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.definitions.standard_loading import FOLDER, bundled_standards, load_standard
from diagnostics.intake.answer_files import read_answers, read_table_file, refuse_form, write_scores
from diagnostics.intake.score_files import ScoreFile, look_beside, parse_pairs, read_scores
from diagnostics.scoring.comparing.comparison import Comparison, compare_scores, comparison_table
from diagnostics.scoring.explaining.explanation import Explanation, explain_score
from diagnostics.scoring.small_groups import THRESHOLD

Tell = Callable[[Iterable[Problem]], None]
_NAMES_SHOWN = 8


def compare_files(
    scores_a: Path,
    scores_b: Path,
    *,
    standard: str | None = None,
    standard_b: str | None = None,
    crosswalk: Path | None = None,
    pairs: Sequence[str] = (),
    out: Path | None = None,
) -> Comparison:
    """Compare two files of scores.

    Args:
        scores_a, scores_b: CSV or Parquet; differences are B minus A.
        standard: id or file of A's standard; by default that of A's mission.
        standard_b: the same for B; by default that of B's mission, else A's.
        crosswalk: between the two versions, read in the direction that fits; by default the one that lies with either standard.
        pairs: ``A=B`` texts; by default assessments of one name, or the only one of each.
        out: where the table goes, CSV or Parquet.

    Raises:
        BadInput: a file, a standard or the cross-walk is at fault; nothing is written.
        WrongCall: no standard is known, a pair has another form, or ``out`` cannot take a table.
    """
    wanted = parse_pairs(list(pairs))
    if out is not None:
        refuse_form(out)
        if any(out.exists() and path.exists() and out.samefile(path) for path in (scores_a, scores_b)):
            raise WrongCall("The comparison would be written over the scores. Name another file.")
    mission_a, mission_b = _mission(scores_a), _mission(scores_b)
    name_a = _standard(standard, mission_a, scores_a, "--standard")
    name_b = _standard(standard_b or (mission_b.standard if mission_b else name_a), None, scores_b, "--standard-b")
    file_a, file_b = _both(scores_a, scores_b, name_a, name_b)
    walk = _crosswalk(crosswalk, name_a, name_b)
    limit = max(_threshold(mission_a), _threshold(mission_b))
    comparison = compare_scores(file_a.scores, file_b.scores, file_a.standard, file_b.standard, walk, pairs=wanted, threshold=limit)
    if out is not None:
        write_scores(comparison_table(comparison), out)
    return replace(comparison, warnings=(*file_a.warnings, *file_b.warnings))


def explain_file(
    scores: Path,
    node: str,
    *,
    answers: Path | None = None,
    standard: str | None = None,
    assessment: str | None = None,
    tell: Tell | None = None,
) -> Explanation:
    """Explain one score of a file down to its answers.

    Args:
        scores: CSV or Parquet.
        node: the node whose score is explained.
        answers: what the scores were made from; by default the answers beside them.
        standard: id or file; by default that of the mission.
        assessment: which one; by default the only one, else the mission's focus.
        tell: takes warnings about the files.

    Raises:
        BadInput: a file is at fault, there is no such node or assessment, or the answers do not give these scores.
        WrongCall: the standard, the answers or the assessment are not known: all that is missing is asked for at once.
    """
    mission = _mission(scores)
    found = answers or look_beside(scores).answers
    named = standard or (mission.standard if mission else None)
    if found is None or named is None:
        raise WrongCall(_what_is_missing(scores, mission, found, named, assessment))
    file = read_scores(scores, load_standard(named))
    if assessment is None:
        assessment = _focus(mission, set(file.scores["assessment"]))
    given = read_table_file(found)
    if tell:
        tell([*file.warnings, *given.warnings])
    return explain_score(file.scores, given.table, file.standard, assessment, node, _threshold(mission))


def _focus(mission: Mission | None, names: Collection[str]) -> str | None:
    """The mission's focus, where there are several assessments and it is one of them."""
    return mission.focus if mission is not None and len(names) > 1 and mission.focus in names else None


def _what_is_missing(scores: Path, mission: Mission | None, answers: Path | None, standard: str | None, assessment: str | None) -> str:
    """The options to add. Which assessments there are is looked up in the scores, so that they can be asked for as well."""
    options = []
    if standard is None:
        options.append("--standard ID_OR_FILE (what the scores were made with)")
    if answers is None:
        options.append("--answers FILE (what they were made from)")
    table = read_answers(scores)
    names = list(dict.fromkeys(table["assessment"].astype("str"))) if "assessment" in table else []
    if assessment is None and len(names) > 1 and _focus(mission, names) is None:
        shown = ", ".join(names[:_NAMES_SHOWN]) + (f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else "")
        options.append(f"--assessment NAME (one of {shown})")
    return f"'{scores.name}' does not say all that an explanation needs. Add: {'; '.join(options)}."


def _crosswalk(named: Path | None, name_a: str, name_b: str) -> Crosswalk | None:
    """The cross-walk that was named; else the bundled one, else one beside either standard's own file."""
    a, b = load_standard(name_a), load_standard(name_b)
    own = [Path(name).parent for name in (name_a, name_b) if Path(name).is_file()]
    bundled = [FOLDER / a.id] if a.id in bundled_standards() else []
    path = named or find_crosswalk(a, b, [*bundled, *own])
    return load_crosswalk(path, a, b) if path else None


def _mission(scores: Path) -> Mission | None:
    folder = look_beside(scores).mission
    return read_mission(folder) if folder else None


def _threshold(mission: Mission | None) -> int:
    return mission.thresholds.disclosure if mission else THRESHOLD


def _standard(named: str | None, mission: Mission | None, scores: Path, option: str) -> str:
    if named or mission:
        return named or (mission.standard if mission else "")
    raise WrongCall(f"'{scores.name}' does not lie in a mission's results. Say which standard its scores belong to: {option} ID_OR_FILE.")


def _both(scores_a: Path, scores_b: Path, name_a: str, name_b: str) -> tuple[ScoreFile, ScoreFile]:
    """Both files, with the problems of both at once."""
    files: list[ScoreFile] = []
    problems: list[Problem] = []
    for path, name in ((scores_a, name_a), (scores_b, name_b)):
        try:
            files.append(read_scores(path, load_standard(name)))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(dict.fromkeys(problems))
    return files[0], files[1]
