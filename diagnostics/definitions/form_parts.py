"""What forms of every kind are put together from: names, lists of options, and which languages a form can be shown in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from diagnostics.definitions.form import FormGroup, FormOption, FormQuestion
from diagnostics.definitions.scale import Scale
from diagnostics.definitions.translations import ENGLISH, LANGUAGES, Words, put_together, same_words, words_of

ENOUGH_TRANSLATED = 0.9
"""Share of a form's texts that a language needs to be offered, ours: a form half in English serves nobody."""

SPECIAL = {
    "dont-know": "I do not know",
    "not-applicable": "Not applicable",
    "not-used": "Not assessed",
}
"""What respondents read for a code that is no answer, by its state."""


class Names:
    """Names for questions: letters, digits and underscores, each given once, the same on every run."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, item: str) -> str:
        """A new name for an item: ``P4_1_existence`` for ``P4-1.existence``."""
        plain = re.sub(r"[^A-Za-z0-9_]", "_", item)
        plain = plain if re.match(r"[A-Za-z_]", plain) else f"q_{plain}"
        name, number = plain, 1
        # Kobo and SPSS do not tell capitals from small letters.
        while name.casefold() in self._given:
            number += 1
            name = f"{plain}_{number}"
        self._given.add(name.casefold())
        return name


def yes_or_no() -> tuple[FormOption, ...]:
    """The options of a question that is answered by yes or no."""
    return FormOption("yes", words_of("Yes")), FormOption("no", words_of("No"))


def scale_options(scale: Scale, leave_out: str = "") -> tuple[FormOption, ...]:
    """What may be chosen on a scale: its options, the codes that are read as one of them, and the codes that are no answer.

    Args:
        scale: a scale with options.
        leave_out: a state of special codes, such as ``not-applicable``, that the form asks for elsewhere.
    """
    options = [FormOption(option.code, words_of(option.label or option.code)) for option in scale.options]
    counts_as = words_of("too little information; counts as {code}")
    options += [FormOption(code, put_together(counts_as, code=other)) for code, other in scale.same_as.items()]
    special = scale.special_codes().items()
    options += [FormOption(code, words_of(SPECIAL[state])) for code, state in special if state != leave_out]
    return tuple(_told_apart(options))


def _told_apart(options: list[FormOption]) -> Iterator[FormOption]:
    """The options, with its code behind each label that two of them share: an export in labels must lead back to one code."""
    shared = Counter(option.label[ENGLISH] for option in options)
    with_code = same_words("{label} ({code})")
    for option in options:
        again = shared[option.label[ENGLISH]] > 1
        yield FormOption(option.code, put_together(with_code, label=option.label, code=option.code)) if again else option


def form_languages(groups: Iterable[FormGroup], *further: Words) -> tuple[str, ...]:
    """English and every language that nearly all texts of a form are translated into."""
    texts = [*(text for group in groups for text in _group_texts(group)), *further]
    enough = ENOUGH_TRANSLATED * len(texts)
    return tuple(language for language in LANGUAGES if language == ENGLISH or sum(language in text for text in texts) >= enough)


def _group_texts(group: FormGroup) -> Iterator[Words]:
    yield group.label
    for question in group.questions:
        yield from _question_texts(question)


def _question_texts(question: FormQuestion) -> Iterator[Words]:
    yield question.label
    yield from (text for text in (question.hint, *question.descriptors) if text)
    yield from (option.label for option in question.options if option.label[ENGLISH] != option.code)
