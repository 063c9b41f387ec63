//! Numbers of a few bits each, in runs of the same and in packs of eight; and numbers by their differences.

/// What small numbers are read into.
pub(super) trait Number: Copy + Ord + From<u8> {
    /// The most bits that it takes.
    const BITS: u32;
    /// The highest.
    const MOST: Self;

    /// The lowest bits of a number.
    fn lowest(number: u32) -> Self;
}

impl Number for u8 {
    const BITS: u32 = 8;
    const MOST: u8 = u8::MAX;

    fn lowest(number: u32) -> u8 {
        number as u8
    }
}

impl Number for u32 {
    const BITS: u32 = 32;
    const MOST: u32 = u32::MAX;

    fn lowest(number: u32) -> u32 {
        number
    }
}

/// Reads `count` numbers of `width` bits behind those in `out`.
pub(super) fn hybrid(bytes: &[u8], width: u32, count: usize, out: &mut Vec<u32>) -> Option<()> {
    small(bytes, width, count, out)
}

/// The same for numbers that take no more than some bits.
pub(super) fn small<N: Number>(bytes: &[u8], width: u32, count: usize, out: &mut Vec<N>) -> Option<()> {
    if width > N::BITS {
        return None;
    }
    let end = out.len() + count;
    let mut at = 0;
    while out.len() < end {
        let head = varint(bytes, &mut at)?;
        let left = end - out.len();
        if head & 1 == 1 {
            let packs = usize::try_from(head >> 1).ok()?;
            let length = packs.checked_mul(width as usize)?;
            // The last pack may be cut off behind the last number.
            let here = &bytes[at.min(bytes.len())..];
            let here = &here[..length.min(here.len())];
            let values = packs.checked_mul(8)?.min(left);
            if (here.len() as u64) * 8 < values as u64 * u64::from(width) {
                return None;
            }
            unpack(here, width, values, out);
            at += length;
        } else {
            let run = usize::try_from(head >> 1).ok()?.min(left);
            let length = width.div_ceil(8) as usize;
            let mut value = [0; 4];
            value[..length].copy_from_slice(bytes.get(at..at + length)?);
            at += length;
            out.resize(out.len() + run, N::lowest(u32::from_le_bytes(value)));
        }
    }
    Some(())
}

/// Unpacks numbers that are known to be there.
fn unpack<N: Number>(bytes: &[u8], width: u32, count: usize, out: &mut Vec<N>) {
    let end = out.len() + count;
    let word = |at: usize| {
        let mut word = [0; 8];
        let here = &bytes[at.min(bytes.len())..];
        let length = here.len().min(8);
        word[..length].copy_from_slice(&here[..length]);
        u64::from_le_bytes(word)
    };
    let mask = if width == 32 { u64::from(u32::MAX) } else { (1 << width) - 1 };
    if width <= 8 {
        // Eight numbers lie in so many bytes. Four of them are moved apart from the other four, then two and two of
        // both fours, then one and one: each stands in a byte of its own.
        let four = if width == 8 { u64::from(u32::MAX) } else { (1 << (4 * width)) - 1 };
        let two = ((1 << (2 * width)) - 1) * 0x0000_0001_0000_0001;
        let one = mask * 0x0001_0001_0001_0001;
        out.resize(out.len() + count.next_multiple_of(8), N::from(0));
        let from = end - count;
        for (pack, numbers) in out[from..].as_chunks_mut::<8>().0.iter_mut().enumerate() {
            let at = pack * width as usize;
            let word =
                bytes.get(at..).and_then(<[u8]>::first_chunk).map_or_else(|| word(at), |w| u64::from_le_bytes(*w));
            let apart = (word & four) | (word >> (4 * width) & four) << 32;
            let apart = (apart & two) | (apart >> (2 * width) & two) << 16;
            let apart = (apart & one) | (apart >> width & one) << 8;
            *numbers = apart.to_le_bytes().map(N::from);
        }
        out.truncate(end);
        return;
    }
    out.extend((0..count as u64).map(|index| {
        let bit = index * u64::from(width);
        N::lowest((word((bit / 8) as usize) >> (bit % 8) & mask) as u32)
    }));
}

