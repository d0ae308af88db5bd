// Imported by every child: a benchmark that was interrupted or killed leaves no server behind.
process.once("disconnect", () => process.exit())
