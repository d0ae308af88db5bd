const { DefaultReporter } = require("@jest/reporters")

/** Jest's own reporter, except that a file whose tests all passed keeps what it printed to itself. */
module.exports = class QuietReporter extends DefaultReporter {
  /**
   * @override
   * @param {Parameters<DefaultReporter["printTestFileHeader"]>} parameters
   */
  printTestFileHeader(...[testPath, config, result]) {
    const hasFailed = result.numFailingTests > 0 || result.testExecError
    super.printTestFileHeader(
      testPath,
      config,
      hasFailed ? result : { ...result, console: undefined }
    )
  }
}
