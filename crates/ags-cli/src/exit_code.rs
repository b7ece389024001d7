//! The exit codes.

/// No findings at or above the threshold.
pub const CLEAN: u8 = 0;
/// At least one finding at or above the threshold.
pub const FINDINGS: u8 = 1;
/// The command line is wrong; nothing was done.
pub const USAGE: u8 = 2;
/// Something could not be done; the rest was. It outweighs [`FINDINGS`].
pub const FAILED: u8 = 3;
/// A published file was saved again by another program. [`FINDINGS`] and [`FAILED`] outweigh it.
pub const SAVED_AGAIN: u8 = 4;
/// Of a published file only the words could be compared. It outweighs [`SAVED_AGAIN`].
pub const WORDS_AGREE: u8 = 5;
