"""All of ``questionnaires/`` holds together: ids, references, the order of the stages, units, dates and sources."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter

import pytest

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.document_list import document_list_ids, load_document_list
from diagnostics.definitions.framework import framework_ids, load_framework
from diagnostics.definitions.instrument import load_instruments
from diagnostics.definitions.interview_guide import load_guides
from diagnostics.definitions.job import catalogue_ids, load_catalogue
from diagnostics.definitions.remedy import load_remedies, prerequisites
from diagnostics.definitions.standard_loading import bundled_standards, load_standard
from diagnostics.definitions.yaml_reader import read_yaml
from tests.conftest import PROJECT
from tests.content_graph import STAGES, against_the_order, everything_needed, process_of

STANDARD = load_standard("wco-hrm")
CRITERIA = {node.id: node for node in STANDARD.criteria()}
REMEDIES = {remedy.id: remedy for remedy in load_remedies("wco-hrm")}
PROCESSES = {process_of(criterion) for criterion in CRITERIA}
REQUIRED = {criterion: frozenset(node.requires) for criterion, node in CRITERIA.items()}
WAITED_FOR = {remedy: frozenset(others) for remedy, others in prerequisites(REMEDIES.values()).items()}
YEAR = re.compile(r"\b(19|20)\d\d\b")

# Remedies to level 4 link a process with others, so three of them wait for a later stage.
LINKS_FORWARD = {
    ("P1-1-R4", "P5-5-R3"),  # strategic objectives are priced in competencies, which the job profiles hold
    ("P1-7-R4", "P8-1-R3"),  # managers answer for change plans in their own objectives
    ("P4-3-R4", "P5-5-R3"),  # job descriptions state competencies and levels by their code
}
# Columns of numbers that have no unit of their own.
WITHOUT_UNIT = {
    "in the unit of the row's own indicator, which the column 'indicator' names in words": {
        "actions.baseline",
        "actions.target",
        "actions.achieved",
    },
    "money in the currency of the administration": {"actions.cost", "training.cost"},
    "a pure number": {"answers.weight", "criteria.weight", "job_profiles.weight", "survey_items.rad_factor"},
}


def test_the_ids_of_criteria_and_remedies_stay_as_they_are():
    criteria = [f"P{process}-{number}" for process in range(1, 13) for number in range(1, 8)]
    assert list(CRITERIA) == criteria
    assert sorted(REMEDIES) == sorted(f"{criterion}-R{level}" for criterion in criteria for level in range(2, 6))


def test_no_id_stands_twice_in_one_standard_or_among_all_items_and_questions():
    for standard_id in bundled_standards():
        nodes = [placed.node.id for placed in load_standard(standard_id).nodes()]
        assert len(set(nodes)) == len(nodes), standard_id
    ids = [item.id for instrument in load_instruments() for item in instrument.items]
    ids += [question.id for guide in load_guides() for question in guide.questions()]
    assert [each for each in set(ids) if ids.count(each) > 1] == []


def test_every_level_of_every_criterion_is_described():
    assert len(CRITERIA) == 84
    for criterion, node in CRITERIA.items():
        assert len(node.descriptors or ()) == 5, criterion
        assert min(len(text.split()) for text in node.descriptors) >= 8, criterion
        assert node.question and node.why and node.evidence and node.weight_reason, criterion
        assert bool(node.coverage_of) != bool(node.coverage_reason), criterion


def test_what_criteria_and_remedies_name_is_there():
    assert {other for others in REQUIRED.values() for other in others} <= set(CRITERIA)
    assert {other for others in WAITED_FOR.values() for other in others} <= set(REMEDIES)
    assert {remedy.criterion for remedy in REMEDIES.values()} == set(CRITERIA)
    assert [remedy.id for remedy in REMEDIES.values() if remedy.id != f"{remedy.criterion}-R{remedy.to_level}"] == []
    assert {remedy.indicator.data for remedy in REMEDIES.values()} <= {dataset.id for dataset in load_datasets()} | {"document"}


def test_what_instruments_guides_and_document_lists_name_is_there():
    assert {item.process for instrument in load_instruments() for item in instrument.items} <= PROCESSES
    assert {theme.process for instrument in load_instruments() for theme in instrument.themes} <= PROCESSES
    asked = {criterion for guide in load_guides() for question in guide.questions() for criterion in question.criteria}
    assert asked and asked <= set(CRITERIA)
    for standard_id in document_list_ids():
        known = {node.id for node in load_standard(standard_id).criteria()}
        for document in load_document_list(standard_id).documents:
            assert set(document.criteria) <= known, document.type
            assert document.process in {process_of(each) for each in document.criteria}, document.type


@pytest.mark.parametrize("catalogue_id", catalogue_ids())
def test_the_profile_of_a_job_names_competencies_that_exist_at_levels_that_are_described(catalogue_id):
    catalogue = load_catalogue(catalogue_id)
    framework = load_framework(catalogue.framework)
    for job in catalogue.jobs:
        for line in job.profile:
            described = [level.level for level in framework.competency(line.competency).levels]
            assert line.level in described, f"{job.id}: {line.competency}"


@pytest.mark.parametrize("graph", [REQUIRED, WAITED_FOR], ids=["criteria", "remedies"])
def test_nothing_waits_for_itself(graph):
    assert set(TopologicalSorter(graph).static_order()) == set(graph)


def test_no_criterion_requires_one_of_a_later_stage_not_even_through_others():
    """Strategy (P1), jobs (P4), competencies (P5), talent (P6 to P9): what comes first stands without what comes later."""
    assert against_the_order(everything_needed(REQUIRED), CRITERIA) == []
    # The order is not empty: what comes after the jobs rests on an earlier stage.
    for process in ("P5", "P6", "P7", "P8", "P9"):
        below = {STAGES.get(process_of(other), 9) for each, others in REQUIRED.items() if process_of(each) == process for other in others}
        assert min(below) < STAGES[process], process


def test_no_remedy_waits_for_a_later_stage_but_where_level_four_links_processes():
    """Up to level 3 each stage is built without the later ones, not even through others; the links of level 4 are listed above."""
    establishing = [remedy.id for remedy in REMEDIES.values() if remedy.to_level <= 3]
    assert against_the_order(everything_needed(WAITED_FOR), establishing) == []
    assert set(against_the_order(WAITED_FOR, WAITED_FOR)) == LINKS_FORWARD


@pytest.mark.parametrize("standard_id", bundled_standards())
def test_a_standard_says_its_unit_its_year_and_what_is_ours(standard_id):
    standard = load_standard(standard_id)
    assert standard.unit and (standard.effective_from or YEAR.fullmatch(standard.version))
    assert YEAR.fullmatch(standard.source["year"]) and standard.source["where"] and standard.source["ours"]
    assert [node.id for node in standard.criteria() if node.descriptors and standard_id == "wco-hrm" and not node.source] == []


def test_house_rules_of_the_standard_are_named_as_ours():
    sources = {criterion: " ".join((node.source or {}).values()) for criterion, node in CRITERIA.items()}
    assert [criterion for criterion, source in sources.items() if "ours" not in source] == []


def test_every_number_in_a_descriptor_says_what_it_counts():
    unit = re.compile(r" ?%|-(?:day|month|\d+ %)| (?:to|and|of|or) \d+|st\b|nd\b|th\b| [a-z]")
    named = re.compile(r"(?:alpha|ICC|of|T\+) ?$")  # a coefficient, the top of a scale, the year after this one
    loose = [
        f"{criterion}, level {level}: {text[max(0, found.start() - 20) : found.end() + 20]}"
        for criterion, node in CRITERIA.items()
        for level, text in enumerate(node.descriptors or (), 1)
        for found in re.finditer(r"\d+(?:\.\d+)?", text)
        if not unit.match(text, found.end()) and not named.search(text[: found.start()])
    ]
    assert loose == []


def test_remedies_have_a_date_a_source_and_an_indicator_with_its_unit():
    for path in sorted((PROJECT / "questionnaires" / "remedies" / "wco-hrm").glob("*.yaml")):
        data = read_yaml(path).data
        assert YEAR.search(str(data["as_of"])) and YEAR.search(data["source"]), path.name
    assert [remedy.id for remedy in REMEDIES.values() if not (remedy.indicator.unit and remedy.indicator.formula)] == []


def test_instruments_guides_lists_frameworks_and_catalogues_have_a_dated_source():
    dated = {f"instrument {each.id}": each.source for each in load_instruments()}
    rest = [(f"guide {each.group}", each.source) for each in load_guides()]
    rest += [(f"documents {each}", load_document_list(each).source) for each in document_list_ids()]
    rest += [(f"framework {each}", load_framework(each).source) for each in framework_ids()]
    rest += [(f"jobs {each}", load_catalogue(each).source) for each in catalogue_ids()]
    dated |= {name: " ".join(source.values()) for name, source in rest}
    assert [name for name, source in dated.items() if not YEAR.search(source)] == []


def test_every_column_of_numbers_has_a_unit_or_a_reason():
    without = {
        f"{dataset.id}.{column.name}" for dataset in load_datasets() for column in dataset.columns if column.numeric and not column.unit
    }
    assert without == set().union(*WITHOUT_UNIT.values())


def test_every_threshold_of_a_warning_has_a_unit_a_date_and_a_source():
    def thresholds(value):
        if isinstance(value, dict):
            if "value" in value:
                yield value
            for inner in value.values():
                yield from thresholds(inner)

    found = list(thresholds(read_yaml(PROJECT / "questionnaires" / "datasets" / "warnings" / "thresholds.yaml").data))
    assert found and [each for each in found if not (each.get("unit") and each.get("as_of") and each.get("source"))] == []
