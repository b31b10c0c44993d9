"""Prints every way in which the notebooks named do not fit the schema of nbformat."""

import json
import sys

from nbformat.validator import iter_validate

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    for error in iter_validate(notebook, relax_add_props=False):
        place = ".".join(str(step) for step in error.path)
        print(f"{path}: {place}: {error.message.splitlines()[0]}")
