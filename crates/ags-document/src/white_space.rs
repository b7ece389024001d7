//! White space: every run of it becomes one space.

/// Whether a character is white space that may be collapsed, dropped or broken at; a no-break space may not.
#[must_use]
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The runs of a paragraph: white space becomes one space, also across runs, and there is none at either end.
///
/// ```
/// use ags_document::white_space::collapse_runs;
/// assert_eq!(collapse_runs([" one ", " two\n", ""]), ["one ", "two", ""]);
/// ```
#[must_use]
pub fn collapse_runs<'a>(runs: impl IntoIterator<Item = &'a str>) -> Vec<String> {
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
#[must_use]
pub fn collapse(words: &str) -> String {
    collapse_runs([words]).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_across_runs_and_none_at_the_ends() {
        assert_eq!(collapse_runs([" \ta", " ", "\nb  ", "", " c\n", " "]), ["a", " ", "b ", "", "c", ""]);
        assert_eq!(collapse(" £5\u{a0}m \r\n a year "), "£5\u{a0}m a year");
    }
}
