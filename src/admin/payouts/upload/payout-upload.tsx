import { Alert, Button, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { Fragment, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { errorText } from "../../client/error-text"
import { formatBaht } from "../../format/money"
import { useBalance } from "../../money/use-balance"
import { isAboveAvailable } from "../../money/wallet"
import { UnsavedPrompt } from "../../ui/act/unsaved-prompt"
import { useDialog, type Dialog } from "../../ui/act/use-dialog"
import { useSave } from "../../ui/act/use-save"
import { ConfirmDuplicates } from "../confirm-duplicates"
import { isConflict, useCreatePayouts } from "../withdraws"
import {
  MEGABYTES_AT_MOST,
  readPayoutFile,
  ROWS_AT_MOST,
  type PayoutFile,
} from "./payout-file"
import { PayoutPreview } from "./payout-preview"
import { nameLines } from "./payout-row"

const TEMPLATE = "/admin/one2pays/withdraws/template"

interface Chosen {
  name: string
  file: PayoutFile
}

/** Asks for many payouts at once. Staff check the lines of their file, and the server takes all of them or none. */
export function PayoutUpload() {
  const { t } = useTranslation("one2pays")
  const dialog = useDialog()
  return (
    <>
      <FocusModal open={dialog.isOpen} onOpenChange={dialog.onOpenChange}>
        <FocusModal.Trigger asChild>
          <Button size="small" variant="secondary">
            {t("payouts.upload.open")}
          </Button>
        </FocusModal.Trigger>
        <FocusModal.Content aria-describedby={undefined}>
          {dialog.isOpen && <Upload dialog={dialog} />}
        </FocusModal.Content>
      </FocusModal>
      <UnsavedPrompt dialog={dialog} />
    </>
  )
}

function Upload({ dialog: { hold, close } }: { dialog: Dialog }) {
  const { t, i18n } = useTranslation("one2pays")
  const { balance, payout_banks = null } = useBalance().data ?? {}
  const [chosen, setChosen] = useState<Chosen>()
  const { save } = useSave()
  const picker = useRef<HTMLInputElement>(null)
  const create = useCreatePayouts()
  const file = chosen?.file
  const rows = file && "rows" in file ? file.rows : []
  const isReady = file !== undefined && "rows" in file && file.wrongCount === 0

  useEffect(
    () =>
      hold(
        create.isPending ? "request" : rows.length > 0 ? "entries" : "nothing"
      ),
    [hold, create.isPending, rows.length]
  )

  const choose = async (picked: File | undefined) => {
    if (picked) {
      create.reset()
      const file = await readPayoutFile(picked, payout_banks)
      setChosen({ name: picked.name, file })
    }
  }
  const send = (reason?: string) => {
    const payouts = rows.map(
      ({ amount, bank_code, account_name, account_number, description }) => ({
        amount,
        bank_code,
        account_name,
        account_number,
        description: description || undefined,
      })
    )
    return create.mutateAsync(
      { rows: payouts, confirm_duplicates: reason },
      {
        onSuccess: ({ count }) => {
          toast.success(t("payouts.upload.created", { count }))
          close()
        },
      }
    )
  }

  return (
    <>
      <FocusModal.Header>
        <Button
          size="small"
          disabled={!isReady}
          isLoading={create.isPending}
          onClick={() => {
            void send().catch(() => {
              // The page says why.
            })
          }}
        >
          {rows.length > 0
            ? t("payouts.upload.confirm", { count: rows.length })
            : t("payouts.upload.confirmNothing")}
        </Button>
      </FocusModal.Header>
      <FocusModal.Body className="flex flex-col overflow-auto">
        <div className="mx-auto flex w-full max-w-4xl flex-col gap-y-6 p-6 md:py-12">
          <div className="flex flex-col gap-y-1">
            <FocusModal.Title asChild>
              <Heading>{t("payouts.upload.title")}</Heading>
            </FocusModal.Title>
            <Text size="small" className="text-ui-fg-subtle">
              {t("payouts.upload.hint", {
                most: ROWS_AT_MOST.toLocaleString("en"),
              })}{" "}
              {t("payouts.upload.template")}
              {(["xlsx", "csv"] as const).map((format) => (
                <Fragment key={format}>
                  {" "}
                  <button
                    type="button"
                    className="text-ui-fg-interactive"
                    onClick={() =>
                      void save({ path: TEMPLATE, query: { format } })
                    }
                  >
                    {t(`payouts.upload.${format}`)}
                  </button>
                </Fragment>
              ))}
            </Text>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <input
              ref={picker}
              type="file"
              accept=".csv,.xlsx,text/csv"
              className="sr-only"
              tabIndex={-1}
              aria-hidden
              onChange={(event) => {
                void choose(event.target.files?.[0])
                // Staff can choose the same file again after correcting it.
                event.target.value = ""
              }}
            />
            <Button
              size="small"
              variant="secondary"
              disabled={create.isPending}
              onClick={() => picker.current?.click()}
            >
              {t("payouts.upload.choose")}
            </Button>
            <Text size="small">{chosen?.name}</Text>
          </div>
          {file && "problem" in file && (
            <Alert variant="error">
              {t(`payouts.upload.problem.${file.problem}`, {
                most: ROWS_AT_MOST.toLocaleString("en"),
                megabytes: MEGABYTES_AT_MOST,
                missing: "missing" in file ? file.missing.join(", ") : "",
              })}
            </Alert>
          )}
          {create.error && (
            <Alert variant="error" className="whitespace-pre-line">
              {nameLines(
                errorText(create.error, t),
                rows,
                t("payouts.upload.line")
              )}
            </Alert>
          )}
          {isConflict(create.error) && (
            <div>
              <ConfirmDuplicates onConfirm={send} />
            </div>
          )}
          {file && "rows" in file && (
            <>
              {file.wrongCount > 0 ? (
                <Alert variant="warning">
                  {t("payouts.upload.wrong", { count: file.wrongCount })}
                </Alert>
              ) : (
                <>
                  <Text weight="plus" data-testid="one2pays-upload-total">
                    {t("payouts.upload.total", {
                      count: rows.length,
                      amount: formatBaht(Number(file.total), i18n.language),
                    })}
                  </Text>
                  {balance && isAboveAvailable(file.total, balance) && (
                    <Alert variant="warning">
                      {t("payouts.upload.tooMuch", {
                        amount: formatBaht(balance.available, i18n.language),
                      })}
                    </Alert>
                  )}
                </>
              )}
              <PayoutPreview rows={rows} />
            </>
          )}
        </div>
      </FocusModal.Body>
    </>
  )
}
