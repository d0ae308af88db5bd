import type { z } from "zod"

import { createByReference, type ByReferenceOptions } from "./by-reference"
import type { Caller } from "../http/call"
import { invalid, validate } from "./create-input"
import type { Metadata } from "./metadata"
import { type AmountUnit, toGatewayAmount } from "../money/money"
import type { CallOptions, Logger } from "../options"
import {
  type IterateQuery,
  type ListQuery,
  type Page,
  readPage,
  walkPages,
} from "./pages"
import { queryString } from "./query"

/** What payments and withdraws have in common: on the wire they differ in their fields only. */
export interface Resource<T, Input, Q extends ListQuery> {
  /**
   * Asks for a new one. Tried again after a lost answer only when it has an `idempotencyKey`; after
   * an error whose outcome is `unknown`, `retrieveByReference` tells whether it exists.
   */
  create(input: Input, call?: CallOptions): Promise<T>
  retrieve(id: string, call?: CallOptions): Promise<T>
  /**
   * By the merchant's own reference; `null` when the gateway definitely has none. Where the gateway
   * has no such route the newest pages of the list are searched, from `createdAfter` on.
   *
   * @throws One2PaysError `LOOKUP_INCONCLUSIVE` when that list is too long to prove an absence
   */
  retrieveByReference(
    referenceId: string,
    call?: ByReferenceOptions
  ): Promise<T | null>
  list(query?: Q, call?: CallOptions): Promise<Page<T>>
  /** Every object of a list, read in pages of 100. */
  iterate(query?: IterateQuery<Q>, call?: CallOptions): AsyncIterable<T>
  /** Safe to repeat; once it is final the gateway answers `PAYMENT_NOT_CANCELLABLE`. */
  cancel(id: string, call?: CallOptions): Promise<T>
}

interface CreateBody {
  amount: string
  referenceId: string
  customerBankAccountName: string
  customerBankAccountNumber: string
  idempotencyKey?: string
  metadata?: Metadata
}

export interface ResourceDefinition<T, Body extends CreateBody, Input> {
  /** The collection's path below `/api/v1`. */
  path: "/payments" | "/withdraws"
  createSchema: z.ZodType<Body, Input>
  /** `undefined` when the data is not such an object. */
  read(data: unknown): T | undefined
}

export interface ResourceContext {
  call: Caller
  amountUnit: AmountUnit
  logger?: Logger
}

export function createResource<
  T extends { id: string; referenceId: string | null },
  Body extends CreateBody,
  Input,
  Q extends ListQuery,
>(
  { path, createSchema, read }: ResourceDefinition<T, Body, Input>,
  { call, amountUnit, logger }: ResourceContext
): Resource<T, Input, Q> {
  const retrieve = async (id: string, options?: CallOptions) =>
    call(
      {
        method: "GET",
        path: `${path}/${segment("id", id)}`,
        template: `${path}/:id`,
        repeatable: true,
        ...options?.about,
        read,
      },
      options
    )

  const list = async (query: ListQuery = {}, options?: CallOptions) =>
    call(
      {
        method: "GET",
        path: path + queryString(query),
        template: path,
        repeatable: true,
        ...options?.about,
        read: (data) => readPage(data, query, read),
      },
      options
    )

  const route = async (referenceId: string, options?: CallOptions) =>
    call(
      {
        method: "GET",
        path: `${path}/by-reference/${segment("referenceId", referenceId)}`,
        template: `${path}/by-reference/:referenceId`,
        repeatable: true,
        ...options?.about,
        referenceId,
        read,
      },
      options
    )

  return {
    async create(input, options) {
      const body = validate(createSchema, input)
      const { referenceId, idempotencyKey } = body
      return call(
        {
          method: "POST",
          path,
          template: path,
          body: serialise({
            ...body,
            amount: toGatewayAmount(body.amount, amountUnit),
            currency: "THB",
          }),
          repeatable: idempotencyKey !== undefined,
          referenceId,
          idempotencyKey,
          sensitive: [
            body.customerBankAccountName,
            body.customerBankAccountNumber,
          ],
          read: (data) => named(read(data), referenceId),
        },
        options
      )
    },
    retrieve,
    retrieveByReference: createByReference({ route, list, retrieve }),
    list,
    iterate: (query = {} as IterateQuery<Q>, options) =>
      walkPages<T, Q>(list, query, options, logger),
    async cancel(id, options) {
      return call(
        {
          method: "POST",
          path: `${path}/${segment("id", id)}/cancel`,
          template: `${path}/:id/cancel`,
          repeatable: true,
          ...options?.about,
          read,
        },
        options
      )
    },
  }
}

// What the create endpoints answer is not documented in full. A missing reference is the one that
// we sent; another one means that the answer belongs to somebody else's request.
function named<T extends { referenceId: string | null }>(
  created: T | undefined,
  referenceId: string
): T | undefined {
  if (created?.referenceId === null) {
    return { ...created, referenceId }
  }
  return created?.referenceId === referenceId ? created : undefined
}

// The dots would climb out of the path: a URL resolves them even when they are encoded.
function segment(field: string, value: unknown): string {
  if (typeof value !== "string" || /^\s*$|^\.{1,2}$/.test(value)) {
    throw invalid(field, "must be a text, and not one or two dots")
  }
  try {
    return encodeURIComponent(value)
  } catch {
    throw invalid(field, "must be well-formed text")
  }
}

function serialise(body: CreateBody): Buffer {
  try {
    return Buffer.from(JSON.stringify(body), "utf8")
  } catch {
    // Only metadata can hold a cycle or a bigint.
    throw invalid("metadata", "must be JSON")
  }
}
