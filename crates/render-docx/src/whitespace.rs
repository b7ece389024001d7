//! White space: every run of it becomes one space.

/// The runs of a paragraph: each run of white space becomes one space, also across runs, and there is none at either end.
/// A no-break space stays.
pub(crate) fn paragraph<'a>(runs: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut spaced = true;
    let mut written: Vec<String> = Vec::new();
    for run in runs {
        let mut words = String::with_capacity(run.len());
        for letter in run.chars() {
            let space = is_space(letter);
            if !space {
                words.push(letter);
            } else if !spaced {
                words.push(' ');
            }
            spaced = space;
        }
        written.push(words);
    }
    if let Some(last) = written.iter_mut().rfind(|words| !words.is_empty()) {
        last.truncate(last.trim_end_matches(' ').len());
    }
    written
}

/// The same for a single run.
pub(crate) fn line(words: &str) -> String {
    paragraph([words]).concat()
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_across_runs_and_none_at_the_ends() {
        assert_eq!(paragraph([" \ta", " ", "\nb  ", "", " c\n", " "]), ["a", " ", "b ", "", "c", ""]);
        assert_eq!(line(" £5\u{a0}m \r\n a year "), "£5\u{a0}m a year");
    }
}
