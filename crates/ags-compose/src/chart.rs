//! Rows of bars: the numbers of a table, and the drawing of the same numbers.

use super::prose::cell;
use ags_document::{Align, Block, Drawing, Figure, Fill, Shape, Table};

/// Numbers to be read and to be seen: each row has a bar for each series.
///
/// The drawing is the table with bars in its cells. Each series has a column of its own, under its words and its
/// fill, and each bar has its number at its end, so that nothing depends on a fill or a length alone.
pub(super) struct Chart {
    /// What the rows are, over their names.
    pub(super) of: &'static str,
    /// What the columns are, from the left.
    pub(super) series: Vec<String>,
    /// The rows, from the top.
    pub(super) rows: Vec<Row>,
    /// What a reader would see in the drawing: the pattern of the bars and the extremes.
    pub(super) alt: String,
    /// The length of a bar that fills its column, where one is longer than all that are given.
    pub(super) full: usize,
}

/// A name, and a bar for each series.
pub(super) struct Row {
    /// The name in the table.
    pub(super) name: String,
    /// The name in the drawing, which is cut after [`LONGEST_LABEL`].
    pub(super) label: String,
    /// The bars, from the left.
    pub(super) bars: Vec<Bar>,
}

/// A bar and the words at its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Bar {
    /// How long it is, relative to the others.
    pub(super) length: usize,
    /// The number or the word at its end.
    pub(super) label: String,
}

impl Bar {
    /// A bar as long as the number at its end.
    pub(super) fn count(count: usize) -> Self {
        Self { length: count, label: count.to_string() }
    }
}

/// From one row to the next.
const PITCH: u16 = 22;
/// How thick a bar is.
const THICK: u16 = 14;
/// From the upper edge of a bar to the baseline of its words.
const BASE: u16 = 11;
/// The room for the words over the columns.
const HEAD: u16 = 28;
/// The side of the square before the words over a column.
const SQUARE: u16 = 12;
/// Between a bar and its words, and before the bars.
const GAP: u16 = 6;
/// Between the words of a bar and the next column.
const BETWEEN: u16 = 12;
/// The least length of the longest bar, so that the others can be distinguished from it.
const SHORTEST: u16 = 40;
/// The fills, one for each series from the left.
const FILLS: [Fill; 3] = [Fill::Full, Fill::Light, Fill::Empty];
/// How many characters of a name are shown in a drawing.
const LONGEST_LABEL: usize = 16;

impl Chart {
    /// The drawing and then the table; nothing where there are not two bars to compare.
    pub(super) fn figure_and_table(&self, drawn: &str, tabled: &str) -> Vec<Block> {
        if self.is_bare() {
            return Vec::new();
        }
        self.figure(drawn).into_iter().chain([self.table(tabled)]).collect()
    }

    /// The drawing; nothing where there are not two bars to compare, or more than fit on a page.
    pub(super) fn figure(&self, caption: &str) -> Option<Block> {
        let drawing = if self.is_bare() { None } else { self.drawing() }?;
        Some(Block::Figure(Figure { caption: caption.into(), alt: self.alt.clone(), drawing }))
    }

    fn is_bare(&self) -> bool {
        self.rows.iter().filter(|row| row.bars.iter().any(|bar| bar.length > 0)).count() < 2
    }

    fn table(&self, caption: &str) -> Block {
        let cells = |row: &Row| row.bars.iter().map(|bar| cell(Some(bar.label.clone()))).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| [vec![cell(Some(row.name.clone()))], cells(row)].concat());
        Block::Table(Table {
            caption: caption.into(),
            columns: [vec![self.of.into()], self.series.clone()].concat(),
            row_headers: true,
            rows: rows.collect(),
        })
    }

    fn drawing(&self) -> Option<Drawing> {
        let layout = Layout::of(self)?;
        let mut shapes = vec![words(0, SQUARE + 4, true, self.of.into())];
        for ((series, fill), left) in self.series.iter().zip(FILLS).zip(layout.columns()) {
            shapes.push(Shape::Area { x: left, y: 5, width: SQUARE, height: SQUARE, fill });
            shapes.push(words(left + SQUARE + GAP, SQUARE + 4, true, series.clone()));
            shapes.push(Shape::Rule { x: left, y: HEAD - 4, across: 0, down: layout.height - HEAD });
        }
        for (row, top) in self.rows.iter().zip((HEAD..).step_by(PITCH.into())) {
            shapes.push(words(0, top + BASE, false, cut(&row.label)));
            for ((bar, fill), x) in row.bars.iter().zip(FILLS).zip(layout.columns()) {
                let width = layout.width(bar);
                if width > 0 {
                    shapes.push(Shape::Area { x, y: top, width, height: THICK, fill });
                }
                shapes.push(words(x + width + GAP, top + BASE, false, bar.label.clone()));
            }
        }
        Some(Drawing { width: Drawing::WIDEST, height: layout.height, shapes })
    }
}

