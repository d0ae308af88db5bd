// Loaded into a child by `node --require`. Its stdin is a pipe from the demo, which closes when the demo ends, even by
// kill -9; without this, such a child would go on holding its port.
process.stdin.resume()
process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"))
process.stdin.unref()
