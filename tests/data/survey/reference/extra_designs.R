# Reference answers for designs that expected_*.csv do not cover, from R's package `survey`.
#
# Reads kap_synthetic.csv (SYNTHETIC respondents) and writes every extra_*.csv beside it; same input, same bytes.
# Run in this folder:  Rscript extra_designs.R     (made with R 4.2.2, survey 4.1-1; the tests need no R)
#
# Everywhere: rows with a missing answer leave the domain through subset(), so that their PSUs and strata stay in the
# design; df is degf() of that subset; intervals are t intervals with it; figures have 12 significant digits.

suppressMessages(library(survey))
options(survey.lonely.psu = "fail", survey.ultimate.cluster = FALSE, survey.adjust.domain.lonely = FALSE)
RNGversion("4.2.0")
set.seed(20200815)

persons <- read.csv("kap_synthetic.csv", stringsAsFactors = FALSE)
wave1 <- persons[persons$wave == 1, ]

digits12 <- function(x) ifelse(is.finite(x), trimws(formatC(x, digits = 12, format = "g")), "")

save <- function(table, file) {
  for (column in names(table)) {
    if (is.double(table[[column]])) table[[column]] <- digits12(table[[column]])
  }
  write.csv(table, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

# "county=C1&gender=F" -> logical vector over the design's persons; "_T" is everybody.
inside <- function(domain, data) {
  here <- rep(TRUE, nrow(data))
  if (domain == "_T") return(here)
  for (part in strsplit(domain, "&")[[1]]) {
    pair <- strsplit(part, "=")[[1]]
    here <- here & data[[pair[1]]] == pair[2]
  }
  here
}

counties <- paste0("county=C", 1:4)
genders <- paste0("gender=", c("F", "M", "X"))
ages <- paste0("agegrp=", c("15-17", "18-19", "20-24", "25-29"))
county_gender <- as.vector(outer(counties, genders[1:2], paste, sep = "&"))
margins <- c("_T", counties, genders[1:2], ages, county_gender)

# ---- estimates of one design --------------------------------------------------------------------------------------

answered <- function(design, domain, answer) subset(design, inside(domain, design$variables) & !is.na(answer))

estimate_row <- function(name, stat, variable, domain, part, value, se, bounds, deff) {
  data.frame(design = name, stat, variable, domain, estimate = as.numeric(value), se = as.numeric(se),
             ci_lower = as.numeric(bounds[1]), ci_upper = as.numeric(bounds[2]), df = as.integer(degf(part)),
             deff = as.numeric(deff), n = nrow(part$variables))
}

# The t interval by hand: with df = 0 (one PSU, one stratum) confint() would not say so.
t_bounds <- function(value, se, part) {
  df <- degf(part)
  if (df < 1) return(c(NA, NA))
  as.numeric(value) + c(-1, 1) * qt(.975, df) * as.numeric(se)
}

mean_row <- function(name, design, variable, domain) {
  part <- answered(design, domain, design$variables[[variable]])
  m <- svymean(as.formula(paste0("~", variable)), part, deff = "replace")
  estimate_row(name, "mean", variable, domain, part, coef(m), SE(m), t_bounds(coef(m), SE(m), part), deff(m))
}

total_row <- function(name, design, variable, domain) {
  part <- answered(design, domain, design$variables[[variable]])
  m <- svytotal(as.formula(paste0("~", variable)), part)
  estimate_row(name, "total", variable, domain, part, coef(m), SE(m), t_bounds(coef(m), SE(m), part), NA)
}

ratio_row <- function(name, design, over, under, domain) {
  part <- answered(design, domain, design$variables[[over]] + design$variables[[under]])
  m <- svyratio(as.formula(paste0("~", over)), as.formula(paste0("~", under)), part)
  estimate_row(name, "ratio", paste0(over, "/", under), domain, part, coef(m), SE(m),
               t_bounds(coef(m), SE(m), part), NA)
}

share_rows <- function(name, design, column, level, domain) {
  design$variables$hit <- as.numeric(design$variables[[column]] == level)
  part <- answered(design, domain, design$variables$hit)
  m <- svymean(~hit, part, deff = "replace")
  edge <- coef(m) <= 0 || coef(m) >= 1 || SE(m) < 1e-12 || degf(part) < 1
  rows <- lapply(c("xlogit", "beta"), function(method) {
    bounds <- if (edge) c(NA, NA) else attr(svyciprop(~hit, part, method = method, df = degf(part)), "ci")
    estimate_row(name, paste0("prop_", method), paste0(column, "==", level), domain, part, coef(m), SE(m), bounds,
                 deff(m))
  })
  do.call(rbind, rows)
}

all_estimates <- function(name, design, domains, with_ratio = TRUE) {
  rows <- lapply(domains, function(domain) rbind(
    mean_row(name, design, "a_trust", domain),
    total_row(name, design, "a_trust", domain),
    total_row(name, design, "k_heard", domain),
    if (with_ratio) ratio_row(name, design, "hh_youth", "hh_size", domain),
    share_rows(name, design, "k_heard", "1", domain),
    share_rows(name, design, "k_signs", "1", domain),
    share_rows(name, design, "src", "tv", domain)
  ))
  do.call(rbind, rows)
}

# ---- finite population of PSUs, one stage -------------------------------------------------------------------------

# Invented. C2-ROMA is sampled fully (its own contribution is 0); C3-ROMA has no correction (empty, Inf in R).
strata <- sort(unique(wave1$stratum))
invented <- c("C1-R" = 30, "C1-ROMA" = 6, "C1-U" = 55, "C2-R" = 24, "C2-ROMA" = 4, "C2-U" = 40, "C3-R" = 16,
              "C3-ROMA" = NA, "C3-U" = 26, "C4-R" = 12, "C4-ROMA" = 5, "C4-U" = 19)
save(data.frame(stratum = strata, population_psus = as.integer(invented[strata])), "extra_fpc_design.csv")

finite <- wave1
finite$population_psus <- ifelse(is.na(invented[finite$stratum]), Inf, invented[finite$stratum])
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, fpc = ~population_psus, data = finite)
save(all_estimates("fpc", design, c(margins, "gender=X", "setting=ROMA", "stratum=C2-ROMA", "stratum=C3-ROMA")),
     "extra_fpc.csv")

# ---- two stages: PSUs, then households ----------------------------------------------------------------------------

settled <- wave1[wave1$setting != "ROMA", ]
kept <- unlist(lapply(split(settled$psu, settled$stratum), function(psus) {
  psus <- sort(unique(psus))
  psus[seq_len(if (length(psus) > 10) 4 else 3)]
}))
two <- settled[settled$psu %in% kept, ]
# Households of one to three persons, formed at random inside the PSU.
two$household <- NA_character_
for (psu in unique(two$psu)) {
  rows <- which(two$psu == psu)
  rows <- rows[sample.int(length(rows))]
  sizes <- sample(1:3, length(rows), replace = TRUE)
  two$household[rows] <- paste0(psu, "-", rep(seq_along(sizes), sizes)[seq_along(rows)])
}
sampled <- tapply(two$household, two$psu, function(names) length(unique(names)))
# Invented: C4-R is sampled fully at the first stage, PSU 1001 fully at the second.
stage1 <- c("C1-R" = 9, "C1-U" = 20, "C2-R" = 7, "C2-U" = 12, "C3-R" = 6, "C3-U" = 10, "C4-R" = 3, "C4-U" = 8)
extra_households <- sample(4:25, length(sampled), replace = TRUE)
names(extra_households) <- names(sampled)
extra_households["1001"] <- 0
two$population_psus <- as.integer(stage1[two$stratum])
two$population_households <- as.integer((sampled + extra_households)[as.character(two$psu)])
two <- two[order(two$psu, two$household, two$id), c("id", "stratum", "psu", "household", "county", "gender", "agegrp",
  "w", "population_psus", "population_households", "k_heard", "k_signs", "a_trust", "src")]
save(two, "extra_two_stage_data.csv")

two$no_limit <- Inf
designs <- list(
  wr = svydesign(ids = ~psu + household, strata = ~stratum, weights = ~w, data = two),
  fpc_first = svydesign(ids = ~psu, strata = ~stratum, weights = ~w, fpc = ~population_psus, data = two),
  fpc_first_wr_second = svydesign(ids = ~psu + household, strata = ~stratum, weights = ~w,
                                  fpc = ~population_psus + no_limit, data = two),
  fpc_both = svydesign(ids = ~psu + household, strata = ~stratum, weights = ~w,
                       fpc = ~population_psus + population_households, data = two)
)
few <- c("_T", counties, genders[1:2], ages, county_gender[1:4], "stratum=C4-R")
save(do.call(rbind, lapply(names(designs), function(name) all_estimates(name, designs[[name]], few, FALSE))),
     "extra_two_stage.csv")

# ---- strata with one PSU ------------------------------------------------------------------------------------------

design_psus <- unique(wave1[, c("stratum", "psu")])
left <- !(design_psus$stratum == "C1-R" & design_psus$psu != 1014) & design_psus$psu != 1098
design_psus <- design_psus[left, ]
save(design_psus[order(design_psus$psu), ], "extra_single_psu_design.csv")
lonely <- wave1[wave1$psu %in% design_psus$psu, ]
options(survey.lonely.psu = "adjust")
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = lonely)
save(all_estimates("adjust", design, c(margins, "setting=ROMA", "stratum=C4-ROMA")), "extra_single_psu.csv")
options(survey.lonely.psu = "fail")

