//! The comparison with other renderers. `compare render FILE` and `compare krilla FILE` make the whole statement,
//! from TOML to PDF, in one process and print how many milliseconds that took after the start of the process;
//! `compare words DIR` writes the same words for the others; `compare in-process ROUNDS` measures ours against krilla
//! and each step of ours, many documents in one process.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a measuring tool talks to its user, and may stop"
)]

mod html;
mod in_process;
mod krilla;
mod typst;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use ags::Document;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["render", file] => make(file, |document| render_pdf::render(document).expect("it draws")),
        ["krilla", file] => make(file, krilla::render),
        ["words", folder] => words(&benches::document(1), Path::new(folder)),
        ["in-process", rounds] if rounds.parse().is_ok_and(|rounds: usize| rounds > 0) => {
            in_process::measure(rounds.parse().expect("it was read before"));
        }
        ["peak", job, many] => in_process::peak(job, many.parse().expect("a number of documents")),
        _ => {
            eprintln!("usage: compare render FILE | krilla FILE | words DIR | in-process ROUNDS");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Reads the statement's TOML, makes the document and writes the file. Prints the milliseconds.
fn make(file: &str, render: impl Fn(&Document) -> Vec<u8>) {
    let begun = Instant::now();
    fs::write(file, render(&benches::document(1))).expect("it can be written");
    println!("{}", begun.elapsed().as_secs_f64() * 1e3);
}

/// The same words in the form each of the others reads, and the words themselves, one run on a line.
fn words(document: &Document, folder: &Path) {
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("it can be written");
    fs::create_dir_all(folder).expect("the folder can be made");
    write("statement.typ", typst::markup(document).as_bytes());
    write("statement.html", html::markup(document).as_bytes());
    write("statement.docx", &render_docx::render(document).expect("it draws"));
    write("document.json", &serde_json::to_vec(document).expect("a document can be written"));
    write("words.txt", printed(document).join("\n").as_bytes());
    for attachment in &document.attachments {
        write(&attachment.name, attachment.content.as_bytes());
    }
}

/// The words that a reader of the pages sees, on whichever page.
fn printed(document: &Document) -> Vec<&str> {
    let outside = ["/subject", "/furniture/continued", "/furniture/footer", "/furniture/skip"];
    let mut words = document.words();
    words.retain(|(at, _)| !outside.contains(&at.as_str()) && !at.ends_with("/figure/alt"));
    words.into_iter().map(|(_, words)| words).collect()
}
