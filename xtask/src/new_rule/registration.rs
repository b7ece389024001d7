//! The `mod` line of a rule and its entry in the list of its family.

/// The source of a family with a rule added: the `mod` line in order, the entry at the end of `RULES`.
///
/// # Errors
/// The form that was expected.
pub fn registered(source: &str, module: &str) -> Result<String, String> {
    with_entry(&with_mod(source, module)?, module)
}

fn with_mod(source: &str, module: &str) -> Result<String, String> {
    let line = format!("pub mod {module};");
    let mut lines: Vec<&str> = source.lines().collect();
    let is_mod = |line: &&str| line.starts_with("pub mod ");
    let first = lines.iter().position(is_mod).ok_or("expected lines with `pub mod`")?;
    let length = lines[first..].iter().take_while(|line| is_mod(line)).count();
    let place = lines[first..first + length].iter().take_while(|other| **other < line.as_str()).count();
    lines.insert(first + place, &line);
    Ok(lines.join("\n") + "\n")
}

fn with_entry(source: &str, module: &str) -> Result<String, String> {
    let expected = "expected a list `pub static RULES: &[Rule] = &[` that ends with `];`";
    let start = source.find("pub static RULES: &[Rule] =").ok_or(expected)?;
    let length = source[start..].find("];").ok_or(expected)?;
    let (before, after) = source.split_at(start + length);
    // The list may be on one line.
    Ok(match before.strip_suffix(",\n") {
        Some(before) => format!("{before},\n    {module}::RULE,\n{after}"),
        None => format!("{before}, {module}::RULE{after}"),
    })
}
