import { z } from 'zod';
import england from '../../assets/holidays/england.json' with { type: 'json' };
import { IsoDate } from './time.ts';

/** The bank holidays of a region over a stated span of days; outside the span nothing is known. */
export const BankHolidays = z.object({
  region: z.string().min(1),
  source: z.string().min(1),
  startsOn: IsoDate,
  endsOn: IsoDate,
  days: z.array(z.object({ date: IsoDate, title: z.string().min(1) })).readonly(),
});
export type BankHolidays = z.infer<typeof BankHolidays>;

/** England's bank holidays from 2016 to 2030, as bundled with the app. */
export const englandBankHolidays: BankHolidays = BankHolidays.parse(england);
