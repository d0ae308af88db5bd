import { Button, Input, StatusBadge } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useActionOn } from "../client/action"
import { useMay } from "../client/rights"
import { useNames, type NameOf } from "../client/staff"
import { formatMoment } from "../format/date"
import { FormField } from "../ui/account/form-field"
import { MissingRights } from "../ui/act/missing-rights"
import { useAct } from "../ui/act/use-act"
import { ProveUnit } from "./prove-unit"
import { Note, Row, Rows } from "./rows"
import type { StatusView } from "./use-status"

const RIGHT = "one2pays_unit:update"

type UnitView = StatusView["unit"]

const COLORS = {
  unproved: "orange",
  proved: "green",
  contradicted: "red",
} as const satisfies Record<UnitView["state"], string>

/** Nothing depends on the balance's unit but what staff read. */
const BALANCE_COLORS = { ...COLORS, unproved: "grey" } as const

/** Whether the account speaks the unit of `amountUnit`, and two ways to prove it. */
export function Unit({ unit }: { unit: UnitView }) {
  const { t, i18n } = useTranslation("one2pays")
  const { state, at, by, proposal, sample, readings, balance } = unit
  const may = useMay()
  const nameOf = useNames([
    proposal?.id,
    ...(by && "people" in by ? by.people.map(({ id }) => id) : []),
  ])
  return (
    <Rows>
      <Row title={t(`settings.options.unit.${unit.amount_unit}`)}>
        <StatusBadge color={COLORS[state]} data-testid="one2pays-unit">
          {t(`settings.unit.state.${state}`)}
        </StatusBadge>
        <span>{t(`settings.unit.text.${state}`)}</span>
        {by && at && (
          <Note>
            {t("settings.unit.by", {
              sign: signOf(by, nameOf),
              time: formatMoment(at, i18n.language),
            })}
          </Note>
        )}
        {may(RIGHT) && <ProveUnit />}
        <MissingRights needed={[RIGHT]} />
      </Row>
      <Row title={t("settings.unit.balance")}>
        <StatusBadge
          color={BALANCE_COLORS[balance.state]}
          data-testid="one2pays-balance-unit"
        >
          {`${t(`settings.options.unit.${balance.unit}`)} · ${t(`settings.unit.state.${balance.state}`)}`}
        </StatusBadge>
        {balance.state !== "proved" && (
          <Note>{t(`settings.unit.balanceText.${balance.state}`)}</Note>
        )}
      </Row>
      {state !== "proved" && (
        <Row title={t("settings.unit.hand")}>
          <span>{t("settings.unit.handText", { sample, ...readings })}</span>
          {proposal && (
            <Note>
              {t("settings.unit.proposal", {
                name: nameOf(proposal.id),
                reading: proposal.reading,
              })}
            </Note>
          )}
          {may(RIGHT) && <Confirm sample={sample} />}
        </Row>
      )}
    </Rows>
  )
}

const signOf = (by: NonNullable<UnitView["by"]>, nameOf: NameOf) =>
  "reference" in by
    ? by.reference
    : by.people.map(({ id }) => nameOf(id)).join(", ")

function Confirm({ sample }: Pick<UnitView, "sample">) {
  const { t } = useTranslation("one2pays")
  const [reading, setReading] = useState("")
  const action = useActionOn<{ unit: UnitView }, "confirmations">(
    "/admin/one2pays/unit"
  )
  const act = useAct()

  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    const isDone = await act({
      run: () =>
        action.mutateAsync({ action: "confirmations", body: { reading } }),
      done: t("settings.unit.confirmed"),
    })
    if (isDone) {
      setReading("")
    }
  }

  return (
    <form
      className="flex items-end gap-x-2"
      onSubmit={(event) => void confirm(event)}
    >
      <FormField
        id="unit_reading"
        label={t("settings.unit.reading", { sample })}
      >
        {(control) => (
          <Input
            {...control}
            size="small"
            maxLength={20}
            value={reading}
            onChange={({ target }) => setReading(target.value)}
          />
        )}
      </FormField>
      <Button
        type="submit"
        size="small"
        variant="secondary"
        isLoading={action.isPending}
      >
        {t("settings.unit.confirm")}
      </Button>
    </form>
  )
}
