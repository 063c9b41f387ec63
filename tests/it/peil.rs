//! Running the program as a person does, in a folder of its own and an environment without surprises.
//!
//! ```ignore
//! peil(["score", "weg.csv"]).stderr("error: …").ends_with(2);
//! ```
//!
//! What is not said must be empty: a test without `stdout` fails when anything is written there.

mod expected;
mod output;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use expected::{Expected, unindented};
pub(crate) use output::{Output, Written};

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_peil");

/// A small questionnaire with one question of every type; the answers in `tests/answers` belong to it too.
pub(crate) const KORT: &str = include_str!("../answers/kort.yaml");

/// The heading of a table of two columns of answers to [`KORT`], and two councils.
pub(crate) const TWO_COUNCILS: &str = "council,name,keuze,cijfer\n41048,Ninove,soms,3\n41063,Denderleeuw,altijd,5\n";

/// A run that is being prepared.
pub(crate) struct Peil {
    folder: TempDir,
    command: Command,
    input: Vec<u8>,
    stdout: Expected,
    stderr: Expected,
}

/// Prepares a run with these arguments.
pub(crate) fn peil<A: AsRef<str>>(arguments: impl IntoIterator<Item = A>) -> Peil {
    let mut command = Command::new(PROGRAM);
    for argument in arguments {
        command.arg(argument.as_ref());
    }
    scrub(&mut command);
    let nothing = || Expected::Exactly(String::new());
    Peil {
        folder: tempfile::tempdir().expect("a folder"),
        command,
        input: Vec::new(),
        stdout: nothing(),
        stderr: nothing(),
    }
}

/// Takes out of the environment whatever changes what peil writes.
pub(crate) fn scrub(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("LC_") || name.starts_with("CLICOLOR") {
            command.env_remove(name);
        }
    }
    for name in ["LANG", "LANGUAGE", "PEIL_LANG", "NO_COLOR", "COLUMNS", "LINES", "TERM", "TZ"] {
        command.env_remove(name);
    }
}

impl Peil {
    /// A text file in the folder.
    pub(crate) fn file(self, name: &str, text: &str) -> Peil {
        self.bytes(name, text.as_bytes())
    }

    /// A file of bytes in the folder; folders in its name are made.
    pub(crate) fn bytes(self, name: &str, bytes: &[u8]) -> Peil {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("written");
        self
    }

    /// An empty folder in the folder.
    pub(crate) fn folder(self, name: &str) -> Peil {
        fs::create_dir_all(self.folder.path().join(name)).expect("a folder");
        self
    }

    /// The small questionnaire as `kort.yaml`.
    pub(crate) fn with_kort(self) -> Peil {
        self.file("kort.yaml", KORT)
    }

    /// Two councils that answered it, as `twee.csv`.
    pub(crate) fn with_two_councils(self) -> Peil {
        self.with_kort().file("twee.csv", TWO_COUNCILS)
    }

    /// One more argument, such as the path of a file in the folder.
    pub(crate) fn argument(mut self, argument: &str) -> Peil {
        self.command.arg(argument);
        self
    }

    /// What is typed or piped in.
    pub(crate) fn input(mut self, text: &str) -> Peil {
        self.input = text.as_bytes().to_owned();
        self
    }

    /// A variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Peil {
        self.command.env(name, value);
        self
    }

    /// As on a Belgian computer.
    pub(crate) fn in_dutch(self) -> Peil {
        self.env("LANG", "nl_BE.UTF-8")
    }

    /// All of standard output. A first line break and the indentation of the source are taken off.
    pub(crate) fn stdout(mut self, text: &str) -> Peil {
        self.stdout = Expected::Exactly(unindented(text));
        self
    }

    /// All of standard error, likewise.
    pub(crate) fn stderr(mut self, text: &str) -> Peil {
        self.stderr = Expected::Exactly(unindented(text));
        self
    }

    /// A part of standard output.
    pub(crate) fn stdout_holds(mut self, text: &str) -> Peil {
        self.stdout.add(text);
        self
    }

    /// A part of standard error.
    pub(crate) fn stderr_holds(mut self, text: &str) -> Peil {
        self.stderr.add(text);
        self
    }

    /// The folder, to look at what was written or to prepare what the builder cannot.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs, whatever comes of it.
    pub(crate) fn run(&mut self) -> Output {
        let folder = self.folder.path();
        self.command.current_dir(folder);
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program");
        // The program may end without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(&self.input);
        let output = child.wait_with_output().expect("its output");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            text.replace(&folder.to_string_lossy().into_owned(), "[folder]")
        };
        Output { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code().unwrap_or(-1) }
    }

    /// Runs, and compares with what was expected; the folder is kept as long as the result is.
    pub(crate) fn ends_with(mut self, code: i32) -> Written {
        let output = self.run();
        let met = self.stdout.is_met(&output.stdout) && self.stderr.is_met(&output.stderr) && output.code == code;
        assert!(
            met,
            "\n=== found\n{output}\n=== expected exit {code}, stdout {}\n=== and stderr {}",
            self.stdout, self.stderr
        );
        Written(self.folder)
    }
}
