//! The command `ags`.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use ags_cli::Console;

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr());
    let terminal = err.is_terminal();
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let today = chrono::Local::now().date_naive();
    let mut console = Console { out: &mut out, err: &mut err, terminal, colour, today };
    ExitCode::from(ags_cli::run(std::env::args_os(), &mut console))
}
