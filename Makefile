# make demo   sets everything up and runs the example mission to an HTML and a PDF report
# make test   sets everything up and runs all tests
# make lint   checks style, and lists what is not yet translated
# make fuzz   feeds the readers damaged bytes, SECONDS for each (Linux)
# make bench  prints the paired timings
# make lock   resolves the exact versions again (needs uv)
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint fuzz bench generated lock clean

demo: $(READY)
	$(BIN)/hrm-review demo

test: $(READY)
	$(BIN)/python -m tests.system_programs --install
	$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tests.translation_check
	$(BIN)/python -m tests.translation_gaps

SECONDS ?= 300
fuzz: $(READY)
	for target in csv answers json yaml; do $(BIN)/python -m tests.fuzz_readers $$target -max_total_time=$(SECONDS) -max_len=4000 || exit 1; done

bench: $(READY)
	$(BIN)/python -m benchmarks

# What is made from something else and committed: .ipynb from notebooks/*.py, JSON Schemas from the models, environment.yml.
generated: $(READY)
	$(BIN)/python -m tests.notebook_files
	$(BIN)/python -m tests.schema_files
	$(BIN)/python -m tests.environment_file

lock:
	uv pip compile pyproject.toml --extra test --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header -o requirements.lock

# The stamp is written last, so a set-up that was interrupted starts again.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info[:2] != (3, 11) and 'Python 3.11 is needed; found ' + sys.version.split()[0] + '. Call: make PYTHON=/path/to/python3.11')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $(READY)

clean:
	rm -rf .venv missions/*/results missions/*/reports missions/*/notebooks
