import type { Choice } from '../../renderer/ui/option-match.ts';
import type { RadioOption } from '../../renderer/ui/RadioGroup.tsx';
import type { SelectOption } from '../../renderer/ui/Select.tsx';

export const people: readonly Choice[] = [
  { id: 'p1', label: 'Margaret Osei', hint: 'Lead inspector, Ofsted' },
  { id: 'p2', label: 'Sarah Lindqvist', hint: 'AP commissioning' },
  { id: 'p3', label: 'Tomas Reilly', hint: 'Lead inspector, CQC' },
  { id: 'p4', label: 'Zoë Ferris', hint: 'SEN casework' },
  { id: 'p5', label: 'Cllr Jonathan Adeyemi-Fotheringham', hint: 'Lead member for children and families' },
];

export const places: readonly SelectOption[] = [
  { value: 'r108', label: 'Room 1.08, 12 seats', group: 'Civic centre' },
  { value: 'r212', label: 'Room 2.12, 9 seats', group: 'Civic centre' },
  { value: 'north', label: 'Northgate Centre', group: 'Off site' },
];

export const sources: readonly RadioOption[] = [
  { value: 'parent', label: 'Parent or carer' },
  { value: 'young', label: 'Young person', hint: 'In person or through their advocate' },
  { value: 'staff', label: 'Member of staff' },
];
