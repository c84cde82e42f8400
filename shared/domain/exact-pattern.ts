/** A text as part of a pattern that finds just these letters, whatever signs are among them. */
export const exactly = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
