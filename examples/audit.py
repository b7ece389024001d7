#!/usr/bin/env python3
"""Audits a folder of Annual Governance Statements with the command `ags`: which rules each statement breaks, how many
break each rule, the most severe first, and which files could not be checked. Needs Python 3.11 and nothing else.

    python3 examples/audit.py statements/ --as-at 2026-05-31

Exit code: 0 every file was checked and no rule is "not met", 1 a rule is not met, 2 the command line is wrong, 3 a file
could not be checked or `ags` failed.
"""

import argparse
import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date

SEVERITIES = ["statutory", "proper-practice", "advisory"]


class CouldNotWork(Exception):
    """`ags` gave no reports; the message is its own."""


def printable(text):
    """The text without what controls a terminal or changes the direction of writing."""
    unsafe = {"Cc", "Cf", "Cs"}
    return "".join("\ufffd" if c != "\n" and unicodedata.category(c) in unsafe else c for c in text)


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        super().error(printable(message))


def check(ags, folder, as_at):
    """The result of `ags check` and its exit code; 3 with a result means that a file could not be checked."""
    command = [ags, "check", folder, "--format", "json"] + (["--as-at", str(as_at)] if as_at else [])
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise CouldNotWork(f"{ags}: {error.strerror}; give the path of the command with --ags") from error
    if done.returncode not in (0, 1, 3) or not done.stdout:
        raise CouldNotWork(done.stderr.strip())
    try:
        checked = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise CouldNotWork(f"{ags}: this is not a report: {error}\n{done.stderr}".strip()) from error
    if not checked["reports"] and not checked["errors"]:
        raise CouldNotWork(done.stderr.strip())
    return checked, done.returncode


def broken(report):
    """The rules a report says are not met."""
    return [result for result in report["results"] if result["outcome"] == "not-met"]


def each_statement(reports):
    """How many rules are not met, how many of those are statutory, and how many outcomes are open."""
    yield f"{'not met':>7}  {'by law':>6}  {'open':>4}  authority, year and file"
    for entry in reports:
        report = entry["report"]
        rules = broken(report)
        law = sum(rule["severity"] == "statutory" for rule in rules)
        undecided = report["counts"]["needs-review"] + report["counts"]["indeterminate"]
        name = f"{report['authority']}, {report['year'] or 'no year'} ({entry['file']})"
        yield f"{len(rules):>7}  {law:>6}  {undecided:>4}  {name}"


def each_rule(reports):
    """The most severe rules first, and among them those that most statements break."""
    rules = {rule["code"]: rule for entry in reports for rule in broken(entry["report"])}
    often = Counter(rule["code"] for entry in reports for rule in broken(entry["report"]))
    sorted_codes = sorted(rules, key=lambda code: (SEVERITIES.index(rules[code]["severity"]), -often[code], code))
    yield f"{'broken':>6}  {'severity':15}  rule and its requirement"
    for code in sorted_codes:
        yield f"{often[code]:>6}  {rules[code]['severity']:15}  {code}: {rules[code]['requirement']}"


def each_problem(errors):
    for error in errors:
        for problem in error["problems"]:
            place = f"{error['file']}:{problem['line']}:{problem['column']}" if "line" in problem else error["file"]
            yield ": ".join(part for part in (place, problem["pointer"], problem["message"]) if part)


def each_line(checked):
    reports, errors, totals = checked["reports"], checked["errors"], checked["totals"]
    yield f"{totals['checked']} checked as at {totals['as_at']}, {totals['unreadable']} could not be checked"
    yield from ("", *each_statement(reports))
    yield from ("", *each_rule(reports))
    if errors:
        yield from ("", "could not be checked:", *each_problem(errors))


def main():
    parser = Arguments(description="Audits a folder of Annual Governance Statements with `ags`.")
    parser.add_argument("folder", help="the folder; it is searched recursively")
    parser.add_argument("--as-at", metavar="DATE", type=date.fromisoformat, help="the date of the check; today by default")
    parser.add_argument("--ags", default="ags", help="the command, if it is not on the PATH")
    options = parser.parse_args()
    try:
        checked, code = check(options.ags, options.folder, options.as_at)
        print(*(printable(line) for line in each_line(checked)), sep="\n", flush=True)
    except CouldNotWork as error:
        print(printable(str(error)), file=sys.stderr)
        return 3
    except BrokenPipeError:  # the reader, such as head, has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    sys.exit(main())
