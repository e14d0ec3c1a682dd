"""Whether the report's messages are complete: every one that is said is there in every language, with the facts that it is given.

``python -m tests.translation_check`` lists the faults; ``make lint`` runs it. Texts of standards and remedies are another matter:
``tests.translation_gaps``.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from fluent.syntax import ast as fluent
from fluent.syntax import visitor

from diagnostics.definitions.translations import ENGLISH, TRANSLATED
from diagnostics.reporting.plan_findings import messages_of_checks
from diagnostics.reporting.speaker import messages
from tests.conftest import PROJECT

SPEAKS = re.compile(r"from diagnostics\.reporting\.(speaker|material|follow_up_material|plans\.plan_book) import")
BY_FUNCTION = {"count-in-words": {"count"}}
"""Messages that a Fluent function of the speaker says."""


def said() -> dict[str, set[str] | None]:
    """Every message that the code or a template says, with the names of its facts; None where they are given as a mapping."""
    found: dict[str, set[str] | None] = {**BY_FUNCTION, **messages_of_checks()}
    for path in sorted((PROJECT / "diagnostics" / "reporting").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if SPEAKS.search(text) or path.stem in ("speaker", "material"):
            for message, facts in _said_in(ast.parse(text)):
                before = found.get(message, set())
                found[message] = None if facts is None or before is None else before | facts
    for path in (PROJECT / "reports").rglob("*.j2"):
        found |= {message: set() for message in re.findall(r'say\("([a-z-]+)"\)', path.read_text(encoding="utf-8"))}
    return found


def _said_in(tree: ast.AST) -> Iterator[tuple[str, set[str] | None]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _speaks(node.func) and isinstance(node.args[0], ast.Constant):
            names = [keyword.arg for keyword in node.keywords]
            yield str(node.args[0].value), None if None in names else {str(name) for name in names}


def _speaks(called: ast.expr) -> bool:
    match called:
        case ast.Name(id="say" | "silent" | "self") | ast.Attribute(attr="say") | ast.Call(func=ast.Name(id="speaker")):
            return True
    return False


class _Variables(visitor.Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


def variables(message: fluent.Message) -> set[str]:
    """The names of the facts that a message uses."""
    found = _Variables()
    found.visit(message)
    return found.names


def message_faults() -> list[str]:
    """Messages that are missing, not said by anything, or that use other facts than they are given."""
    spoken, english, faults = said(), messages(ENGLISH), []
    faults += [f"en: no message '{name}', which the code says" for name in sorted(spoken.keys() - english.keys())]
    faults += [f"en: nothing says '{name}'" for name in sorted(english.keys() - spoken.keys())]
    for name in sorted(english.keys() & spoken.keys()):
        given = spoken[name]
        if given is not None and variables(english[name]) != given:
            faults.append(f"en: '{name}' uses {sorted(variables(english[name]))}; the code gives {sorted(given)}")
    for language in TRANSLATED:
        own = messages(language)
        faults += [f"{language}: '{name}' is missing" for name in sorted(english.keys() - own.keys() - BY_FUNCTION.keys())]
        faults += [f"{language}: '{name}' is not in English" for name in sorted(own.keys() - english.keys())]
        for name in sorted(own.keys() & english.keys()):
            if other := variables(own[name]) - variables(english[name]):
                faults.append(f"{language}: '{name}' uses {sorted(other)}, which English does not have")
    return faults


def main() -> int:
    """Print what is missing; 1 where something is."""
    faults = message_faults()
    print("\n".join(faults) or "Every message of the report is there in every language.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
