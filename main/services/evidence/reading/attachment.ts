/** A file that came with a message. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array };

/** Who sent a message and when, as far as it says so, and what came with it. */
export type MailParts = {
  readonly from: string;
  /** "2026-11-23", in London or wherever the message was sent. */
  readonly date: string | null;
  readonly attachments: readonly Attachment[];
  /** Attachments beyond what is taken in of one message. */
  readonly left: number;
  /** It holds messages inside messages deeper than is looked. */
  readonly isTooDeep: boolean;
};

/** The day of a date as mail writes it; null where it is none. */
export function dayOf(text: string): string | null {
  const at = Date.parse(text.replace(/\([^)]*\)/g, ''));
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
