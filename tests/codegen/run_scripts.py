"""Runs scripts, each as the main program, and prints what each printed and which parameters it was left with.

Started as a process of its own by `exported.py`: one import of torch serves hundreds of exported scripts.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys

results = []
for path in sys.argv[1:]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        names = runpy.run_path(path, run_name="__main__")
    parameters = [[list(p.shape), float(p.detach().double().sum())] for p in names["net"].parameters()]
    results.append({"printed": printed.getvalue(), "parameters": parameters})
print(json.dumps(results))
