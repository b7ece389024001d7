//! How large a file may be to be read.

/// The most bytes a file may have, inclusive: 64 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes that all streams of a file may have when decompressed, inclusive, each counted as often as it is
/// read: 32 MiB.
pub const MAX_DECOMPRESSED: usize = 32 * 1024 * 1024;
/// The most values a file may have, inclusive, such as a number, a name or an array; an entry
/// of a cross-reference section counts as four.
pub const MAX_VALUES: usize = 1_500_000;
/// The most steps of work on a file, inclusive, such as a token read or two values compared.
pub const MAX_STEPS: usize = 40_000_000;
/// The most pages a file may have, inclusive: as many as are ever rendered.
pub const MAX_PAGES: usize = 4_000;
/// The most bytes the message of a seal may have with its padding, inclusive: 1 MiB.
pub const MAX_CONTENTS: usize = 1024 * 1024;
/// The most bytes of an attached file that are read as data, inclusive: 6 MiB.
pub const MAX_DATA: usize = 6 * 1024 * 1024;
/// The most bytes of a statement times its principles, inclusive, since each principle may print each of the other data:
/// 16 MiB, about ten times what is known.
pub const MAX_BY_PRINCIPLE: usize = 16 * 1024 * 1024;
/// The most bytes of text in the document that the data make, inclusive, with ten for each separate text: about ten times
/// the longest statement known.
pub const MAX_TEXT: usize = 1_000_000;
