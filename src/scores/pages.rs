//! Rows of numbers, as many as there turn out to be.

/// Rows of numbers that are claimed at once: so few that they find room where rows of answers waited to be counted.
const PAGE: usize = 128;

/// Rows of equal length, claimed a page at a time, so that growing moves nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages<T> {
    length: usize,
    rows: usize,
    pages: Vec<Vec<T>>,
}

impl<T: Copy + Default> Pages<T> {
    /// Rows of so many numbers.
    pub(super) fn new(length: usize) -> Pages<T> {
        Pages { length, rows: 0, pages: Vec::new() }
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// One more row, of zeros.
    pub(super) fn push(&mut self) {
        if self.rows == PAGE * self.pages.len() {
            // The first is small at first, for the many that never grow.
            let rows = if self.pages.is_empty() { 1 } else { PAGE };
            self.pages.push(Vec::with_capacity(rows * self.length));
        }
        if let Some(page) = self.pages.get_mut(self.rows / PAGE) {
            if page.len() == page.capacity() {
                page.reserve_exact(PAGE * self.length - page.len());
            }
            page.resize(page.len() + self.length, T::default());
        }
        self.rows += 1;
    }

    /// Forgets the rows, and keeps their room.
    pub(super) fn clear(&mut self) {
        self.pages.iter_mut().for_each(Vec::clear);
        self.rows = 0;
    }

    /// A row, if it is there.
    pub(super) fn get(&self, row: usize) -> Option<&[T]> {
        (row < self.rows).then(|| self.row(row))
    }

    /// A row that is there.
    pub(super) fn row(&self, row: usize) -> &[T] {
        let start = row % PAGE * self.length;
        &self.pages[row / PAGE][start..start + self.length]
    }

    /// A row that is there, to be changed.
    pub(super) fn row_mut(&mut self, row: usize) -> &mut [T] {
        let start = row % PAGE * self.length;
        &mut self.pages[row / PAGE][start..start + self.length]
    }
}
