//! The command `ags`.

use std::io::{self, IsTerminal, Write as _};
use std::process::ExitCode;

use ags_cli::Console;

fn main() -> ExitCode {
    if let Err(error) = ags_cli::remove_unfinished_on_signals() {
        // Everything else works without it, and the next run removes what such a signal leaves.
        let _ = writeln!(io::stderr(), "note: signals are not handled: {error}");
    }
    let (mut input, mut out, mut err) = (io::stdin().lock(), io::stdout().lock(), io::stderr());
    let (terminal, out_terminal) = (err.is_terminal(), out.is_terminal());
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let today = chrono::Local::now().date_naive();
    let (input, out, err) = (&mut input, &mut out, &mut err);
    let mut console = Console { input, out, err, terminal, out_terminal, colour, today };
    ExitCode::from(ags_cli::run(std::env::args_os(), &mut console))
}
