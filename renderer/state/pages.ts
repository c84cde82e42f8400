/** Where the user is; the child is named by its id, never by name. */
export type Page =
  | { readonly name: 'home' }
  | { readonly name: 'timetable' }
  | { readonly name: 'people' }
  | { readonly name: 'children' }
  | { readonly name: 'child'; readonly childId: string }
  | { readonly name: 'requests' }
  | { readonly name: 'evidence'; readonly evidenceId?: string }
  | { readonly name: 'feedback' }
  | { readonly name: 'packs' }
  | { readonly name: 'engagement' }
  | { readonly name: 'settings' }
  | { readonly name: 'help' };
