"""side_by_side.py COMPARE WORK ROUNDS   runs each renderer as a process of its own, in turn, and prints a table in Markdown."""

import collections
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

compare, work, rounds = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), int(sys.argv[3])
here = pathlib.Path(__file__).resolve().parent
fonts = here.parents[1] / "crates/render-pdf/fonts"
UA_AND_A3 = json.dumps({"PDFUACompliance": {"type": "boolean", "value": "true"},
                        "SelectPdfVersion": {"type": "long", "value": "3"}})


class Renderer:
    def __init__(self, name, number, command, pdf=None):
        self.name, self.runs, self.alone = name, [], []
        self.pdf = pdf or work / f"{number}.pdf"
        self.command = [str(part) for part in command] if pdf else [str(part).replace("{to}", str(self.pdf)) for part in command]

    def run(self):
        begun = time.perf_counter()
        done = subprocess.run(self.command, capture_output=True, text=True, check=False)
        self.runs.append((time.perf_counter() - begun) * 1e3)
        if done.returncode != 0 or not self.pdf.exists():
            raise SystemExit(f"{self.name}: {done.stderr or done.stdout}")
        if re.fullmatch(r"[0-9.]+\s*", done.stdout):
            self.alone.append(float(done.stdout))

    def peak(self):
        """MiB of the largest process, in a run that is not timed: GNU time is small, so the result is that of what it starts."""
        peak = work / "peak"
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", peak, *self.command], capture_output=True, check=True)
        return int(peak.read_text().split()[-1]) / 1024


def python(tool, setting, source):
    return [sys.executable, here / "peer.py", tool, setting, work / source, "{to}", fonts]


def office(folder, settings):
    return ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to",
            f"pdf:writer_pdf_Export{settings}", "--outdir", work / folder, work / "statement.docx"]


ours = Renderer("ours, from TOML", 0, [compare, "render", "{to}"])
renderers = [
    ours,
    Renderer("krilla, from TOML", 1, [compare, "krilla", "{to}"]),
    Renderer("typst", 2, python("typst", "a-3a,ua-1", "statement.typ")),
    Renderer("typst, plain", 3, python("typst", "", "statement.typ")),
    Renderer("WeasyPrint, PDF/UA-1", 4, python("weasyprint", "pdf/ua-1", "statement.html")),
    Renderer("WeasyPrint, plain", 5, python("weasyprint", "", "statement.html")),
    Renderer("ReportLab", 6, python("reportlab", "", "document.json")),
    Renderer("LibreOffice, PDF/UA-1 and PDF/A-3", 7, office("tagged", f":{UA_AND_A3}"), work / "tagged/statement.pdf"),
    Renderer("LibreOffice, plain", 8, office("plain", ""), work / "plain/statement.pdf"),
]


def words(text):
    return collections.Counter(re.findall(r"\w+", text))


wanted = words((work / "words.txt").read_text())


def output(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=True, text=True).stdout


def properties(pdf):
    """Pages; what the file claims of itself; and the share of the document's words that is in it."""
    info, metadata = output("pdfinfo", pdf), output("pdfinfo", "-meta", pdf)
    claims = ["tagged"] if re.search(r"Tagged:\s+yes", info) else ["untagged"]
    value = lambda name: next(iter(re.findall(rf"{name}(?:>|=[\"'])(\w+)", metadata)), None)
    if value("pdfaid:part"):
        claims.append(f"PDF/A-{value('pdfaid:part')}{(value('pdfaid:conformance') or '').lower()}")
    if value("pdfuaid:part"):
        claims.append(f"PDF/UA-{value('pdfuaid:part')}")
    found = words(output("pdftotext", pdf, "-"))
    return re.search(r"Pages:\s+(\d+)", info)[1], ", ".join(claims), (wanted & found).total() / wanted.total()


for _ in range(rounds + 1):  # the first round warms the disk's cache and does not count
    for renderer in renderers:
        renderer.run()

print(f"\nOne process for each PDF, in turn: medians of {rounds}; {wanted.total()} words\n")
print("| | ms, whole process | times ours | ms, work alone | times ours | peak MiB | bytes | pages | words there | the file claims |")
print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|")
less = []
for renderer in renderers:
    whole, alone = (statistics.median(all[1:]) if all else None for all in (renderer.runs, renderer.alone))
    base, base_alone = statistics.median(ours.runs[1:]), statistics.median(ours.alone[1:])
    pages, claims, share = properties(renderer.pdf)
    if share < 0.97:
        less.append(renderer.name)
    times = f"{alone:.1f} | {alone / base_alone:.1f}" if alone else "|"
    print(f"| {renderer.name} | {whole:.1f} | {whole / base:.1f} | {times} | {renderer.peak():.1f} | "
          f"{renderer.pdf.stat().st_size} | {pages} | {share:.1%} | {claims} |")
print("""
The whole process includes the start of Python for typst, WeasyPrint and ReportLab, and of the office for LibreOffice. The
work alone begins after the start, with the tool loaded, and ends with the file written: for ours and krilla from the
TOML, with all checks; for the others from markup or JSON that is already there.""")
if less:
    raise SystemExit(f"less than the whole document is in the PDF of: {', '.join(less)}")
