//! Figures as drawings whose shapes can be edited, each with its caption above it.

use ags_document::{Accent, Align, Drawing, Figure, Fill, Shape, white_space};

use crate::draft::{Context, Draft};
use crate::paragraph::run;
use crate::xml::{XmlElement, element, value};

/// English Metric Units in a point.
const POINT: u32 = 12_700;
/// From the baseline of text of 12 points to the top of its line, and the height of that line.
const ASCENT: u16 = 11;
const LINE: u16 = 15;
/// The width of a wide letter of 12 points.
const LETTER: u16 = 8;

/// The colour of rules. They are narrow rectangles, since LibreOffice rotates a drawing that has a line without width.
const RULE: &str = "B4C0CB";

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

/// The caption and the drawing.
pub(crate) fn figure<'a>(figure: &Figure, context: Context, draft: &mut Draft) -> [XmlElement<'a>; 2] {
    let caption = white_space::collapse(&figure.caption);
    let named = element("wp:docPr")
        .with("id", draft.drawing_id())
        .with("name", caption.clone())
        .with("descr", white_space::collapse(&figure.alt))
        .with("title", caption.clone());
    let Drawing { width, height, .. } = figure.drawing;
    let extent = |name| size(element(name), width, height);
    let inline = ["distT", "distB", "distL", "distR"]
        .into_iter()
        .fold(element("wp:inline"), |inline, side| inline.with(side, "0"));
    let inline = inline.children([
        extent("wp:extent"),
        named,
        element("wp:cNvGraphicFramePr"),
        element("a:graphic").with("xmlns:a", DRAWING).children([element("a:graphicData")
            .with("uri", GROUP)
            .children([group(&figure.drawing, draft)])]),
    ]);
    let choice =
        element("mc:Choice").with("Requires", "wpg").children([element("w:drawing").children([inline])]);
    let run = element("w:r").children([element("mc:AlternateContent").children([choice])]);
    [
        context.before_another().style("Caption").text(&caption),
        context.style("Figure").paragraph().children([run]),
    ]
}

fn group<'a>(drawing: &Drawing, draft: &mut Draft) -> XmlElement<'a> {
    let Drawing { width, height, .. } = *drawing;
    let transform = element("a:xfrm").children([
        at(element("a:off"), 0, 0),
        size(element("a:ext"), width, height),
        at(element("a:chOff"), 0, 0),
        size(element("a:chExt"), width, height),
    ]);
    let mut shapes = Vec::new();
    for shape in &drawing.shapes {
        shapes.extend(white_ground(shape, draft));
        shapes.push(self::shape(shape, drawing, draft));
    }
    element("wpg:wgp")
        .children([element("wpg:cNvGrpSpPr"), element("wpg:grpSpPr").children([transform])])
        .children(shapes)
}

fn shape<'a>(shape: &Shape, drawing: &Drawing, draft: &mut Draft) -> XmlElement<'a> {
    let name = element("wps:cNvPr").with("id", draft.drawing_id()).with("name", "");
    match shape {
        Shape::Area { x, y, width, height, fill } => {
            let border = line(&draft.accent, 1);
            let form = form([*x, *y, *width, *height]).children([filled(*fill, &draft.accent), border]);
            part(name, element("wps:cNvSpPr"), form).children([element("wps:bodyPr")])
        }
        Shape::Rule { x, y, across, down } => {
            let form = form([*x, *y, (*across).max(1), (*down).max(1)]).children([solid(RULE)]);
            part(name, element("wps:cNvSpPr"), form).children([element("wps:bodyPr")])
        }
        Shape::Squares { .. } => {
            part(name, element("wps:cNvSpPr"), squares(shape)).children([element("wps:bodyPr")])
        }
        Shape::Words { x, y, align, strong, text } => {
            let form = form(text_rect(*x, *y, *align, text.chars().count(), drawing))
                .children([element("a:noFill")]);
            part(name, element("wps:cNvSpPr").with("txBox", "1"), form)
                .children(text_box(text, *align, *strong))
        }
        _ => part(name, element("wps:cNvSpPr"), form([0; 4])).children([element("wps:bodyPr")]),
    }
}

/// The white ground of squares.
fn white_ground<'a>(shape: &Shape, draft: &mut Draft) -> Option<XmlElement<'a>> {
    let form = form(shape.ground()?).children([solid("FFFFFF"), no_line()]);
    let name = element("wps:cNvPr").with("id", draft.drawing_id()).with("name", "");
    Some(part(name, element("wps:cNvSpPr"), form).children([element("wps:bodyPr")]))
}

