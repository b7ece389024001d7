//! What prevents a document from being rendered as an accessible one.

use governance_model::web_address::{outside_host, without_user};

use super::pointer::PointerPath;
use super::{
    Block, Cell, DEEPEST_BLOCK, Document, DocumentViolation, Drawing, Figure, Inline, InvalidDocument,
    LONGEST_TARGET, Shape, Signature, SignaturePlace, Signatures, Table,
};

impl Document {
    /// Everything that prevents this document from being rendered as an accessible one, in reading order; empty
    /// when nothing does.
    ///
    /// ```
    /// # use ags_document::{Block, Document, DocumentViolation, Furniture};
    /// # let furniture = Furniture { header: String::new(), footer: String::new(), contents: None, skip: "Skip".into(), continued: String::new() };
    /// let document = Document {
    ///     title: "Annual Governance Statement".into(),
    ///     body: vec![Block::Heading { level: 2, text: "Scope".into() }],
    ///     // and the rest
    /// #   author: String::new(), subject: String::new(), language: "en-GB".into(), date: chrono::NaiveDate::MIN,
    /// #   status: None, accent: Default::default(), crest: None, attachments: vec![], furniture, cover: vec![], colophon: vec![],
    /// };
    /// assert!(matches!(document.violations()[..], [DocumentViolation::HeadingLevel { level: 2, most: 1, .. }]));
    /// ```
    #[must_use]
    pub fn violations(&self) -> Vec<DocumentViolation> {
        let mut survey = Survey { deepest_heading: 1, violations: vec![] };
        survey.not_blank(&PointerPath::field("title"), "the title", &self.title);
        survey.language(&PointerPath::field("language"), &self.language);
        let furniture = PointerPath::field("furniture");
        if let Some(contents) = &self.furniture.contents {
            survey.not_blank(&furniture.then("contents"), "the heading over the contents", contents);
        }
        survey.not_blank(&furniture.then("skip"), "the link past the contents", &self.furniture.skip);
        survey.blocks(&PointerPath::field("cover"), &self.cover, &COVER);
        survey.blocks(&PointerPath::field("body"), &self.body, &BODY);
        survey.blocks(&PointerPath::field("colophon"), &self.colophon, &COLOPHON);
        survey.violations
    }

    /// Checks that the document can be rendered as an accessible one.
    ///
    /// # Errors
    /// - [`InvalidDocument`] with every [violation](Self::violations) when it cannot.
    pub fn validate(&self) -> Result<(), InvalidDocument> {
        let violations = self.violations();
        if violations.is_empty() { Ok(()) } else { Err(InvalidDocument(violations)) }
    }
}

/// What contains blocks, and so which blocks it may contain.
struct Inside {
    name: &'static str,
    headings: bool,
    tables_and_notes: bool,
    together: bool,
    /// From 1, for the blocks of the body and the cover.
    depth: usize,
}

const BODY: Inside =
    Inside { name: "the body", headings: true, tables_and_notes: true, together: true, depth: 1 };
const COLOPHON: Inside = Inside { name: "the colophon", headings: false, ..BODY };
const COVER: Inside = Inside { name: "the cover", headings: false, ..BODY };

impl Inside {
    /// The inside of a block that may contain paragraphs and lists only.
    fn plain(&self, name: &'static str) -> Self {
        let depth = self.depth + 1;
        Self { name, headings: false, tables_and_notes: false, together: false, depth }
    }

    /// The inside of a block that stays together.
    fn together(&self) -> Self {
        let name = "a block that stays together";
        Self { name, together: false, depth: self.depth + 1, ..*self }
    }

    fn refuses(&self, block: &Block) -> Option<&'static str> {
        match block {
            Block::Heading { .. } if !self.headings => Some("a heading"),
            Block::Table(_) if !self.tables_and_notes => Some("a table"),
            Block::Figure(_) if !self.tables_and_notes => Some("a figure"),
            Block::Note { .. } if !self.tables_and_notes => Some("a note"),
            Block::Together(_) if !self.together => Some("a block that stays together"),
            Block::Signatures(_) if !self.tables_and_notes => Some("a block of signatures"),
            _ => None,
        }
    }
}

