//! The tree of pages is changed: which pages there are, in which order, and what they inherit.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use tests::plain_pdf::{Plain, stream};

pub const FAMILY: Family =
    Family { name: "page-tree", what: "the tree of pages says other than the pages that were issued", make };

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    kids(base, out);
    kids_of_leicestershire(&bases.leicestershire, out);
    counts(base, out);
    inherited(base, out);
    shadowed(base, out);
    pages(base, out);
    boxes(base, out);
}

/// The root of the tree.
fn root(file: &Plain) -> u32 {
    file.find("/Type /Pages")
}

fn kids(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("kids-without-type", "No page but the first says that it is one."),
        REJECTED,
        |file| {
            for page in (2..=file.pages()).map(|number| file.page(number)).collect::<Vec<_>>() {
                file.replace(page, "/Type /Page ", "");
            }
        },
    );
    out.written(base, ("kid-of-other-type", "A page says that it is a template."), REJECTED, |file| {
        file.replace(file.page(5), "/Type /Page ", "/Type /Template ");
    });
    out.written(
        base,
        ("kid-of-type-pages", "A page says that it is a node of the tree."),
        REJECTED,
        |file| {
            file.replace(file.page(5), "/Type /Page ", "/Type /Pages ");
        },
    );
    out.written(base, ("inline-kid", "A page with a white box stands in /Kids itself."), REJECTED, |file| {
        file.draw(5, "1 1 1 rg 0 0 600 800 re f");
        let page = file.page(5);
        let inline = file.objects.remove(&page).unwrap();
        file.replace(root(file), &format!("{page} 0 R"), inline);
    });
    out.written(base, ("null-kid", "A kid is null."), REJECTED, |file| {
        file.replace(root(file), "/Kids [", "/Kids [null ");
    });
    out.written(
        base,
        ("kid-of-no-object", "A kid refers to an object that is not there."),
        REJECTED,
        |file| {
            file.replace(root(file), "/Kids [", "/Kids [99999 0 R ");
        },
    );
    out.written(
        base,
        ("kids-elsewhere", "/Kids is an object of its own that lacks the second half."),
        NOT_SOUND,
        |file| {
            let half = file.pages() / 2;
            let kids: String = (1..=half).map(|number| format!("{} 0 R ", file.page(number))).collect();
            let kids = file.add(format!("[{kids}]"));
            let root = root(file);
            file.objects
                .insert(root, format!("<</Type /Pages /Count {half} /Kids {kids} 0 R>>").into_bytes());
        },
    );
    out.written(base, ("cycle", "The root of the tree is a kid of its own."), REJECTED, |file| {
        let root = root(file);
        file.replace(root, " ] >>", format!(" {root} 0 R ] >>"));
    });
    out.written(base, ("empty-node", "A node without a page is added."), REJECTED, |file| {
        let root = root(file);
        let node = file.add(format!("<</Type /Pages /Parent {root} 0 R /Count 0 /Kids []>>"));
        file.replace(root, " ] >>", format!(" {node} 0 R ] >>"));
    });
}

fn kids_of_leicestershire(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("leicestershire-kids-without-type", "Of many pages only the first says that it is one."),
        REJECTED,
        |file| {
            for page in (2..=file.pages()).map(|number| file.page(number)).collect::<Vec<_>>() {
                file.replace(page, "/Type /Page ", "");
            }
        },
    );
    out.written(base, ("leicestershire-count", "The count says half of the pages."), REJECTED, |file| {
        file.set_count(file.count() / 2);
    });
}

fn counts(base: &Base, out: &mut Forgeries) {
    for (name, what, count) in [
        ("count-lower", "The count is less than the pages.", "/Count 2"),
        ("count-higher", "The count is more than the pages.", "/Count 136"),
        ("count-negative", "The count is negative.", "/Count -8"),
        ("count-huge", "The count is the largest integer.", "/Count 2147483647"),
        ("count-zero", "The count is zero.", "/Count 0"),
        ("count-real", "The count is no whole number.", "/Count 9.5"),
        ("count-missing", "There is no count.", ""),
    ] {
        out.written(base, (name, what), REJECTED, |file| {
            file.replace(root(file), &format!("/Count {}", file.count()), count);
        });
    }
}

