"""Print how much of what hand-made pages show is lifted, by style and description."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lift_styles.score import CORPUS, load, score, scorer  # the path above
from lift_styles.styles import STYLES  # the path above

DESCRIPTIONS = {
    "telegram": "telegram-bot-api/telegram_bot_api.json",
    "museum": "html-neoteroi/museum/spec.yaml",
    "petstore": "html-oag-html/petstore-3.0/spec.yaml",
    "train-travel": "html-elements/train-travel/spec.yaml",
    "ably": "ably/ably.yaml",
    "figma": "figma/openapi.yaml",
    "firecracker": "firecracker/firecracker.yaml",
    "postmark": "dlt-postmark-app/postmark_app.yaml",
}


def main() -> int:
    """Score every style with every description; the exit status tells of 97 %."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--style", choices=STYLES)
    cli.add_argument("--only", help="a part of a description's name")
    cli.add_argument("--seeds", type=int, default=1)
    cli.add_argument("--seed", type=int, default=0, help="the first seed")
    cli.add_argument(
        "--show", type=int, default=0, help="how many differences to print"
    )
    cli.add_argument("--write", type=Path, help="a folder to write the pages to")
    options = cli.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: there is no {CORPUS}")
        return 0
    tool = scorer()
    worst = 100.0
    names = [n for n in DESCRIPTIONS if not options.only or options.only in n]
    styles = [s for s in STYLES if not options.style or s == options.style]
    print(f"{'':14}" + "".join(f"{style:>14}" for style in styles))
    for name in names:
        description = load(CORPUS / DESCRIPTIONS[name])
        cells = []
        for style in styles:
            right = total = 0
            for seed in range(options.seed, options.seed + options.seeds):
                made = score(description, style, seed, tool)
                right, total = right + made.right, total + made.total
                for line in made.wrong[: options.show]:
                    print(f"[{name} {style} {seed}] {line}")
                if options.write:
                    options.write.mkdir(parents=True, exist_ok=True)
                    (options.write / f"{name}-{style}-{seed}.txt").write_text(
                        made.page, "utf-8"
                    )
            share = 100 * right / max(total, 1)
            worst = min(worst, share)
            cells.append(f"{share:7.2f}% {total:5}")
        print(f"{name:14}" + "".join(f"{cell:>14}" for cell in cells), flush=True)
    print(f"lowest: {worst:.2f} %")
    return 0 if worst >= 97 else 1


if __name__ == "__main__":
    sys.exit(main())
