#!/usr/bin/env python3
"""Audits a folder of Annual Governance Statements with the command `ags`: what each statement breaks, how many break
each rule, the worst first, and which files could not be read. Needs Python 3.11 and nothing else.

    python3 examples/audit.py statements/ --as-at 2026-05-31

Exit code: 0 every file was read and every rule met, 1 a rule is not met, 2 the command line is wrong, 3 a file could not
be read or `ags` could not do its work.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date

SEVERITIES = ["statutory", "proper-practice", "advisory"]


class CouldNotWork(Exception):
    """`ags` gave no reports; the words are its own."""


def check(ags, folder, as_at):
    """The reports, errors and totals of `ags check`. Its exit code 3 with a report means that a file was broken."""
    command = [ags, "check", folder, "--format", "json"] + (["--as-at", str(as_at)] if as_at else [])
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise CouldNotWork(f"{ags}: {error.strerror}; say where the command is with --ags") from error
    if done.returncode not in (0, 1, 3) or not done.stdout:
        raise CouldNotWork(done.stderr.strip())
    try:
        checked = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise CouldNotWork(f"{ags}: this is no report: {error}\n{done.stderr}".strip()) from error
    if not checked["reports"] and not checked["errors"]:
        raise CouldNotWork(done.stderr.strip())
    return checked


def broken(report):
    """The rules a report says are not met."""
    return [result for result in report["results"] if result["outcome"] == "not-met"]


def each_statement(reports):
    """How many rules are not met, how many of those are law, and how many a person must judge or nobody can tell."""
    yield f"{'not met':>7}  {'by law':>6}  {'ask':>4}  authority, year and file"
    for entry in reports:
        report = entry["report"]
        rules = broken(report)
        law = sum(rule["severity"] == "statutory" for rule in rules)
        ask = report["counts"]["needs-review"] + report["counts"]["indeterminate"]
        name = f"{report['authority']}, {report['year'] or 'no year'} ({entry['file']})"
        yield f"{len(rules):>7}  {law:>6}  {ask:>4}  {name}"


def each_rule(reports):
    """The gravest rules first, and among them those that most statements break."""
    rules = {rule["code"]: rule for entry in reports for rule in broken(entry["report"])}
    often = Counter(rule["code"] for entry in reports for rule in broken(entry["report"]))
    worst_first = sorted(rules, key=lambda code: (SEVERITIES.index(rules[code]["severity"]), -often[code], code))
    yield f"{'broken':>6}  {'severity':15}  rule and what it asks"
    for code in worst_first:
        yield f"{often[code]:>6}  {rules[code]['severity']:15}  {code}: {rules[code]['asks']}"


def each_problem(errors):
    for error in errors:
        for problem in error["problems"]:
            place = f"{error['file']}:{problem['line']}:{problem['column']}" if "line" in problem else error["file"]
            yield ": ".join(part for part in (place, problem["pointer"], problem["message"]) if part)


def each_line(checked):
    reports, errors, totals = checked["reports"], checked["errors"], checked["totals"]
    yield f"{totals['judged']} judged as at {totals['as_at']}, {totals['unread']} could not be read"
    yield from ("", *each_statement(reports))
    yield from ("", *each_rule(reports))
    if errors:
        yield from ("", "could not be read:", *each_problem(errors))


def main():
    parser = argparse.ArgumentParser(description="Audits a folder of Annual Governance Statements with `ags`.")
    parser.add_argument("folder", help="the folder; it is walked to the bottom")
    parser.add_argument("--as-at", metavar="DATE", type=date.fromisoformat, help="the day of judging; else today")
    parser.add_argument("--ags", default="ags", help="the command, where it is not on the PATH")
    options = parser.parse_args()
    try:
        checked = check(options.ags, options.folder, options.as_at)
        print(*each_line(checked), sep="\n", flush=True)
    except CouldNotWork as error:
        print(error, file=sys.stderr)
        return 3
    except BrokenPipeError:  # whoever reads it, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return checked["totals"]["exit_code"]


if __name__ == "__main__":
    sys.exit(main())
