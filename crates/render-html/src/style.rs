//! How the page looks: the sheet in `style.css`, and what the document adds to it.

use std::fmt::Write as _;

use ags_document::Accent;
use ags_document::Document;

/// The style sheet, for the element `style`. Words of the document stand in it only as strings of CSS, in which
/// every character but letters, digits and spaces is escaped.
pub(crate) fn sheet(document: &Document) -> String {
    let accent = document.accent;
    let [red, green, blue] = on_dark(accent);
    let (header, footer) = (string(&document.furniture.header), numbered(&document.furniture.footer));
    format!(
        "{}:root{{--own:{accent};--own-on-dark:#{red:02X}{green:02X}{blue:02X}}}\
         @page{{@top-left{{content:{header}}}@bottom-right{{content:{footer}}}}}\
         @page:first{{@top-left{{content:none}}}}",
        include_str!("style.css")
    )
}

/// The accent for a dark ground: three tenths of it and seven of white, so that even black becomes a light grey.
fn on_dark(accent: Accent) -> [u8; 3] {
    accent.rgb().map(|part| u8::MAX - (u8::MAX - part) / 10 * 3)
}

/// The footer in CSS, with counters for the numbers of the pages.
fn numbered(footer: &str) -> String {
    let mut content = String::new();
    let mut rest = footer;
    while let Some((before, counter, after)) = first_number(rest) {
        let _ = write!(content, "{} counter({counter}) ", string(before));
        rest = after;
    }
    content + &string(rest)
}

/// What stands before the first number of a page, which it is, and what comes after.
fn first_number(footer: &str) -> Option<(&str, &'static str, &str)> {
    let found = [("{page}", "page"), ("{pages}", "pages")].into_iter().filter_map(|(mark, counter)| {
        footer.split_once(mark).map(|(before, after)| (before, counter, after))
    });
    found.min_by_key(|(before, ..)| before.len())
}

/// A string of CSS.
fn string(words: &str) -> String {
    let mut string = String::from("\"");
    for letter in words.chars() {
        match letter {
            // U+0000 has no escape in CSS.
            '\0' => string.push('\u{fffd}'),
            letter if letter.is_alphanumeric() || letter == ' ' => string.push(letter),
            letter => {
                let _ = write!(string, "\\{:x} ", u32::from(letter));
            }
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use ags_document::contrast;

    use super::*;

    /// A colour of the style sheet, by the line it is declared on.
    fn declared(scheme: &str, name: &str) -> [u8; 3] {
        let sheet = include_str!("style.css");
        let from = sheet.find(scheme).unwrap_or_else(|| panic!("no {scheme}"));
        let (_, value) =
            sheet[from..].split_once(&format!("--{name}: #")).unwrap_or_else(|| panic!("no {name}"));
        let [_, red, green, blue] = u32::from_str_radix(&value[..6], 16).unwrap().to_be_bytes();
        [red, green, blue]
    }

    #[test]
    fn every_colour_of_text_stands_at_7_to_1_in_the_light_and_in_the_dark() {
        for scheme in [":root", "@media screen and (prefers-color-scheme: dark)"] {
            for ground in ["ground", "tint"].map(|name| declared(scheme, name)) {
                for text in ["ink", "quiet", "link", "mark"] {
                    let contrast = contrast(declared(scheme, text), ground);
                    assert!(contrast >= 7.0, "{text} in {scheme}: {contrast}");
                }
            }
        }
        assert!(contrast(declared(":root", "draft"), [255; 3]) >= 7.0);
    }

    #[test]
    fn every_accent_stands_at_7_to_1_in_the_dark() {
        for accent in ["#000000", "#0E3A5C", "#0000FF", "#6B0000", "#4F4F4F"] {
            let Ok(accent) = accent.parse::<Accent>() else { panic!("{accent} is no accent") };
            for ground in ["ground", "tint"].map(|name| declared("(prefers-color-scheme: dark)", name)) {
                let contrast = contrast(on_dark(accent), ground);
                assert!(contrast >= 7.0, "{accent}: {contrast}");
            }
        }
    }

    #[test]
    fn a_footer_counts_pages_where_it_says_so() {
        assert_eq!(numbered("Page {page} of {pages}"), r#""Page " counter(page) " of " counter(pages) """#);
        assert_eq!(numbered("{pages}{page}"), r#""" counter(pages) "" counter(page) """#);
        assert_eq!(numbered("Kent"), r#""Kent""#);
    }

    #[test]
    fn words_cannot_leave_their_string() {
        assert_eq!(string("A\"}</style>\n\\é"), "\"A\\22 \\7d \\3c \\2f style\\3e \\a \\5c é\"");
    }
}