/// Black squares, as one shape.
fn squares<'a>(shape: &Shape) -> XmlElement<'a> {
    let [left, top, width, height] = shape.ground().unwrap_or_default();
    let point = |name, x: u16, y: u16| {
        let point = element("a:pt").with("x", x.to_string()).with("y", y.to_string());
        element(name).children([point])
    };
    let path = shape.black().into_iter().fold(
        element("a:path").with("w", width.to_string()).with("h", height.to_string()),
        |path, [x, y, across, down]| {
            let (x, y) = (x - left, y - top);
            path.children([
                point("a:moveTo", x, y),
                point("a:lnTo", x + across, y),
                point("a:lnTo", x + across, y + down),
                point("a:lnTo", x, y + down),
                element("a:close"),
            ])
        },
    );
    let geometry = element("a:custGeom").children([
        element("a:avLst"),
        element("a:gdLst"),
        element("a:ahLst"),
        element("a:cxnLst"),
        element("a:rect").with("l", "0").with("t", "0").with("r", "r").with("b", "b"),
        element("a:pathLst").children([path]),
    ]);
    let transform =
        element("a:xfrm").children([at(element("a:off"), left, top), size(element("a:ext"), width, height)]);
    element("wps:spPr").children([transform, geometry, solid("000000"), no_line()])
}

fn part<'a>(name: XmlElement<'a>, kind: XmlElement<'a>, form: XmlElement<'a>) -> XmlElement<'a> {
    element("wps:wsp").children([name, kind, form])
}

/// A rectangle, given by its left and upper edge, its width and its height.
fn form<'a>([x, y, width, height]: [u16; 4]) -> XmlElement<'a> {
    let transform =
        element("a:xfrm").children([at(element("a:off"), x, y), size(element("a:ext"), width, height)]);
    let geometry = element("a:prstGeom").with("prst", "rect").children([element("a:avLst")]);
    element("wps:spPr").children([transform, geometry])
}

/// The box of a text, as wide as the drawing allows at its position, and moved only as far as needed to fit the text.
fn text_rect(x: u16, y: u16, align: Align, letters: usize, drawing: &Drawing) -> [u16; 4] {
    let room = u16::try_from(letters).unwrap_or(u16::MAX).saturating_mul(LETTER).min(drawing.width);
    let right = drawing.width.saturating_sub(x);
    let (left, width) = match align {
        Align::Start => (x.min(drawing.width - room), right.max(room)),
        Align::Middle => {
            let width = (2 * x.min(right)).max(room);
            (x.saturating_sub(width / 2).min(drawing.width - width), width)
        }
        Align::End => (0, x.max(room)),
    };
    [left, y.saturating_sub(ASCENT), width, LINE]
}

/// A line of text in a box without borders.
fn text_box<'a>(text: &str, align: Align, strong: bool) -> [XmlElement<'a>; 2] {
    let align = match align {
        Align::Start => "left",
        Align::Middle => "center",
        Align::End => "right",
    };
    let weight = strong.then(|| value("w:rStyle", "Strong"));
    let properties = element("w:pPr").children([value("w:pStyle", "FigureText"), value("w:jc", align)]);
    let words = element("w:p").children([properties, run(weight, white_space::collapse(text))]);
    let margins = ["lIns", "tIns", "rIns", "bIns"];
    let body = element("wps:bodyPr").with("wrap", "none");
    let body = margins.into_iter().fold(body, |body, side| body.with(side, "0")).with("anchor", "t");
    let inside = element("wps:txbx").children([element("w:txbxContent").children([words])]);
    [inside, body.children([element("a:noAutofit")])]
}

fn filled<'a>(fill: Fill, accent: &str) -> XmlElement<'a> {
    let [red, green, blue] = Accent::TINT;
    match fill {
        Fill::Full => solid(accent),
        Fill::Light => solid(&format!("{red:02X}{green:02X}{blue:02X}")),
        Fill::Empty => element("a:noFill"),
    }
}

fn solid<'a>(colour: &str) -> XmlElement<'a> {
    element("a:solidFill").children([element("a:srgbClr").with("val", colour.to_owned())])
}

fn line<'a>(colour: &str, points: u16) -> XmlElement<'a> {
    element("a:ln").with("w", units(points)).children([solid(colour)])
}

fn no_line<'a>() -> XmlElement<'a> {
    element("a:ln").children([element("a:noFill")])
}

fn at(element: XmlElement<'_>, x: u16, y: u16) -> XmlElement<'_> {
    element.with("x", units(x)).with("y", units(y))
}

fn size(element: XmlElement<'_>, width: u16, height: u16) -> XmlElement<'_> {
    element.with("cx", units(width)).with("cy", units(height))
}

fn units(points: u16) -> String {
    (u32::from(points) * POINT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_moved_only_where_it_would_leave_the_drawing() {
        let drawing = Drawing { width: 100, height: 20, shapes: vec![] };
        let rect = |x, align, letters| text_rect(x, 15, align, letters, &drawing);
        assert_eq!(rect(20, Align::Start, 10), [20, 4, 80, LINE]);
        assert_eq!(rect(21, Align::Start, 10), [20, 4, 80, LINE], "ten letters need 80 points");
        assert_eq!(rect(80, Align::End, 10), [0, 4, 80, LINE]);
        assert_eq!(rect(30, Align::Middle, 2), [0, 4, 60, LINE]);
        assert_eq!(rect(90, Align::Middle, 5), [60, 4, 40, LINE]);
        assert_eq!(rect(50, Align::Middle, 90_000), [0, 4, 100, LINE], "no wider than the drawing");
    }
}
