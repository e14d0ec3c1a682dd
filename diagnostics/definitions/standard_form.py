"""The form of a standard: who answers, then its processes with their criteria, or its items."""

from __future__ import annotations

from collections.abc import Iterator

from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.form_parts import Names, form_languages, scale_options, yes_or_no
from diagnostics.definitions.outline import Outline, outline
from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.translations import Words, put_together, same_words, words_of

RESPONDENT = "respondent"
CODE_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*"
"""A rater's code, as ``questionnaires/datasets/responses.yaml`` takes it."""

GATE_QUESTIONS = {
    "existence": "Existence: how far is it laid down and approved?",
    "coverage": "Coverage: for what share is it in place?",
    "effect": "Effect: what has it achieved?",
}
"""What is asked for a gate, by its id; another gate is asked for by its name."""


def form_of_standard(standard: Standard) -> Form:
    """The form of a standard.

    With gated criteria it is the maturity questionnaire: per criterion its gates, and whether it applies, evidence and a comment.
    Otherwise each item is one question.
    """
    names = Names()
    laid_out = outline(standard)
    owner = laid_out.item_owner()
    gated = any(owner.get(leaf.id, leaf.id) != leaf.id for leaf in standard.leaves())
    groups = [_about_you(names, gated)]
    for process, rated in _by_process(laid_out):
        asked = [question for node in rated for question in _node_questions(node, standard, names)]
        label = _named(process) if process else words_of("Questions")
        groups.append(FormGroup(names.of(f"group_{process.id if process else 'questions'}"), label, tuple(asked)))
    title, introduction = words_of(standard.title), words_of(_introduction(gated))
    languages = form_languages(groups, title, introduction)
    return Form(standard.id, standard.version, title, introduction, tuple(groups), languages, RESPONDENT)


def _introduction(gated: bool) -> str:
    if gated:
        return (
            "Please answer for the administration as it is today, not as it should be. For each criterion read the question and the "
            "five descriptions, then choose one level each for existence, coverage and effect. Name the documents that show it: a level "
            "above 1 without evidence counts as 1. Choose 'I do not know' rather than guess."
        )
    return "Please answer for the administration as it is today, not as it should be. Leave a question empty if you cannot answer it."


def _by_process(laid_out: Outline) -> Iterator[tuple[Node | None, list[Node]]]:
    alone = [node for node in laid_out.rated if not laid_out.process_of(node.id)]
    if alone:
        yield None, alone
    for process in laid_out.processes:
        yield process, [node for node in laid_out.rated if laid_out.process_of(node.id) == process.id]


def _about_you(names: Names, gated: bool) -> FormGroup:
    respondent = FormQuestion(
        names.of(RESPONDENT),
        RESPONDENT,
        "text",
        words_of("Your code"),
        words_of("Your code in this review, such as WG-07, without spaces. Never write a name."),
        required=True,
        pattern=CODE_PATTERN,
    )
    if not gated:
        return FormGroup(names.of("about_you"), words_of("About you"), (respondent,))
    sides = (
        FormOption("self", words_of("the administration's own assessment")),
        FormOption("expert", words_of("the experts' assessment during the mission")),
    )
    role = FormQuestion(
        names.of("role"), "role", "text", words_of("Your function"), words_of("For example HR officer or head of a customs house.")
    )
    part = FormQuestion(names.of("part"), "part", "select_one", words_of("Whose assessment is this?"), None, sides, "part", required=True)
    return FormGroup(names.of("about_you"), words_of("About you"), (respondent, role, part))


def _node_questions(node: Node, standard: Standard, names: Names) -> list[FormQuestion]:
    return [_item(node, standard, names)] if node.is_leaf else _criterion(node, standard, names)


