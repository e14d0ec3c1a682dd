"""Expectations of Great Expectations, derived from a data set's definition. None is written by hand.

Two long tables are judged for each data set (see ``lines``). In the first a line is a distinct value of a column with the
number of cells that hold it; in the second a line is one row, or one cell of it, that a key or a rule between columns
is about. Each expectation looks at the lines of its own column or rule.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.dataset_rules import AnyRule, OneFilled, UniqueWhen
from diagnostics.definitions.problems import Severity
from diagnostics.intake.values import DATE_FORM, INTEGER_FORM, MONTH_FORM, NUMBER_FORM
from diagnostics.validation.vocabulary import Vocabulary

if TYPE_CHECKING:
    from great_expectations import ExpectationSuite

VALUE, NUMBER, DAY, KNOWN = {"column": "value"}, {"column": "number"}, {"column": "day"}, {"column": "known"}
TEXT, UNIQUE = {"column": "text"}, {"column_list": ["about", "first"]}
PAIR = {"column_A": "first", "column_B": "second", "or_equal": True}
FILLED, EMPTY = "ExpectColumnValuesToNotBeNull", "ExpectColumnValuesToBeNull"
IN_ORDER = "ExpectColumnPairValuesAToBeGreaterThanB"
CORRECT = "Correct the cell."
FILL_IN = "Fill in the cell."
KEY = "key"
AT_SCALE = "@"
"""Joins a column and a scale in the name of the lines whose items have that scale."""
EXPECTED: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "not-before": ("wrong-order", IN_ORDER, PAIR),
    "empty-when": ("must-be-empty", EMPTY, TEXT),
    "filled-when": ("must-be-filled", FILLED, TEXT),
    "one-filled": ("must-be-filled", FILLED, TEXT),
    "needs-evidence": ("level-without-evidence", FILLED, TEXT),
    "within-year": ("outside-its-year", IN_ORDER, PAIR),
    "unique-when": ("duplicate-value", "ExpectCompoundColumnsToBeUnique", UNIQUE),
    "no-overlap": ("overlap", IN_ORDER, PAIR),
    "no-cycle": ("circular-reference", FILLED, TEXT),
    "within-span": ("outside-its-span", IN_ORDER, PAIR),
    "not-above": ("level-outside-framework", IN_ORDER, PAIR),
    "stands-in": ("stands-nowhere", FILLED, TEXT),
    "not-in": ("stands-elsewhere", EMPTY, TEXT),
    "in-latest-month": ("stands-nowhere", FILLED, TEXT),
}
"""Kind of rule → kind of problem, expectation and its arguments."""


@dataclass(frozen=True)
class Check:
    """One expectation, and how to speak about what fails it.

    Attributes:
        kind: stable short name of the sort of problem.
        lines: the lines it looks at: those whose ``about`` is this.
        expectation: the class in ``great_expectations.expectations``.
        arguments: its arguments.
        advice: what to do, as a full sentence.
        column: the column that a message points to; none where each line names its own.
        allowed: what may stand there.
        choices: the values among which the nearest is suggested.
        severity: whether it stops the run.
        filled_only: whether it looks at filled cells alone. An empty cell has no number, no day and is on no list.
    """

    kind: str
    lines: str
    expectation: str
    arguments: Mapping[str, Any]
    advice: str
    column: str | None = None
    allowed: str | None = None
    choices: frozenset[str] = frozenset()
    severity: Severity = "error"
    filled_only: bool = True


def value_checks(dataset: Dataset, present: Iterable[str], vocabulary: Vocabulary) -> tuple[Check, ...]:
    """The expectations on single values of the columns that a file has."""
    present = set(present)
    return tuple(check for column in dataset.columns if column.name in present for check in _column_checks(column, vocabulary))


def _column_checks(column: DataColumn, vocabulary: Vocabulary) -> list[Check]:
    checks = []
    if column.required:
        form = _form_of(column, vocabulary)
        checks.append(_about(column, "missing-value", "ExpectColumnValuesToNotBeNull", VALUE, form, FILL_IN, filled_only=False))
    if column.numeric:
        checks += _number_checks(column)
    if column.type in ("date", "month"):
        checks += _date_checks(column, vocabulary)
    if column.codes:
        codes = [code.code for code in column.codes]
        checks.append(_in_set(column, "code-outside-scale", codes, ", ".join(codes)))
    if column.pattern:
        arguments = VALUE | {"regex": rf"^(?:{column.pattern})\Z"}
        checks.append(_about(column, "wrong-form", "ExpectColumnValuesToMatchRegex", arguments, column.form))
    if column.references in vocabulary.lists:
        # Whether a value is on the list stands in the lines: Great Expectations copies a set of ten thousand ids too often.
        more = {"choices": vocabulary.lists[column.references], "severity": column.when_unknown}
        allowed = vocabulary.allowed(column.references)
        checks.append(_about(column, "unknown-reference", "ExpectColumnValuesToNotBeNull", KNOWN, allowed, **more))
    if column.scale_of:
        checks += [each for scale in sorted(set(vocabulary.item_scales.values())) for each in _scale_checks(column, scale, vocabulary)]
    return checks


def _about(
    column: DataColumn, kind: str, expectation: str, arguments: Mapping[str, Any], allowed: str | None, advice: str = CORRECT, **more: Any
) -> Check:
    said = {"advice": column.advice or advice, "column": column.name, "allowed": allowed}
    return Check(kind, more.pop("lines", column.name), expectation, arguments, **said, **more)


def _in_set(column: DataColumn, kind: str, values: Iterable[str], allowed: str, **more: Any) -> Check:
    choices = frozenset(values)
    arguments = VALUE | {"value_set": sorted(choices)}
    return _about(column, kind, "ExpectColumnValuesToBeInSet", arguments, allowed, choices=choices, **more)


def _number_checks(column: DataColumn) -> list[Check]:
    form = INTEGER_FORM if column.type == "integer" else NUMBER_FORM
    checks = [_about(column, "not-a-number", "ExpectColumnValuesToNotBeNull", NUMBER, form)]
    if column.min is not None or column.max is not None:
        arguments = NUMBER | {"min_value": column.min, "max_value": column.max}
        checks.append(_about(column, "number-outside-limits", "ExpectColumnValuesToBeBetween", arguments, _limits(column)))
    return checks


def _date_checks(column: DataColumn, vocabulary: Vocabulary) -> list[Check]:
    form = DATE_FORM if column.type == "date" else MONTH_FORM
    checks = [_about(column, f"not-a-{column.type}", "ExpectColumnValuesToNotBeNull", DAY, form)]
    if column.not_after:
        last = vocabulary.as_of
        advice = f"The day lies after the day on which the mission's figures are true. {CORRECT}"
        arguments = DAY | {"max_value": float(last.toordinal())}
        allowed = f"up to {last.isoformat()}"
        checks.append(_about(column, "date-in-future", "ExpectColumnValuesToBeBetween", arguments, allowed, advice))
    return checks


def _scale_checks(column: DataColumn, scale_id: str, vocabulary: Vocabulary) -> list[Check]:
    scale = vocabulary.scales[scale_id]
    allowed = f"{scale.allowed()} (scale '{scale_id}')"
    lines = f"{column.name}{AT_SCALE}{scale_id}"
    if scale.options:
        codes = [*scale.values(), *scale.same_as, *scale.special_codes()]
        return [_in_set(column, "code-outside-scale", codes, allowed, lines=lines)]
    checks = [_about(column, "not-a-number", "ExpectColumnValuesToNotBeNull", NUMBER, allowed, lines=lines)]
    if scale.min is not None or scale.max is not None:
        limits = NUMBER | {"min_value": scale.min, "max_value": scale.max}
        checks.append(_about(column, "number-outside-limits", "ExpectColumnValuesToBeBetween", limits, allowed, lines=lines))
    return checks


def row_checks(dataset: Dataset, present: Iterable[str], elsewhere: Container[str] = ()) -> tuple[Check, ...]:
    """The expectations on the key and on the rules between columns, as far as a file, and the other data sets, have the columns.

    Args:
        dataset: the definition.
        present: columns of the file.
        elsewhere: columns of all data sets that were read, as ``<data set>.<column>``.
    """
    present = set(present)
    key = dataset.key
    unique = Check("duplicate-key", KEY, "ExpectCompoundColumnsToBeUnique", UNIQUE, key.advice, key.at, filled_only=False)
    optional = {column.name for column in dataset.columns if column.optional}
    checks = [unique] if set(key.columns) - optional <= present else []
    return (*checks, *(_rule_check(number, rule) for number, rule in rules_that_apply(dataset, present, elsewhere)))


def rules_that_apply(dataset: Dataset, present: Iterable[str], elsewhere: Container[str] = ()) -> list[tuple[str, AnyRule]]:
    """The rules whose columns are there, each with the name of its lines. Of columns among which one is enough, one is enough."""
    present = set(present)
    there = present | {column.name for column in dataset.columns if column.optional}
    return [
        (f"rule-{number}", rule)
        for number, rule in enumerate(dataset.rules, start=1)
        if set(rule.columns()) <= there
        and all(reference in elsewhere for reference in rule.elsewhere())
        and not (isinstance(rule, OneFilled) and rule.when is None and not present & set(rule.one_of))
    ]


def _rule_check(lines: str, rule: AnyRule) -> Check:
    kind, expectation, arguments = EXPECTED[rule.kind]
    column = rule.column if isinstance(rule, UniqueWhen) else None
    return Check(kind, lines, expectation, arguments, rule.advice, column, rule.allowed(), severity=rule.severity, filled_only=False)


def expectation_suite(name: str, checks: Sequence[Check]) -> ExpectationSuite:
    """The checks as a suite. Checks that expect the same of different columns become one expectation.

    Each expectation carries the positions of its checks as ``meta["checks"]``.
    """
    import great_expectations as gx
    from great_expectations.expectations.row_conditions import Column

    alike: dict[str, list[int]] = {}
    for number, check in enumerate(checks):
        alike.setdefault(repr((check.expectation, sorted(check.arguments.items()), check.filled_only)), []).append(number)
    expectations = []
    for numbers in alike.values():
        check = checks[numbers[0]]
        condition = Column("about").is_in([checks[number].lines for number in numbers])
        if check.filled_only:
            condition &= Column("value").is_not_null()
        make = getattr(gx.expectations, check.expectation)
        expectations.append(make(**check.arguments, row_condition=condition, meta={"checks": numbers}))
    return gx.ExpectationSuite(name=name, expectations=expectations)


def _limits(column: DataColumn) -> str:
    low = f"from {column.min:g}" if column.min is not None else ""
    high = f"up to {column.max:g}" if column.max is not None else ""
    return " ".join(part for part in (low, high, column.unit) if part)


def _form_of(column: DataColumn, vocabulary: Vocabulary) -> str | None:
    """What a filled cell looks like, shown where one is empty."""
    if column.codes:
        return ", ".join(code.code for code in column.codes)
    if column.references in vocabulary.lists:
        return vocabulary.allowed(column.references)
    forms = {"date": DATE_FORM, "number": NUMBER_FORM, "integer": INTEGER_FORM}
    return column.form or forms.get(column.type)
