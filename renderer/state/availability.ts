import type { StateCreator } from 'zustand';
import type { PersonId, PlaceId } from '../../shared/domain/ids.ts';

/** Whose availability it is: one of the two is set. */
export type AvailabilityOwner = { readonly personId: PersonId | null; readonly placeId: PlaceId | null };

/** What is open over the page: one owner's availability, people's notes to check, who is free, or calendars to import. */
export type AvailabilityOpen =
  | { readonly kind: 'owner'; readonly owner: AvailabilityOwner }
  | { readonly kind: 'notes' }
  /** Who and what is free at a time. */
  | { readonly kind: 'free' }
  /** `owner` is set where the calendar of one person or place is asked for. */
  | {
      readonly kind: 'calendars';
      readonly owner: AvailabilityOwner | null;
      readonly tokens?: readonly string[];
    };

export type AvailabilitySlice = {
  readonly availabilityOpen: AvailabilityOpen | null;
  readonly openAvailability: (open: AvailabilityOpen) => void;
  readonly closeAvailability: () => void;
};

export const createAvailabilitySlice: StateCreator<AvailabilitySlice> = (set) => ({
  availabilityOpen: null,
  openAvailability: (availabilityOpen) => set({ availabilityOpen }),
  closeAvailability: () => set({ availabilityOpen: null }),
});