fn inherited(base: &Base, out: &mut Forgeries) {
    for (name, what, entry) in [
        ("rotate-inherited", "All pages inherit a rotation.", "/Rotate 180"),
        ("crop-inherited", "All pages inherit a crop box.", "/CropBox [0 400 595 841]"),
        ("user-unit-in-node", "The root has a key of pages.", "/UserUnit 2"),
    ] {
        out.written(base, (name, what), NOT_SOUND, |file| file.extend(root(file), entry));
    }
    out.written(base, ("media-box-inherited", "A page inherits another media box."), NOT_SOUND, |file| {
        file.replace(file.page(5), "/MediaBox [0 0 595.28 841.89 ]", "");
        file.extend(root(file), "/MediaBox [0 0 300 300]");
    });
    out.written(
        base,
        ("resources-inherited", "A page inherits resources in which two fonts are exchanged."),
        NOT_SOUND,
        |file| {
            let page = file.page(5);
            let resources = file.reference(page, "Resources");
            file.replace(page, &format!("/Resources {resources} 0 R"), "");
            let fonts = file.find("/Bold ");
            let (bold, regular) = (file.reference(fonts, "Bold"), file.reference(fonts, "Regular"));
            let swapped = format!("/Resources <</Font <</Bold {regular} 0 R /Regular {bold} 0 R>> >>");
            file.extend(root(file), &swapped);
        },
    );
    out.written(
        base,
        ("parent-elsewhere", "A page names a parent that does not list it, with another media box."),
        REJECTED,
        |file| {
            let page = file.page(5);
            let other = file.add("<</Type /Pages /Count 0 /Kids [] /MediaBox [0 0 200 200] /Rotate 90>>");
            file.replace(page, "/MediaBox [0 0 595.28 841.89 ]", "");
            let parent = root(file);
            file.replace(page, &format!("/Parent {parent} 0 R"), format!("/Parent {other} 0 R"));
        },
    );
    out.written(base, ("parent-missing", "A page has no parent."), REJECTED, |file| {
        let parent = root(file);
        file.replace(file.page(5), &format!("/Parent {parent} 0 R"), "");
    });
}

/// What all pages inherit, or what hides it from them.
fn shadowed(base: &Base, out: &mut Forgeries) {
    for (name, what, inherited, own) in [
        (
            "rotate-of-no-object",
            "All pages inherit a rotation, which their own, an object that is not there, does not replace.",
            "/Rotate 90",
            "/Rotate 99999 0 R",
        ),
        (
            "crop-of-no-object",
            "All pages inherit a crop box, which their own, an object that is not there, does not replace.",
            "/CropBox [0 400 300 841]",
            "/CropBox 99999 0 R",
        ),
    ] {
        out.written(base, (name, what), REJECTED, |file| {
            file.extend(root(file), inherited);
            for page in (1..=file.pages()).map(|number| file.page(number)).collect::<Vec<_>>() {
                file.extend(page, own);
            }
        });
    }
    out.written(
        base,
        ("crop-of-another-generation", "The crop box of a page is of a generation that is not there."),
        REJECTED,
        |file| {
            let area = file.add("[0 400 300 841]");
            file.extend(file.page(5), &format!("/CropBox {area} 1 R"));
        },
    );
    out.written(
        base,
        ("resources-not-inherited", "The root has resources, in the place of which each page has its own."),
        REJECTED,
        |file| {
            let form = file.add_stream("", b"payload");
            file.extend(root(file), &format!("/Resources <</XObject <</Payload {form} 0 R>> >>"));
        },
    );
}

