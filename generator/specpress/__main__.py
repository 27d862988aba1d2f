"""The way in; ``--version`` is answered before anything else is imported."""

import sys

from specpress._version import VERSION


def main() -> None:
    """Run the command line and exit with its status."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--version"]:
        print(f"specpress {VERSION}")
        return
    from specpress.cli import run  # here, so that --version stays fast

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