/// Where the parts of a drawing are.
struct Layout {
    height: u16,
    /// Where the bars of the first column begin.
    left: u16,
    /// From the bars of one column to those of the next.
    column: u16,
    /// How many columns there are.
    columns: u16,
    /// How wide a bar of the full length is.
    longest: u16,
    /// The full length.
    full: usize,
}

impl Layout {
    /// Where the parts of a chart are; none where they do not fit on a page.
    fn of(chart: &Chart) -> Option<Self> {
        let columns = u16::try_from(chart.series.len()).ok().filter(|count| (1..=3).contains(count))?;
        let rows = u16::try_from(chart.rows.len()).ok()?;
        let height = rows.checked_mul(PITCH)?.checked_add(HEAD).filter(|it| *it <= Drawing::TALLEST)?;
        let labels = chart.rows.iter().map(|row| room(&cut(&row.label)));
        let left = labels.chain([room(chart.of)]).max()?.checked_add(GAP)?;
        let column = Drawing::WIDEST.checked_sub(left)? / columns;
        let heads = chart.series.iter().map(|series| room(series).saturating_add(SQUARE + GAP));
        let free = column.checked_sub(GAP + BETWEEN).filter(|free| heads.max() <= Some(*free))?;
        let bars = || chart.rows.iter().flat_map(|row| &row.bars);
        let full = bars().map(|bar| bar.length).chain([chart.full]).max()?;
        // A bar shorter than the full length leaves more room for its words.
        let longest =
            |bar: &Bar| Some(usize::from(free.checked_sub(room(&bar.label))?) * full / bar.length.max(1));
        let longest = bars().map(longest).try_fold(usize::from(free), |least, one| Some(least.min(one?)))?;
        let longest = u16::try_from(longest).ok().filter(|longest| *longest >= SHORTEST)?;
        Some(Self { height, left, column, columns, longest, full })
    }

    /// Where the bars of each column begin.
    fn columns(&self) -> impl Iterator<Item = u16> {
        (0..self.columns).map(|column| self.left + column * self.column)
    }

    /// How wide a bar is; one whose length is not zero can always be seen.
    fn width(&self, bar: &Bar) -> u16 {
        let width = usize::from(self.longest) * bar.length / self.full.max(1);
        u16::try_from(width).unwrap_or(self.longest).max(u16::from(bar.length > 0))
    }
}

fn words(x: u16, y: u16, strong: bool, text: String) -> Shape {
    Shape::Words { x, y, align: Align::Start, strong, text }
}

fn cut(label: &str) -> String {
    if label.chars().count() <= LONGEST_LABEL {
        return label.into();
    }
    label.chars().take(LONGEST_LABEL - 1).chain(['…']).collect()
}

