//! How much of the overall each item is. Knows no answers.

use super::combination::Known;
use super::rubric::Rubric;
use super::selection::Selection;

impl Rubric<'_> {
    /// The share of the overall that each item is, 0–1, where everything counted of a selection applies and is answered:
    /// its weight as a share of those in its cell, times the share of the cell. 0 for what is not counted.
    pub fn item_shares(&self, selection: Selection) -> Vec<f64> {
        let q = self.questionnaire;
        let weight = |index: usize| {
            let item = &q.items[index];
            if self.counted[index] && selection.has(q, item.question) { item.weight } else { 0.0 }
        };
        let mut weights = vec![0.0; q.cells.len()];
        for (index, item) in q.items.iter().enumerate() {
            weights[item.cell] += weight(index);
        }
        let cells: Vec<f64> = (0..weights.len()).map(|cell| self.cell_share(cell, &weights)).collect();
        let share = |(index, item): (usize, &crate::questionnaire::Item)| match weight(index) {
            0.0 => 0.0,
            own => own / weights[item.cell] * cells[item.cell],
        };
        q.items.iter().enumerate().map(share).collect()
    }

    /// The share of the overall that a cell is among those in which anything is counted: what the overall would be if the
    /// cell held everything and all others nothing.
    fn cell_share(&self, cell: usize, weights: &[f64]) -> f64 {
        let held = |(other, &weight): (usize, &f64)| (weight > 0.0).then_some(f64::from(u8::from(other == cell)));
        let mut row: Vec<Known> = weights.iter().enumerate().map(held).map(Known::from).collect();
        self.combination.fill_whole(&mut row);
        self.combination.whole(&row).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::source::Sources;

    /// The shares in thousandths, rounded.
    fn shares(text: &str, quick_only: bool) -> Vec<i64> {
        let text = format!(
            "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {{max: 4}}\n{text}"
        );
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let node = crate::yaml::parse(sources.add("t.yaml", text), &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        let found = Rubric::new(&q).item_shares(Selection { quick_only, age: 0 });
        found.into_iter().map(|share| (1000.0 * share).round() as i64).collect()
    }

    const NESTED: &str = "axes: [{id: a, title: A, dimensions: [{id: d, title: D, weight: 3, dimensions: [{id: e, title: E}, \
        {id: f, title: F, weight: 4}]}, {id: g, title: G}]}]\nquestions:\n\
        \x20 - {id: v1, at: {a: e}, ask: Q, type: yes-no, quick: true}\n\
        \x20 - {id: v2, at: {a: f}, ask: Q, type: yes-no, weight: 3, quick: true}\n\
        \x20 - {id: v3, at: {a: f}, ask: Q, type: yes-no, paper_and_practice: true}\n\
        \x20 - {id: v4, at: {a: g}, ask: Q, type: yes-no}\n";

    #[test]
    fn a_question_is_its_share_of_the_dimension_of_all_above_it() {
        // D is 3/4 and G 1/4. E is 1/5 of D, 0.15, and F 4/5, 0.6: 3/5 of that, and 1/5 for each half.
        assert_eq!(shares(NESTED, false), [150, 360, 120, 120, 250]);
    }

    #[test]
    fn what_the_quick_scan_does_not_ask_takes_no_share_of_it() {
        // G has nothing to count, so D is all of it; v2 is all of F.
        assert_eq!(shares(NESTED, true), [200, 800, 0, 0, 0]);
    }

    #[test]
    fn with_several_axes_a_question_is_its_share_of_a_cell_by_the_weight_of_cells() {
        // 3/4 for e × g, of which v1 is 1/4 and v2 3/4; 1/4 for f × g.
        let grid = "axes: [{id: a, title: A, dimensions: [{id: e, title: E}, {id: f, title: F}]}, {id: b, title: B, \
            dimensions: [{id: g, title: G}]}]\ncells: [{at: {a: e, b: g}, weight: 3}]\nquestions:\n\
            \x20 - {id: v1, at: {a: e, b: g}, ask: Q, type: yes-no}\n\
            \x20 - {id: v2, at: {a: e, b: g}, ask: Q, type: yes-no, weight: 3}\n\
            \x20 - {id: v3, at: {a: f, b: g}, ask: Q, type: yes-no, weight: 9}\n";
        // 3/16 = 0.1875 and 9/16 = 0.5625.
        assert_eq!(shares(grid, false), [188, 563, 250]);
    }
}
