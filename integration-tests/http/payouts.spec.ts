import { Admin } from "../setup/admin"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"
import { secret } from "../setup/secrets"
import { until } from "../setup/until"

const ACCOUNT = secret("account number", "9876543210")

medusaWithSandbox({
  testSuite: ({ api, getContainer, getSandbox }) => {
    let maker: Admin
    let checker: Admin

    beforeAll(async () => {
      maker = await Admin.create(api, getContainer(), "maker@example.com")
      checker = await Admin.create(api, getContainer(), "checker@example.com")
    })

    beforeEach(() => {
      getSandbox().reset()
    })

    const payout = (differences: object = {}) => ({
      amount: "1290.50",
      bank_code: "004",
      account_name: "สมศรี ขยัน",
      account_number: ACCOUNT,
      ...differences,
    })

    const create = async (differences: object = {}) => {
      const answer = await maker.post(
        "/admin/one2pays/withdraws",
        payout(differences)
      )
      expect(answer.data).toMatchObject({ withdraw: expect.anything() })
      return answer.data.withdraw as { id: string; state: string }
    }

    const stateOf = async (id: string) =>
      (
        (await checker.get(`/admin/one2pays/withdraws/${id}`)).data
          .withdraw as { state: string }
      ).state

    it("is asked for by one, approved by another, sent once, and paid", async () => {
      const { id, state } = await create()
      expect(state).toBe("requires_approval")

      const own = await maker.post(`/admin/one2pays/withdraws/${id}/approve`)
      expect(own.status).toBe(403)
      expect(own.data.message).toContain("somebody else must approve")

      const approved = await checker.post(
        `/admin/one2pays/withdraws/${id}/approve`
      )
      expect(approved.status).toBe(200)
      await until(
        () => stateOf(id),
        (now) => now === "paid",
        30_000
      )
      expect(getSandbox().withdraws.list()).toEqual([
        expect.objectContaining({ referenceId: id, status: "paid" }),
      ])
      expect(getSandbox().callCounts()["withdraws.create"]).toBe(1)
      const shown = await checker.get(`/admin/one2pays/withdraws/${id}`)
      expect(JSON.stringify(shown.data)).not.toContain(ACCOUNT)
      const { events } = shown.data.withdraw as {
        events: { to: string; actor: string }[]
      }
      expect(events.map(({ to }) => to)).toEqual(
        expect.arrayContaining([
          "requires_approval",
          "approved",
          "sending",
          "paid",
        ])
      )
    })
  },
})
