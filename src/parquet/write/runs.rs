//! Writing numbers of a few bits each, in runs of the same and in packs of eight: the other side of `bits`.

/// A run is worth its head from so many on.
const LONG: usize = 16;

/// Writes numbers of which none takes more than `width` bits, from 1 to 32.
pub(super) fn hybrid(values: &[u32], width: u32, out: &mut Vec<u8>) {
    let mut rest = values;
    while let Some(&first) = rest.first() {
        let run = same(rest);
        if run >= LONG || run == rest.len() {
            varint((run as u64) << 1, out);
            out.extend_from_slice(&first.to_le_bytes()[..width.div_ceil(8) as usize]);
            rest = &rest[run..];
            continue;
        }
        // Packs up to the next long run, or the end.
        let mut packs = 1;
        while rest.len() > packs * 8 && same(&rest[packs * 8..]) < LONG {
            packs += 1;
        }
        varint((packs as u64) << 1 | 1, out);
        for pack in 0..packs {
            pack_eight(rest.get(pack * 8..).unwrap_or_default(), width, out);
        }
        rest = rest.get(packs * 8..).unwrap_or_default();
    }
}

/// How many of the first numbers are the same; no more are counted than make a long run, unless it is one.
fn same(values: &[u32]) -> usize {
    let first = values.first();
    values.iter().take_while(|value| Some(*value) == first).count()
}

/// Writes eight numbers, with zeros for those that are not there.
fn pack_eight(values: &[u32], width: u32, out: &mut Vec<u8>) {
    let (mut held, mut bits) = (0u64, 0);
    for index in 0..8 {
        held |= u64::from(values.get(index).copied().unwrap_or(0)) << bits;
        bits += width;
        while bits >= 8 {
            out.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    }
}

fn varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::super::super::bits;
    use super::*;

    #[test]
    fn packs_and_runs_are_written_as_the_format_describes_them() {
        // The example of the format: 0 to 7 in three bits each are 88 C6 FA.
        let mut out = Vec::new();
        hybrid(&[0, 1, 2, 3, 4, 5, 6, 7], 3, &mut out);
        assert_eq!(out, [3, 0x88, 0xc6, 0xfa]);
        out.clear();
        hybrid(&[1; 100], 1, &mut out);
        assert_eq!(out, [0xc8, 0x01, 1]);
        out.clear();
        hybrid(&[300; 3], 9, &mut out);
        assert_eq!(out, [6, 0x2c, 0x01]);
    }

    #[test]
    fn whatever_is_written_reads_back_in_every_width() {
        for width in 1..=32 {
            let most = u32::MAX >> (32 - width);
            for length in [0, 1, 7, 8, 9, 15, 16, 17, 200, 1001] {
                let mixed = (0..length).map(|index: u32| match index % 50 {
                    0..20 => most,
                    _ => index.wrapping_mul(2_654_435_761) & most,
                });
                let values: Vec<u32> = mixed.collect();
                let (mut written, mut read) = (Vec::new(), Vec::new());
                hybrid(&values, width, &mut written);
                bits::hybrid(&written, width, values.len(), &mut read).expect("whole");
                assert!(read == values, "{length} of {width}");
            }
        }
    }
}
