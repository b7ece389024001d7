//! Works on many files in parallel, and hands on the results in order.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

/// Works on the items in parallel, a chunk at a time, and hands on each result in the order of the items. On a terminal,
/// a bar shows the progress.
///
/// # Errors
/// - the first error of `take`.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    chunk: usize,
    terminal: bool,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let progress = bar(items.len(), terminal);
    let work = |item: &T| {
        let result = work(item);
        progress.inc(1);
        result
    };
    for chunk in items.chunks(chunk) {
        let results: Vec<R> = chunk.par_iter().map(work).collect();
        progress.suspend(|| results.into_iter().try_for_each(&mut take))?;
    }
    progress.finish_and_clear();
    Ok(())
}

/// A bar on a terminal, for more than one file; otherwise a hidden one.
fn bar(files: usize, terminal: bool) -> ProgressBar {
    let visible = terminal && files > 1 && io::stderr().is_terminal();
    let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} files") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
