//! Refuses to write through links.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::terminal;

/// Refuses a file that a link within the output folder would lead to another place. The folder itself may be a link.
///
/// # Errors
/// - [`Failure::Work`] with the name of the link.
pub fn refuse_links(folder: &Path, file: &Path) -> Result<(), Failure> {
    let within = file.ancestors().take_while(|path| *path != folder);
    let links = within.filter(|path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()));
    let Some(link) = links.last() else { return Ok(()) };
    let (file, link) = (terminal::name(file), terminal::name(link));
    Err(Failure::Work(format!(
        "{file}: not written, because {link} is a link, and links in the output folder are not followed; remove it, or \
         render to another folder"
    )))
}
