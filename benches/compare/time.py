"""Runs each renderer as a process of its own, several times in turn, and prints the median of each."""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

ROUNDS = 9
ours, work = sys.argv[1], pathlib.Path(sys.argv[2])
fonts = pathlib.Path(__file__).parents[2] / "crates/render-pdf/fonts"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]]{})"
WEASY = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2]{})"

renderers = {
    "ours: TOML to PDF/UA-1 + PDF/A-3a": [ours, "render"],
    "typst, PDF/UA-1 + PDF/A-2a": [sys.executable, "-c", TYPST.format(", pdf_standards=['ua-1', 'a-2a']"), work / "statement.typ"],
    "typst, plain": [sys.executable, "-c", TYPST.format(""), work / "statement.typ"],
    "WeasyPrint, PDF/UA-1": [sys.executable, "-c", WEASY.format(", pdf_variant='pdf/ua-1'"), work / "statement.html"],
    "WeasyPrint, plain": [sys.executable, "-c", WEASY.format(""), work / "statement.html"],
}


def run(command, out):
    """Seconds and peak memory in MiB of one process."""
    extra = [fonts] if "typst" in str(command) else []
    begun = time.perf_counter()
    child = subprocess.Popen([*map(str, command), str(out), *map(str, extra)], stderr=subprocess.PIPE)
    error = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    if status != 0:
        raise SystemExit(f"{command}: {error.decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


def words(pdf):
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout
    return len(re.findall(r"\w+", text))


measured = {name: [] for name in renderers}
for _ in range(ROUNDS + 1):  # the first round warms the disk's cache and does not count
    for number, (name, command) in enumerate(renderers.items()):
        measured[name].append(run(command, work / f"{number}.pdf"))

base = statistics.median(seconds for seconds, _ in measured["ours: TOML to PDF/UA-1 + PDF/A-3a"][1:])
print(f"median of {ROUNDS} whole processes, in turn; {os.cpu_count()} cores")
print(f"{'renderer':36} {'ms':>8} {'times ours':>11} {'peak MiB':>9} {'bytes':>9} {'words':>7}")
for number, (name, runs) in enumerate(measured.items()):
    seconds = statistics.median(seconds for seconds, _ in runs[1:])
    memory = max(memory for _, memory in runs[1:])
    pdf = work / f"{number}.pdf"
    print(f"{name:36} {seconds * 1e3:8.1f} {seconds / base:11.1f} {memory:9.1f} {pdf.stat().st_size:9} {words(pdf):7}")
