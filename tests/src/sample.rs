//! Sample documents.

use ags::document::{
    Accent, Align, Attachment, Block, Cell, Document, Drawing, Figure, Fill, Furniture, Inline, Relationship,
    Shape, Signature, SignaturePlace, Signatures, Table,
};
use chrono::NaiveDate;

/// A document without a body.
#[must_use]
pub fn empty() -> Document {
    Document {
        colophon: Vec::new(),
        title: "Annual Governance Statement 2021/22".into(),
        author: "Anyshire Council".into(),
        subject: "How the council governed itself in 2021/22".into(),
        language: "en-GB".into(),
        date: NaiveDate::from_ymd_opt(2022, 5, 31).unwrap(),
        status: Some("Draft: not yet approved".into()),
        accent: Accent::default(),
        crest: None,
        attachments: vec![],
        furniture: Furniture {
            header: "Anyshire Council: Annual Governance Statement".into(),
            footer: "Page {page} of {pages}".into(),
            contents: Some("Contents".into()),
            skip: "Skip to main content".into(),
            continued: "(continued)".into(),
        },
        cover: vec![],
        body: vec![],
    }
}

/// A document with a body.
#[must_use]
pub fn with_body(body: Vec<Block>) -> Document {
    Document { body, ..empty() }
}

/// A heading.
#[must_use]
pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

/// Plain text.
#[must_use]
pub fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

/// A link.
#[must_use]
pub fn link(words: &str, target: &str) -> Inline {
    Inline::Link { text: words.into(), target: target.into() }
}

/// A cell of one paragraph.
#[must_use]
pub fn cell(words: &str) -> Cell {
    vec![Block::plain(words)]
}