def _item(leaf: Node, standard: Standard, names: Names) -> FormQuestion:
    scale = standard.scale_of(leaf)
    hint = _joined([words_of(text) for text in (leaf.why, leaf.scope) if text])
    label = put_together(same_words("{id}. {text}"), id=leaf.id, text=words_of(leaf.question or leaf.name or leaf.id))
    if scale.options:
        options = scale_options(scale)
        return FormQuestion(names.of(leaf.id), leaf.id, "select_one", label, hint, options, leaf.scale or "")
    limits = words_of("A number from {low} to {high} {unit}; empty where it is not known.")
    if scale.min is None or scale.max is None:
        return FormQuestion(names.of(leaf.id), leaf.id, "decimal", label, hint)
    allowed = put_together(limits, low=f"{scale.min:g}", high=f"{scale.max:g}", unit=words_of(scale.unit) if scale.unit else "")
    hint = _joined([part for part in (hint, allowed) if part])
    return FormQuestion(names.of(leaf.id), leaf.id, "decimal", label, hint, minimum=scale.min, maximum=scale.max)


def _criterion(node: Node, standard: Standard, names: Names) -> list[FormQuestion]:
    heading = names.of(node.id)
    label = put_together(same_words("{id}. {name}: {question}"), id=node.id, name=_name(node), question=words_of(node.question or node.id))
    why = [words_of(node.why)] if node.why else []
    evidence = [put_together(words_of("Evidence, for example: {documents}"), documents=_documents(node))] if node.evidence else []
    descriptors = tuple(words_of(text) for text in node.descriptors or ())
    note = FormQuestion(
        heading, node.id, "note", label, _joined([*why, *evidence]), about=heading, short=_named(node), descriptors=descriptors
    )
    na = _part(node, heading, names, "na", "Does it not apply?")
    hint = words_of("Choose yes only if this cannot exist in your administration. What is merely missing does apply.")
    applies = FormQuestion(**na, type="select_one", hint=hint, options=yes_or_no(), list_name="yes_no")
    gates = [_gate(leaf, node, heading, standard, names, applies.name) for leaf in node.children]
    shown = words_of("Ids of documents in the list of reference documents, separated by spaces.")
    documents = FormQuestion(**_part(node, heading, names, "evidence", "Evidence"), type="text", hint=shown, unless=(applies.name, "yes"))
    remark = words_of("Without names of persons.")
    comment = FormQuestion(**_part(node, heading, names, "comment", "Comment"), type="text", hint=remark)
    return [note, applies, *gates, documents, comment]


def _gate(leaf: Node, node: Node, heading: str, standard: Standard, names: Names, applies: str) -> FormQuestion:
    gate = leaf.id.removeprefix(f"{node.id}.")
    part = _part(node, heading, names, gate, GATE_QUESTIONS.get(gate, leaf.name or gate))
    hint = put_together(words_of("Counted: {what}"), what=words_of(node.coverage_of)) if gate == "coverage" and node.coverage_of else None
    options = scale_options(standard.scale_of(leaf), leave_out="not-applicable")
    return FormQuestion(**part, type="select_one", hint=hint, options=options, list_name=leaf.scale or "", unless=(applies, "yes"))


def _part(node: Node, heading: str, names: Names, part: str, label: str) -> dict:
    """What the questions about one criterion have in common; the long label tells them apart in exports headed by labels."""
    item, short = f"{node.id}.{part}", words_of(label)
    whole = put_together(same_words("{id}. {label}"), id=node.id, label=short)
    return {"name": names.of(item), "item": item, "label": whole, "short": short, "about": heading}


def _named(node: Node) -> Words:
    return put_together(same_words("{id}. {name}"), id=node.id, name=_name(node))


def _name(node: Node) -> Words:
    return words_of(node.name or node.id)


def _documents(node: Node) -> Words:
    return _joined([words_of(text) for text in node.evidence], "; ") or same_words("")


def _joined(texts: list[Words], between: str = "\n") -> Words | None:
    if not texts:
        return None
    pattern = same_words(between.join(f"{{part_{number}}}" for number in range(len(texts))))
    return put_together(pattern, **{f"part_{number}": text for number, text in enumerate(texts)})
