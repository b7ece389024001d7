//! The size of the page and of the text on it, in twentieths of a point.

/// The width of A4.
pub(crate) const WIDTH: usize = 11_906;
/// The height of A4.
pub(crate) const HEIGHT: usize = 16_838;
/// Left and right of the text.
pub(crate) const MARGIN: usize = 1_400;
pub(crate) const TEXT_WIDTH: usize = WIDTH - 2 * MARGIN;
