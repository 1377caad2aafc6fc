import { VitestSnapshotEnvironment } from 'vitest/runtime';
import { writeWhole } from './whole-file.ts';

/** Goldens are written by `npm run test:update`: each whole, or as it was. */
class Goldens extends VitestSnapshotEnvironment {
	override saveSnapshotFile = writeWhole;
}

export default new Goldens();
