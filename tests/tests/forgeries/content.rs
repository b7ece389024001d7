//! Something else is drawn on a page: over its words, in their place or not at all.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use crate::place;
use tests::plain_pdf::{Plain, position};

pub const FAMILY: Family = Family {
    name: "content",
    what: "a page draws other than what was issued, with filters left alone",
    make,
};

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    over(base, out);
    states(base, out);
    words(base, out);
    streams(base, out);
    numbers_and_strings(base, out);
    out.written(
        &bases.agar,
        ("return-answer-covered", "An answer of a return is covered by a white box."),
        NOT_SOUND,
        |file| {
            file.draw(1, "1 1 1 rg 60 300 480 120 re f");
        },
    );
    out.written(
        &bases.leicestershire,
        ("leicestershire-box", "A paragraph of Leicestershire is covered."),
        NOT_SOUND,
        |file| {
            file.draw(8, "/Artifact BMC 1 1 1 rg 60 300 480 120 re f EMC");
        },
    );
}

fn numbers_and_strings(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("carriage-return", "A string of a page has a carriage return, which is read as another letter."),
        REJECTED,
        |file| file.rewrite(file.drawing(1), b"\x00\n\x00", b"\x00\r\x00"),
    );
    out.written(
        base,
        ("digits", "A number of a page has many digits that no viewer shows."),
        REJECTED,
        |file| file.rewrite(file.drawing(5), "/Regular 12 Tf", "/Regular 12.00000012345678 Tf"),
    );
}

/// Adds resources to a page.
fn resources(file: &mut Plain, page: usize, entries: &str) {
    let id = file.reference(file.page(page), "Resources");
    let mut body = String::from_utf8(file.objects[&id].clone()).unwrap();
    for key in ["/XObject", "/ExtGState", "/Shading"].into_iter().filter(|key| entries.contains(*key)) {
        let (before, after) = body.split_once(key).unwrap();
        let after = after.split_once(" R").unwrap().1;
        body = format!("{before}{after}");
    }
    file.objects.insert(id, body.into_bytes());
    file.extend(id, entries);
}

fn over(base: &Base, out: &mut Forgeries) {
    for (name, what, operators) in [
        ("white-box", "A white box covers a paragraph.", "/Artifact BMC 1 1 1 rg 60 500 480 160 re f EMC"),
        ("white-line", "A thick white line strikes a paragraph out.", "1 1 1 RG 40 w 60 600 m 540 600 l S"),
        ("black-box", "A black box covers a paragraph.", "0 0 0 rg 60 500 480 160 re f"),
        (
            "inline-image",
            "A white inline image covers a paragraph.",
            "q 480 0 0 160 60 500 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID FF> EI Q",
        ),
        (
            "words-again",
            "Words that stand on the page are drawn a second time elsewhere.",
            "BT /Regular 30 Tf 1 0 0 1 70 200 Tm <0014003400340044> Tj ET",
        ),
        ("dot", "One dot of a hundredth of an inch is drawn.", "0 0 0 rg 300 300 0.7 0.7 re f"),
        ("nothing", "Operators are added that draw nothing.", "q Q q Q"),
    ] {
        out.written(base, (name, what), NOT_SOUND, |file| file.draw(5, operators));
    }
    out.written(base, ("stamp", "A stamp in a font of its own is drawn."), NOT_SOUND, |file| {
        let fonts = file.find("/Bold ");
        file.extend(fonts, "/Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
        file.draw(5, "BT /Helv 60 Tf 1 0 0 rg 100 300 Td (WITHDRAWN) Tj ET");
    });
    out.written(base, ("form", "A form with a white box is drawn."), NOT_SOUND, |file| {
        let form = file
            .add_stream("/Type /XObject /Subtype /Form /BBox [0 0 600 850]", b"1 1 1 rg 60 500 480 160 re f");
        resources(file, 5, &format!("/XObject <</Cover {form} 0 R>>"));
        file.draw(5, "/Cover Do");
    });
    out.written(base, ("image", "A white image is drawn."), NOT_SOUND, |file| {
        let image = file.add_stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            &[255],
        );
        resources(file, 5, &format!("/XObject <</Cover {image} 0 R>>"));
        file.draw(5, "q 480 0 0 160 60 500 cm /Cover Do Q");
    });
    out.written(base, ("shading", "A shading fills the page."), NOT_SOUND, |file| {
        let even = "<</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] \
                    /Function <</FunctionType 2 /Domain [0 1] /N 1 /C0 [1] /C1 [1]>> >>";
        resources(file, 5, &format!("/Shading <</Even {even}>>"));
        file.draw(5, "/Even sh");
    });
}

