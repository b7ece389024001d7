//! The style sheet: `style.css`, and what depends on the document.

use std::fmt::Write as _;

use ags_document::Accent;
use ags_document::Document;

/// The style sheet, for the element `style`. Text of the document is in it only as CSS strings, in which every character
/// but letters, digits and spaces is escaped.
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

/// The accent for a dark background: three tenths of it and seven tenths white, so that even black becomes a light grey.
fn on_dark(accent: Accent) -> [u8; 3] {
    accent.rgb().map(|part| u8::MAX - (u8::MAX - part) / 10 * 3)
}

/// The footer in CSS, with counters for the page numbers.
fn numbered(footer: &str) -> String {
    let mut content = String::new();
    let mut rest = footer;
    while let Some((before, counter, after)) = first_counter(rest) {
        let _ = write!(content, "{} counter({counter}) ", string(before));
        rest = after;
    }
    content + &string(rest)
}

/// The text before the first placeholder, the counter for it, and the text after it.
fn first_counter(footer: &str) -> Option<(&str, &'static str, &str)> {
    let found = [("{page}", "page"), ("{pages}", "pages")].into_iter().filter_map(|(mark, counter)| {
        footer.split_once(mark).map(|(before, after)| (before, counter, after))
    });
    found.min_by_key(|(before, ..)| before.len())
}

/// A CSS string.
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

    /// A colour of the style sheet, by its custom property.
    fn declared(scheme: &str, name: &str) -> [u8; 3] {
        let sheet = include_str!("style.css");
        let from = sheet.find(scheme).unwrap_or_else(|| panic!("no {scheme}"));
        let (_, value) =
            sheet[from..].split_once(&format!("--{name}: #")).unwrap_or_else(|| panic!("no {name}"));
        let [_, red, green, blue] = u32::from_str_radix(&value[..6], 16).unwrap().to_be_bytes();
        [red, green, blue]
    }

    #[test]
    fn every_text_colour_has_a_contrast_of_7_to_1_in_light_and_dark_mode() {
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
    fn every_accent_has_a_contrast_of_7_to_1_in_dark_mode() {
        for accent in ["#000000", "#0E3A5C", "#0000FF", "#6B0000", "#4F4F4F"] {
            let Ok(accent) = accent.parse::<Accent>() else { panic!("{accent} is not an accent") };
            for ground in ["ground", "tint"].map(|name| declared("(prefers-color-scheme: dark)", name)) {
                let contrast = contrast(on_dark(accent), ground);
                assert!(contrast >= 7.0, "{accent}: {contrast}");
            }
        }
    }

    #[test]
    fn placeholders_in_a_footer_become_counters() {
        assert_eq!(numbered("Page {page} of {pages}"), r#""Page " counter(page) " of " counter(pages) """#);
        assert_eq!(numbered("{pages}{page}"), r#""" counter(pages) "" counter(page) """#);
        assert_eq!(numbered("Kent"), r#""Kent""#);
    }

    #[test]
    fn text_cannot_end_its_string() {
        assert_eq!(string("A\"}</style>\n\\é"), "\"A\\22 \\7d \\3c \\2f style\\3e \\a \\5c é\"");
    }
}
