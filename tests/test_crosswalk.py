"""The cross-walk between two versions: every fault at once, read both ways, and what of the items it lets compare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diagnostics.definitions.crosswalk import find_crosswalk, load_crosswalk, parse_crosswalk
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import FOLDER, load_standard
from diagnostics.intake.answer_files import write_scores
from diagnostics.runs import compare_files
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparing.pairing import pair_standards
from tests.comparison_material import answers_of, leaf, node, standard_of
from tests.missions import command

OLD = standard_of(node("N", "mean", leaf("a"), leaf("b"), leaf("c"), leaf("d"), leaf("e"), leaf("gone")), version="1.0")
NEW = standard_of(
    node("N", "mean", leaf("a"), leaf("b2"), leaf("c1"), leaf("c2"), leaf("de"), node("M", "mean", leaf("fresh"))), version="2.0"
)
HEAD = 'crosswalk: small\nfrom: "1.0"\nto: "2.0"\n'
WALK = (
    HEAD
    + """items:
- {from: a, to: a, change: same}
- {from: b, to: b2, change: reworded, comparable: true, note: plainer words}
- {from: c, to: c1, change: split}
- {from: c, to: c2, change: split}
- {from: d, to: de, change: merged}
- {from: e, to: de, change: merged}
new: [fresh]
dropped: [gone]
"""
)


def _faults(text: str, *standards) -> list[tuple[str, int | None, str]]:
    with pytest.raises(BadInput) as caught:
        parse_crosswalk(text, "walk.yaml", *standards)
    return [(problem.kind, problem.row, problem.found or "") for problem in caught.value.problems]


def test_a_sound_crosswalk_is_read_both_ways():
    walk = parse_crosswalk(WALK, "walk.yaml", OLD, NEW)
    assert [item.is_shared for item in walk.items] == [True, True, False, False, False, False]
    back = walk.between("2.0", "1.0")
    assert (back.from_version, back.new, back.dropped) == ("2.0", ("gone",), ("fresh",))
    assert [item.change for item in back.items] == ["same", "reworded", "merged", "merged", "split", "split"]
    assert back.backwards() == walk
    assert walk.between("1.0", "3.0") is None


def test_a_file_is_checked_against_the_versions_in_either_order(tmp_path):
    path = tmp_path / "walk.yaml"
    path.write_text(WALK, encoding="utf-8")
    assert load_crosswalk(path, OLD, NEW) == load_crosswalk(path, NEW, OLD)
    with pytest.raises(BadInput, match=r"walk\.yaml, line 3, 'to': found '2\.0'\. The version compared is '1\.0'"):
        load_crosswalk(path, OLD, OLD)


def test_every_fault_is_told_at_once_with_its_line():
    text = HEAD + (
        "items:\n- {from: a, to: a, change: sme}\n- {from: a, to: b2, change: moved}\n- {from: bb, to: c1, change: reworded}\n"
        "- {from: c, to: c2, change: moved, comparable: true}\n- {from: d, change: same}\nnew: [c2]\ndropped: [a, nothing]\n"
    )
    assert _faults(text, OLD, NEW) == [
        ("bad-value", 5, "sme"),
        ("duplicate-id", 6, "a"),
        ("unknown-node", 7, "bb"),
        ("comparable-unused", 8, ""),
        ("missing-key", 9, ""),
        ("duplicate-id", 10, "c2"),
        ("duplicate-id", 11, "a"),
        ("unknown-node", 11, "nothing"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[]", ("not-a-mapping", None, "")),
        (WALK.replace("small", "other"), ("other-standard", 1, "other")),
        (WALK.replace("{from: c, to: c2, change: split}", "{from: c, to: c2, change: moved}"), ("duplicate-id", 8, "c")),
        (WALK.replace("note: plainer words", "nte: plainer words"), ("unknown-key", 6, "")),
    ],
)
def test_single_faults(text, fault):
    assert fault in _faults(text, OLD, NEW)


def test_what_is_shared_and_why_the_rest_is_not():
    pairing = pair_standards(OLD, NEW, parse_crosswalk(WALK))
    assert pairing.shared == {"a": "a", "b": "b2"}
    assert pairing.why_a == {"c": "split", "d": "merged", "e": "merged", "gone": "dropped"}
    assert pairing.why_b == {"c1": "split", "c2": "split", "de": "merged", "fresh": "new"}
    assert (pairing.all_items, pairing.comparability) == (10, 20)
    told = {(change.item_a, change.item_b, change.change) for change in pairing.changes}
    assert {("c", "c1, c2", "split"), ("d", "de", "merged"), ("c", "c1", "split"), ("gone", "", "dropped"), ("", "M", "new")} <= told
    back = pair_standards(NEW, OLD, parse_crosswalk(WALK).backwards())
    assert back.shared == {"a": "a", "b2": "b"} and back.comparability == 20


def test_a_node_brings_its_gates_along():
    gates = ("existence", "effect")
    old = standard_of(node("N", "mean", node("P-2", "minimum", *(leaf(f"P-2.{gate}") for gate in gates))))
    new = standard_of(node("N", "mean", node("Q-1", "minimum", *(leaf(f"Q-1.{gate}") for gate in gates))), version="2.0")
    walk = parse_crosswalk(HEAD + "items: [{from: P-2, to: Q-1, change: moved, note: belongs to Q}]\n", "walk.yaml", old, new)
    pairing = pair_standards(old, new, walk)
    assert pairing.nodes == {"N": "N", "P-2": "Q-1", "P-2.existence": "Q-1.existence", "P-2.effect": "Q-1.effect"}
    assert pairing.comparability == 100
    assert pair_standards(old, new).comparability == 0


@pytest.mark.parametrize(
    ("a", "b", "changes"),
    [
        (leaf("i"), leaf("i", scale="letters"), [("i", "scale changed", 1)]),
        (leaf("i", question="Old?"), leaf("i", question="New?"), [("i", "reworded", 1)]),
        (leaf("i", weight=2), leaf("i"), [("i", "weight changed", 0)]),
        (leaf("i", "percent"), leaf("i", "percent", points={"linear": [[0, 0], [100, 4]]}), [("i", "scale changed", 1)]),
    ],
)
def test_what_changed_without_a_crosswalk(a, b, changes):
    old, new = standard_of(node("N", "mean", a, leaf("j"))), standard_of(node("N", "mean", b, leaf("j")), version="2.0")
    pairing = pair_standards(old, new)
    assert [(change.item_a, change.change, change.items) for change in pairing.changes] == changes
    assert pairing.comparability == (50 if changes[0][2] else 100)


def test_other_words_within_one_version_are_a_translation():
    old, new = standard_of(node("N", "mean", leaf("i", name="Plan"))), standard_of(node("N", "mean", leaf("i", name="План")))
    assert pair_standards(old, new).comparability == 100


def test_scope_rules_and_places_that_changed():
    three = [node(f"P{n}", "mean", leaf(f"P{n}-1"), leaf(f"P{n}-2")) for n in (1, 2, 3)]
    whole = standard_of(node("N", "mean", *three))
    pairing = pair_standards(whole, whole.without(["P3", "P2-2"]))
    assert pairing.why_a == {"P2-2": "out of scope in B", "P3-1": "out of scope in B", "P3-2": "out of scope in B"}
    assert [(change.item_a, change.items) for change in pairing.changes] == [("P2-2", 1), ("P3", 2)]
    assert pairing.comparability == 50
    assert set(pair_standards(whole.without(["P3"]), whole).why_b.values()) == {"out of scope in A"}
    moved = standard_of(
        node("N", "mean", node("P1", "minimum", leaf("P1-1")), node("P2", "mean", leaf("P1-2"), leaf("P2-1"), leaf("P2-2")))
    )
    changes = {(change.item_a, change.change, change.note) for change in pair_standards(whole, moved).changes}
    assert ("P1-2", "moved", "from P1 to P2") in changes and ("P1", "rule changed", "from mean to minimum") in changes


def _lies_in(folder: Path, name: str) -> Path:
    path = folder / "crosswalks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WALK, encoding="utf-8")
    return path


def test_a_crosswalk_is_found_by_its_name_in_either_direction(tmp_path):
    path = _lies_in(tmp_path / "one", "1.0-2.0.yaml")
    folders = [tmp_path / "none", tmp_path / "one"]
    assert find_crosswalk(OLD, NEW, folders) == find_crosswalk(NEW, OLD, folders) == path
    first = _lies_in(tmp_path / "none", "2.0-1.0.yaml")
    assert find_crosswalk(OLD, NEW, folders) == first


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (standard_of(leaf("a"), version="1.0"), "1.0-1.0.yaml"),  # one version
        (standard_of(leaf("a"), version="3.0"), "1.0-2.0.yaml"),  # a cross-walk between others
        (standard_of(leaf("a"), version="2.0").model_copy(update={"standard": "other"}), "1.0-2.0.yaml"),  # another standard
        (standard_of(leaf("a"), version="../../2.0"), "1.0-2.0.yaml"),  # no version becomes a path
    ],
)
def test_no_other_file_is_taken_for_the_crosswalk(tmp_path, other, name):
    _lies_in(tmp_path, name)
    assert find_crosswalk(OLD, other, [tmp_path]) is None


def _version(folder: Path, version: str, items: str) -> Path:
    text = (
        f'standard: own\nversion: "{version}"\ntitle: Own\nsource: tests\n'
        "scales: {y: {options: [{code: low, value: 0}, {code: high, value: 1}]}}\n"
        f"nodes: [{{id: N, aggregate: mean, children: [{items}]}}]\n"
    )
    path = folder / f"own-{version}.yaml"
    path.write_text(text, encoding="utf-8")
    standard = load_standard(path)
    answers = answers_of({leaf.id: "high" for leaf in standard.leaves()})
    write_scores(score_answers(answers, standard), folder / f"scores-{version}.csv")
    return path


def test_compare_finds_the_crosswalk_beside_a_standard_of_ones_own(tmp_path):
    first, second = _version(tmp_path, "1", "{id: a, scale: y}, {id: b, scale: y}"), _version(tmp_path, "2", "{id: c, scale: y}")
    call = ("compare", tmp_path / "scores-1.csv", tmp_path / "scores-2.csv", "--standard", first, "--standard-b", second)
    without = command(*call)
    assert without.returncode == 0 and "No cross-walk is at hand" in without.stdout and "Comparability: 0 %" in without.stdout
    own = tmp_path / "crosswalks" / "1-2.yaml"
    own.parent.mkdir()
    text = 'crosswalk: own\nfrom: "1"\nto: "2"\nitems: [{from: a, to: c, change: moved}]\ndropped: [b]\n'
    own.write_text(text, encoding="utf-8")
    found = command(*call)
    assert found.returncode == 0 and "Cross-walk used: own 1 to 2." in found.stdout and "Comparability: 50 % (1 of" in found.stdout
    own.write_text(text.replace("to: c", "to: d"), encoding="utf-8")
    faulty = command(*call)
    assert faulty.returncode == 3 and "1-2.yaml, line 4, 'items.0.to': found 'd'" in faulty.stderr


def test_the_documented_crosswalk_is_one():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    (example,) = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "crosswalk: " in block]
    assert example.startswith("# yaml-language-server: $schema=../../../schemas/crosswalk.schema.json")
    assert {item.change for item in parse_crosswalk(example).items} == {"same", "moved", "reworded", "split"}


def test_a_crosswalk_that_lies_with_a_bundled_standard_is_found(tmp_path, monkeypatch):
    text = (FOLDER / "climate" / "standard.yaml").read_text(encoding="utf-8")
    (tmp_path / "old.yaml").write_text(text.replace('version: "1.1"', 'version: "0.9"'), encoding="utf-8")
    answers = answers_of({"CL-01": ["5"] * 12})
    for name, standard in (("a.csv", tmp_path / "old.yaml"), ("b.csv", "climate")):
        write_scores(score_answers(answers, load_standard(standard)), tmp_path / name)
    monkeypatch.setattr(compare_files, "FOLDER", tmp_path / "standards")
    walk = tmp_path / "standards" / "climate" / "crosswalks" / "0.9-1.1.yaml"
    walk.parent.mkdir(parents=True)
    walk.write_text('crosswalk: climate\nfrom: "0.9"\nto: "1.1"\nitems: [{from: CL-01, to: CL-01, change: reworded}]\n', encoding="utf-8")
    compared = compare_files.compare_files(
        tmp_path / "a.csv", tmp_path / "b.csv", standard=str(tmp_path / "old.yaml"), standard_b="climate"
    )
    assert compared.crosswalk == "climate 0.9 to 1.1"
    assert (compared.shared_items, compared.all_items) == (39, 40)


def test_the_bundled_crosswalk_of_the_climate_survey_knows_what_is_new():
    walk, later = load_crosswalk(FOLDER / "climate" / "crosswalks" / "1.0-1.1.yaml"), load_standard("climate")
    assert set(walk.new) <= {placed.node.id for placed in later.nodes()}
    assert [leaf.id for leaf in later.leaves() if leaf.id not in walk.new] == [f"CL-{number:02}" for number in range(1, 21)]
