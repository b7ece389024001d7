//! Many documents in one process: milliseconds for each on one thread and on all, and peak memory.
//!
//! The jobs of a table take turns, so that whatever else the machine does falls on all of them alike.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use ags::{Document, Statement};
use governance_model::read;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::krilla;

/// The work on one document, given its number; returns the bytes it made.
type Work = Box<dyn Fn(usize) -> usize + Sync>;

/// One line of a table.
struct Job {
    name: &'static str,
    prepare: fn() -> Work,
}

/// The same documents, drawn by ours and by krilla.
const DRAW: [Job; 4] = [
    Job { name: "statement: ours", prepare: || drawn(benches::document(1), ours) },
    Job { name: "statement: krilla", prepare: || drawn(benches::document(1), krilla::render) },
    Job { name: "8,000 words: ours", prepare: || drawn(benches::eight_thousand_words(), ours) },
    Job { name: "8,000 words: krilla", prepare: || drawn(benches::eight_thousand_words(), krilla::render) },
];

/// The steps of one statement, each alone.
const STEPS: [Job; 7] = [
    Job {
        name: "read from TOML and assemble",
        prepare: || Box::new(|_| benches::statement(1).review.actions.len()),
    },
    Job {
        name: "check",
        prepare: || stepped(|statement| ags::check(statement, benches::as_at()).results.len()),
    },
    Job { name: "compose", prepare: composed },
    Job { name: "to PDF", prepare: || drawn(benches::document(1), ours) },
    Job { name: "to HTML", prepare: || drawn(benches::document(1), html) },
    Job { name: "to Word", prepare: || drawn(benches::document(1), word) },
    Job { name: "to Markdown", prepare: || drawn(benches::document(1), markdown) },
];

/// A thousand statements, from bytes to bytes.
const THOUSAND: [Job; 4] = [
    Job {
        name: "from TOML: one statement to PDF, read again each time",
        prepare: || Box::new(|_| ours(&benches::document(1)).len()),
    },
    Job { name: "from JSON: a thousand that differ, to PDF", prepare: || thousand(ours) },
    Job { name: "from JSON: a thousand that differ, to PDF by krilla", prepare: || thousand(krilla::render) },
    Job {
        name: "from JSON: a thousand that differ, to PDF, HTML, Word and Markdown",
        prepare: || thousand(all_forms),
    },
];

fn ours(document: &Document) -> Vec<u8> {
    render_pdf::render(document).expect("it draws")
}

fn html(document: &Document) -> Vec<u8> {
    render_html::render(document).expect("it draws").into_bytes()
}

fn word(document: &Document) -> Vec<u8> {
    render_docx::render(document).expect("it draws")
}

fn markdown(document: &Document) -> Vec<u8> {
    render_markdown::render(document).expect("it draws").into_bytes()
}

fn all_forms(document: &Document) -> Vec<u8> {
    [ours, html, word, markdown].iter().flat_map(|form| form(document)).collect()
}

fn drawn(document: Document, render: fn(&Document) -> Vec<u8>) -> Work {
    Box::new(move |_| render(black_box(&document)).len())
}

fn stepped(step: fn(&Statement) -> usize) -> Work {
    let statement = benches::statement(1);
    Box::new(move |_| step(black_box(&statement)))
}

fn composed() -> Work {
    let statement = benches::statement(1);
    let report = ags::check(&statement, benches::as_at());
    Box::new(move |_| ags::compose(black_box(&statement), report.as_at).body.len())
}

fn thousand(render: fn(&Document) -> Vec<u8>) -> Work {
    let json = |statement| serde_json::to_vec(&statement).expect("a statement can be written");
    let files: Vec<Vec<u8>> = benches::statements::statements(1_000).map(json).collect();
    Box::new(move |n| {
        let statement: Statement = read::json(&files[n % files.len()], "statement.json").expect("it reads");
        let report = ags::check(&statement, benches::statements::as_at());
        render(&benches::with_its_data(ags::compose(&statement, report.as_at), &statement)).len()
    })
}

/// Prints all tables; each median is of so many rounds, those of a thousand documents of fewer.
pub fn measure(rounds: usize) {
    table("One document drawn as PDF/A-3a and PDF/UA-1, in process", &DRAW, 20, rounds);
    table("The steps of one statement", &STEPS, 50, rounds);
    table("A thousand statements, from bytes to bytes", &THOUSAND, 1_000, rounds.div_ceil(5));
}

fn table(title: &str, jobs: &[Job], documents: usize, rounds: usize) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("\n{title}: median of {rounds} rounds of {documents} documents, and quartiles\n");
    println!(
        "| | ms each, one thread | ms each, {cores} threads | a second, {cores} threads | peak MiB | bytes |"
    );
    println!("|---|---:|---:|---:|---:|---:|");
    let works: Vec<Work> = jobs.iter().map(|job| (job.prepare)()).collect();
    let one = in_turn(&works, &pool(1), documents, rounds);
    let all = in_turn(&works, &pool(cores), documents, rounds);
    for (((job, work), one), all) in jobs.iter().zip(&works).zip(one).zip(all) {
        let peak = peak_of(job.name, documents);
        let (name, bytes, a_second) = (job.name, work(0), 1e3 / all.median);
        println!("| {name} | {one} | {all} | {a_second:.0} | {peak} | {bytes} |");
    }
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be made")
}

/// Milliseconds for each document of each job; each round does all jobs, and a first one does not count.
fn in_turn(works: &[Work], pool: &ThreadPool, documents: usize, rounds: usize) -> Vec<Spread> {
    let mut measured: Vec<Vec<f64>> = works.iter().map(|_| Vec::new()).collect();
    for _ in 0..=rounds {
        for (work, measured) in works.iter().zip(&mut measured) {
            let begun = Instant::now();
            pool.install(|| (0..documents).into_par_iter().for_each(|n| _ = black_box(work(n))));
            measured.push(begun.elapsed().as_secs_f64() * 1e3 / documents as f64);
        }
    }
    measured.into_iter().map(|all| Spread::of(all[1..].to_vec())).collect()
}

/// Half of what was measured lies between the quartiles.
struct Spread {
    lower: f64,
    median: f64,
    upper: f64,
}

impl Spread {
    fn of(mut measured: Vec<f64>) -> Self {
        measured.sort_by(f64::total_cmp);
        let at = |quarters: usize| measured[(measured.len() - 1) * quarters / 4];
        Self { lower: at(1), median: at(2), upper: at(3) }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{:.2} ({:.2} to {:.2})", self.median, self.lower, self.upper)
    }
}

/// The peak memory of a job on all threads, in MiB, measured in a process of its own.
fn peak_of(job: &str, documents: usize) -> String {
    let this = std::env::current_exe().expect("this program is a file");
    let done = Command::new(this).args(["peak", job, &documents.to_string()]).output().expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().into()
}

/// Does the job with so many documents on all threads, and prints the peak memory of this process in MiB.
pub fn peak(job: &str, documents: usize) {
    let mut jobs = DRAW.iter().chain(&STEPS).chain(&THOUSAND);
    let work = (jobs.find(|known| known.name == job).expect("a job of that name").prepare)();
    (0..documents).into_par_iter().for_each(|n| _ = black_box(work(n)));
    println!("{:.1}", benches::memory::peak().unwrap_or_default() as f64 / 1024.0);
}
