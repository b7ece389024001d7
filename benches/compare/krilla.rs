//! The other way to write a PDF in Rust: a layout as simple as can be over krilla, which brings its own tags,
//! metadata and validators. PDF/A-3a and PDF/UA-1 in one file, as ours; not shipped, only measured against.

mod pages;
mod sheet;
mod strips;
mod words;

use std::iter::Peekable;
use std::num::NonZeroU16;

use ::krilla::Document as File;
use ::krilla::SerializeSettings;
use ::krilla::action::{Action, LinkAction};
use ::krilla::annotation::{Annotation, LinkAnnotation, Target};
use ::krilla::color::rgb;
use ::krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use ::krilla::destination::{Destination, XyzDestination};
use ::krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use ::krilla::geom::{PathBuilder, Point};
use ::krilla::metadata::{DateTime, Metadata};
use ::krilla::num::NormalizedF32;
use ::krilla::outline::{Outline, OutlineNode};
use ::krilla::page::PageSettings;
use ::krilla::paint::Fill;
use ::krilla::surface::Surface;
use ::krilla::tagging::{
    Artifact, ContentTag, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use ags::Document;
use ags::document::{Attachment, Relationship};
use chrono::{Datelike, NaiveDate};

use pages::{Page, Place};
use sheet::{Draw, HEIGHT, Ink, Owner, WIDTH};
use strips::{Goal, Heading, Kid, Leaf, Role};
use words::FONTS;

/// The bytes of a PDF file that shows the document.
///
/// # Panics
/// Where krilla refuses the document.
pub fn render(document: &Document) -> Vec<u8> {
    let laid = pages::lay_out(document);
    let mut file = File::new_with(settings());
    let mut identified: Vec<Vec<Node>> = laid.leaves.iter().map(|_| Vec::new()).collect();
    for page in &laid.pages {
        draw(&mut file, page, &laid.leaves, &laid.places, &mut identified);
    }
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    tree.children = nodes(laid.tree, &mut identified);
    file.set_tag_tree(tree);
    file.set_outline(outline(&laid.headings, &laid.places));
    file.set_metadata(metadata(document));
    for attachment in &document.attachments {
        file.embed_file(embedded(attachment, day(document.date))).expect("each name is used once");
    }
    file.finish().unwrap_or_else(|error| panic!("krilla refuses the document: {error:?}"))
}

fn settings() -> SerializeSettings {
    let standards = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1);
    SerializeSettings {
        configuration: standards.finish().expect("the two go together"),
        enable_tagging: true,
        compress_content_streams: true,
        ..SerializeSettings::default()
    }
}

/// Draws one page, and keeps what its marked content and its links are called in the tree.
fn draw(file: &mut File, page: &Page, leaves: &[Leaf], places: &[Option<Place>], to: &mut [Vec<Node>]) {
    let size = PageSettings::from_wh(WIDTH, HEIGHT).expect("a page has a size");
    let mut sheet = file.start_page_with(size);
    let mut surface = sheet.surface();
    for together in page.draws.chunk_by(|one, next| one.owner == next.owner) {
        let Some(first) = together.first() else { continue };
        let identifier = surface.start_tagged(match first.owner {
            Owner::Leaf(_) => ContentTag::Other,
            Owner::Nobody(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
        });
        for draw in together {
            ink(&mut surface, draw);
        }
        surface.end_tagged();
        if let Owner::Leaf(leaf) = first.owner {
            to[leaf].push(identifier.into());
        }
    }
    surface.finish();
    for link in &page.links {
        if let Some(target) = leaves[link.leaf].goal.as_ref().and_then(|goal| target(goal, places)) {
            let annotation = LinkAnnotation::new(link.area, target);
            let annotation = Annotation::new_link(annotation, Some(link.words.clone()));
            to[link.leaf].push(sheet.add_tagged_annotation(annotation).into());
        }
    }
    sheet.finish();
}

fn ink(surface: &mut Surface<'_>, draw: &Draw) {
    let [red, green, blue] = draw.colour;
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: ::krilla::paint::FillRule::default(),
    }));
    match &draw.ink {
        Ink::Words { at, piece } => surface.draw_glyphs(
            Point::from_xy(at.0, at.1),
            &piece.glyphs,
            FONTS.drawn[piece.weight as usize].clone(),
            &piece.text,
            piece.size,
            false,
        ),
        Ink::Area(area) => {
            let mut path = PathBuilder::new();
            path.push_rect(*area);
            surface.draw_path(&path.finish().expect("a rectangle is a path"));
        }
    }
}