fn pages(base: &Base, out: &mut Forgeries) {
    out.written(base, ("page-twice", "A page is shown twice."), REJECTED, |file| {
        let page = format!("{} 0 R ", file.page(5));
        file.replace(root(file), &page, format!("{page}{page}"));
        file.set_count(file.count() + 1);
    });
    out.written(base, ("page-for-another", "A page is shown in the place of the next."), REJECTED, |file| {
        let (page, next) = (file.page(5), file.page(6));
        file.replace(root(file), &format!("{next} 0 R"), format!("{page} 0 R"));
    });
    out.written(base, ("page-copied", "A copy of a page follows it."), NOT_SOUND, |file| {
        let page = file.page(5);
        let copy = file.add(file.objects[&page].clone());
        file.replace(root(file), &format!("{page} 0 R"), format!("{page} 0 R {copy} 0 R"));
        file.set_count(file.count() + 1);
    });
    out.written(base, ("pages-reordered", "Two pages are exchanged."), NOT_SOUND, |file| {
        let (page, next) = (file.page(5), file.page(6));
        file.replace(root(file), &format!("{page} 0 R {next} 0 R"), format!("{next} 0 R {page} 0 R"));
    });
    out.written(base, ("first-page-removed", "The title page is left out."), NOT_SOUND, |file| {
        let page = file.page(1);
        file.replace(root(file), &format!("{page} 0 R"), "");
        file.set_count(file.count() - 1);
        file.objects.remove(&page);
    });
    out.written(base, ("last-page-removed", "The page with the digest is left out."), NOT_SOUND, |file| {
        let page = file.page(file.pages());
        file.replace(root(file), &format!("{page} 0 R"), "");
        file.set_count(file.count() - 1);
        file.objects.remove(&page);
    });
    out.written(base, ("blank-page-added", "A blank page is added."), NOT_SOUND, |file| {
        add_page(file, "");
    });
    out.written(base, ("page-of-words-added", "A page of other words is added."), NOT_SOUND, |file| {
        add_page(file, "BT /Helv 24 Tf 70 700 Td (The review found a fraud.) Tj ET");
    });
    out.written(
        base,
        (
            "added-node-of-pages",
            "A page of other words hangs in a node of its own, which the count leaves out.",
        ),
        REJECTED,
        |file| {
            let node = add_page(file, "BT /Helv 24 Tf 70 700 Td (The review found a fraud.) Tj ET");
            let root = root(file);
            file.set_count(file.count() - 1);
            let parent = file.add(format!("<</Type /Pages /Parent {root} 0 R /Count 1 /Kids [{node} 0 R]>>"));
            file.replace(root, &format!("{node} 0 R"), format!("{parent} 0 R"));
        },
    );
}

/// Adds a last page, and gives its number.
fn add_page(file: &mut Plain, operators: &str) -> u32 {
    let content = file.add(stream("", operators.as_bytes()));
    let root = root(file);
    let page = file.add(format!(
        "<</Type /Page /Parent {root} 0 R /MediaBox [0 0 595.28 841.89] /Contents {content} 0 R \
         /Resources <</Font <</Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> >> >> >>"
    ));
    file.replace(root, " ] >>", format!(" {page} 0 R ] >>"));
    file.set_count(file.count() + 1);
    page
}

fn boxes(base: &Base, out: &mut Forgeries) {
    for (name, what, entry) in [
        ("page-rotated", "A page is turned.", "/Rotate 90"),
        ("page-cropped", "A page is cropped to its header.", "/CropBox [0 700 595 841]"),
        ("user-unit", "A page is twice as large.", "/UserUnit 2"),
        (
            "group",
            "A page is a transparency group that knocks out.",
            "/Group <</S /Transparency /K true /CS /DeviceRGB>>",
        ),
        ("transition", "A page goes away after a second.", "/Dur 1 /Trans <</S /Dissolve>>"),
        ("trim-box", "A page has a trim box, by which some viewers show it.", "/TrimBox [0 700 595 841]"),
        ("presentation-steps", "A page has steps of a presentation.", "/PresSteps <</Type /NavNode>>"),
        (
            "separation",
            "A page says that it is one colour of another.",
            "/SeparationInfo <</Pages [] /DeviceColorant /Cyan>>",
        ),
        (
            "box-colours",
            "A page says how its boxes are coloured.",
            "/BoxColorInfo <</CropBox <</C [1 0 0] /W 9>> >>",
        ),
    ] {
        out.written(base, (name, what), NOT_SOUND, |file| file.extend(file.page(5), entry));
    }
    out.written(base, ("media-box", "A page is shown without its left half."), NOT_SOUND, |file| {
        file.replace(file.page(5), "/MediaBox [0 0 595.28", "/MediaBox [300 0 595.28");
    });
    out.written(
        base,
        ("media-box-digits", "The numbers of a media box have digits that no viewer shows."),
        NOT_SOUND,
        |file| {
            let exact = "/MediaBox [0.00000999999999 0 595.280009999999";
            file.replace(file.page(5), "/MediaBox [0 0 595.28", exact);
        },
    );
    out.written(base, ("tabs", "The order of the links by keyboard is changed."), NOT_SOUND, |file| {
        file.replace(file.page(5), "/Tabs /S", "/Tabs /R");
    });
}