# ---- differences: group b minus group a of one design -------------------------------------------------------------

difference <- function(design, variable, by, a, b, domain) {
  data <- design$variables
  part <- answered(design, domain, ifelse(data[[by]] %in% c(a, b), data[[variable]], NA))
  part$variables$group <- factor(part$variables[[by]], levels = c(a, b))
  if (min(table(part$variables$group)) < 2 || degf(part) < 1) return(NULL)
  both <- svyby(as.formula(paste0("~", variable)), ~group, part, svymean, covmat = TRUE)
  change <- svycontrast(both, c(-1, 1))
  covariance <- vcov(both)
  gap <- as.numeric(coef(change))
  error <- as.numeric(SE(change))
  df <- degf(part)
  moved <- is.finite(error) && error > 1e-12
  bounds <- gap + c(-1, 1) * qt(.975, df) * error
  data.frame(
    value_a = as.numeric(coef(both)[1]), se_a = sqrt(covariance[1, 1]),
    value_b = as.numeric(coef(both)[2]), se_b = sqrt(covariance[2, 2]), cov = covariance[1, 2],
    diff = gap, se_diff = error, ci_lower = bounds[1], ci_upper = bounds[2], df = as.integer(df),
    t = if (moved) gap / error else NA, p = if (moved) 2 * pt(-abs(gap / error), df) else NA,
    n_a = sum(part$variables$group == a), n_b = sum(part$variables$group == b)
  )
}

