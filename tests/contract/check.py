"""Holds a running demo API against docs/openapi.yaml.

    python3 tests/contract/check.py --base http://127.0.0.1:8787/api

The check acts on campaigns: give it a server of its own. Exit code 0 when
everything held, 1 when something did not.
"""

import argparse
import sys

# Checking leaves nothing behind in the project.
sys.dont_write_bytecode = True

import fuzz
from contract import Contract
from tally import Tally
from world import World


def main():
    """Checks the contract itself, then every campaign, then at random."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True, help="address of the API, with its /api")
    parser.add_argument("--no-fuzz", action="store_true", help="leave schemathesis out")
    options = parser.parse_args()
    tally = Tally()
    contract = Contract()
    contract.check_itself(tally)
    world = World(options.base, contract, tally)
    world.check()
    if not options.no_fuzz:
        fuzz.run(world.base, contract, world.task_of, tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
