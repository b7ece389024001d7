//! Drawings whose parts can be edited, each with its caption before it.

use ags_document::{Accent, Align, Drawing, Figure, Fill, Shape};

use crate::blocks::{Draft, Place};
use crate::paragraph::run;
use crate::words;
use crate::xml::{Element, element, value};

/// English Metric Units in a point.
const POINT: u32 = 12_700;
/// From the line that letters of 12 points stand on to the top of their line, and how tall that line is.
const ASCENT: u16 = 11;
const LINE: u16 = 15;
/// A wide letter of 12 points.
const LETTER: u16 = 8;

/// The colour of rules. They are narrow rectangles, since LibreOffice turns a drawing that holds a line
/// without width.
const RULE: &str = "B4C0CB";

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

/// The caption and the drawing under it.
pub(crate) fn figure<'a>(figure: &Figure, place: Place, draft: &mut Draft) -> [Element<'a>; 2] {
    let caption = words::line(&figure.caption);
    let named = element("wp:docPr")
        .with("id", draft.drawn())
        .with("name", caption.clone())
        .with("descr", words::line(&figure.alt))
        .with("title", caption.clone());
    let Drawing { width, height, .. } = figure.drawing;
    let extent = |name| size(element(name), width, height);
    let inline = ["distT", "distB", "distL", "distR"]
        .into_iter()
        .fold(element("wp:inline"), |inline, side| inline.with(side, "0"));
    let inline = inline.holding([
        extent("wp:extent"),
        named,
        element("wp:cNvGraphicFramePr"),
        element("a:graphic")
            .with("xmlns:a", DRAWING)
            .holding([element("a:graphicData").with("uri", GROUP).holding([group(&figure.drawing, draft)])]),
    ]);
    let choice =
        element("mc:Choice").with("Requires", "wpg").holding([element("w:drawing").holding([inline])]);
    let run = element("w:r").holding([element("mc:AlternateContent").holding([choice])]);
    [place.before_another().look("Caption").saying(&caption), place.look("Figure").paragraph().holding([run])]
}

fn group<'a>(drawing: &Drawing, draft: &mut Draft) -> Element<'a> {
    let Drawing { width, height, .. } = *drawing;
    let place = element("a:xfrm").holding([
        at(element("a:off"), 0, 0),
        size(element("a:ext"), width, height),
        at(element("a:chOff"), 0, 0),
        size(element("a:chExt"), width, height),
    ]);
    let shapes: Vec<_> = drawing.shapes.iter().map(|shape| self::shape(shape, drawing, draft)).collect();
    element("wpg:wgp")
        .holding([element("wpg:cNvGrpSpPr"), element("wpg:grpSpPr").holding([place])])
        .holding(shapes)
}

fn shape<'a>(shape: &Shape, drawing: &Drawing, draft: &mut Draft) -> Element<'a> {
    let name = element("wps:cNvPr").with("id", draft.drawn()).with("name", "");
    match shape {
        Shape::Area { x, y, width, height, fill } => {
            let edge = line(&draft.accent, 1);
            let form = form([*x, *y, *width, *height]).holding([filled(*fill, &draft.accent), edge]);
            part(name, element("wps:cNvSpPr"), form).holding([element("wps:bodyPr")])
        }
        Shape::Rule { x, y, across, down } => {
            let form = form([*x, *y, (*across).max(1), (*down).max(1)]).holding([solid(RULE)]);
            part(name, element("wps:cNvSpPr"), form).holding([element("wps:bodyPr")])
        }
        Shape::Words { x, y, align, strong, text } => {
            let form =
                form(words_box(*x, *y, *align, text.chars().count(), drawing)).holding([element("a:noFill")]);
            part(name, element("wps:cNvSpPr").with("txBox", "1"), form).holding(said(text, *align, *strong))
        }
        _ => part(name, element("wps:cNvSpPr"), form([0; 4])).holding([element("wps:bodyPr")]),
    }
}

fn part<'a>(name: Element<'a>, kind: Element<'a>, form: Element<'a>) -> Element<'a> {
    element("wps:wsp").holding([name, kind, form])
}

/// A rectangle with its left and upper edge, its width and its height.
fn form<'a>([x, y, width, height]: [u16; 4]) -> Element<'a> {
    let place =
        element("a:xfrm").holding([at(element("a:off"), x, y), size(element("a:ext"), width, height)]);
    let geometry = element("a:prstGeom").with("prst", "rect").holding([element("a:avLst")]);
    element("wps:spPr").holding([place, geometry])
}

/// The box of words, as wide as the drawing lets them be where they stand, and moved as little as gives them
/// room for the letters.
fn words_box(x: u16, y: u16, align: Align, letters: usize, drawing: &Drawing) -> [u16; 4] {
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

/// A line of words in a box without edges.
fn said<'a>(text: &str, align: Align, strong: bool) -> [Element<'a>; 2] {
    let align = match align {
        Align::Start => "left",
        Align::Middle => "center",
        Align::End => "right",
    };
    let weight = strong.then(|| value("w:rStyle", "Strong"));
    let properties = element("w:pPr").holding([value("w:pStyle", "FigureText"), value("w:jc", align)]);
    let words = element("w:p").holding([properties, run(weight, words::line(text))]);
    let margins = ["lIns", "tIns", "rIns", "bIns"];
    let body = element("wps:bodyPr").with("wrap", "none");
    let body = margins.into_iter().fold(body, |body, side| body.with(side, "0")).with("anchor", "t");
    let inside = element("wps:txbx").holding([element("w:txbxContent").holding([words])]);
    [inside, body.holding([element("a:noAutofit")])]
}

fn filled<'a>(fill: Fill, accent: &str) -> Element<'a> {
    let [red, green, blue] = Accent::TINT;
    match fill {
        Fill::Full => solid(accent),
        Fill::Light => solid(&format!("{red:02X}{green:02X}{blue:02X}")),
        Fill::Empty => element("a:noFill"),
    }
}

fn solid<'a>(colour: &str) -> Element<'a> {
    element("a:solidFill").holding([element("a:srgbClr").with("val", colour.to_owned())])
}

fn line<'a>(colour: &str, points: u16) -> Element<'a> {
    element("a:ln").with("w", units(points)).holding([solid(colour)])
}

fn at(element: Element<'_>, x: u16, y: u16) -> Element<'_> {
    element.with("x", units(x)).with("y", units(y))
}

fn size(element: Element<'_>, width: u16, height: u16) -> Element<'_> {
    element.with("cx", units(width)).with("cy", units(height))
}

fn units(points: u16) -> String {
    (u32::from(points) * POINT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_at_their_place_and_move_only_where_they_would_leave_the_drawing() {
        let drawing = Drawing { width: 100, height: 20, shapes: vec![] };
        let place = |x, align, letters| words_box(x, 15, align, letters, &drawing);
        assert_eq!(place(20, Align::Start, 10), [20, 4, 80, LINE]);
        assert_eq!(place(21, Align::Start, 10), [20, 4, 80, LINE], "ten letters need 80 points");
        assert_eq!(place(80, Align::End, 10), [0, 4, 80, LINE]);
        assert_eq!(place(30, Align::Middle, 2), [0, 4, 60, LINE]);
        assert_eq!(place(90, Align::Middle, 5), [60, 4, 40, LINE]);
        assert_eq!(place(50, Align::Middle, 90_000), [0, 4, 100, LINE], "no wider than the drawing");
    }
}
