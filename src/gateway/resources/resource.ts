import type { z } from "../zod"

import type { CallOptions } from "../call-options"
import type { Caller } from "../http/call"
import { invalidInput } from "../invalid-input"
import type { Logger } from "../logger"
import { type AmountUnit, toGatewayAmount } from "../money/money"
import type { RouteMemory } from "../route-memory"
import { createByReference, type ByReferenceOptions } from "./by-reference"
import { validate } from "./create-input"
import type { Metadata } from "./metadata"
import {
  type IterateQuery,
  type ListQuery,
  type Page,
  readPage,
  walkPages,
} from "./pages"
import { queryString } from "./query"

/** Payments and withdraws share all of this: on the wire they differ in their fields only. */
export interface Resource<T, Input, Q extends ListQuery> {
  /**
   * Asks for a new object. After a lost answer the client tries again only with an `idempotencyKey`.
   * After an error whose outcome is `unknown`, `retrieveByReference` tells whether the object exists.
   */
  create(input: Input, call?: CallOptions): Promise<T>
  retrieve(id: string, call?: CallOptions): Promise<T>
  /**
   * Finds an object by the merchant's own reference; `null` when the gateway definitely has none.
   * Where the gateway has no route for it, the client searches the pages of the list between
   * `createdAfter` and `createdBefore`, the newest first.
   *
   * @throws One2PaysError `LOOKUP_INCONCLUSIVE` when that list is too long to prove an absence; with
   * its `searchedTo` a second call goes on
   */
  retrieveByReference(
    referenceId: string,
    call?: ByReferenceOptions
  ): Promise<T | null>
  list(query?: Q, call?: CallOptions): Promise<Page<T>>
  /** Yields every object of a list, in pages of 100. */
  iterate(query?: IterateQuery<Q>, call?: CallOptions): AsyncIterable<T>
  /** Safe to repeat. For a final object the gateway answers `PAYMENT_NOT_CANCELLABLE`. */
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

interface ResourceDefinition<T, Body extends CreateBody, Input> {
  /** The collection's path below `/api/v1`. */
  path: "/payments" | "/withdraws"
  createSchema: z.ZodType<Body, Input>
  /** @returns `undefined` when the data is not such an object */
  read(data: unknown): T | undefined
}

export interface ResourceContext {
  call: Caller
  amountUnit: AmountUnit
  routes?: RouteMemory
  logger?: Logger
}

export function createResource<
  T extends {
    id: string
    referenceId: string | null
    createdAt: string | null
  },
  Body extends CreateBody,
  Input,
  Q extends ListQuery,
>(
  { path, createSchema, read }: ResourceDefinition<T, Body, Input>,
  { call, amountUnit, routes, logger }: ResourceContext
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
          body: serialize({
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
    retrieveByReference: createByReference({
      ...{ route, list, retrieve, path, routes },
    }),
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

// The vendor does not document the create endpoints' answers in full. An answer without a reference
// belongs to the reference that we sent; one with another reference belongs to somebody else's
// request.
function named<T extends { referenceId: string | null }>(
  created: T | undefined,
  referenceId: string
): T | undefined {
  if (created?.referenceId === null) {
    return { ...created, referenceId }
  }
  return created?.referenceId === referenceId ? created : undefined
}

// One or two dots would climb out of the path: a URL resolves them even when they are encoded.
function segment(field: string, value: unknown): string {
  if (typeof value !== "string" || /^\s*$|^\.{1,2}$/.test(value)) {
    throw invalidInput(field, "must be a text, and not one or two dots")
  }
  try {
    return encodeURIComponent(value)
  } catch {
    throw invalidInput(field, "must be well-formed text")
  }
}

function serialize(body: CreateBody): Buffer {
  try {
    return Buffer.from(JSON.stringify(body), "utf8")
  } catch {
    // Only metadata can hold a cycle or a bigint.
    throw invalidInput("metadata", "must be JSON")
  }
}
