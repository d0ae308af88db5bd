import os from "node:os"

/** The machine that the figures belong to; without it they say nothing. */
export function describeMachine() {
  const [cpu] = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return [
    cpu?.model.trim() ?? "unknown CPU",
    `${os.availableParallelism()} cores`,
    `${memory} GiB`,
    `${os.type()} ${os.release()}`,
    `Node ${process.versions.node}`,
  ].join(", ")
}

/** A machine that is busy with something else measures that as well. */
export function describeLoad() {
  const [lastMinute = 0] = os.loadavg()
  return `load ${lastMinute.toFixed(1)} over the minute before`
}
