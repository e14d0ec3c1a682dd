"""``python -m diagnostics`` is the same as the command ``hrm-review``."""

import sys

from diagnostics.cli import main

sys.exit(main())
