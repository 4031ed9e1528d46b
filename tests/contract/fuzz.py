"""Runs schemathesis over the contract, with the ids of a running demo API."""

import copy
import pathlib
import subprocess
import sys
import tempfile

import yaml

# Seconds for the whole run.
BUDGET = 60
ACTIONS = [
    "start",
    "pause",
    "resume",
    "stop",
    "cancel",
    "restart",
    "clone",
    "set_concurrency",
    "remove_number",
    "set_window",
    "no-such-action",
]

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "missing_required_header",
    "unsupported_method",
]


def run(base, contract, task_of, tally):
    """Counts one expectation: schemathesis finds nothing."""
    with tempfile.TemporaryDirectory() as directory:
        document = pathlib.Path(directory) / "openapi.yaml"
        document.write_text(yaml.safe_dump(_with_known_ids(contract, task_of)), encoding="utf-8")
        command = [
            str(pathlib.Path(sys.executable).parent / "schemathesis"),
            "run", str(document),
            "--url", base,
            "--phases", "examples,coverage,fuzzing",
            "--checks", ",".join(CHECKS),
            "--generation-deterministic",
            "--max-examples", "40",
            "--max-time", str(BUDGET),
            "--request-timeout", "10",
            "--continue-on-failure",
            "--warnings", "off",
            "--no-color",
        ]  # fmt: skip
        result = subprocess.run(command, cwd=directory, capture_output=True, text=True)
    print(result.stdout[-6000:])
    trouble = [] if result.returncode == 0 else [f"exit code {result.returncode}", result.stderr]
    tally.expect("schemathesis finds nothing", trouble)


def _with_known_ids(contract, task_of):
    """The contract with the ids of this world, so that requests reach something."""
    document = copy.deepcopy(contract.document)
    parameters = document["components"]["parameters"]
    parameters["CampaignId"]["schema"]["enum"] = [*sorted(task_of), "no-such-campaign"]
    parameters["TaskId"]["schema"]["enum"] = [*sorted(set(task_of.values())), "no-such-task"]
    parameters["JobId"]["schema"]["enum"] = ["job_77ae0", "job_2f10c", "no-such-job"]
    parameters["RetryId"]["schema"]["enum"] = ["rty_00000", "no-such-retry"]
    parameters["RecordId"]["schema"]["enum"] = ["rec_0s1mi", "no-such-record"]
    parameters["ScopeCampaign"]["schema"]["enum"] = parameters["CampaignId"]["schema"]["enum"]
    parameters["ScopeJob"]["schema"]["enum"] = parameters["JobId"]["schema"]["enum"]
    start = document["paths"]["/spinners/{spinner_id}/runs"]["post"]
    for parameter in start["parameters"]:
        if parameter.get("name") == "spinner_id":
            parameter["schema"]["enum"] = ["spn_intake", "spn_quotes", "no-such-spinner"]
    act = document["paths"]["/campaigns/{campaign_id}/actions/{action}"]["post"]
    for parameter in act["parameters"]:
        if parameter.get("name") == "action":
            parameter["schema"]["enum"] = ACTIONS
    again = document["paths"]["/records/{record_id}/actions/{action}"]["post"]
    for parameter in again["parameters"]:
        if parameter.get("name") == "action":
            parameter["schema"]["enum"] = ["retry", "no-such-action"]
    return document
