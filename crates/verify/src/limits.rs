//! How large a file may be to be read.

/// The most bytes a file may have, inclusive: 64 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes that all streams of a file may have when decompressed, inclusive: 256 MiB.
pub const MAX_DECOMPRESSED: usize = 256 * 1024 * 1024;
/// The most objects a file may have, inclusive.
pub const MAX_OBJECTS: usize = 2_000_000;
/// The most pages a file may have, inclusive: as many as are ever rendered.
pub const MAX_PAGES: usize = 4_000;
/// The most bytes the message of a seal may have with its padding, inclusive: 1 MiB.
pub const MAX_CONTENTS: usize = 1024 * 1024;