struct Survey {
    /// The deepest level that the next heading may have.
    deepest_heading: u8,
    violations: Vec<DocumentViolation>,
}

impl Survey {
    fn not_blank(&mut self, at: &PointerPath<'_>, what: &'static str, words: &str) {
        if words.trim().is_empty() {
            self.violations.push(DocumentViolation::Empty { at: at.to_string(), what });
        }
    }

    fn not_empty(&mut self, at: &PointerPath<'_>, what: &'static str, count: usize) {
        if count == 0 {
            self.violations.push(DocumentViolation::Missing { at: at.to_string(), what });
        }
    }

    fn language(&mut self, at: &PointerPath<'_>, tag: &str) {
        if tag.trim().is_empty() {
            self.not_blank(at, "the language", tag);
        } else if !is_language_tag(tag) {
            self.violations.push(DocumentViolation::Language { at: at.to_string(), tag: tag.into() });
        }
    }

    fn blocks(&mut self, at: &PointerPath<'_>, blocks: &[Block], inside: &Inside) {
        if inside.depth > DEEPEST_BLOCK && !blocks.is_empty() {
            self.violations.push(DocumentViolation::TooDeep { at: at.to_string(), most: DEEPEST_BLOCK });
            return;
        }
        for (index, block) in blocks.iter().enumerate() {
            self.block(&at.then(index), block, inside);
        }
    }

    fn block(&mut self, at: &PointerPath<'_>, block: &Block, inside: &Inside) {
        if let Some(what) = inside.refuses(block) {
            self.violations.push(DocumentViolation::Misplaced {
                at: at.to_string(),
                what,
                inside: inside.name,
            });
            return;
        }
        match block {
            Block::Heading { level, text } => self.heading(&at.then("heading"), *level, text),
            Block::Paragraph(inlines) => self.paragraph(&at.then("paragraph"), inlines),
            Block::Bullets(items) => self.list(&at.then("bullets"), items, inside),
            Block::Numbered(items) => self.list(&at.then("numbered"), items, inside),
            Block::Table(table) => self.table(&at.then("table"), table, inside),
            Block::Figure(figure) => self.figure(&at.then("figure"), figure),
            Block::Note { label, blocks } => self.note(&at.then("note"), label, blocks, inside),
            Block::Together(blocks) => self.blocks(&at.then("together"), blocks, &inside.together()),
            Block::Signatures(signatures) => self.signatures(&at.then("signatures"), signatures),
        }
    }

    fn heading(&mut self, at: &PointerPath<'_>, level: u8, text: &str) {
        self.not_blank(&at.then("text"), "the heading", text);
        let most = self.deepest_heading;
        if level == 0 || level > most {
            self.violations.push(DocumentViolation::HeadingLevel {
                at: at.to_string(),
                text: text.into(),
                level,
                most,
            });
        }
        self.deepest_heading = level.clamp(1, most).saturating_add(1).min(6);
    }

    fn paragraph(&mut self, at: &PointerPath<'_>, inlines: &[Inline]) {
        for (index, inline) in inlines.iter().enumerate() {
            let at = at.then(index);
            match inline {
                Inline::Link { text, target } => self.link(&at.then("link"), text, target),
                Inline::Foreign { language, .. } => {
                    self.language(&at.then("foreign").then("language"), language);
                }
                Inline::Text(_) | Inline::Strong(_) | Inline::Mark(_) => {}
            }
        }
    }

    fn link(&mut self, at: &PointerPath<'_>, text: &str, target: &str) {
        self.not_blank(&at.then("text"), "the text of the link", text);
        if !is_absolute_address(target) {
            let at = at.then("target").to_string();
            self.violations.push(DocumentViolation::LinkTarget { at, target: without_user(target) });
        } else if target.len() > LONGEST_TARGET {
            let (at, bytes) = (at.then("target").to_string(), target.len());
            self.violations.push(DocumentViolation::LongTarget { at, bytes });
        }
    }