# ---- two waves in the same PSUs -----------------------------------------------------------------------------------

# Up to four PSUs of each stratum (two of a Roma booster), seven persons a wave. Wave 2's persons are new. So that the
# covariance shows, a third of the PSUs answer "heard" more often in both waves and a third more seldom.
home <- ifelse(persons$wave == 2, persons$psu - 1000L, persons$psu)
places <- unique(data.frame(stratum = wave1$stratum, psu = wave1$psu))
chosen <- unlist(lapply(split(places$psu, places$stratum), function(psus) {
  sort(psus)[seq_len(if (length(psus) < 8) 2 else 4)]
}))
back <- persons
back$psu_same <- home
back <- back[back$psu_same %in% chosen, ]
rows <- unlist(lapply(split(seq_len(nrow(back)), list(back$psu_same, back$wave)), function(found) {
  found[sample.int(length(found), min(7, length(found)))]
}))
back <- back[sort(rows), ]
lean <- sample(c(-1, 0, 1), length(chosen), replace = TRUE)
names(lean) <- sort(chosen)
tilt <- lean[as.character(back$psu_same)]
draw <- runif(nrow(back))
back$k_heard <- ifelse(tilt == 1 & draw < .7, 1, ifelse(tilt == -1 & draw < .5, 0, back$k_heard))
back$k_signs <- ifelse(back$k_heard == 0, NA, ifelse(is.na(back$k_signs), rbinom(nrow(back), 1, .5), back$k_signs))
# Second case: every other PSU of a stratum was replaced in wave 2.
place <- ave(back$psu_same, back$stratum, FUN = function(psus) match(psus, sort(unique(psus))))
back$psu_overlap <- ifelse(back$wave == 2 & place %% 2 == 0, back$psu_same + 5000L, back$psu_same)
back <- back[order(back$wave, back$psu_same, back$id), c("id", "wave", "stratum", "psu_same", "psu_overlap", "county",
  "setting", "gender", "agegrp", "w", "k_heard", "k_signs", "a_trust", "src")]
save(back, "extra_revisited_data.csv")

back$stratum_new <- paste(back$wave, back$stratum)
back$psu_new <- paste(back$wave, back$psu_same)
revisited <- list(
  same = svydesign(ids = ~psu_same, strata = ~stratum, weights = ~w, data = back),
  overlap = svydesign(ids = ~psu_overlap, strata = ~stratum, weights = ~w, data = back),
  new = svydesign(ids = ~psu_new, strata = ~stratum_new, weights = ~w, data = back)
)
cells <- expand.grid(domain = c(margins, "setting=ROMA"), variable = c("k_heard", "k_signs", "a_trust"),
                     case = names(revisited), stringsAsFactors = FALSE)
