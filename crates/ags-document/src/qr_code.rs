//! QR codes of addresses.

use qrcode::{Color, EcLevel, QrCode};
use thiserror::Error;

use crate::{Drawing, Shape};

/// The side of a square, in points: a little more than a millimetre, which any telephone reads from paper.
const SIDE: u16 = 3;
/// How many white squares are around the code; ISO/IEC 18004.
const QUIET: usize = 4;

/// An address is too long for a QR code that fits on a page.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error(
    "an address of {bytes} bytes does not fit in a QR code of {} points; write a shorter one",
    Drawing::WIDEST
)]
pub struct QrCodeTooLarge {
    /// How many bytes it has.
    pub bytes: usize,
}

impl Drawing {
    /// The QR code of an address, with the white margin that it needs.
    ///
    /// Its figure says in the alternative text what it leads to, as in `QR code for https://example.org/`, and the same
    /// address is a link nearby, for those who cannot point a camera at it.
    ///
    /// # Errors
    /// - [`QrCodeTooLarge`] for an address that is too long for a page.
    ///
    /// ```
    /// use ags_document::Drawing;
    /// let drawing = Drawing::qr_code("https://www.example.gov.uk/verify")?;
    /// assert!(drawing.width == drawing.height && drawing.width < 120);
    /// # Ok::<(), ags_document::QrCodeTooLarge>(())
    /// ```
    pub fn qr_code(address: &str) -> Result<Self, QrCodeTooLarge> {
        let too_large = || QrCodeTooLarge { bytes: address.len() };
        let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| too_large())?;
        let (width, colours) = (code.width(), code.into_colors());
        let margin = || vec![false; width + 2 * QUIET];
        let row = |colours: &[Color]| {
            let black = colours.iter().map(|colour| *colour == Color::Dark);
            let quiet = || std::iter::repeat_n(false, QUIET);
            quiet().chain(black).chain(quiet()).collect()
        };
        let margins = || std::iter::repeat_with(margin).take(QUIET);
        let rows: Vec<Vec<bool>> =
            margins().chain(colours.chunks(width.max(1)).map(row)).chain(margins()).collect();
        let side = u16::try_from(rows.len()).ok().and_then(|rows| rows.checked_mul(SIDE));
        let side = side.filter(|side| *side <= Self::WIDEST).ok_or_else(too_large)?;
        Ok(Self { width: side, height: side, shapes: vec![Shape::Squares { x: 0, y: 0, side: SIDE, rows }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_white_margin() {
        let drawing = Drawing::qr_code("https://www.example.gov.uk/").unwrap();
        let [Shape::Squares { rows, .. }] = &drawing.shapes[..] else { panic!("{drawing:?}") };
        let size = rows.len();
        assert!(rows.iter().all(|row| row.len() == size));
        let margin = |row: usize, column: usize| {
            [row, column].iter().any(|index| *index < QUIET || *index >= size - QUIET)
        };
        for (row, squares) in rows.iter().enumerate() {
            assert!((0..size).all(|column| !margin(row, column) || !squares[column]), "row {row}");
        }
        let finder = [true, true, true, true, true, true, true, false];
        assert_eq!(rows[QUIET][QUIET..QUIET + 8], finder);
        assert_eq!(rows[size - QUIET - 1][QUIET..QUIET + 8], finder);
        assert!(rows[QUIET][size - QUIET - 7..size - QUIET].iter().all(|black| *black));
    }

    #[test]
    fn an_address_fits_until_its_code_is_wider_than_a_page() {
        let of = |bytes: usize| Drawing::qr_code(&format!("https://example.org/{}", "a".repeat(bytes - 20)));
        assert!(of(1_000).unwrap().width <= Drawing::WIDEST);
        for bytes in [2_000, 5_000] {
            assert_eq!(of(bytes), Err(QrCodeTooLarge { bytes }));
        }
    }
}