/// Reads numbers written as differences; they end where the bytes that are returned begin.
pub(super) fn deltas<'b>(bytes: &'b [u8], out: &mut Vec<i64>, most: usize) -> Option<&'b [u8]> {
    let mut at = 0;
    let number = |at: &mut usize| usize::try_from(varint(bytes, at)?).ok();
    let block = number(&mut at)?;
    let minis = number(&mut at)?;
    let total = number(&mut at)?;
    let per_mini = block.checked_div(minis)?;
    if total > most || per_mini == 0 || !per_mini.is_multiple_of(8) || minis > bytes.len() {
        return None;
    }
    let mut value = zigzag(varint(bytes, &mut at)?);
    if total > 0 {
        out.push(value);
    }
    let mut left = total.saturating_sub(1);
    while left > 0 {
        let least = zigzag(varint(bytes, &mut at)?);
        let widths = bytes.get(at..at + minis)?;
        at += minis;
        for &width in widths {
            if left == 0 {
                break;
            }
            let length = (per_mini / 8).checked_mul(usize::from(width))?;
            let here = bytes.get(at..at.checked_add(length)?)?;
            at += length;
            if width > 64 {
                return None;
            }
            for index in 0..per_mini.min(left) {
                value = value.wrapping_add(least).wrapping_add(wide(here, index, usize::from(width)) as i64);
                out.push(value);
            }
            left = left.saturating_sub(per_mini);
        }
    }
    bytes.get(at..)
}

/// One number of up to 64 bits.
fn wide(bytes: &[u8], index: usize, width: usize) -> u64 {
    let bit = index * width;
    let mut word = [0; 16];
    let here = &bytes[(bit / 8).min(bytes.len())..];
    let length = here.len().min(9);
    word[..length].copy_from_slice(&here[..length]);
    let word = (u128::from_le_bytes(word) >> (bit % 8)) as u64;
    if width == 64 { word } else { word & ((1 << width) - 1) }
}

fn zigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_packs_are_read_as_the_format_describes_them() {
        // The example of the format: 0 to 7 in three bits each are 88 C6 FA.
        let mut out = Vec::new();
        hybrid(&[3, 0x88, 0xc6, 0xfa, 10, 4], 3, 13, &mut out).expect("whole");
        assert_eq!(out, [0, 1, 2, 3, 4, 5, 6, 7, 4, 4, 4, 4, 4]);
        assert_eq!(hybrid(&[3, 0x88, 0xc6], 3, 8, &mut Vec::new()), None, "cut off");
        let endless = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1];
        assert_eq!(hybrid(&endless, 3, 8, &mut Vec::new()), None);
    }

    #[test]
    fn packs_of_every_width_come_apart_whether_bytes_or_words_take_them() {
        for width in 0..=8 {
            let most = (1u32 << width) - 1;
            let numbers: Vec<u32> = (0..19).map(|index| (index * 29 + 5) & most).collect();
            let mut bits = numbers.iter().flat_map(|number| (0..width).map(move |bit| number >> bit & 1 == 1));
            let mut bytes = vec![7];
            while let Some(first) = bits.next() {
                let later = bits.by_ref().take(7).enumerate().map(|(bit, set)| u8::from(set) << (bit + 1));
                bytes.push(later.fold(u8::from(first), |byte, bit| byte | bit));
            }
            let (mut words, mut narrow) = (vec![9u32], vec![9u8]);
            hybrid(&bytes, width, 19, &mut words).expect("whole");
            small(&bytes, width, 19, &mut narrow).expect("whole");
            assert_eq!(words[1..], numbers, "{width}");
            assert!(narrow[1..].iter().map(|&number| u32::from(number)).eq(numbers), "{width}");
        }
        assert_eq!(small::<u8>(&[2, 0, 0], 9, 1, &mut Vec::new()), None, "more bits than a byte has");
    }

    #[test]
    fn differences_are_added_up() {
        // 7, 5, 3, 1, 2, 3, 4, 5: the example of the format, in a block of 128 with 4 parts; least −2, then two bits each.
        let mut bytes = vec![0x80, 1, 4, 8, 14, 3, 2, 0, 0, 0];
        bytes.extend([0xc0, 0x3f, 0, 0, 0, 0, 0, 0]);
        let mut out = Vec::new();
        assert_eq!(deltas(&bytes, &mut out, 100), Some([].as_slice()));
        assert_eq!(out, [7, 5, 3, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn differences_of_which_there_would_be_more_bytes_than_numbers_can_count_are_none() {
        // A block of 2⁶³ with one part, 8 numbers; least 0, then 255 bits each.
        let mut bytes = vec![0x80; 9];
        bytes.extend([1, 1, 8, 0, 0, 0xff]);
        assert_eq!(deltas(&bytes, &mut Vec::new(), 100), None);
    }
}
