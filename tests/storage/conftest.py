"""Lets the tests of this folder import the converter of the reference networks."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "reference"))
