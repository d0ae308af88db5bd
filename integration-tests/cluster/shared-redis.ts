import { Queue } from "bullmq"
import { until } from "../setup/until"

/** Medusa's scheduler keeps this of a job that it runs again and again. */
interface Scheduled {
  jobId: string
}

const RECONCILIATION = "job-one2pays-reconcile-payments"

/** As core names it in Redis. */
const QUEUE = "medusa-workflows-jobs"

/** Core's locks on carts, as its Redis module names them. */
const CART_LOCKS = "medusa_lock:cart_*"

/** The instances of a shop share two things in Redis: the scheduler of their jobs, and their locks. */
export class SharedRedis {
  private readonly queue: Queue<Scheduled>

  constructor(url: string) {
    const { hostname: host, port } = new URL(url)
    this.queue = new Queue(QUEUE, { connection: { host, port: Number(port) } })
  }

  /**
   * Lets the minute be over that the reconciliation's job waits for, unless it runs already: Medusa's scheduler gives it
   * to an instance.
   *
   * @returns how often the job runs; undefined when it is not waiting for its minute
   */
  async endMinute(living: number[]): Promise<string | undefined> {
    const given = (await this.queue.getWaiting()).some(isReconciliation)
    if (given || (await this.isReconciling(living))) {
      return undefined
    }
    await this.forgetCompleted()
    const waiting = (await this.queue.getDelayed()).find(isReconciliation)
    // The minute may have ended by itself since.
    await waiting?.promote().catch(() => undefined)
    return waiting?.opts.repeat?.pattern
  }

  /** Waits for the run that goes on, which is of these processes, and forgets it. See `forgetCompleted`. */
  async forgetRuns(living: number[]): Promise<void> {
    await until(
      async () =>
        (await this.queue.getWaiting()).some(isReconciliation) ||
        (await this.isReconciling(living)),
      (isBusy) => !isBusy
    )
    await this.forgetCompleted()
  }

  /**
   * A job that ran before its minute keeps the name of that minute. A scheduler that starts anew counts from the present
   * minute on, and would not give the job out under that name again: the job would never run any more.
   */
  private async forgetCompleted(): Promise<void> {
    const completed = await this.queue.getCompleted()
    await Promise.all(
      completed.filter(isReconciliation).map((job) => job.remove())
    )
  }

  /** Whether one of these processes runs the job; for Redis, one that is dead goes on running it. */
  async isReconciling(living: number[]): Promise<boolean> {
    const running = (await this.queue.getActive()).filter(isReconciliation)
    return running.some(({ processedBy }) =>
      living.includes(Number(processedBy))
    )
  }

  /** Core's locks on carts are over, as they are after two minutes. */
  async letCartLocksLapse(): Promise<void> {
    const redis = await this.queue.client
    const locks = await redis.keys(CART_LOCKS)
    await Promise.all(locks.map((lock) => redis.del(lock)))
  }

  async close(): Promise<void> {
    await this.queue.close()
  }
}

const isReconciliation = (job: { data: Scheduled } | undefined) =>
  job?.data.jobId === RECONCILIATION
