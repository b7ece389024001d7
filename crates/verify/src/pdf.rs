//! A PDF file, read strictly: what two readers could take in two ways is a [`Fault`](fault::Fault) here, and is never
//! repaired.
//!
//! A lenient reader repairs what it can, and each does so in its own way. A file that says one thing to the reader that
//! verifies it and another to a viewer would then be called sound.

mod budget;
mod comment;
mod content;
mod coverage;
mod cross_reference;
mod fault;
mod file;
mod filter;
mod indirect;
mod lexer;
mod object;
mod object_stream;
mod objects;
mod page_tree;
mod parser;
mod revision;

pub(crate) use budget::Budget;
pub(crate) use content::Operations;
pub(crate) use fault::Fault;
pub(crate) use file::PdfFile;
pub(crate) use lexer::{Lexer, Token};
pub(crate) use object::{Dictionary, Object, ObjectId, Stream, same_value, text_string, utf16};
pub(crate) use page_tree::INHERITED;
