"""Runs FollowTheMoney's own validator over a file and compares what it prints; usage: validate_ftm.py FORMAT FILE"""
import json
import subprocess
import sys

program = "import sys; from followthemoney.cli.cli import cli; cli(sys.argv[1:])"
result = subprocess.run([sys.executable, "-c", program, "validate", "-i", sys.argv[2], "-o", "-"],
                        capture_output=True, check=True)


def entities(lines):
    return {data["id"]: (data["schema"], {name: sorted(values) for name, values in data["properties"].items()})
            for data in map(json.loads, lines)}


with open(sys.argv[2], "rb") as file:
    given = entities(file)
kept = entities(result.stdout.splitlines())
assert given == kept, [(given[key], kept.get(key)) for key in given if given[key] != kept.get(key)]
print(f"{len(given)} entities, nothing lost")
