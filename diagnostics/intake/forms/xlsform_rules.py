"""Rules of an XLSForm that a form can say: limits of a number, and the answer that another question is shown for.

Other rules are checked where the form is filled in. They are left out here, never half understood.
"""

from __future__ import annotations

import re

_BOUND = re.compile(r"\s*\.\s*(<=|>=|<|>)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*")
_EQUALS = re.compile(r"""\s*\$\{([^}]+)\}\s*=\s*['"]([^'"]*)['"]\s*""")
_SELECTED = re.compile(r"""\s*selected\(\s*(?:\$\{([^}]+)\}|\.\./([\w.-]+))\s*,\s*['"]([^'"]*)['"]\s*\)\s*""")


def limits_of(constraint: str, *, whole: bool) -> tuple[float | None, float | None]:
    """The smallest and the largest number that a constraint lets pass, both none where it says more than that.

    Args:
        constraint: for example ``. >= 0 and . < 100``.
        whole: whether only whole numbers are asked for, so that ``. < 100`` ends at 99; otherwise its end cannot be said and is none.
    """
    low, high = None, None
    for part in re.split(r"\band\b", str(constraint)):
        bound = _BOUND.fullmatch(part)
        if not bound:
            return None, None
        sign, number = bound[1], float(bound[2])
        if sign in ("<", ">") and not (whole and number.is_integer()):
            continue
        if sign.startswith(">"):
            low = number + (sign == ">")
        else:
            high = number - (sign == "<")
    return low, high


def shown_where(relevant: str) -> tuple[str, str] | None:
    """The question and its code that a question is shown for; none where the rule says more than that."""
    equals, selected = _EQUALS.fullmatch(str(relevant)), _SELECTED.fullmatch(str(relevant))
    if equals:
        return equals[1], equals[2]
    return (selected[1] or selected[2], selected[3]) if selected else None