fn target(goal: &Goal, places: &[Option<Place>]) -> Option<Target> {
    match goal {
        Goal::Address(address) => Some(Target::Action(Action::Link(LinkAction::new(address.clone())))),
        Goal::Leaf(leaf) => {
            Some(Target::Destination(Destination::Xyz(destination(places.get(*leaf)?.as_ref()?))))
        }
    }
}

fn destination(place: &Place) -> XyzDestination {
    XyzDestination::new(place.page, Point::from_xy(0.0, place.top))
}

fn nodes(kids: Vec<Kid>, identified: &mut [Vec<Node>]) -> Vec<Node> {
    let mut nodes = Vec::with_capacity(kids.len());
    for kid in kids {
        match kid {
            Kid::Leaf(leaf) => nodes.append(&mut identified[leaf]),
            Kid::Group(role, kids) => {
                nodes.push(TagGroup::with_children(tag(role), self::nodes(kids, identified)).into());
            }
        }
    }
    nodes
}

fn tag(role: Role) -> TagKind {
    match role {
        Role::Heading(level, text) => {
            Tag::Hn(NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN), Some(text)).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Link => Tag::Link.into(),
        Role::Foreign(language) => Tag::Span.with_lang(Some(language)).into(),
        Role::Bullets => Tag::L(ListNumbering::Disc).into(),
        Role::Numbered => Tag::L(ListNumbering::Decimal).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Head => Tag::THead.into(),
        Role::Rows => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt)).into(),
        Role::Note => Tag::Div.into(),
        Role::Contents => Tag::TOC.into(),
        Role::Entry => Tag::TOCI.into(),
    }
}

fn outline(headings: &[Heading], places: &[Option<Place>]) -> Outline {
    let mut outline = Outline::new();
    let mut left = headings.iter().peekable();
    while let Some(node) = branch(&mut left, places) {
        outline.push_child(node);
    }
    outline
}

/// The next heading, and those below it.
fn branch<'a>(
    left: &mut Peekable<impl Iterator<Item = &'a Heading>>,
    places: &[Option<Place>],
) -> Option<OutlineNode> {
    let heading = left.next()?;
    let place = places[heading.leaf].as_ref()?;
    let mut node = OutlineNode::new(heading.text.clone(), destination(place));
    while left.peek().is_some_and(|next| next.level > heading.level) {
        node.push_child(branch(left, places)?);
    }
    Some(node)
}

fn metadata(document: &Document) -> Metadata {
    Metadata::new()
        .title(document.title.clone())
        .description(document.subject.clone())
        .authors(vec![document.author.clone()])
        .language(document.language.clone())
        .creation_date(day(document.date))
}

fn day(date: NaiveDate) -> DateTime {
    let part = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    let day = DateTime::new(year).month(part(date.month())).day(part(date.day()));
    day.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0)
}

fn embedded(attachment: &Attachment, date: DateTime) -> EmbeddedFile {
    EmbeddedFile {
        path: attachment.name.clone(),
        mime_type: MimeType::new(attachment.media_type),
        description: Some(attachment.description.clone()),
        association_kind: match attachment.relationship {
            Relationship::Source => AssociationKind::Source,
            Relationship::Data => AssociationKind::Data,
            Relationship::Supplement => AssociationKind::Supplement,
        },
        data: attachment.content.clone().into_bytes().into(),
        modification_date: Some(date),
        compress: Some(true),
        location: None,
    }
}
