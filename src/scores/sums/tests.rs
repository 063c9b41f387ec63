//! Sums that grow beyond what fits in one number.

use super::*;

/// One role, one cell of two items, whole values: after each power of ten respondents the sums are what they must be.
#[test]
fn sums_of_more_respondents_than_fit_in_one_number_are_whole() {
    for coverage_by_role in [false, true] {
        let keep = Keep { coverage_by_role, ..Keep::default() };
        let mut part = Part::new(Shape { keep, roles: 2, cells: 1, codes: 0, most_items: 40 });
        for row in 0..100_000u64 {
            let record = part.begin(0, (row % 2) as usize);
            let addend = Addend::new(Some(1 << 40), (40, 40));
            let (sums, items) = part.count(0, record);
            sums[0] += addend.sum;
            items[0] += addend.items;
        }
        for role in 0..2 {
            assert_eq!(part.sums(0, role, 0), CellSums { value: 50_000 << 40, scored: 50_000 });
        }
        assert_eq!(part.coverage(0, None, 0), Coverage { scored: 4_000_000, applicable: 4_000_000 });
    }
}
