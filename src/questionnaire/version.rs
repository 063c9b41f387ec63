//! Versions of a questionnaire: three whole numbers, compared as numbers.

use std::fmt;

use crate::diagnostics::{Diagnostics, Form, NameFinding};
use crate::yaml::Node;

/// A version, `1.2.3`; a later one is greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version([u32; 3]);

impl Version {
    /// Reads three whole numbers of at most nine digits with points between them, each written in one way only: without a
    /// zero before it.
    pub fn parse(text: &str) -> Option<Version> {
        let mut parts = text.split('.').map(|part| {
            let digits = (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            let one_way = part == "0" || !part.starts_with('0');
            part.parse().ok().filter(|_| digits && one_way)
        });
        let version = Version([parts.next()??, parts.next()??, parts.next()??]);
        parts.next().is_none().then_some(version)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// Reads a version, or reports what is none.
pub(super) fn version(node: &Node, out: &mut Diagnostics) -> Option<Version> {
    let text = node.text(out)?;
    let version = Version::parse(text);
    if version.is_none() {
        out.add(node.span, NameFinding::Malformed { form: Form::Version, found: text.to_owned() });
    }
    version
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_compared_as_numbers() {
        let version = |text| Version::parse(text).expect("a version");
        assert!(version("1.10.0") > version("1.9.9"));
        assert!(version("2.0.0") > version("1.99.99"));
        assert_eq!(version("1.0.0").to_string(), "1.0.0");
    }

    #[test]
    fn only_three_numbers_are_a_version() {
        for text in [
            "",
            "1",
            "1.0",
            "1.0.0.0",
            "1.0.x",
            "1..0",
            "1.0.",
            "-1.0.0",
            "+1.0.0",
            "1.0.1234567890",
            "v1.0.0",
            "01.0.0",
            "1.00.0",
        ] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }
}
