/** Which files are offered as templates. */
export const templateFilter = [{ name: 'LANO Desk template', extensions: ['lanotemplate'] }];