fn states(base: &Base, out: &mut Forgeries) {
    for (name, what, operators) in [
        ("render-mode-3", "The text of a page is invisible.", "3 Tr"),
        ("render-mode-7", "The text of a page is used to clip.", "7 Tr"),
        ("clip", "All of a page is clipped away.", "0 0 1 1 re W n"),
        ("clip-to-header", "All of a page but the header is clipped away.", "0 780 600 60 re W n"),
        ("tz", "The text of a page is a hundredth as wide.", "1 Tz"),
        ("tw-tc", "The letters of a page are spread beyond its edge.", "200 Tc 500 Tw"),
        ("ts", "The text of a page is raised above its edge.", "1000 Ts"),
        ("scale", "A page is drawn at a hundredth of its size.", "0.01 0 0 0.01 0 0 cm"),
        ("mirror", "A page is drawn mirrored.", "-1 0 0 1 595 0 cm"),
        ("dash", "A state that nothing on the page uses is set.", "[3] 0 d"),
    ] {
        out.written(base, (name, what), NOT_SOUND, |file| file.draw_first(5, operators));
    }
    out.written(base, ("transparent", "The text of a page is wholly transparent."), NOT_SOUND, |file| {
        resources(file, 5, "/ExtGState <</Clear <</Type /ExtGState /ca 0 /CA 0>> >>");
        file.draw_first(5, "/Clear gs");
    });
    out.written(base, ("soft-mask", "A soft mask hides a page."), NOT_SOUND, |file| {
        let form = file.add_stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group <</S /Transparency /CS /DeviceGray>>",
            b"",
        );
        let mask = format!("/ExtGState <</Mask <</SMask <</S /Luminosity /G {form} 0 R>> >> >>");
        resources(file, 5, &mask);
        file.draw_first(5, "/Mask gs");
    });
    out.written(
        base,
        ("font-by-state", "The font of a page is set by a graphics state, to Courier."),
        NOT_SOUND,
        |file| {
            let font = file.add("<</Type /Font /Subtype /Type1 /BaseFont /Courier>>");
            resources(file, 5, &format!("/ExtGState <</Other <</Font [{font} 0 R 12]>> >>"));
            let drawing = file.drawing(5);
            file.rewrite(drawing, "/Regular 12 Tf", "/Other gs");
        },
    );
    out.written(
        base,
        ("optional-content-off", "A page is optional content that is off."),
        NOT_SOUND,
        |file| {
            let group = file.add("<</Type /OCG /Name (Words)>>");
            let catalog = file.find("/Type /Catalog");
            file.extend(
                catalog,
                &format!("/OCProperties <</OCGs [{group} 0 R] /D <</OFF [{group} 0 R]>> >>"),
            );
            let resources = file.reference(file.page(5), "Resources");
            file.extend(resources, &format!("/Properties <</Words {group} 0 R>>"));
            file.draw_first(5, "/OC /Words BDC");
            file.draw(5, "EMC");
        },
    );
    out.written(base, ("optional-stamp-on-print", "A stamp is shown in print only."), NOT_SOUND, |file| {
        let group = file.add("<</Type /OCG /Name (Print) /Usage <</Print <</PrintState /ON>> /View <</ViewState /OFF>> >> >>");
        let catalog = file.find("/Type /Catalog");
        file.extend(catalog, &format!("/OCProperties <</OCGs [{group} 0 R] /D <</OFF [{group} 0 R] /AS [<</Event /Print /OCGs [{group} 0 R] /Category [/Print]>>]>> >>"));
        let resources = file.reference(file.page(5), "Resources");
        file.extend(resources, &format!("/Properties <</Print {group} 0 R>>"));
        file.draw(5, "/OC /Print BDC 0 0 0 rg 60 500 480 160 re f EMC");
    });
}

fn words(base: &Base, out: &mut Forgeries) {
    out.written(base, ("letter", "One letter of a word is another."), NOT_SOUND, |file| {
        let drawing = file.drawing(5);
        let letters = place::letters(file, 5);
        file.rewrite(drawing, letters, place::another_letter(letters));
    });
    out.written(base, ("word-removed", "Four letters are left out."), NOT_SOUND, |file| {
        let drawing = file.drawing(5);
        file.rewrite(drawing, place::letters(file, 5), b"");
    });
    out.written(base, ("line-moved", "A line is drawn below the page."), NOT_SOUND, |file| {
        let drawing = file.drawing(5);
        let (line, _) = place::two_lines(file, 5);
        file.rewrite(drawing, line.written(), format!("{} -{} Td", line.x, line.y));
    });
    out.written(
        base,
        ("lines-exchanged", "Two lines change places, and the order of the words stays."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            let (upper, lower) = place::two_lines(file, 5);
            file.rewrite(drawing, lower.written(), "held Td");
            file.rewrite(drawing, upper.written(), lower.written());
            file.rewrite(drawing, "held Td", upper.written());
        },
    );
    out.written(base, ("white-words", "The words of a paragraph are white."), NOT_SOUND, |file| {
        let drawing = file.drawing(5);
        file.rewrite(drawing, "0.11 0.122 0.137 rg", "1 1 1 rg");
    });
    out.written(
        base,
        ("tiny-words", "The words of a page are of a hundredth of a point."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            file.rewrite(drawing, "/Regular 12 Tf", "/Regular 0.01 Tf");
        },
    );
    out.written(
        base,
        ("kerned-away", "Words are moved over each other between their letters."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            let letters = place::letters(file, 5);
            file.rewrite(drawing, letters, [&letters[..2], b") 90000 (", &letters[2..]].concat());
        },
    );
    out.written(base, ("words-of-another-page", "A page draws the words of the next."), NOT_SOUND, |file| {
        let (page, from, to) = (file.page(5), file.drawing(5), file.drawing(6));
        file.replace(page, &format!("/Contents {from} 0 R"), format!("/Contents {to} 0 R"));
    });
    out.written(
        base,
        ("decimals", "A number has one more decimal place, which moves a line by a hundredth of a point."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            let (line, _) = place::two_lines(file, 5);
            let moved = line.y.parse::<f64>().unwrap() + 0.01;
            file.rewrite(drawing, line.written(), format!("{} {moved:.2} Td", line.x));
        },
    );
}