/// How wide the words can be at 12 points, in points: wider than the regular and the bold letters of a
/// sans serif typeface.
fn room(words: &str) -> u16 {
    let wide = |letter: char| match letter {
        'm' | 'w' => 12,
        'a'..='z' | '0'..='9' | ' ' | '.' | ',' | '-' | '/' => 8,
        _ => 14,
    };
    words.chars().map(wide).fold(0, u16::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::super::tests::tabled;
    use super::*;

    fn chart(rows: &[(&str, [usize; 2])]) -> Chart {
        let row = |(name, counts): &(&str, [usize; 2])| Row {
            name: format!("{name}: in full"),
            label: (*name).into(),
            bars: counts.map(Bar::count).into(),
        };
        Chart {
            of: "Aim",
            series: vec!["In writing".into(), "In practice".into()],
            rows: rows.iter().map(row).collect(),
            alt: "Two bars.".into(),
            full: 0,
        }
    }

    fn drawing(chart: &Chart) -> Drawing {
        let Some(Block::Figure(figure)) = chart.figure("Evidence") else { panic!("nothing is drawn") };
        figure.drawing
    }

    /// How wide the bars are, in reading order, without the squares of the legend.
    fn bars(drawing: &Drawing) -> Vec<(Fill, u16)> {
        let area = |shape: &Shape| match *shape {
            Shape::Area { width, height: THICK, fill, .. } => Some((fill, width)),
            _ => None,
        };
        drawing.shapes.iter().filter_map(area).collect()
    }

    fn texts(drawing: &Drawing) -> Vec<&str> {
        let words = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Words { text, .. } => Some(text.as_str()),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn the_drawing_has_the_words_of_the_table_in_the_same_order() {
        let chart = chart(&[("1.1", [4, 1]), ("1.2", [2, 0])]);
        let blocks = chart.figure_and_table("Evidence", "Pieces");
        let [Block::Figure(figure), Block::Table(_)] = &blocks[..] else { panic!("{blocks:?}") };
        let of_figure = ["Aim", "In writing", "In practice", "1.1", "4", "1", "1.2", "2", "0"];
        assert_eq!(texts(&figure.drawing), of_figure);
        assert_eq!(
            tabled(&blocks),
            ["Pieces", "Aim | In writing | In practice", "1.1: in full | 4 | 1", "1.2: in full | 2 | 0"]
        );
    }

    #[test]
    fn a_count_twice_as_high_has_a_bar_twice_as_wide_and_zero_has_none() {
        let drawing = drawing(&chart(&[("1.1", [4, 1]), ("1.2", [2, 0])]));
        let [(Fill::Full, four), (Fill::Light, one), (Fill::Full, two)] = bars(&drawing)[..] else {
            panic!("{drawing:?}")
        };
        assert!(four.abs_diff(two * 2) <= 1 && four.abs_diff(one * 4) <= 3, "{four} {two} {one}");
    }

    #[test]
    fn a_count_of_one_among_millions_can_still_be_seen() {
        let drawing = drawing(&chart(&[("1.1", [9_000_000, 0]), ("1.2", [1, 0])]));
        assert_eq!(bars(&drawing)[1], (Fill::Full, 1));
    }

    #[test]
    fn two_rows_with_bars_are_drawn_and_one_is_not() {
        assert!(chart(&[("1.1", [1, 0]), ("1.2", [0, 1])]).figure("Evidence").is_some());
        for rows in [&[("1.1", [1, 3]), ("1.2", [0, 0])][..], &[("1.1", [1, 3])], &[]] {
            assert_eq!(chart(rows).figure_and_table("Evidence", "Pieces"), []);
        }
    }

    #[test]
    fn twenty_one_rows_fit_on_a_page_and_more_have_only_the_table() {
        let blocks = |rows: usize| chart(&vec![("1.1", [1, 1]); rows]).figure_and_table("Evidence", "Pieces");
        assert!(matches!(blocks(21)[..], [Block::Figure(_), Block::Table(_)]));
        for rows in [22, 100_000] {
            assert!(matches!(blocks(rows)[..], [Block::Table(_)]), "{rows}");
        }
    }

    #[test]
    fn labels_that_leave_no_room_for_bars_are_not_drawn() {
        let mut chart = chart(&[("1.1", [1, 1]), ("1.2", [2, 1])]);
        for label in ["x".repeat(30), "x".repeat(100_000)] {
            chart.rows[1].bars[0].label = label;
            assert!(matches!(chart.figure_and_table("Evidence", "Pieces")[..], [Block::Table(_)]));
        }
    }

    #[test]
    fn no_words_reach_into_the_next_column_or_leave_the_drawing() {
        let longest = "W".repeat(64);
        for rows in [[("A", [17, 0]), ("B", [3, 5])], [(longest.as_str(), [1, 1]), ("B", [2, 1])]] {
            let chart = Chart { series: vec!["Now".into(), "Before".into()], ..chart(&rows) };
            let (drawing, layout) = (drawing(&chart), Layout::of(&chart).unwrap());
            for shape in &drawing.shapes {
                let Shape::Words { x, y, text, .. } = shape else { continue };
                let mut edges = layout.columns().chain([drawing.width]);
                let edge = edges.find(|edge| edge > x).unwrap();
                assert!(x + room(text) <= edge, "{text} at {x} extends past {edge}");
                assert!(*y >= 12 && *y + 3 <= drawing.height, "{text} is at {y}");
            }
        }
    }

    #[test]
    fn a_label_of_sixteen_characters_is_kept_and_a_longer_one_is_cut() {
        assert_eq!(cut("Jan to Mar 2023."), "Jan to Mar 2023.");
        assert_eq!(cut("Jan to Mar 2023.."), "Jan to Mar 2023…");
    }
}
