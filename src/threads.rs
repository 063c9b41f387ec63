//! Work on several threads whose outcome does not show how many there were. Knows nothing of what is done.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::{panic, thread};

use crate::sorting;

/// Does a piece of work for every number under `count`; the results stand in the order of the numbers.
///
/// # Errors
/// The error of the lowest number that has one; what comes after it may not have been done.
pub fn in_order<T: Send, E: Send>(count: usize, work: impl Fn(usize) -> Result<T, E> + Sync) -> Result<Vec<T>, E> {
    on_threads(cores().min(count), count, work)
}

/// How many threads this machine can do at the same time; 1 where that is not known.
pub fn cores() -> usize {
    // It is looked up in several files.
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

/// The same on so many threads.
///
/// # Errors
/// The error of the lowest number that has one; what comes after it may not have been done.
pub fn on_threads<T: Send, E: Send>(
    threads: usize,
    count: usize,
    work: impl Fn(usize) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let share = || {
        let mut done = Vec::new();
        loop {
            // Numbers are given out in order: by the time one fails, all lower ones are being done.
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count || failed.load(Ordering::Relaxed) {
                return done;
            }
            let one = work(index);
            failed.fetch_or(one.is_err(), Ordering::Relaxed);
            done.push((index, one));
        }
    };
    let mut done: Vec<(usize, Result<T, E>)> = each(threads, |_| share()).into_iter().flatten().collect();
    sorting::by_key(&mut done, |(index, _)| *index);
    done.into_iter().map(|(_, one)| one).collect()
}

/// Does the same on several threads, each by its number, of which this is the first. What came of it is in their order.
pub fn each<T: Send>(threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if threads <= 1 {
        return vec![work(0)];
    }
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = (1..threads).map(|number| scope.spawn(move || work(number))).collect();
        let mut all = vec![work(0)];
        // A thread that panicked is a bug; it goes on here.
        all.extend(running.into_iter().map(|one| one.join().unwrap_or_else(|panic| panic::resume_unwind(panic))));
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_work_however_many_threads_do_it() {
        let squares: Vec<usize> = (0..1000).map(|number| number * number).collect();
        for threads in [0, 1, 2, 7] {
            let done = on_threads(threads, 1000, |number| Ok::<_, ()>(number * number));
            assert_eq!(done, Ok(squares.clone()), "{threads}");
        }
    }

    #[test]
    fn the_first_failure_in_the_order_of_the_work_is_the_one_that_counts() {
        for threads in [1, 2, 7] {
            for _ in 0..50 {
                let done = on_threads(threads, 200, |number| if number % 30 == 29 { Err(number) } else { Ok(()) });
                assert_eq!(done, Err(29), "{threads}");
            }
        }
    }
}
