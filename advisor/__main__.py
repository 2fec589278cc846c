"""Let ``python -m advisor`` do what ``advisor`` does."""

import sys

from advisor.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
