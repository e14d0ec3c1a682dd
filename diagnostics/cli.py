"""The command ``hrm-review``. Heavy libraries are imported by the command that needs them, so that --help is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from diagnostics import __version__
from diagnostics.commands.checking import add_checking_commands
from diagnostics.commands.collection import add_collection_commands
from diagnostics.commands.data import add_data_commands
from diagnostics.commands.following import add_following_commands
from diagnostics.commands.handover import add_handover_commands
from diagnostics.commands.knowledge import add_knowledge_commands
from diagnostics.commands.mission import add_mission_commands
from diagnostics.commands.plan_checks import add_plan_check_commands
from diagnostics.commands.planning import add_planning_commands
from diagnostics.commands.reading import add_reading_commands
from diagnostics.commands.scores import add_score_commands
from diagnostics.commands.surveys import add_survey_commands
from diagnostics.commands.telling import BAD_INPUT, EPILOG, KIT_FAILED, WRONG_CALL, tell_problems
from diagnostics.definitions.problems import BadInput, WrongCall


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Wrong calls and bad inputs end without a traceback."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know every sign that we print
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    parsed = build_parser().parse_args(arguments)
    try:
        return parsed.run(parsed)
    except WrongCall as error:
        print(f"hrm-review: {error}", file=sys.stderr)
        return WRONG_CALL
    except BadInput as error:
        tell_problems(error.problems, as_json=getattr(parsed, "json", False))
        return BAD_INPUT
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return KIT_FAILED
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        print(
            f"hrm-review: {error.strerror or error}{where}. Is the place writable, the disk not full, the file not open?", file=sys.stderr
        )
        return KIT_FAILED
    except KeyboardInterrupt:
        print("\nhrm-review: stopped. Finished stages are kept; the same command goes on from there.", file=sys.stderr)
        return KIT_FAILED


def build_parser() -> argparse.ArgumentParser:
    """The command line, whole."""
    parser = argparse.ArgumentParser(
        prog="hrm-review", description="Diagnose human resource management in a customs administration.", epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"hrm-review {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_mission_commands(commands)
    add_checking_commands(commands)
    add_data_commands(commands)
    add_score_commands(commands)
    add_survey_commands(commands)
    add_collection_commands(commands)
    add_reading_commands(commands)
    add_knowledge_commands(commands)
    add_planning_commands(commands)
    add_handover_commands(commands)
    add_plan_check_commands(commands)
    add_following_commands(commands)
    return parser