    fn list(&mut self, at: &PointerPath<'_>, items: &[Vec<Block>], inside: &Inside) {
        self.not_empty(at, "the list", items.len());
        for (index, item) in items.iter().enumerate() {
            let at = at.then(index);
            self.not_empty(&at, "the item of the list", item.len());
            self.blocks(&at, item, &inside.plain("a list"));
        }
    }

    fn note(&mut self, at: &PointerPath<'_>, label: &str, blocks: &[Block], inside: &Inside) {
        self.not_blank(&at.then("label"), "the label of the note", label);
        self.not_empty(&at.then("blocks"), "the note", blocks.len());
        self.blocks(&at.then("blocks"), blocks, &inside.plain("a note"));
    }

    fn table(&mut self, at: &PointerPath<'_>, table: &Table, inside: &Inside) {
        self.not_blank(&at.then("caption"), "the caption of the table", &table.caption);
        self.not_empty(&at.then("columns"), "the table", table.columns.len());
        self.not_empty(&at.then("rows"), "the table", table.rows.len());
        for (index, column) in table.columns.iter().enumerate() {
            self.not_blank(&at.then("columns").then(index), "the heading of the column", column);
        }
        for (index, row) in table.rows.iter().enumerate() {
            self.row(&at.then("rows").then(index), row, table, inside);
        }
    }

    fn figure(&mut self, at: &PointerPath<'_>, figure: &Figure) {
        self.not_blank(&at.then("caption"), "the caption of the figure", &figure.caption);
        self.not_blank(&at.then("alt"), "the alternative text of the figure", &figure.alt);
        let drawing = at.then("drawing");
        self.not_empty(&drawing.then("shapes"), "the drawing", figure.drawing.shapes.len());
        let Drawing { width, height, .. } = figure.drawing;
        if !(1..=Drawing::WIDEST).contains(&width) || !(1..=Drawing::TALLEST).contains(&height) {
            self.violations.push(DocumentViolation::DrawingSize { at: drawing.to_string(), width, height });
        }
        for (index, shape) in figure.drawing.shapes.iter().enumerate() {
            let shapes = drawing.then("shapes");
            self.shape(&shapes.then(index), shape, &figure.drawing);
        }
    }

    fn shape(&mut self, at: &PointerPath<'_>, shape: &Shape, drawing: &Drawing) {
        if let Shape::Words { text, .. } = shape {
            let (characters, words) = (text.chars().count(), at.then("words"));
            let at = words.then("text");
            self.not_blank(&at, "the words of the drawing", text);
            if characters > Drawing::LONGEST_WORDS {
                self.violations.push(DocumentViolation::DrawingWords { at: at.to_string(), characters });
            }
        }
        let (right, bottom) = match *shape {
            Shape::Area { x, y, width, height, .. } => (x.checked_add(width), y.checked_add(height)),
            Shape::Rule { x, y, across, down } => (x.checked_add(across), y.checked_add(down)),
            Shape::Words { x, y, .. } => (Some(x), Some(y)),
            Shape::Squares { x, y, .. } => {
                let [.., width, height] = shape.ground().unwrap_or_default();
                (x.checked_add(width), y.checked_add(height))
            }
        };
        let fits = right.is_some_and(|right| right <= drawing.width)
            && bottom.is_some_and(|bottom| bottom <= drawing.height);
        if !fits {
            self.violations.push(DocumentViolation::OutsideDrawing { at: at.to_string() });
        }
    }

    fn signatures(&mut self, at: &PointerPath<'_>, signatures: &Signatures) {
        let Signatures { signed, name, date, places } = signatures;
        self.not_blank(&at.then("signed"), "the label of the signatures", signed);
        self.not_blank(&at.then("name"), "the label of the names", name);
        self.not_blank(&at.then("date"), "the label of the dates", date);
        self.not_empty(&at.then("places"), "the block of signatures", places.len());
        for (index, place) in places.iter().enumerate() {
            self.place(&at.then("places").then(index), place);
        }
    }

