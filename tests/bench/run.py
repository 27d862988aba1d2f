"""All measurements: medians, and ratios of what was taken in the same run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from decoding import decoding
from generating import pages, seed, start
from large import large
from measuring import cost
from places import generate_seed
from using import calling, importing


def main(fast: bool) -> None:
    """Print each table as soon as it is there."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        print(start(5 if fast else 21), flush=True)
        print(seed(scratch, 3 if fast else 7), flush=True)
        print(pages(scratch, 1 if fast else 3), flush=True)
        client, package = scratch / "large", "large_api"
        cost(generate_seed(scratch / "one"))
        if not client.is_dir():
            client, package = scratch / "one", "twilio_call"
        print(importing(client, package, 3 if fast else 15), flush=True)
        print(calling(scratch / "one"), flush=True)
        print(large(scratch / "import", 3 if fast else 15), flush=True)
        print(decoding(scratch / "reads"), flush=True)


if __name__ == "__main__":
    main("--fast" in sys.argv[1:])
