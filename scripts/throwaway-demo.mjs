export async function startThrowawayDemo() { throw new Error("not yet") }
