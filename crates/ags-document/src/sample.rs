//! Documents for the tests of this module.

use chrono::NaiveDate;

use super::{
    Accent, Align, Block, Document, Drawing, Figure, Fill, Furniture, Inline, Shape, Signature,
    SignaturePlace, Signatures, Table,
};

/// A valid document without a body.
pub(super) fn empty() -> Document {
    Document {
        colophon: Vec::new(),
        title: "¶Annual Governance Statement".into(),
        author: "¶Anyshire Council".into(),
        subject: "¶How the council governs itself".into(),
        language: "en-GB".into(),
        date: NaiveDate::from_ymd_opt(2022, 5, 31).unwrap(),
        status: Some("¶Draft".into()),
        accent: Accent::default(),
        crest: Some("¶Crest".into()),
        attachments: vec![],
        furniture: Furniture {
            header: "¶Anyshire".into(),
            footer: "¶Page {page} of {pages}".into(),
            contents: Some("¶Contents".into()),
            skip: "¶Skip".into(),
            continued: "¶(continued)".into(),
        },
        cover: vec![],
        body: vec![],
    }
}

/// A valid document with every kind of block and inline; all its words begin with a pilcrow.
pub(super) fn of_everything() -> Document {
    let link = Inline::Link { text: "¶the code".into(), target: "https://example.org/".into() };
    let foreign = Inline::Foreign { language: "cy".into(), text: "¶Llywodraethu".into() };
    let table = Table {
        caption: "¶Actions".into(),
        columns: vec!["¶Action".into(), "¶Where".into()],
        row_headers: true,
        rows: vec![vec![vec![Block::plain("¶Review")], vec![Block::Paragraph(vec![link])]]],
    };
    Document {
        cover: vec![Block::plain("¶For approval")],
        body: vec![
            Block::Heading { level: 1, text: "¶Scope".into() },
            Block::Paragraph(vec![
                Inline::Text("¶We ".into()),
                Inline::Strong("¶must ".into()),
                Inline::Mark("¶[illustrative]".into()),
                foreign,
            ]),
            Block::Bullets(vec![vec![
                Block::plain("¶one"),
                Block::Bullets(vec![vec![Block::plain("¶in it")]]),
            ]]),
            Block::Numbered(vec![vec![Block::plain("¶first")]]),
            Block::Note { label: "¶Note".into(), blocks: vec![Block::plain("¶Read this")] },
            Block::Table(table),
            Block::Figure(figure()),
            Block::Together(vec![Block::plain("¶Signed")]),
            Block::Signatures(signatures()),
        ],
        ..empty()
    }
}

/// One of every state of a signature.
fn signatures() -> Signatures {
    let place = |signature| SignaturePlace {
        body: Some("¶Anyshire".into()),
        office: "¶Leader".into(),
        name: Some("¶A Name".into()),
        date: Some("¶31 May 2022".into()),
        signature,
    };
    let made = place(Signature::Made("¶On paper".into()));
    let field =
        SignaturePlace { body: None, name: None, date: None, ..place(Signature::Field("¶Field".into())) };
    Signatures {
        signed: "¶Signed".into(),
        name: "¶Name".into(),
        date: "¶Date".into(),
        places: vec![made, place(Signature::Room), field],
    }
}

/// One of every shape.
fn figure() -> Figure {
    let shapes = vec![
        Shape::Area { x: 20, y: 10, width: 80, height: 20, fill: Fill::Full },
        Shape::Rule { x: 20, y: 0, across: 0, down: 40 },
        Shape::Squares { x: 0, y: 0, side: 5, rows: vec![vec![true, false], vec![true, true]] },
        Shape::Words { x: 18, y: 24, align: Align::End, strong: false, text: "¶A".into() },
    ];
    let drawing = Drawing { width: 100, height: 40, shapes };
    Figure { caption: "¶Scores".into(), alt: "¶One bar".into(), drawing }
}
