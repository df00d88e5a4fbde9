"""How long documents take, how large they are, and whether the memory of who draws them stays the same."""

import json
import os
import subprocess

import machine

TITLES = {
    "with-everything": "one page under the franchise",
    "logo-wide": "one page with VAT and a logo",
    "lines-25": "25 lines",
    "lines-500": "500 lines",
}
AIMS = {"with-everything": "aim: 10 ms", "logo-wide": "aim: 10 ms", "lines-500": "aim: 150 ms"}


def measure(_, options):
    machine.wait_for_calm()
    load = os.getloadavg()[0]
    answer = subprocess.run(
        [os.environ["DOCUMENT_SAMPLES_BINARY"], "--measure"], check=True, capture_output=True, text=True
    )
    said = json.loads(answer.stdout)
    assert [figures["name"] for figures in said["figures"]] == list(TITLES), "a document was not measured"
    return [
        ("Documents, drawn one after the other by one process",),
        ("fonts opened", f"{said['opening']:.1f} ms", ""),
        *(row for figures in said["figures"] for row in rows_of(figures)),
        *(
            (f"memory after {memory['documents']:,}", f"{memory['kibibytes'] / 1024:.1f} MiB", "resident")
            for memory in said["memory"]
        ),
        (f"Load {load:.2f} before, {os.getloadavg()[0]:.2f} after.",),
    ]


def rows_of(figures):
    return [
        (TITLES[figures["name"]], f"{figures['bytes'] / 1024:.0f} KiB", ""),
        ("  half within", f"{percentile(figures['issued'], 0.50):.1f} ms", AIMS.get(figures["name"], "")),
        ("  99 % within", f"{percentile(figures['issued'], 0.99):.1f} ms", ""),
        ("  codes laid over", f"{percentile(figures['renditions'], 0.50):.1f} ms", ""),
    ]


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