changes <- do.call(rbind, lapply(seq_len(nrow(cells)), function(i) {
  found <- difference(revisited[[cells$case[i]]], cells$variable[i], "wave", 1, 2, cells$domain[i])
  if (is.null(found)) NULL else cbind(cells[i, c("case", "variable", "domain")], found)
}))
names(changes) <- sub("^value_a$", "w1", sub("^se_a$", "se1", sub("^value_b$", "w2", sub("^se_b$", "se2",
  sub("^cov$", "cov12", sub("^n_a$", "n1", sub("^n_b$", "n2", names(changes))))))))
save(changes, "extra_revisited.csv")

# ---- differences between two counties, genders, age groups --------------------------------------------------------

single <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = wave1)
wave1_levels <- list(area = paste0("C", 1:4), gender = c("M", "F"), age = c("15-17", "18-19", "20-24", "25-29"))
column <- c(area = "county", gender = "gender", age = "agegrp")
held <- list(area = c("_T", genders[1:2], ages), gender = c("_T", counties, ages), age = c("_T", counties, genders[1:2]))
gaps <- list()
for (dimension in names(column)) for (pair in combn(wave1_levels[[dimension]], 2, simplify = FALSE)) {
  for (domain in held[[dimension]]) for (variable in c("k_heard", "k_signs", "a_trust")) {
    found <- difference(single, variable, column[[dimension]], pair[1], pair[2], domain)
    gaps[[length(gaps) + 1]] <- cbind(data.frame(variable, dimension, domain, a = pair[1], b = pair[2]), found)
  }
}
save(do.call(rbind, gaps), "extra_area_differences.csv")

# ---- Rao-Scott tests of answer patterns ---------------------------------------------------------------------------

# svychisq() takes the length of the frame for n, missing rows included, and the df of the frame's design: so the
# missing rows go first. Tables with an empty cell are left out.
pattern_row <- function(name, design, row, col, domain) {
  data <- design$variables
  part <- subset(design, inside(domain, data) & !is.na(data[[row]]) & !is.na(data[[col]]))
  counts <- table(part$variables[[row]], part$variables[[col]])
  if (any(counts == 0)) return(NULL)
  formula <- as.formula(paste0("~", row, "+", col))
  second <- svychisq(formula, part, statistic = "F")
  first <- svychisq(formula, part, statistic = "Chisq")
  data.frame(design = name, rows = row, columns = col, domain, n = nrow(part$variables), X2 = as.numeric(first$statistic),
             F = as.numeric(second$statistic), ndf = as.numeric(second$parameter["ndf"]),
             ddf = as.numeric(second$parameter["ddf"]), p_F = as.numeric(second$p.value),
             df_chisq = as.integer(first$parameter), p_chisq = as.numeric(first$p.value), df = as.integer(degf(part)))
}

both_waves <- persons
both_waves$stratum <- paste(both_waves$wave, both_waves$stratum)
stacked <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = both_waves)
asked <- rbind(
  expand.grid(design = "kap1", rows = c("src", "a_trust", "k_heard"), columns = "county",
              domain = c("_T", genders[1:2], ages), stringsAsFactors = FALSE),
  expand.grid(design = "kap1", rows = c("src", "a_trust", "k_heard"), columns = "gender",
              domain = c("_T", counties, ages), stringsAsFactors = FALSE),
  expand.grid(design = "kap1", rows = c("src", "a_trust", "k_signs"), columns = "agegrp",
              domain = c("_T", counties, genders[1:2], "setting=ROMA"), stringsAsFactors = FALSE),
  expand.grid(design = "kap12", rows = c("src", "a_trust", "k_signs"), columns = "wave",
              domain = c(margins, "setting=ROMA"), stringsAsFactors = FALSE),
  expand.grid(design = c("revisited_same", "revisited_overlap"), rows = c("src", "a_trust", "k_heard"),
              columns = "wave", domain = c("_T", counties, genders[1:2]), stringsAsFactors = FALSE)
)
frames <- list(kap1 = single, kap12 = stacked, revisited_same = revisited$same, revisited_overlap = revisited$overlap)
patterns <- lapply(seq_len(nrow(asked)), function(i) {
  pattern_row(asked$design[i], frames[[asked$design[i]]], asked$rows[i], asked$columns[i], asked$domain[i])
})
save(do.call(rbind, patterns), "extra_rao_scott.csv")
