import type { z } from 'zod';

/** One thing the window may ask of the main process: what goes in, checked by schema, and what comes out. */
export type Channel<Input extends z.ZodType, Output, NeedsEngagement extends boolean = boolean> = {
  readonly input: Input;
  readonly needsEngagement: NeedsEngagement;
  /** Exists for its type only; never set. */
  readonly output?: Output;
};

/** A channel that works on the open engagement, and fails with `vault/locked` while there is none. */
export function engaged<Output>() {
  return <Input extends z.ZodType>(input: Input): Channel<Input, Output, true> => ({
    input,
    needsEngagement: true,
  });
}

/** A channel that works whether or not an engagement is open. */
export function always<Output>() {
  return <Input extends z.ZodType>(input: Input): Channel<Input, Output, false> => ({
    input,
    needsEngagement: false,
  });
}

export type AnyChannel = Channel<z.ZodType, unknown>;
export type InputOf<C> = C extends Channel<infer Input, unknown> ? z.input<Input> : never;
export type ParsedInputOf<C> = C extends Channel<infer Input, unknown> ? z.output<Input> : never;
export type OutputOf<C> = C extends Channel<z.ZodType, infer Output> ? Output : never;
