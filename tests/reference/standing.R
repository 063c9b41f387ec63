# Ranks, percentiles and quartiles of made-up groups of councils, by R alone, knowing nothing of the Rust code.
#
# Run from the root of the repository:
#   Rscript tests/reference/standing.R > tests/reference/standing.csv
# tests/it/standing.rs reads the scores from the file, and compares.

# The generator of Park and Miller.
state <- 20260202
below <- function(m) {
  state <<- (16807 * state) %% 2147483647
  floor(state * m / 2147483647)
}

# In tenths from 0 to 40. The edges: one, two, four, with ties, all alike, in two camps.
groups <- list(
  one = 23, two = c(7, 31), pair = c(12, 12), three = c(40, 0, 13), four = c(5, 18, 18, 39), alike4 = rep(20, 4),
  five = c(1, 2, 3, 4, 40), camps = c(0, 0, 0, 40, 40, 40), alike9 = rep(40, 9), ends = c(0, 0, 17, 40)
)
for (n in c(6, 7, 8, 9, 10, 11, 12, 25, 60, 300)) {
  groups[[sprintf("n%d", n)]] <- sapply(1:n, function(i) below(41))
}
# Few different scores, so that most are tied.
for (n in c(5, 10, 41)) groups[[sprintf("ties%d", n)]] <- 10 * sapply(1:n, function(i) below(3))

said <- function(...) cat(paste(..., sep = ","), "\n", sep = "")
exact <- function(value) sprintf("%.15g", value)
said("group", "what", "score", "value")
for (name in names(groups)) {
  x <- groups[[name]] / 10
  highest_first <- rank(-x, ties.method = "min")
  middle <- 100 * (rank(x, ties.method = "average") - 0.5) / length(x)
  for (i in seq_along(x)) {
    said(name, "rank", exact(x[i]), highest_first[i])
    said(name, "percentile", exact(x[i]), exact(middle[i]))
  }
  q <- quantile(x, c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), type = 7, names = FALSE)
  for (i in seq_along(q)) said(name, "quantile", exact(c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)[i]), exact(q[i]))
}