fn streams(base: &Base, out: &mut Forgeries) {
    out.written(base, ("stream-added", "A second stream draws a white box."), NOT_SOUND, |file| {
        let cover = file.add_stream("", b"1 1 1 rg 60 500 480 160 re f");
        let (page, drawing) = (file.page(5), file.drawing(5));
        file.replace(
            page,
            &format!("/Contents {drawing} 0 R"),
            format!("/Contents [{drawing} 0 R {cover} 0 R]"),
        );
    });
    out.written(base, ("stream-before", "A first stream hides the text."), NOT_SOUND, |file| {
        let cover = file.add_stream("", b"3 Tr");
        let (page, drawing) = (file.page(5), file.drawing(5));
        file.replace(
            page,
            &format!("/Contents {drawing} 0 R"),
            format!("/Contents [{cover} 0 R {drawing} 0 R]"),
        );
    });
    out.written(
        base,
        (
            "split-in-a-word",
            "The streams of a page are divided in a number, which programs join differently.",
        ),
        REJECTED,
        |file| {
            let (page, drawing) = (file.page(5), file.drawing(5));
            let content = file.content(drawing).to_vec();
            let (line, _) = place::two_lines(file, 5);
            let at = position(&content, line.written().as_bytes()).unwrap() + line.x.len() + 3;
            file.set_content(drawing, &content[..at]);
            let rest = file.add_stream("", &content[at..]);
            file.replace(
                page,
                &format!("/Contents {drawing} 0 R"),
                format!("/Contents [{drawing} 0 R {rest} 0 R]"),
            );
        },
    );
    out.written(base, ("no-content", "A page has no content."), NOT_SOUND, |file| {
        let (page, drawing) = (file.page(5), file.drawing(5));
        file.replace(page, &format!("/Contents {drawing} 0 R"), "");
        file.objects.remove(&drawing);
    });
    out.written(
        base,
        ("content-is-null", "The content of a page is an object that is not there."),
        REJECTED,
        |file| {
            let (page, drawing) = (file.page(5), file.drawing(5));
            file.replace(page, &format!("/Contents {drawing} 0 R"), "/Contents 99999 0 R");
            file.objects.remove(&drawing);
        },
    );
    out.written(
        base,
        ("null-among-streams", "The content of a page is a list with a stream that is not there."),
        REJECTED,
        |file| {
            let (page, drawing) = (file.page(5), file.drawing(5));
            file.replace(
                page,
                &format!("/Contents {drawing} 0 R"),
                format!("/Contents [99999 0 R {drawing} 0 R]"),
            );
        },
    );
    out.written(
        base,
        ("fonts-exchanged", "The resources of a page name one font for the other."),
        NOT_SOUND,
        |file| {
            let fonts = file.find("/Bold ");
            let (bold, regular) = (file.reference(fonts, "Bold"), file.reference(fonts, "Regular"));
            let resources = file.reference(file.page(5), "Resources");
            file.replace(
                resources,
                &format!("/Font {fonts} 0 R"),
                format!("/Font <</Bold {regular} 0 R /Regular {bold} 0 R>>"),
            );
        },
    );
    out.written(
        base,
        ("resources-of-nothing", "A page has no resources, so that it shows no words."),
        NOT_SOUND,
        |file| {
            let page = file.page(5);
            let resources = file.reference(page, "Resources");
            file.replace(page, &format!("/Resources {resources} 0 R"), "/Resources <<>>");
        },
    );
    out.written(base, ("font-twice", "The resources name a font twice, Courier last."), REJECTED, |file| {
        let fonts = file.find("/Bold ");
        file.extend(fonts, "/Regular <</Type /Font /Subtype /Type1 /BaseFont /Courier>>");
    });
}
