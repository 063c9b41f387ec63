# Agreement, reliability and plausibility of a made-up batch, by R and its packages, knowing nothing of the Rust code.
#
# Run from the root of the repository; needs the packages psych and multilevel (Debian: r-cran-psych, r-cran-multilevel):
#   Rscript tests/reference/statistics.R > tests/reference/statistics.csv
# tests/it/statistics.rs makes the same batch and compares.
suppressPackageStartupMessages({
  library(psych)
  library(multilevel)
})

# The generator of Park and Miller: whole numbers below 2^53 only, so every language makes the same ones.
state <- 20260101
below <- function(m) {
  state <<- (16807 * state) %% 2147483647
  floor(state * m / 2147483647)
}

questions <- 40
kind <- c(rep("choice", 30), rep("yes-no", 4), rep("rating", 4), rep("number", 2))
# Of A options the line goes from 0 to A - 1; of a number from 0 to 1.
options <- c("choice" = 5, "yes-no" = 2, "rating" = 7, "number" = NA)
length_of <- c("choice" = 4, "yes-no" = 1, "rating" = 6, "number" = 1)

place <- function(q, latent) {
  switch(kind[q],
    "choice" = min(max(latent %/% 100, 0), 4),
    "yes-no" = as.numeric(latent >= 250),
    "rating" = min(max((latent * 7) %/% 500, 0), 6),
    "number" = min(max(latent %/% 5, 0), 100) / 100
  )
}

offsets <- sapply(1:questions, function(q) below(201) - 100)
rows <- list()
councils <- character(0)
add <- function(council, answers) {
  rows[[length(rows) + 1]] <<- answers
  councils[length(councils) + 1] <<- council
}
for (c in 1:300) {
  size <- 5 + below(21)
  base <- below(500)
  for (r in 1:size) {
    lean <- below(301) - 150
    answers <- sapply(1:questions, function(q) {
      noise <- below(241) - 120
      latent <- (base * 6) %/% 10 + 100 + lean %/% 2 + offsets[q] + noise
      if (below(100) < 4) NA else place(q, latent)
    })
    add(sprintf("c%03d", c), answers)
  }
}
# The edges: all alike, in two camps, alone, a pair, nothing answered.
level <- function(l) sapply(1:questions, function(q) place(q, c(0, 150, 250, 370, 500)[l + 1]))
for (l in c(3, 3, 3, 3)) add("x-alike", level(l))
for (l in c(0, 0, 4, 4)) add("x-camps", level(l))
add("x-alone", level(2))
for (l in c(1, 2)) add("x-pair", level(l))
for (i in 1:3) add("x-blank", rep(NA, questions))
x <- do.call(rbind, rows)
councils <- factor(councils)

out <- function(what, council, about, value) {
  cat(sprintf("%s,%s,%s,%s\n", what, council, about, ifelse(is.na(value), "none", sprintf("%.15g", value))), sep = "")
}
cat("statistic,council,about,value\n")
cat(sprintf("version,,R,%s\n", paste(R.version$major, R.version$minor, sep = ".")))
for (package in c("psych", "multilevel")) cat(sprintf("version,,%s,%s\n", package, packageVersion(package)))
out("rows", "", "", nrow(x))
out("answers", "", "", sum(!is.na(x)))
out("places", "", "", sum(x, na.rm = TRUE))

# Agreement: written out for the first councils and the edges, as the mean over all councils for the rest.
first <- c(sprintf("c%03d", 1:25), "x-alike", "x-camps", "x-alone", "x-pair", "x-blank")
for (q in 1:questions) {
  a <- options[kind[q]]
  random <- if (is.na(a)) 1 / 12 else (a^2 - 1) / 12
  values <- list(
    ad = setNames(ad.m(x[, q], councils)[, c(1, 2)], c("council", "value")),
    rwg = setNames(rwg(x[, q], councils, random)[, c(1, 2)], c("council", "value"))
  )
  for (what in names(values)) {
    found <- values[[what]]
    for (c in first) {
      value <- found$value[match(c, found$council)]
      out(what, c, sprintf("q%d", q), value)
    }
    out(paste0(what, "-mean"), "", sprintf("q%d", q), mean(found$value, na.rm = TRUE))
  }
}

# Four dimensions of ten questions, each worth its share of its line.
share <- sweep(x, 2, length_of[kind], "/")
dimension <- function(d) share[, (10 * (d - 1) + 1):(10 * d)]
scored <- sapply(1:4, function(d) {
  own <- dimension(d)
  ifelse(rowSums(!is.na(own)) / 10 >= 0.6, rowMeans(own, na.rm = TRUE), NA)
})
measures <- list(d1 = scored[, 1], d2 = scored[, 2], d3 = scored[, 3], d4 = scored[, 4],
  overall = ifelse(rowSums(!is.na(scored)) > 0, rowMeans(scored, na.rm = TRUE), NA))
for (name in names(measures)) {
  items <- if (name == "overall") share else dimension(as.numeric(substr(name, 2, 2)))
  complete <- items[complete.cases(items), ]
  out("alpha", "", name, suppressWarnings(psych::alpha(as.data.frame(complete), warnings = FALSE)$total$raw_alpha))
  out("alpha-n", "", name, nrow(complete))
  data <- data.frame(y = measures[[name]], g = councils)
  data <- data[!is.na(data$y), ]
  sizes <- table(data$g)
  data <- droplevels(data[data$g %in% names(sizes)[sizes >= 2], ])
  model <- aov(y ~ g, data)
  squares <- summary(model)[[1]][, 3]
  n <- as.numeric(table(data$g))
  k <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1)
  out("msb", "", name, squares[1])
  out("msw", "", name, squares[2])
  out("icc1-mean-size", "", name, ICC1(model))
  out("icc1", "", name, (squares[1] - squares[2]) / (squares[1] + (k - 1) * squares[2]))
  out("icc2", "", name, ICC2(model))
  out("icc-n", "", name, nrow(data))
  out("icc-councils", "", name, length(n))
}

# Plausibility: how many respondents show each sign.
given <- rowSums(!is.na(x))
same_option <- apply(x[, kind == "choice"], 1, function(r) {
  r <- r[!is.na(r)]
  length(r) >= 10 && length(unique(r)) == 1
})
highest <- given >= 10 & apply(sweep(x, 2, length_of[kind], "=="), 1, all, na.rm = TRUE)
text <- apply(x, 1, paste, collapse = " ")
twins <- (duplicated(text) | duplicated(text, fromLast = TRUE)) & given >= 10
far <- rep(FALSE, nrow(x))
for (c in levels(councils)) {
  own <- which(councils == c)
  distance <- sapply(own, function(i) {
    others <- share[setdiff(own, i), , drop = FALSE]
    compared <- !is.na(share[i, ]) & colSums(!is.na(others)) >= 2
    if (sum(compared) < 10) return(NA)
    mean(abs(share[i, compared] - colMeans(others[, compared, drop = FALSE], na.rm = TRUE)))
  })
  if (sum(!is.na(distance)) < 8) next
  above <- distance - median(distance, na.rm = TRUE)
  far[own] <- !is.na(above) & above > 3 * mad(distance, na.rm = TRUE) & above > 0.125
}
out("sign", "", "same-option", sum(same_option))
out("sign", "", "all-highest", sum(highest))
out("sign", "", "same-answers", sum(twins))
out("sign", "", "far-from-others", sum(far))
