import * as system from 'node:fs';
import { dirname } from 'node:path';
import { attempt } from '../ledger/attempt.ts';

/** Gives a file to an owner where that is allowed (only the system's owner gives files away), and else to the group. */
export function giveTo(place: string, { uid, gid }: Pick<system.Stats, 'uid' | 'gid'>, fs = system): void {
	for (const owner of [uid, process.getuid?.() ?? -1])
		if (attempt(() => fs.chownSync(place, owner, gid) === undefined, false)) return;
}

/** Lets whoever may write in the folder of what was just made write there too. */
export function shareLikeFolder(place: string): void {
	const folder = system.statSync(dirname(place));
	giveTo(place, folder);
	const bits = system.statSync(place).isDirectory() ? 0o777 : 0o666;
	attempt(() => system.chmodSync(place, folder.mode & bits), undefined);
}