    fn place(&mut self, at: &PointerPath<'_>, place: &SignaturePlace) {
        self.not_blank(&at.then("office"), "the office of the person who signs", &place.office);
        let given = [
            ("body", "the body that is signed for", &place.body),
            ("name", "the name of the person who signs", &place.name),
            ("date", "the date of the signature", &place.date),
        ];
        for (key, what, words) in given {
            if let Some(words) = words {
                self.not_blank(&at.then(key), what, words);
            }
        }
        let signature = at.then("signature");
        match &place.signature {
            Signature::Made(words) => {
                self.not_blank(&signature.then("made"), "the text in place of the signature", words);
            }
            Signature::Field(words) => {
                self.not_blank(&signature.then("field"), "the name of the field", words);
            }
            Signature::Room => {}
        }
    }

    fn row(&mut self, at: &PointerPath<'_>, row: &[Cell], table: &Table, inside: &Inside) {
        let (cells, columns) = (row.len(), table.columns.len());
        if cells != columns {
            self.violations.push(DocumentViolation::RaggedRow { at: at.to_string(), cells, columns });
        }
        let header = row.first().filter(|_| table.row_headers);
        if header.is_some_and(|header| header.iter().all(is_blank)) {
            self.not_blank(&at.then(0), "the header of the row", "");
        }
        for (index, cell) in row.iter().enumerate() {
            self.blocks(&at.then(index), cell, &inside.plain("a table cell"));
        }
    }
}

/// Whether a block is a paragraph without a visible character.
fn is_blank(block: &Block) -> bool {
    let Block::Paragraph(inlines) = block else { return false };
    inlines.iter().all(|inline| inline.words().trim().is_empty())
}

