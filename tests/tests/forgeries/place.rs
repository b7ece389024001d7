//! Places on a page, found by what is there: words may change, and numbers with them.

use tests::plain_pdf::{Plain, position};

/// A paragraph that another follows, by the number of its mark.
pub fn paragraph(file: &Plain, page: usize) -> usize {
    let content = String::from_utf8_lossy(file.content(file.drawing(page))).into_owned();
    let followed = |number: &usize| {
        let (this, next) =
            (format!("/P <</MCID {number}>> BDC"), format!("EMC\n/P <</MCID {}>>", number + 1));
        content.split_once(&this).is_some_and(|(_, after)| after.contains(&next))
    };
    (0..100).find(followed).unwrap()
}

/// A line of text: where it is set, as it is written.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// From the left.
    pub x: String,
    /// From below.
    pub y: String,
}

impl Line {
    /// As it is written.
    pub fn written(&self) -> String {
        format!("{} {} Td", self.x, self.y)
    }
}

/// The lines of the paragraphs of a page, from above.
pub fn lines(file: &Plain, page: usize) -> Vec<Line> {
    let content = file.content(file.drawing(page));
    let from = position(content, b"/P <</MCID ").unwrap();
    let to = position(content, b"/Artifact <</Subtype/Footer").unwrap();
    let line = |line: &[u8]| {
        let words = std::str::from_utf8(line.strip_suffix(b" Td")?).ok()?;
        let (x, y) = words.split_once(' ')?;
        Some(Line { x: x.into(), y: y.into() })
    };
    content[from..to].split(|byte| *byte == b'\n').filter_map(line).collect()
}

/// Two lines of a page, one under the other.
pub fn two_lines(file: &Plain, page: usize) -> (Line, Line) {
    let lines = lines(file, page);
    let two = lines.windows(2).find(|two| two[0].x == two[1].x && two[0].y != two[1].y).unwrap();
    (two[0].clone(), two[1].clone())
}

/// Four letters of a paragraph, as they are written: the first is neither the second nor the last.
pub fn letters(file: &Plain, page: usize) -> [u8; 8] {
    let content = file.content(file.drawing(page));
    letters_in(&content[position(content, b"/P <</MCID ").unwrap()..])
}

/// Four letters of the last line of a page.
pub fn last_letters(file: &Plain, page: usize) -> [u8; 8] {
    let content = file.content(file.drawing(page));
    let last = lines(file, page).pop().unwrap().written();
    letters_in(&content[position(content, last.as_bytes()).unwrap()..])
}

fn letters_in(content: &[u8]) -> [u8; 8] {
    let plain = |byte: &u8| !b"\\()\r\n".contains(byte);
    let string = &content[position(content, b"[(").unwrap() + 2..];
    let glyphs = string.windows(8).step_by(2).take_while(|glyphs| glyphs[0] == 0 && glyphs[1] != b')');
    let differ = |glyphs: &&[u8]| glyphs[1] != glyphs[3] && glyphs[1] != glyphs[7];
    let whole = |glyphs: &&[u8]| glyphs.iter().step_by(2).all(|high| *high == 0) && glyphs.iter().all(plain);
    glyphs.filter(whole).find(differ).unwrap().try_into().unwrap()
}

/// The letters with the last one as the first.
pub fn another_letter(mut letters: [u8; 8]) -> [u8; 8] {
    letters[7] = letters[1];
    letters
}

/// The first link to an address, by its number, and the address.
pub fn link(file: &Plain) -> (u32, String) {
    let link = file.find("/S /URI /URI (https://");
    let body = String::from_utf8_lossy(&file.objects[&link]).into_owned();
    let address = body.split_once("/S /URI /URI (").unwrap().1.split_once(')').unwrap().0;
    (link, address.to_owned())
}
