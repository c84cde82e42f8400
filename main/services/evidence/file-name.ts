import { IsoDate } from '../../../shared/domain/time.ts';

/** "EHC_plan-final.pdf" reads "EHC plan-final". */
export function titleFrom(fileName: string): string {
  const plain = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return plain.slice(0, 200).trim() || 'Document';
}

/** A date at the front or back of a file's name, written so that it can mean only one day, and not yet to come. */
export function dateIn(fileName: string, latest: IsoDate): IsoDate | null {
  const found = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(fileName)?.[1] ?? '';
  const date = IsoDate.safeParse(found);
  return date.success && date.data <= latest ? date.data : null;
}
