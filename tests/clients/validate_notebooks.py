"""Prints every way in which the notebooks named do not fit the schema of nbformat."""

import json
import os
import sys

os.environ["NBFORMAT_VALIDATOR"] = "jsonschema"  # The other one stops at the first error.

from nbformat.validator import better_validation_error, iter_validate

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    for error in iter_validate(notebook, relax_add_props=False):
        place = ".".join(str(step) for step in error.absolute_path)
        error = better_validation_error(error, notebook["nbformat"], notebook["nbformat_minor"])
        print(f"{path}: {place}: {error.message.splitlines()[0]}")