/// Whether a tag has the shape that BCP 47 gives a language tag: subtags of at most eight ASCII letters and
/// digits, the first of two or three letters, or `x` before a private one.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let language_fits =
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    language_fits
        && subtags.all(|subtag| {
            matches!(subtag.len(), 1..=8) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether an address begins with a scheme a reader can follow from anywhere, names a host in ASCII, as a
/// [`WebAddress`](governance_model::WebAddress) does, and has no white space.
fn is_absolute_address(target: &str) -> bool {
    let after = |scheme: &str| {
        let (head, rest) = target.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let web = ["https://", "http://"].into_iter().find_map(after);
    let web_host = web.and_then(|rest| rest.split(['/', '?', '#']).next());
    let mail = after("mailto:").and_then(|rest| rest.split('?').next()).filter(|mail| mail.is_ascii());
    let mail_host = mail.and_then(|mail| mail.rsplit('@').next());
    let spaced = target.chars().any(|character| character.is_whitespace() || character.is_control());
    !spaced && web_host.or(mail_host).is_some_and(|host| !host.is_empty() && outside_host(host).is_none())
}

#[cfg(test)]
mod tests {
    use super::super::{Align, Fill, sample};
    use super::*;

    fn with_body(body: Vec<Block>) -> Vec<String> {
        let document = Document { body, ..sample::empty() };
        document.violations().iter().map(ToString::to_string).collect()
    }

    fn heading(level: u8) -> Block {
        Block::Heading { level, text: "Scope".into() }
    }

    fn bullets_in_bullets(deep: usize) -> Block {
        (2..deep).fold(Block::plain("at last"), |inner, _| Block::Bullets(vec![vec![inner]]))
    }

    fn table(columns: usize, cells: usize) -> Table {
        Table {
            caption: "Actions".into(),
            columns: vec![String::from("Action"); columns],
            row_headers: false,
            rows: vec![vec![vec![Block::plain("x")]; cells]],
        }
    }

    #[test]
    fn a_document_of_every_kind_of_block_has_no_violations() {
        assert_eq!(sample::of_everything().violations(), []);
    }

    #[test]
    fn an_empty_title_and_a_blank_language_are_both_named() {
        let document = Document { title: String::new(), language: " ".into(), ..sample::empty() };
        let violations: Vec<_> = document.violations().iter().map(ToString::to_string).collect();
        assert_eq!(
            violations,
            ["/title: the title is empty; write one", "/language: the language is empty; write one"]
        );
    }

    #[test]
    fn a_language_is_a_tag_and_not_a_name() {
        for tag in ["en", "en-GB", "cy", "zh-Hant-TW", "sl-rozaj-biske-1994"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["e", "english", "en_GB", "en-", "en-waytoolong", "Welsh language", "42"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn the_first_heading_is_of_level_1_and_none_skips_one() {
        assert_eq!(with_body(vec![heading(1), heading(2), heading(3), heading(1), heading(2)]), [""; 0]);
        assert_eq!(
            with_body(vec![heading(2)]),
            ["/body/0/heading: heading \"Scope\" has level 2 where at most 1 is allowed; write level 1"]
        );
        assert_eq!(
            with_body(vec![heading(1), heading(3)]),
            ["/body/1/heading: heading \"Scope\" has level 3 where at most 2 is allowed; write level 2"]
        );
    }

    #[test]
    fn one_skipped_level_is_one_violation() {
        assert_eq!(with_body(vec![heading(1), heading(3), heading(3)]).len(), 1);
    }

    #[test]
    fn level_6_is_a_heading_and_levels_0_and_7_are_not() {
        let six: Vec<_> = (1..=6).map(heading).collect();
        assert_eq!(with_body(six.clone()), [""; 0]);
        assert_eq!(with_body(six.into_iter().chain([heading(7)]).collect()).len(), 1);
        assert_eq!(with_body(vec![heading(0)]).len(), 1);
    }

    #[test]
    fn a_blank_heading_is_empty() {
        let blank = Block::Heading { level: 1, text: "  ".into() };
        assert_eq!(with_body(vec![blank]), ["/body/0/heading/text: the heading is empty; write one"]);
    }

    #[test]
    fn a_row_with_a_cell_too_few_or_too_many_is_ragged() {
        assert_eq!(with_body(vec![Block::Table(table(2, 2))]), [""; 0]);
        for cells in [1, 3] {
            let violation =
                DocumentViolation::RaggedRow { at: "/body/0/table/rows/0".into(), cells, columns: 2 };
            assert_eq!(with_body(vec![Block::Table(table(2, cells))]), [violation.to_string()]);
        }
    }

    #[test]
    fn a_row_header_needs_words_only_where_rows_have_headers() {
        let mut table = table(2, 2);
        table.rows = vec![vec![vec![Block::plain(" ")], vec![]]];
        assert_eq!(with_body(vec![Block::Table(table.clone())]), [""; 0]);
        table.row_headers = true;
        assert_eq!(
            with_body(vec![Block::Table(table)]),
            ["/body/0/table/rows/0/0: the header of the row is empty; write one"]
        );
    }

    #[test]
    fn lists_items_tables_and_notes_are_not_empty() {
        let no_rows = Table { rows: vec![], ..table(1, 1) };
        let note = Block::Note { label: "Note".into(), blocks: vec![] };
        let violations = with_body(vec![
            Block::Bullets(vec![]),
            Block::Numbered(vec![vec![]]),
            Block::Table(no_rows),
            note,
        ]);
        assert_eq!(
            violations,
            [
                "/body/0/bullets: the list has nothing in it; leave it out or fill it",
                "/body/1/numbered/0: the item of the list has nothing in it; leave it out or fill it",
                "/body/2/table/rows: the table has nothing in it; leave it out or fill it",
                "/body/3/note/blocks: the note has nothing in it; leave it out or fill it",
            ]
        );
    }

    #[test]
    fn a_cell_has_no_heading_and_a_cover_may_have_a_table_but_no_heading() {
        let mut holding = table(1, 1);
        holding.rows = vec![vec![vec![heading(1)]]];
        assert_eq!(
            with_body(vec![heading(1), Block::Table(holding)]),
            ["/body/1/table/rows/0/0/0: a heading is not allowed inside a table cell; move it out"]
        );
        let document = Document { cover: vec![Block::Table(table(1, 1)), heading(1)], ..sample::empty() };
        let violations: Vec<_> = document.violations().iter().map(ToString::to_string).collect();
        assert_eq!(violations, ["/cover/1: a heading is not allowed inside the cover; move it out"]);
    }

    fn drawing(width: u16, height: u16, shapes: Vec<Shape>) -> Vec<String> {
        let drawing = Drawing { width, height, shapes };
        let figure = Figure { caption: "Scores".into(), alt: "Two bars".into(), drawing };
        with_body(vec![Block::Figure(figure)])
    }

    #[test]
    fn a_drawing_fits_on_a_page_and_one_point_more_does_not() {
        let rule = || vec![Shape::Rule { x: 0, y: 0, across: 1, down: 0 }];
        assert_eq!(drawing(450, 490, rule()), [""; 0]);
        for (width, height) in [(451, 490), (450, 491), (0, 1)] {
            assert!(drawing(width, height, rule())[0].contains("does not fit on a page"), "{width} {height}");
        }
    }

    #[test]
    fn a_shape_may_end_at_the_edge_of_its_drawing_and_no_further() {
        let area = |x| vec![Shape::Area { x, y: 0, width: 60, height: 40, fill: Fill::Full }];
        assert_eq!(drawing(100, 40, area(40)), [""; 0]);
        for x in [41, u16::MAX] {
            assert_eq!(
                drawing(100, 40, area(x)),
                [
                    "/body/0/figure/drawing/shapes/0: this is outside its drawing; move it in or enlarge the drawing"
                ]
            );
        }
    }

    #[test]
    fn words_of_a_drawing_have_at_most_thirty_six_characters() {
        let words = |length: usize| {
            let text = "ŵ".repeat(length);
            vec![Shape::Words { x: 0, y: 20, align: Align::Start, strong: false, text }]
        };
        assert_eq!(drawing(100, 40, words(36)), [""; 0]);
        assert!(drawing(100, 40, words(37))[0].contains("37 characters where at most 36 fit"));
    }

    #[test]
    fn blocks_that_stay_together_may_contain_headings_and_tables_but_not_each_other() {
        let sign_off = Block::Together(vec![heading(1), Block::Table(table(1, 1))]);
        assert_eq!(with_body(vec![sign_off.clone()]), [""; 0]);
        assert_eq!(with_body(vec![Block::Together(vec![sign_off])]).len(), 1);
    }

    #[test]
    fn blocks_nested_eight_deep_are_valid_and_nine_deep_are_not() {
        assert_eq!(with_body(vec![Block::Bullets(vec![vec![bullets_in_bullets(8)]])]), [""; 0]);
        let violations = with_body(vec![Block::Bullets(vec![vec![bullets_in_bullets(9)]])]);
        assert_eq!(violations.len(), 1, "{violations:?}");
        assert!(
            violations[0].ends_with("blocks are nested more than 8 deep; flatten them"),
            "{violations:?}"
        );
    }

    #[test]
    fn a_link_has_an_absolute_address() {
        for target in ["https://example.org", "HTTP://example.org/a?b#c", "mailto:a@example.org"] {
            assert!(is_absolute_address(target), "{target}");
        }
        for target in [
            "",
            "https://",
            "www.example.org",
            "/policy",
            "javascript:alert(1)",
            "https://a b",
            "https://user:pw@example.org",
            "https://ex\u{430}mple.org/",
            "https://example.org\\@example.com",
            "mailto:",
            "mailto:a@ex\u{430}mple.org?subject=b",
        ] {
            assert!(!is_absolute_address(target), "{target}");
        }
    }

    #[test]
    fn the_violation_of_a_link_does_not_repeat_a_password() {
        let link = Inline::Link { text: "accounts".into(), target: "https://user:pw@example.org/a".into() };
        let [violation] = with_body(vec![Block::Paragraph(vec![link])]).try_into().unwrap();
        assert!(violation.contains("\"https://example.org/a\"") && !violation.contains("pw"), "{violation}");
    }

    #[test]
    fn the_violation_of_a_link_names_the_address() {
        let link = Inline::Link { text: " ".into(), target: "policy.pdf".into() };
        let violations = with_body(vec![Block::Paragraph(vec![link])]);
        assert_eq!(violations[0], "/body/0/paragraph/0/link/text: the text of the link is empty; write one");
        assert!(
            violations[1]
                .starts_with("/body/0/paragraph/0/link/target: a link cannot lead to \"policy.pdf\"")
        );
    }
}
