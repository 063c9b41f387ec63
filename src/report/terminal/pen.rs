//! Bold, dim and the heat ramp, or nothing at all. The only place that writes an escape sequence.

/// What stands out in a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Plain,
    Bold,
    Dim,
    /// A shade from 0 to 4.
    Heat(u8),
}

/// Writes text in a manner, if colour was asked for.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub(super) colour: bool,
}

/// The ramp #EAF2F8 #BFD9EA #7FB2D6 #0B4A75 #062B45 in the nearest of the 256 colours every terminal has.
const RAMP: [(u8, u8); 5] = [(255, 16), (153, 16), (110, 16), (24, 231), (17, 231)];

impl Pen {
    /// `text` in this manner; without colour, `text`.
    pub(super) fn write(self, text: &str, manner: Manner) -> String {
        let code = match manner {
            _ if !self.colour || text.is_empty() => return text.to_owned(),
            Manner::Plain => return text.to_owned(),
            Manner::Bold => "1".to_owned(),
            Manner::Dim => "2".to_owned(),
            Manner::Heat(heat) => {
                let (ground, ink) = RAMP[usize::from(heat).min(RAMP.len() - 1)];
                format!("48;5;{ground};38;5;{ink}")
            }
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
