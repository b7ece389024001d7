"""peer.py TOOL SETTING SOURCE TO FONTS   makes one PDF in a process of its own, and prints the milliseconds of the work
alone, after the interpreter has started and the tool is imported."""

import sys
import time

tool, setting, source, to, fonts = sys.argv[1:]
if tool == "typst":
    import typst

    def make():
        standards = setting.split(",") if setting else []
        typst.compile(source, output=to, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=standards)
elif tool == "weasyprint":
    import weasyprint

    def make():
        weasyprint.HTML(source).write_pdf(to, **({"pdf_variant": setting} if setting else {}))
elif tool == "reportlab":
    import platypus

    def make():
        platypus.draw(source, to, fonts)
else:
    raise SystemExit(__doc__)

begun = time.perf_counter()
make()
print((time.perf_counter() - begun) * 1e3)
