"""Draws a document, read as JSON, with ReportLab's platypus: the same words and drawings, without tags."""

import json
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (BaseDocTemplate, Frame, KeepTogether, ListFlowable, ListItem, PageBreak,
                                PageTemplate, Paragraph, Table)
from reportlab.platypus.tableofcontents import TableOfContents

MARGIN = 70
WIDTH = A4[0] - 2 * MARGIN
BODY = ParagraphStyle("body", fontName="Liberation", fontSize=12, leading=17, spaceBefore=8)
BOLD = ParagraphStyle("bold", BODY, fontName="Liberation-Bold")
HEADINGS = [ParagraphStyle(f"h{level}", BOLD, fontSize=size, leading=size * 1.3, spaceBefore=size, keepWithNext=1)
            for level, size in enumerate([22, 16, 13.5, 12, 12, 12], 1)]
RULED = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"),
         ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke)]
NOTE = [("BOX", (0, 0), (-1, -1), 1, colors.grey)]


class Statement(BaseDocTemplate):
    """Adds each heading it meets to the contents and the outline."""

    def afterFlowable(self, flowable):
        level = next((at for at, style in enumerate(HEADINGS) if getattr(flowable, "style", None) is style), None)
        if level is None or not hasattr(flowable, "listed"):
            return
        key = f"h{self.seq.next('heading')}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(flowable.getPlainText(), key, level)
        if level < 2:
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page, key))


def inline(run):
    [(kind, value)] = run.items()
    if kind == "link":
        return f"<a href={quoteattr(value['target'])}>{escape(value['text'])}</a>"
    words = escape(value["text"] if kind == "foreign" else value)
    return f"<b>{words}</b>" if kind in ("strong", "mark") else words


def blocks(tree):
    return [flowable for block in tree for flowable in drawn(block)]


def drawn(block):
    [(kind, value)] = block.items()
    if kind == "heading":
        heading = Paragraph(escape(value["text"]), HEADINGS[value["level"] - 1])
        heading.listed = True
        return [heading]
    if kind == "paragraph":
        return [Paragraph("".join(map(inline, value)), BODY)]
    if kind in ("bullets", "numbered"):
        return [ListFlowable([ListItem(blocks(item)) for item in value],
                             bulletType="bullet" if kind == "bullets" else "1", bulletFontName="Liberation")]
    if kind == "table":
        return [Paragraph(escape(value["caption"]), BOLD), table(value)]
    if kind == "figure":
        return [KeepTogether([Paragraph(escape(value["caption"]), BOLD), drawing(value["drawing"])])]
    if kind == "note":
        # One row for each block, so that a long note can be cut between pages.
        rows = [[Paragraph(escape(value["label"]), BOLD)], *([inner] for inner in blocks(value["blocks"]))]
        return [Table(rows, colWidths=[WIDTH], style=NOTE)]
    if kind == "together":
        return [KeepTogether(blocks(value))]
    raise ValueError(kind)


def table(value):
    head = [Paragraph(escape(column), BOLD) for column in value["columns"]]
    rows = [[blocks(cell) for cell in row] for row in value["rows"]]
    widths = [WIDTH / len(head)] * len(head)
    return Table([head, *rows], colWidths=widths, repeatRows=1, splitInRow=1, style=RULED)


def drawing(value):
    to = Drawing(value["width"], value["height"])
    for shape in value["shapes"]:
        [(kind, of)] = shape.items()
        y = value["height"] - of["y"]
        if kind == "area":
            fill = {"full": colors.navy, "light": colors.lavender, "empty": None}[of["fill"]]
            to.add(Rect(of["x"], y - of["height"], of["width"], of["height"], fillColor=fill, strokeWidth=0.5))
        elif kind == "rule":
            to.add(Line(of["x"], y, of["x"] + of["across"], y - of["down"], strokeWidth=0.5))
        else:
            font = "Liberation-Bold" if of["strong"] else "Liberation"
            to.add(String(of["x"], y, of["text"], fontName=font, fontSize=12, textAnchor=of["align"]))
    return to


def furniture(document):
    def on_page(canvas, template):
        canvas.setFont("Liberation", 12)
        if canvas.getPageNumber() > 1:
            canvas.drawString(MARGIN, A4[1] - 45, document["furniture"]["header"])
        canvas.drawString(MARGIN, 40, f"Page {canvas.getPageNumber()}")
    return on_page


def draw(source, to, fonts):
    pdfmetrics.registerFont(TTFont("Liberation", f"{fonts}/LiberationSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Liberation-Bold", f"{fonts}/LiberationSans-Bold.ttf"))
    pdfmetrics.registerFontFamily("Liberation", normal="Liberation", bold="Liberation-Bold")
    with open(source, encoding="utf-8") as file:
        document = json.load(file)
    template = Statement(to, pagesize=A4, title=document["title"], author=document["author"], lang=document["language"])
    frame = Frame(MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=furniture(document)))
    outside = [document["title"], document["author"], document["crest"], document["status"]]
    cover = [Paragraph(escape(words), HEADINGS[0]) for words in outside if words]
    contents = TableOfContents(levelStyles=[BODY, BODY])
    over = Paragraph(escape(document["furniture"]["contents"]), HEADINGS[0])
    story = [*cover, *blocks(document["cover"]), PageBreak(), over, contents, PageBreak(), *blocks(document["body"])]
    template.multiBuild(story)
