import path from "node:path"
import ts from "typescript"

/** The two ways in which a project of today may resolve a package's types. */
export type Resolution = "node16" | "bundler"

const OPTIONS: Record<Resolution, ts.CompilerOptions> = {
  node16: {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  },
  bundler: {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
}

/**
 * Type-checks files of a project, and every declaration file below `ownTypes`, with `skipLibCheck` off. Errors in other
 * packages' declarations (Medusa's own have some) are theirs and left out.
 *
 * @returns the errors, one line each
 */
export function findTypeErrors(
  directory: string,
  files: string[],
  ownTypes: string,
  resolution: Resolution
): string[] {
  const program = ts.createProgram({
    rootNames: [
      ...files.map((file) => path.join(directory, file)),
      ...ts.sys
        .readDirectory(ownTypes, [".d.ts", ".d.mts"], [], ["**/*"])
        .filter((file) => !file.includes("/node_modules/", ownTypes.length)),
    ],
    options: {
      ...OPTIONS[resolution],
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts"],
      types: ["node"],
      typeRoots: [path.join(directory, "node_modules/@types")],
      strict: true,
      esModuleInterop: true,
      skipLibCheck: false,
      noEmit: true,
    },
  })
  const ours = program
    .getSourceFiles()
    .filter(
      ({ fileName }) =>
        fileName.startsWith(ownTypes) ||
        files.includes(path.relative(directory, fileName))
    )
  return [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ].map(({ file, start, messageText }) => {
    const where = file
      ? `${path.relative(directory, file.fileName)}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1} `
      : ""
    return where + ts.flattenDiagnosticMessageText(messageText, "\n")
  })
}
