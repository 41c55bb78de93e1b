# Writes the rows of young_people_SYNTHETIC.sav (made by PSPP) as Stata files; all rows are invented.
# Run in this folder:  Rscript make_stata.R      (R 4.2.2, haven 2.5.1, foreign 0.8-84; the tests need no R)

people <- haven::read_sav("young_people_SYNTHETIC.sav", user_na = TRUE)

# Stata 14 and later, UTF-8. Stata has no user-missing list: 98 and 99 arrive as ordinary labelled values.
modern <- people
for (name in names(modern)) {
  column <- modern[[name]]
  if (is.character(column)) next
  labels <- attr(column, "labels")
  label <- attr(column, "label")
  values <- as.numeric(unclass(column))
  modern[[name]] <- if (is.null(labels)) structure(values, label = label) else haven::labelled(values, labels, label)
}
haven::write_dta(modern, "young_people_SYNTHETIC_stata14.dta", version = 14)

# Stata 8 to 10, written by `foreign`: a file of the time before Unicode, its letters in Windows-1252. Plain numbers
# without value labels, because `foreign` would renumber the codes of a factor from 1 on.
as_1252 <- function(text) iconv(text, "UTF-8", "WINDOWS-1252")
old <- as.data.frame(lapply(modern, function(column) {
  if (is.character(column)) as_1252(as.vector(column)) else as.numeric(unclass(column))
}))
attr(old, "var.labels") <- as_1252(unname(vapply(modern, function(column) attr(column, "label"), "")))
foreign::write.dta(old, "young_people_SYNTHETIC_stata10.dta", version = 10)
