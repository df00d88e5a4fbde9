"""Runs the measurements against the demo that `Tests/Benchmarks/run` has started, and prints their figures."""

import argparse
import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))

import answers
import documents
import lists
import machine
import process
import sizes
import webhook
from plain import demo_of_environment

MEASUREMENTS = {
    "answers": answers.measure,
    "process": process.measure,
    "webhook": webhook.measure,
    "documents": documents.measure,
    "sizes": sizes.measure,
    "lists": lists.measure,
}
"""Each takes (demo, options) and returns rows for the table; it asserts that the answers and the books are right."""

NEED_DEMO = set(MEASUREMENTS) - {"documents"}


def main():
    options = read_options()
    names = options.measurements or list(MEASUREMENTS)
    if options.needs:
        print(*names, *(["demo"] if NEED_DEMO & set(names) else []))
        return
    demo = demo_of_environment() if NEED_DEMO & set(names) else None
    print(machine.description(demo) if demo else machine.processors())
    sound = True
    for name in names:
        try:
            print_table(MEASUREMENTS[name](demo, options))
        except AssertionError as problem:
            print(f"\n{name}: WRONG, {problem}")
            sound = False
    sys.exit(0 if sound else 1)


def read_options():
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run",
        description="Measures NeedMe in release mode with the demo's own parts. Fails when an answer or the books are "
        "wrong; aims are printed beside the figures, and do not decide.",
    )
    known = ", ".join(MEASUREMENTS)
    parser.add_argument("measurements", nargs="*", metavar="MEASUREMENT", help=f"of {known}; all unless told")
    parser.add_argument("--events", type=int, default=2000, help="how many payments are settled (2000)")
    parser.add_argument("--companies", type=int, default=20, help="how many companies they are for (20)")
    parser.add_argument("--connections", type=int, default=16, help="how many connections knock in parallel (16)")
    parser.add_argument("--invoices", type=int, default=1_000_000, help="how many invoices lists are of (1000000)")
    parser.add_argument("--requests", type=int, default=200_000, help="pages between two looks at memory (200000)")
    parser.add_argument("--needs", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = set(options.measurements) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    if min(options.events, options.companies, options.connections, options.requests) < 1 or options.invoices < 20_000:
        parser.error("numbers begin at 1, and invoices at 20000")
    return options


def print_table(rows):
    """Rows of (what, figure, note); a row of one is a heading, or a remark."""
    print()
    wide = max(len(row[0]) for row in rows if len(row) > 1)
    for row in rows:
        print(f"{row[0]:{wide}}  {row[1]:>12}  {row[2]}".rstrip() if len(row) > 1 else row[0])


if __name__ == "__main__":
    main()
