export { markOf, sentenceOf, topicOf, type Finding } from "./finding"
export { runDoctor, type CheckOptions, type Progress } from "./run-doctor"
export type { CheckPayer, Settings } from "./settings"
export { judgeAll, summarize } from "./verdict"