/// One of every kind of block and inline, on few pages.
#[must_use]
pub fn of_everything() -> Document {
    let signatures = Table {
        caption: "Signatures".into(),
        columns: vec!["Office".into(), "Date".into()],
        row_headers: true,
        rows: vec![vec![cell("Leader"), vec![]]],
    };
    let body = vec![
        heading(1, "Scope"),
        Block::Paragraph(vec![
            text("Under "),
            link("regulation 6", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
            text(" we "),
            Inline::Strong("must".into()),
            text(" review "),
            Inline::Foreign { language: "cy".into(), text: "llywodraethu".into() },
            text(" every year. "),
            Inline::Mark("[illustrative]".into()),
        ]),
        heading(2, "Roles"),
        Block::Bullets(vec![
            vec![Block::plain("Cabinet"), Block::Numbered(vec![vec![Block::plain("decides")]])],
            vec![Block::plain("Council")],
        ]),
        Block::Note { label: "Opinion".into(), blocks: vec![Block::plain("Adequate.")] },
        heading(1, "Conclusion"),
        Block::Together(vec![heading(2, "Sign-off"), Block::Table(signatures)]),
    ];
    Document { cover: vec![Block::plain("For approval")], ..with_body(body) }
}

/// A place for a signature in every state, with these words in all of them.
#[must_use]
pub fn signatures(words: &str) -> Block {
    let place = |signature| SignaturePlace {
        body: None,
        office: words.into(),
        name: Some(words.into()),
        date: Some("31 May 2022".into()),
        signature,
    };
    let blank = |signature| SignaturePlace { name: None, date: None, ..place(signature) };
    let field = || Signature::Field(format!("Signature: {words}"));
    Block::Signatures(Signatures {
        signed: "Signed".into(),
        name: "Name".into(),
        date: "Date".into(),
        places: vec![
            SignaturePlace { body: Some(words.into()), ..place(Signature::Made(words.into())) },
            blank(Signature::Room),
            blank(field()),
            SignaturePlace { date: None, ..place(field()) },
        ],
    })
}

/// A QR code with its caption.
#[must_use]
pub fn qr_code() -> Block {
    let address = "https://www.example.gov.uk/verify";
    Block::Figure(Figure {
        caption: "Verify this statement".into(),
        alt: format!("QR code for {address}"),
        drawing: Drawing::qr_code(address).unwrap(),
    })
}

/// Two bars with their labels and a rule.
#[must_use]
pub fn figure() -> Block {
    let bar = |y, width, fill| Shape::Area { x: 150, y, width, height: 20, fill };
    let words =
        |y, text: &str| Shape::Words { x: 0, y, align: Align::Start, strong: false, text: text.into() };
    let shapes = vec![
        Shape::Rule { x: 149, y: 0, across: 0, down: 60 },
        words(19, "In writing"),
        bar(5, 240, Fill::Full),
        words(49, "In practice"),
        bar(35, 120, Fill::Light),
    ];
    Block::Figure(Figure {
        caption: "Pieces of evidence".into(),
        alt: "24 pieces of evidence in writing and 12 in practice.".into(),
        drawing: Drawing { width: 400, height: 60, shapes },
    })
}

/// An attachment.
#[must_use]
pub fn attachment(name: &str) -> Attachment {
    Attachment {
        name: name.into(),
        media_type: "application/json",
        description: "The statement, for a machine".into(),
        relationship: Relationship::Source,
        content: "{\"schema\": \"ags-statement/1\"}\n".into(),
    }
}

/// A figure with the same numbers in a table, a link, and two attachments.
#[must_use]
pub fn with_figure_and_attachments() -> Document {
    let numbers = Table {
        caption: "Pieces of evidence by kind".into(),
        columns: vec!["Kind".into(), "Pieces".into()],
        row_headers: true,
        rows: vec![vec![cell("In writing"), cell("24")], vec![cell("In practice"), cell("12")]],
    };
    let report = Attachment {
        media_type: "text/plain",
        description: "Adroddiad y gwiriad, tŷ".into(),
        relationship: Relationship::Supplement,
        content: String::new(),
        ..attachment("adroddiad tŷ.txt")
    };
    let body = vec![
        heading(1, "Evidence"),
        figure(),
        Block::Table(numbers),
        heading(2, "Sources"),
        Block::Paragraph(vec![link("The local code", "https://example.org/code")]),
    ];
    Document { attachments: vec![attachment("statement.json"), report], ..with_body(body) }
}

/// A document of extremes: sixty headings, nested lists, a table over many pages with a row taller than a page, an address
/// longer than a line, and letters outside ASCII.
#[must_use]
pub fn long() -> Document {
    let mut body = vec![heading(1, "Beginnings")];
    for number in 1..60_u8 {
        let level = [2, 3, 4, 5, 6, 1][usize::from(number - 1) % 6];
        body.push(heading(
            level,
            &format!("Heading number {number} about Tŷ’r Cyngor and “ŵyl” at £5 or €½"),
        ));
        body.push(Block::plain(format!("Paragraph {number}. {}", "The council keeps its word. ".repeat(14))));
    }
    body.push(heading(1, "Lists"));
    body.push(nested_list(6));
    body.push(Block::Numbered((1..=120).map(|number| cell(&format!("item {number}"))).collect()));
    let address = format!("https://www.example.gov.uk/{}", "abcdefghijklmnopqrstuvwxyz0123456789".repeat(8));
    body.push(Block::Paragraph(vec![text("See "), link(&address, &address), text(" for more.")]));
    body.push(Block::Note {
        label: "A note longer than a page".into(),
        blocks: (0..40)
            .map(|number| Block::plain(format!("Note line {number}. {}", "And on. ".repeat(20))))
            .collect(),
    });
    body.push(big_table());
    with_body(body)
}

fn nested_list(depth: u8) -> Block {
    let mut item =
        vec![Block::plain(format!("a point with {depth} levels from here on, {}", "and words ".repeat(20)))];
    if depth > 1 {
        item.push(nested_list(depth - 1));
    }
    Block::Bullets(vec![item])
}

fn big_table() -> Block {
    let row = |number: usize| {
        let long = if number == 30 { 260 } else { 6 };
        vec![
            cell(&format!("Issue {number}")),
            cell(&format!("Row {number}: {}", "review the medium-term plan, ".repeat(long))),
            cell("Director of Internationalisation"),
            vec![
                Block::Bullets(vec![cell("Antidisestablishmentarianism"), cell("31 March 2023")]),
                Block::plain("£1,000"),
            ],
        ]
    };
    Block::Table(Table {
        caption: "Action plan".into(),
        columns: vec!["Issue".into(), "Action".into(), "Owner".into(), "Detail".into()],
        row_headers: true,
        rows: (1..=60).map(row).collect(),
    })
}
