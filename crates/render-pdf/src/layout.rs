//! Layout: turns a document into pages of positioned, tagged fragments.
//!
//! Nothing here knows how a PDF file is written.

mod blocks;
mod builder;
mod columns;
mod contents;
mod cover;
mod display_list;
mod figure;
mod flow;
mod header_footer;
mod page;
mod shaped_text;
mod signatures;
mod table;

use ags_document::Document;

use crate::font::Shaper;
use crate::structure::{Role, StructureTree};
use crate::style::Palette;
use builder::FlowBuilder;
pub(crate) use display_list::{
    Annotation, Bookmark, ContentTag, ControlKind, DrawOp, Fragment, Page, Point, Rect, Run,
};
use flow::Column;
use header_footer::HeaderFooter;
pub(crate) use page::LimitExceeded;
use page::{PageSetup, Pages};

/// A document laid out.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: StructureTree,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) palette: Palette,
}

/// Lays out a document that has passed every check.
pub(crate) fn layout(
    document: &Document,
    shaper: &mut Shaper,
    max_pages: usize,
) -> Result<Layout, LimitExceeded> {
    let continued = &document.furniture.continued;
    let mut builder = FlowBuilder::new(shaper, contents::bookmark(document), continued);
    let [cover, contents, body] = [(); 3].map(|()| builder.tree.add(StructureTree::ROOT, Role::Section));
    let header_footer = HeaderFooter::measure(document, &mut builder)?;
    let setup = PageSetup { text: header_footer.text_rect(), max_pages };

    let mut cover = cover::flow(document, cover, &mut builder);
    let colophon = document.colophon.as_slice();
    let mut body = blocks::flow(&mut builder, body, &[&document.body, colophon].concat(), Column::PAGE);
    if document.furniture.contents.is_none() {
        cover.append(&mut body);
        std::mem::swap(&mut cover, &mut body);
    }
    let mut front = Pages::of(cover, setup)?;
    let body = Pages::of(body, setup)?;
    let (style, contents_pages) = contents::choose_style(document, &mut builder, &front)?;
    if contents_pages > 0 {
        front.new_page()?;
    }
    let front_pages = front.filled.len() + contents_pages.saturating_sub(1);
    builder.place_bookmarks(&body.bookmarks, front_pages);
    front.append(contents::flow(document, contents, style, &mut builder))?;
    builder.place_bookmarks(&front.bookmarks, 0);

    let mut pages = front.filled;
    pages.extend(body.filled);
    if pages.len() > max_pages {
        return Err(LimitExceeded::Pages);
    }
    if let Some(title_page) = pages.first_mut() {
        title_page.fragments.insert(0, cover::band());
    }
    header_footer.draw(&mut pages, &mut builder);
    let palette = Palette { accent: document.accent };
    Ok(Layout { pages, tree: builder.tree, bookmarks: contents::drop_lone(builder.bookmarks), palette })
}
