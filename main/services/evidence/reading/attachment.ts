/** A file that came with a message. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array };

/** Who sent a message and when, as far as it says so, and what came with it. */
export type MailParts = {
  readonly from: string;
  /** "2026-11-23", in London. */
  readonly date: string | null;
  readonly attachments: readonly Attachment[];
  /** Attachments beyond what is taken in of one message. */
  readonly left: number;
  /** It holds messages inside messages deeper than is looked. */
  readonly isTooDeep: boolean;
};
