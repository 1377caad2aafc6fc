import type { Ceasefire } from '../../ledger/ledger.ts';

/** How a ceasefire's marks look: full height, half height, or grey. Told apart by shape before colour. */
export type Tone = Ceasefire['coversIdlib'];

/** Height of a bar in units. */
export const BAR = 10;
export const barHeight = (tone: Tone): number => (tone === 'partly' ? BAR / 2 : BAR);
