export { markOf, sentenceOf, topicOf, type Finding } from "./finding"
export { runDoctor, type CheckOptions, type CheckResult } from "./run-doctor"
export type { CheckPayer, Settings } from "./settings"
export { judgeAll, summarize } from "./verdict"
