/** What the preview's server and its script in the browser must both know: this file is read in both. */

/** The address that gives what to show. */
export const OVERLAY_PATH = '/__desk.json';

/** The script in the browser. */
export const OVERLAY_CLIENT = '/src/desk/overlay-client.ts';

/** Marks the page that the preview shows in place of one that cannot be made. */
export const STAND_IN = 'desk-stand-in';
