import type { Ceasefire } from '../../ledger/ledger.ts';

/** How a ceasefire's marks look: full height, half height, or grey. Told apart by shape before colour. */
export type Tone = Ceasefire['coversIdlib'];

const BAR = 10;

/** Height of a bar in units. */
export const barHeight = (tone: Tone): number => (tone === 'partly' ? BAR / 2 : BAR);
